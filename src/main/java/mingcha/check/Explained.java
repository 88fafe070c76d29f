package mingcha.check;

import java.util.BitSet;
import java.util.List;
import mingcha.disclosure.Content;
import mingcha.disclosure.Paragraph;

/**
 * The explanations of a final account or a budget: what a department says of its own figures, apart
 * from its duties, its glossary and the reports it attaches.
 */
final class Explained {
  private static final List<String> OTHER =
      List.of("名词解释", "附件", "职责", "职能", "主要工作", "评价报告", "自评报告", "自评表");

  private Explained() {}

  /** The numbers of the paragraphs under a heading that calls them explanations. */
  static BitSet paragraphs(Content content) {
    BitSet explained = new BitSet();
    List<String> path = List.of();
    boolean here = false;
    for (int i = 0; i < content.paragraphs().size(); i++) {
      Paragraph paragraph = content.paragraphs().get(i);
      if (!paragraph.path().equals(path)) {
        path = paragraph.path();
        here = isExplained(path);
      }
      explained.set(i, here);
    }
    return explained;
  }

  private static boolean isExplained(List<String> path) {
    boolean explained = false;
    for (String heading : path) {
      for (String other : OTHER) {
        if (heading.contains(other)) {
          return false;
        }
      }
      explained |= heading.contains("说明");
    }
    return explained;
  }
}
