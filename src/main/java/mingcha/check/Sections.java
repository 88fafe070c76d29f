package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Content;
import mingcha.disclosure.Paragraph;

/** Runs of paragraphs under one heading. */
final class Sections {
  private Sections() {}

  static List<List<Paragraph>> of(Content content) {
    List<List<Paragraph>> sections = new ArrayList<>();
    List<Paragraph> section = new ArrayList<>();
    for (Paragraph paragraph : content.paragraphs()) {
      if (!section.isEmpty() && !section.getFirst().path().equals(paragraph.path())) {
        sections.add(section);
        section = new ArrayList<>();
      }
      section.add(paragraph);
    }
    if (!section.isEmpty()) {
      sections.add(section);
    }
    return sections;
  }
}
