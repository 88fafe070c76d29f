package mingcha.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import mingcha.disclosure.Box;
import mingcha.disclosure.Source;
import mingcha.extract.Block.Grid;
import mingcha.extract.Block.GridCell;
import org.jspecify.annotations.Nullable;

/**
 * A header that the end of a page parts from its table, also in the middle of a row: 项目 and 本年支出合
 * end one page, 科目代码, 科目名称 and 计 begin the next. Its columns are those of the table: what heads
 * several of them does not show it until they are seen.
 */
final class CutHeaders {
  private static final int MOST_ROWS = 4;

  /** Lines that go on from page to page stand this near to each other, in points. */
  private static final double SAME = 3;

  private static final Pattern FIGURE = Pattern.compile("[-−]?[\\d,，]+(?:\\.\\d+)?%?");

  private CutHeaders() {}

  /**
   * Both as one grid on the page of the second, or null if the first is no header of it.
   *
   * @param rests the cells of the first's last row that the page has cut, and the rest of each
   */
  static @Nullable Grid joined(Grid header, Grid table, Map<GridCell, GridCell> rests) {
    int rows = rows(header);
    NavigableMap<Double, Integer> lines = lines(table);
    if (rows > MOST_ROWS
        || lines.isEmpty()
        || !isHeader(header)
        || isRepeated(header, table)
        || table.cells().stream().filter(c -> c.row() == 0).count() < 2) {
      return null;
    }
    List<GridCell> cells = new ArrayList<>();
    for (GridCell cell : header.cells()) {
      GridCell placed = placed(cell, lines, rests.get(cell));
      if (placed == null) {
        return null;
      }
      cells.add(placed);
    }
    for (GridCell cell : table.cells()) {
      if (!(rests.containsValue(cell) && cell.row() == 0)) {
        cells.add(at(cell, cell.row() + rows, cell.column(), cell.columnSpan(), cell));
      }
    }
    cells.sort(Comparator.comparingInt(GridCell::row).thenComparingInt(GridCell::column));
    return new Grid(cells, table.source());
  }

  private static int rows(Grid grid) {
    return grid.cells().stream().mapToInt(c -> c.row() + c.rowSpan()).max().orElse(0);
  }

  static boolean isHeader(Grid grid) {
    long named = grid.cells().stream().filter(c -> !c.text().isBlank()).count();
    return named > 1 && grid.cells().stream().noneMatch(c -> FIGURE.matcher(c.text()).matches());
  }

  /** A header that stands on both pages is that of two tables. */
  private static boolean isRepeated(Grid header, Grid table) {
    List<String> first = row(header);
    List<String> second = row(table);
    return first.equals(second);
  }

  private static List<String> row(Grid grid) {
    return grid.cells().stream()
        .filter(c -> c.row() == 0 && !c.text().isBlank())
        .map(GridCell::text)
        .toList();
  }

  /** Where each column begins, and where the last ends. */
  private static NavigableMap<Double, Integer> lines(Grid grid) {
    TreeMap<Double, Integer> lines = new TreeMap<>();
    for (GridCell cell : grid.cells()) {
      Box box = cell.source().box();
      if (box == null) {
        return new TreeMap<>();
      }
      lines.put(box.x(), cell.column());
      lines.put(box.x() + box.width(), cell.column() + cell.columnSpan());
    }
    return lines;
  }

  /** The cell over the columns that it stands over, or null if it stands over parts of them. */
  private static @Nullable GridCell placed(
      GridCell cell, NavigableMap<Double, Integer> lines, @Nullable GridCell rest) {
    Box box = cell.source().box();
    Integer from = box == null ? null : column(lines, box.x());
    Integer to = box == null ? null : column(lines, box.x() + box.width());
    if (from == null || to == null || to <= from) {
      return null;
    }
    GridCell whole =
        rest == null
            ? cell
            : new GridCell(
                cell.row(),
                cell.column(),
                cell.rowSpan() + rest.rowSpan(),
                cell.columnSpan(),
                cell.text() + rest.text(),
                cell.source(),
                cell.confidence());
    return at(whole, cell.row(), from, to - from, cell);
  }

  private static @Nullable Integer column(NavigableMap<Double, Integer> lines, double x) {
    Map.Entry<Double, Integer> below = lines.floorEntry(x + SAME);
    return below == null || below.getKey() < x - SAME ? null : below.getValue();
  }

  private static GridCell at(GridCell cell, int row, int column, int columns, GridCell from) {
    Source source = from.source().inTable(null, row, column);
    return new GridCell(
        row, column, cell.rowSpan(), columns, cell.text(), source, cell.confidence());
  }
}
