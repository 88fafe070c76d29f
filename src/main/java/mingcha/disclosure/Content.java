package mingcha.disclosure;

import java.util.List;
import java.util.Objects;

/**
 * All of a disclosure as read.
 *
 * @param contents what its contents page lists, which need not be what stands in it
 * @param pictures the pages that were read off pictures: what stands there may be misread
 */
public record Content(
    Disclosure disclosure,
    List<Heading> outline,
    List<Table> tables,
    List<Paragraph> paragraphs,
    List<Entry> entries,
    List<Heading> contents,
    List<Source> pictures) {
  public Content {
    // One that was kept before contents pages were read has none.
    contents = contents == null ? List.of() : List.copyOf(contents);
    pictures = pictures == null ? List.of() : List.copyOf(pictures);
    outline = List.copyOf(outline);
    tables = List.copyOf(tables);
    paragraphs = List.copyOf(paragraphs);
    entries = List.copyOf(entries);
  }

  /** Without a contents page, and not off pictures. */
  public Content(
      Disclosure disclosure,
      List<Heading> outline,
      List<Table> tables,
      List<Paragraph> paragraphs,
      List<Entry> entries) {
    this(disclosure, outline, tables, paragraphs, entries, List.of(), List.of());
  }

  /** The same with other entries. */
  public Content with(List<Entry> others) {
    return new Content(disclosure, outline, tables, paragraphs, others, contents, pictures);
  }

  /** Whether a place is on a page that was read off a picture. */
  public boolean isOnPicture(Source place) {
    return pictures.stream()
        .anyMatch(p -> p.file().equals(place.file()) && Objects.equals(p.page(), place.page()));
  }
}
