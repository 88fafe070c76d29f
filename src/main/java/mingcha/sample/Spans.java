package mingcha.sample;

import java.util.List;
import mingcha.sample.Document.Grid;

/** How far a cell of a grid reaches, by the marks of the cells that are merged into it. */
record Spans(int rows, int columns) {
  static Spans of(Grid grid, int row, int column) {
    int columns = 1;
    while (column + columns < grid.rows().get(row).size()
        && grid.rows().get(row).get(column + columns).equals(Grid.LEFT)) {
      columns++;
    }
    int rows = 1;
    while (row + rows < grid.rows().size()
        && reaches(grid.rows().get(row + rows), column, columns)) {
      rows++;
    }
    return new Spans(rows, columns);
  }

  /** The span of the cell that this one is merged into from above, or its own. */
  static Spans ofWhole(Grid grid, int row, int column) {
    int top = row;
    while (grid.rows().get(top).get(column).equals(Grid.UP)) {
      top--;
    }
    return of(grid, top, column);
  }

  /** Whether it is merged to the left, be it in a row above. */
  static boolean isCovered(Grid grid, int row, int column) {
    int top = row;
    while (grid.rows().get(top).get(column).equals(Grid.UP)) {
      top--;
    }
    return grid.rows().get(top).get(column).equals(Grid.LEFT);
  }

  /** Whether all of a row's cells below belong to the merged one: it is a rectangle. */
  private static boolean reaches(List<String> row, int column, int columns) {
    return row.get(column).equals(Grid.UP)
        && row.subList(column + 1, column + columns).stream().allMatch(Grid::isMerged);
  }
}
