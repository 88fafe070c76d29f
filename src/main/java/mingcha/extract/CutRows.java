package mingcha.extract;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
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

  private static final Pattern FIGURE = Pattern.compile("[-−]?[\\d,，]+(?:\\.\\d+)?%?");

  private final IdentityHashMap<GridCell, Double> free = new IdentityHashMap<>();

  /** Notes how much room the last line of a cell leaves. */
  void note(GridCell cell, List<Glyph> glyphs) {
    var box = cell.source().box();
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
    int last = above.cells().stream().mapToInt(GridCell::row).max().orElse(0);
    Map<Integer, GridCell> cut = row(above, last);
    Map<Integer, GridCell> rest = row(below, 0);
    boolean alike =
        cut.keySet().equals(rest.keySet())
            && rest.values().stream().allMatch(c -> c.rowSpan() == 1)
            && below.cells().stream().anyMatch(c -> c.row() > 0);
    if (!alike || !isRest(cut, rest)) {
      return null;
    }
    List<GridCell> cells = new ArrayList<>();
    for (GridCell cell : above.cells()) {
      GridCell more = cell.row() == last ? rest.get(cell.column()) : null;
      cells.add(more == null || more.text().isBlank() ? cell : with(cell, more.text()));
    }
    return new Grid(cells, above.source());
  }

  private boolean isRest(Map<Integer, GridCell> cut, Map<Integer, GridCell> rest) {
    boolean some = false;
    boolean lacks = false;
    for (Map.Entry<Integer, GridCell> each : cut.entrySet()) {
      String first = each.getValue().text();
      GridCell more = rest.get(each.getKey());
      String second = more == null ? "" : more.text();
      if (!second.isBlank()) {
        some = true;
        if (first.isBlank()
            || FIGURE.matcher(first).matches()
            || BEGINS.matcher(second).matches()
            || free.getOrDefault(each.getValue(), Double.MAX_VALUE) > FULL) {
          return false;
        }
      } else {
        lacks |= !first.isBlank();
      }
    }
    return some && lacks;
  }

  private static Map<Integer, GridCell> row(Grid grid, int row) {
    Map<Integer, GridCell> cells = new TreeMap<>();
    grid.cells().stream().filter(c -> c.row() == row).forEach(c -> cells.put(c.column(), c));
    return cells;
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
      if (c.row() > 0) {
        int row = c.row() - 1;
        cells.add(
            new GridCell(
                row,
                c.column(),
                c.rowSpan(),
                c.columnSpan(),
                c.text(),
                c.source().inTable(null, row, c.column()),
                c.confidence()));
      }
    }
    return new Grid(cells, cells.getFirst().source().inTable(null, null, null));
  }
}
