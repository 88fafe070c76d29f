package mingcha.disclosure;

import java.util.List;

/**
 * All of a disclosure as read.
 *
 * @param contents what its contents page lists, which need not be what stands in it
 */
public record Content(
    Disclosure disclosure,
    List<Heading> outline,
    List<Table> tables,
    List<Paragraph> paragraphs,
    List<Entry> entries,
    List<Heading> contents) {
  public Content {
    // One that was kept before contents pages were read has none.
    contents = contents == null ? List.of() : List.copyOf(contents);
    outline = List.copyOf(outline);
    tables = List.copyOf(tables);
    paragraphs = List.copyOf(paragraphs);
    entries = List.copyOf(entries);
  }

  /** Without a contents page. */
  public Content(
      Disclosure disclosure,
      List<Heading> outline,
      List<Table> tables,
      List<Paragraph> paragraphs,
      List<Entry> entries) {
    this(disclosure, outline, tables, paragraphs, entries, List.of());
  }

  /** The same with other entries. */
  public Content with(List<Entry> others) {
    return new Content(disclosure, outline, tables, paragraphs, others, contents);
  }
}
