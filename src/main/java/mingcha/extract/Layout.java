package mingcha.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mingcha.disclosure.Source;
import mingcha.extract.Block.GridCell;

/** Lays cells with spans out into rows and columns, as browsers do. */
final class Layout {
  /** No table of print is wider or taller; a span beyond it is a mistake, or made to harm. */
  static final int MOST_COLUMNS = 200;

  static final int MOST_ROWS = 20_000;

  private final List<GridCell> cells = new ArrayList<>();
  private final Set<Long> taken = new HashSet<>();
  private int row = -1;
  private int column;

  void row() {
    row++;
    column = 0;
  }

  /** Puts a cell at the next free place of the row; beyond the limits it is left out. */
  void cell(String text, int rowSpan, int columnSpan, Source source) {
    while (taken.contains(key(row, column))) {
      column++;
    }
    if (column >= MOST_COLUMNS || row >= MOST_ROWS) {
      return;
    }
    int rows = Math.clamp(rowSpan, 1, MOST_COLUMNS);
    int columns = Math.clamp(columnSpan, 1, MOST_COLUMNS - column);
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        taken.add(key(row + r, column + c));
      }
    }
    cells.add(new GridCell(row, column, rows, columns, text, source.inTable(null, row, column)));
    column += columns;
  }

  List<GridCell> cells() {
    return cells;
  }

  private static long key(int row, int column) {
    return (long) row << 20 | column;
  }
}
