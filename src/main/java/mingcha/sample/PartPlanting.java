package mingcha.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mingcha.sample.Document.Grid;
import mingcha.sample.Document.Heading;
import mingcha.sample.Document.Paragraph;
import mingcha.sample.Document.Part;

/** A table or a heading that is left out, or a table with another note below it. */
final class PartPlanting {
  private PartPlanting() {}

  static Planting withoutTable(String title) {
    return (document, dice) -> without(document, p -> isTable(p, title), "");
  }

  static Planting withoutHeading(String text) {
    return (document, dice) ->
        without(document, p -> p instanceof Heading h && h.text().matches(text), "");
  }

  static Planting note(String title, String note) {
    return (document, dice) -> {
      List<Part> parts = new ArrayList<>(document.parts());
      parts.replaceAll(
          p ->
              p instanceof Grid grid && isTable(p, title)
                  ? new Grid(
                      grid.kind(),
                      grid.title(),
                      grid.caption(),
                      grid.rows(),
                      grid.headerRows(),
                      grid.note() + note)
                  : p);
      return Optional.of(new Planting.Planted(new Document(document.title(), parts), ""));
    };
  }

  /** An empty table without its note, and without the paragraphs that say why it is empty. */
  static Planting silent(String title, String why) {
    return (document, dice) -> {
      List<Part> parts = new ArrayList<>();
      boolean empty = false;
      for (Part part : document.parts()) {
        if (part instanceof Grid grid && isTable(part, title) && grid.note().contains("无数据")) {
          empty = true;
          parts.add(
              new Grid(
                  grid.kind(), grid.title(), grid.caption(), grid.rows(), grid.headerRows(), ""));
        } else if (!(part instanceof Paragraph paragraph && paragraph.text().matches(why))) {
          parts.add(part);
        }
      }
      Document silent = new Document(document.title(), parts);
      return empty ? Optional.of(new Planting.Planted(silent, "")) : Optional.empty();
    };
  }

  private static boolean isTable(Part part, String title) {
    return part instanceof Grid grid && grid.title().matches(title);
  }

  private static Optional<Planting.Planted> without(
      Document document, java.util.function.Predicate<Part> which, String where) {
    List<Part> parts = new ArrayList<>(document.parts());
    return parts.removeIf(which)
        ? Optional.of(new Planting.Planted(new Document(document.title(), parts), where))
        : Optional.empty();
  }
}
