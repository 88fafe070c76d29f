package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mingcha.disclosure.Source;
import mingcha.extract.Block;
import mingcha.extract.Block.GridCell;
import mingcha.extract.Page;

/**
 * What all layouts are brought to: a line of text, or a row of a grid.
 *
 * @param text without white space at its ends and without left-over markup; of a row its filled
 *     cells, parted by a space
 * @param cells of a row, also the empty ones; of a line of text none
 * @param marked whether the format itself marks it as a heading
 */
record Line(String text, List<GridCell> cells, boolean marked, Source source) {
  /** Left by converters: {@code <p>}, {@code </p>}, and the stars of bold type. */
  private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^<>]{0,80}>|\\*\\*");

  private static final Pattern PAGE_NUMBER =
      Pattern.compile("[-—–－]\\s*\\d{1,4}\\s*[-—–－]|第\\s*\\d{1,4}\\s*页(?:\\s*共\\s*\\d{1,4}\\s*页)?");

  Line {
    cells = List.copyOf(cells);
  }

  /** The lines of all pages, without blank ones and page numbers. */
  static List<Line> of(List<Page> pages) {
    List<Line> lines = new ArrayList<>();
    for (Page page : pages) {
      for (Block block : page.blocks()) {
        switch (block) {
          case Block.Text text -> text(text.text(), false, text.source(), lines);
          case Block.Heading heading -> text(heading.text(), true, heading.source(), lines);
          case Block.Grid grid -> rows(grid, lines);
          case Block.Picture picture -> {
            // A picture says nothing until it has been read.
          }
        }
      }
    }
    return lines;
  }

  boolean isRow() {
    return !cells.isEmpty();
  }

  /** The row's cells that hold something. */
  List<GridCell> filled() {
    return cells.stream().filter(cell -> !cell.text().isBlank()).toList();
  }

  /** The text without any white space: for comparing with what a form prescribes. */
  String compact() {
    return compact(text);
  }

  static String compact(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.chars()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .forEach(c -> result.append((char) c));
    return result.toString();
  }

  /** Without left-over markup and without white space at the ends. */
  static String clean(String text) {
    boolean marked = text.indexOf('<') >= 0 || text.indexOf('*') >= 0;
    String plain = marked ? MARKUP.matcher(text).replaceAll("") : text;
    return plain.replace('\u00a0', ' ').replace('\u3000', ' ').strip();
  }

  static boolean isPageNumber(String text) {
    return PAGE_NUMBER.matcher(text).matches();
  }

  private static void text(String raw, boolean marked, Source source, List<Line> lines) {
    String text = clean(raw);
    if (!text.isEmpty() && !isPageNumber(text)) {
      lines.add(new Line(text, List.of(), marked, source));
    }
  }

  private static void rows(Block.Grid grid, List<Line> lines) {
    List<GridCell> row = new ArrayList<>();
    for (GridCell cell : grid.cells()) {
      if (!row.isEmpty() && row.getFirst().row() != cell.row()) {
        row(row, lines);
        row = new ArrayList<>();
      }
      row.add(cell);
    }
    row(row, lines);
  }

  private static void row(List<GridCell> printed, List<Line> lines) {
    List<String> texts = new ArrayList<>();
    List<GridCell> cells = printed.stream().map(Line::cleaned).toList();
    for (GridCell cell : cells) {
      String text = cell.text();
      if (!text.isEmpty()) {
        texts.add(text);
      }
    }
    if (!texts.isEmpty()) {
      Line line = new Line(String.join(" ", texts), cells, false, cells.getFirst().source());
      lines.add(line);
    }
  }

  /** The same cell without left-over markup. */
  private static GridCell cleaned(GridCell cell) {
    String text = clean(cell.text());
    return text.equals(cell.text())
        ? cell
        : new GridCell(
            cell.row(),
            cell.column(),
            cell.rowSpan(),
            cell.columnSpan(),
            text,
            cell.source(),
            cell.confidence());
  }

  private static final Pattern SPACED = Pattern.compile("(?<=\\d),\\s(?=\\d{3}(?!\\d))");

  /** The words of a line; {@code 1, 537.4} is one of them. */
  List<String> words() {
    return List.of(SPACED.matcher(text).replaceAll(",").split("\\s+"));
  }
}
