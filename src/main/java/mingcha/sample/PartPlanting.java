package mingcha.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.sample.Document.Contents;
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
      UnaryOperator<Grid> noted =
          grid ->
              new Grid(
                  grid.kind(),
                  grid.title(),
                  grid.caption(),
                  grid.rows(),
                  grid.headerRows(),
                  grid.note() + note);
      List<Part> parts = with(document, title, noted);
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

  /** Other words in a line of a table's caption. */
  static Planting caption(String title, String line, String words) {
    return (document, dice) -> {
      UnaryOperator<Grid> change =
          grid ->
              new Grid(
                  grid.kind(),
                  grid.title(),
                  grid.caption().stream().map(l -> l.matches(line) ? words : l).toList(),
                  grid.rows(),
                  grid.headerRows(),
                  grid.note());
      return changed(document, with(document, title, change), words);
    };
  }

  /** A table that is called something else. */
  static Planting renamed(String title, String other) {
    return (document, dice) -> {
      UnaryOperator<Grid> change =
          grid ->
              new Grid(
                  grid.kind(),
                  grid.title().replaceFirst(title, other),
                  grid.caption(),
                  grid.rows(),
                  grid.headerRows(),
                  grid.note());
      return changed(document, with(document, title, change), other);
    };
  }

  private static List<Part> with(Document document, String title, UnaryOperator<Grid> change) {
    List<Part> parts = new ArrayList<>(document.parts());
    parts.replaceAll(
        part -> part instanceof Grid grid && isTable(part, title) ? change.apply(grid) : part);
    return parts;
  }

  /** A row of a table that is printed twice. */
  static Planting rowTwice(String title, String row) {
    return (document, dice) -> {
      return changed(document, with(document, title, grid -> twice(grid, row)), "列了两行");
    };
  }

  private static Grid twice(Grid grid, String row) {
    List<List<String>> rows = new ArrayList<>(grid.rows());
    for (int r = grid.headerRows(); r < rows.size(); r++) {
      if (String.join("|", rows.get(r)).matches(row)) {
        rows.add(r + 1, rows.get(r));
        break;
      }
    }
    return new Grid(
        grid.kind(), grid.title(), grid.caption(), rows, grid.headerRows(), grid.note());
  }

  /** A line of the contents page that nothing stands behind. */
  static Planting listed(String line) {
    return (document, dice) -> {
      List<Part> parts = new ArrayList<>(document.parts());
      parts.replaceAll(part -> part instanceof Contents contents ? with(contents, line) : part);
      return changed(document, parts, line);
    };
  }

  private static Contents with(Contents contents, String line) {
    List<String> entries = new ArrayList<>(contents.entries());
    List<Integer> pages = new ArrayList<>(contents.pages());
    int at = entries.size() / 2;
    entries.add(at, line);
    pages.add(at, pages.get(at));
    return new Contents(entries, pages);
  }

  /** One more sentence of the explanations. */
  static Planting told(String where, String sentence) {
    return added("（一）机关运行经费支出情况说明", where, new Paragraph(sentence));
  }

  /** All from one heading to before another. */
  static Planting withoutPart(String heading, String next) {
    return (document, dice) -> {
      List<Part> parts = new ArrayList<>();
      boolean out = false;
      for (Part part : document.parts()) {
        if (part instanceof Heading h && (h.text().matches(heading) || h.text().matches(next))) {
          out = h.text().matches(heading);
        }
        if (!out) {
          parts.add(part);
        }
      }
      return changed(document, parts, "");
    };
  }

  /** A figure that a sentence and a table give, changed wherever it stands. */
  static Planting everywhere(String sentence, UnaryOperator<String> change) {
    Pattern pattern = Pattern.compile(sentence);
    return (document, dice) -> {
      for (Part part : document.parts()) {
        Matcher matcher = pattern.matcher(part instanceof Paragraph p ? p.text() : "");
        if (matcher.find()) {
          String old = String.valueOf(matcher.group(1));
          String other = change.apply(old);
          List<Part> parts = new ArrayList<>(document.parts());
          // In the table as well, and not the figure of another thing too.
          boolean alone = parts.stream().filter(each -> isTold(each, old)).count() == 1;
          boolean tabled = parts.stream().anyMatch(each -> isIn(each, old));
          parts.replaceAll(each -> with(each, old, other));
          return tabled && alone ? changed(document, parts, other) : Optional.empty();
        }
      }
      return Optional.empty();
    };
  }

  private static boolean isTold(Part part, String figure) {
    return part instanceof Paragraph paragraph && paragraph.text().contains(figure + "万元");
  }

  private static boolean isIn(Part part, String figure) {
    return part instanceof Grid grid && grid.rows().stream().anyMatch(r -> r.contains(figure));
  }

  private static Part with(Part part, String old, String other) {
    return switch (part) {
      case Paragraph paragraph -> new Paragraph(paragraph.text().replace(old + "万元", other + "万元"));
      case Grid grid ->
          new Grid(
              grid.kind(),
              grid.title(),
              grid.caption(),
              grid.rows().stream()
                  .map(row -> row.stream().map(cell -> cell.equals(old) ? other : cell).toList())
                  .toList(),
              grid.headerRows(),
              grid.note());
      case Heading heading -> heading;
      case Contents contents -> contents;
    };
  }

  /** More below a heading's first paragraph. */
  static Planting added(String heading, String where, Part... more) {
    return (document, dice) -> {
      List<Part> parts = new ArrayList<>(document.parts());
      for (int i = 0; i + 1 < parts.size(); i++) {
        if (parts.get(i) instanceof Heading h && h.text().matches(heading)) {
          parts.addAll(i + 2, List.of(more));
          break;
        }
      }
      return changed(document, parts, where);
    };
  }

  private static Optional<Planting.Planted> changed(
      Document before, List<Part> parts, String where) {
    return parts.equals(before.parts())
        ? Optional.empty()
        : Optional.of(new Planting.Planted(new Document(before.title(), parts), where));
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
