package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;

/**
 * The explanations of a final account or a budget: what a department says of its own figures, apart
 * from its duties, its glossary and the reports it attaches.
 */
final class Explained {
  private static final Pattern OTHER = Pattern.compile(".*(?:名词解释|附件|职责|职能|主要工作|评价报告|自评报告|自评表).*");
  private static final Pattern STOP = Pattern.compile("(?<=[。；;])");

  private Explained() {}

  /** Paragraphs under a heading that calls them explanations. */
  static List<Paragraph> paragraphs(Account account) {
    List<Paragraph> explained = new ArrayList<>();
    for (Paragraph paragraph : account.content().paragraphs()) {
      if (isExplained(paragraph)) {
        explained.add(paragraph);
      }
    }
    return explained;
  }

  static boolean isExplained(Paragraph paragraph) {
    boolean explained = false;
    for (String heading : paragraph.path()) {
      if (OTHER.matcher(heading).matches()) {
        return false;
      }
      explained |= heading.contains("说明");
    }
    return explained;
  }

  /** A text's sentences, each with its stop. */
  static String[] sentences(String text) {
    return STOP.split(text);
  }
}
