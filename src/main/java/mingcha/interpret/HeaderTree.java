package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import mingcha.extract.Block.GridCell;

/**
 * The header rows of a table, and which labels stand above a column. Where the spans of merged
 * cells were lost (a text with tabs), the cells that a merged one covered are blank to its right
 * and below it.
 */
final class HeaderTree {
  private final List<Line> rows;
  private final boolean spansLost;

  HeaderTree(List<Line> rows) {
    this.rows = List.copyOf(rows);
    this.spansLost =
        rows.stream()
            .flatMap(row -> row.cells().stream())
            .allMatch(cell -> cell.columnSpan() == 1 && cell.rowSpan() == 1);
  }

  List<Line> rows() {
    return rows;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The labels above a column, outermost first, without spaces; none where nothing is above. */
  List<String> path(int column) {
    List<String> path = new ArrayList<>();
    for (int i = rows.size() - 1; i >= 0; i--) {
      String own = at(rows.get(i), column, false);
      String text =
          own.isEmpty() && !path.isEmpty() && spansLost ? at(rows.get(i), column, true) : own;
      if (!text.isEmpty() && !path.contains(text)) {
        path.addFirst(text);
      }
    }
    return path;
  }

  /** Whether a cell of the header says this. */
  boolean says(String text) {
    String compact = Line.compact(text);
    return rows.stream()
        .flatMap(line -> line.filled().stream())
        .anyMatch(cell -> Line.compact(cell.text()).equals(compact));
  }

  /** The first column that no header covers. */
  int width() {
    int width = 0;
    for (Line row : rows) {
      for (GridCell cell : row.cells()) {
        width = Math.max(width, cell.column() + cell.columnSpan());
      }
    }
    return width;
  }

  private static String at(Line header, int column, boolean orLeft) {
    String found = "";
    for (GridCell cell : header.filled()) {
      boolean covers = cell.column() <= column && column < cell.column() + cell.columnSpan();
      if (covers || (orLeft && cell.column() < column)) {
        found = Line.compact(Line.clean(cell.text()));
      }
    }
    return found;
  }
}
