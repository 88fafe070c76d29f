package mingcha.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mingcha.disclosure.Box;
import mingcha.extract.Block.Grid;
import mingcha.extract.Block.GridCell;
import mingcha.extract.PdfLines.TextLine;
import mingcha.extract.PdfScan.Glyph;
import org.jspecify.annotations.Nullable;

/**
 * Joins rows that the end of a page cuts: 社会保障和就 is the last cell of one page, 业支出 stands alone in
 * the first row of the next. The first half keeps its place and its figures; of the second, nothing
 * else is left.
 */
final class CutRows {
  /** A name is cut where its line was full: what is free at its end is less than so many ems. */
  private static final double FULL = 2.5;

  /** What begins a name of its own. */
  private static final Pattern BEGINS =
      Pattern.compile(
          "[（(]?[一二三四五六七八九十\\d]+[、.．）)].*|\\d.*|其中.*|合\\s*计|小\\s*计|总\\s*计|[-—–]+|注[:：].*");

  /** Lines that go on from page to page stand this near to each other, in points. */
  private static final double SAME = 3;

  private static final Comparator<GridCell> ACROSS = Comparator.comparingInt(GridCell::column);

  private static final Pattern FIGURE = Pattern.compile("[-−]?[\\d,，]+(?:\\.\\d+)?%?");

  private final IdentityHashMap<GridCell, Double> free = new IdentityHashMap<>();

  /** Notes how much room the last line of a cell leaves. */
  void note(GridCell cell, List<Glyph> glyphs) {
    Box box = cell.source().box();
    List<TextLine> lines = PdfLines.of(glyphs);
    if (box != null && !lines.isEmpty()) {
      double size = glyphs.getLast().size();
      free.put(cell, (box.width() - lines.getLast().box().width()) / Math.max(1, size));
    }
  }

  /**
   * @param pages the blocks of each page, changed in place
   */
  void join(List<List<Block>> pages) {
    for (int i = 1; i < pages.size(); i++) {
      List<Block> above = pages.get(i - 1);
      List<Block> below = pages.get(i);
      if (!above.isEmpty()
          && !below.isEmpty()
          && above.getLast() instanceof Grid first
          && below.getFirst() instanceof Grid second) {
        Grid joined = joined(first, second);
        if (joined != null) {
          above.set(above.size() - 1, joined);
          below.set(0, withoutFirstRow(second));
        }
      }
    }
  }

  /** The grid above with the rest of its last row, or null if that row was whole. */
  private @Nullable Grid joined(Grid above, Grid below) {
    Map<GridCell, GridCell> rest = pairs(above, below);
    if (below.cells().stream().noneMatch(c -> c.row() > 0) || !isRest(rest)) {
      return null;
    }
    List<GridCell> cells = new ArrayList<>();
    for (GridCell cell : above.cells()) {
      GridCell more = rest.get(cell);
      cells.add(more == null || more.text().isBlank() ? cell : with(cell, more.text()));
    }
    return new Grid(cells, above.source());
  }

  /**
   * Each cell of the last row of the first page, and what the second begins with below it. Where
   * fewer rows are left, fewer columns may be; but what goes on stands between the same lines. None
   * if they differ.
   */
  private static Map<GridCell, GridCell> pairs(Grid above, Grid below) {
    int last = above.cells().stream().mapToInt(c -> c.row() + c.rowSpan()).max().orElse(0);
    List<GridCell> cut =
        above.cells().stream().filter(c -> c.row() + c.rowSpan() == last).sorted(ACROSS).toList();
    List<GridCell> rest = below.cells().stream().filter(c -> c.row() == 0).sorted(ACROSS).toList();
    Map<GridCell, GridCell> pairs = new LinkedHashMap<>();
    boolean columns =
        cut.stream()
            .map(GridCell::column)
            .toList()
            .equals(rest.stream().map(GridCell::column).toList());
    for (int i = 0; i < cut.size() && cut.size() == rest.size(); i++) {
      // What is merged with the rows above is the heading of a group, whose next row may follow.
      boolean group = cut.get(i).rowSpan() > 1;
      if (group || (!columns && !isBelow(cut.get(i), rest.get(i)))) {
        return Map.of();
      }
      pairs.put(cut.get(i), rest.get(i));
    }
    return pairs;
  }

  private static boolean isBelow(GridCell cut, GridCell rest) {
    Box a = cut.source().box();
    Box b = rest.source().box();
    return a != null
        && b != null
        && Math.abs(a.x() - b.x()) < SAME
        && Math.abs(a.x() + a.width() - b.x() - b.width()) < SAME;
  }

  private boolean isRest(Map<GridCell, GridCell> pairs) {
    boolean some = false;
    boolean lacks = false;
    for (Map.Entry<GridCell, GridCell> each : pairs.entrySet()) {
      String first = each.getKey().text();
      String second = each.getValue().text();
      if (!second.isBlank()) {
        some = true;
        if (first.isBlank()
            || each.getValue().rowSpan() > 1
            || FIGURE.matcher(first).matches()
            || BEGINS.matcher(second).matches()
            || free.getOrDefault(each.getKey(), Double.MAX_VALUE) > FULL) {
          return false;
        }
      } else {
        lacks |= !first.isBlank();
      }
    }
    return some && lacks;
  }

  private static GridCell with(GridCell cell, String rest) {
    return new GridCell(
        cell.row(),
        cell.column(),
        cell.rowSpan(),
        cell.columnSpan(),
        cell.text() + rest,
        cell.source(),
        cell.confidence());
  }

  private static Grid withoutFirstRow(Grid grid) {
    List<GridCell> cells = new ArrayList<>();
    for (GridCell c : grid.cells()) {
      if (c.row() + c.rowSpan() > 1) {
        int row = Math.max(0, c.row() - 1);
        cells.add(
            new GridCell(
                row,
                c.column(),
                c.row() == 0 ? c.rowSpan() - 1 : c.rowSpan(),
                c.columnSpan(),
                c.text(),
                c.source().inTable(null, row, c.column()),
                c.confidence()));
      }
    }
    cells.sort(Comparator.comparingInt(GridCell::row).thenComparingInt(GridCell::column));
    return new Grid(cells, cells.getFirst().source().inTable(null, null, null));
  }
}
