package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import mingcha.disclosure.Paragraph;

/** Runs of paragraphs under one heading. */
final class Sections {
  private Sections() {}

  /** Those of which a paragraph's text, without spaces, is of interest. */
  static List<List<Paragraph>> having(Account account, Predicate<String> interest) {
    List<List<Paragraph>> sections = new ArrayList<>();
    List<Paragraph> section = new ArrayList<>();
    boolean wanted = false;
    for (Paragraph paragraph : account.content().paragraphs()) {
      if (!section.isEmpty() && !section.getFirst().path().equals(paragraph.path())) {
        if (wanted) {
          sections.add(section);
        }
        section = new ArrayList<>();
        wanted = false;
      }
      section.add(paragraph);
      wanted = wanted || interest.test(account.compact(paragraph));
    }
    if (wanted) {
      sections.add(section);
    }
    return sections;
  }
}
