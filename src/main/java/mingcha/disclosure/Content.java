package mingcha.disclosure;

import java.util.List;

/** All of a disclosure as read. */
public record Content(
    Disclosure disclosure,
    List<Heading> outline,
    List<Table> tables,
    List<Paragraph> paragraphs,
    List<Entry> entries) {
  public Content {
    outline = List.copyOf(outline);
    tables = List.copyOf(tables);
    paragraphs = List.copyOf(paragraphs);
    entries = List.copyOf(entries);
  }
}
