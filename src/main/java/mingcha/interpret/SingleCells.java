package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mingcha.extract.Block.GridCell;
import mingcha.text.Figures;

/**
 * A table that came one cell a line. As many words stand before its first figure as it has columns,
 * and one more, the first row's name; that is taken only if all its rows come out even: a name,
 * then figures, dashes or blanks. The blanks of the last row may be lacking.
 */
final class SingleCells {
  private static final int FEWEST_COLUMNS = 2;
  private static final String DASHES = "-—–－/";

  private SingleCells() {}

  static boolean is(List<Line> rows) {
    return rows.size() > 1 && rows.stream().allMatch(row -> row.filled().size() == 1);
  }

  /** The header and the rows; empty where they do not come out even. */
  static Optional<List<Line>> grid(List<Line> rows) {
    if (!is(rows)) {
      return Optional.empty();
    }
    List<GridCell> cells = cells(rows);
    int columns = 0;
    while (columns < cells.size() && !isValue(cells.get(columns))) {
      columns++;
    }
    columns--;
    if (columns < FEWEST_COLUMNS) {
      return Optional.empty();
    }
    while (cells.size() % columns != 0) {
      cells.add(new GridCell(rows.size(), 0, 1, 1, "", cells.getLast().source()));
    }
    List<Line> grid = new ArrayList<>();
    for (int from = 0; from < cells.size(); from += columns) {
      List<GridCell> row = cells.subList(from, from + columns);
      if (from > 0 && !isRow(row)) {
        return Optional.empty();
      }
      grid.add(line(row, from / columns));
    }
    return Optional.of(grid);
  }

  /** The cells in order; a row that was left out because it was blank is a blank cell. */
  private static List<GridCell> cells(List<Line> rows) {
    List<GridCell> cells = new ArrayList<>();
    for (Line row : rows) {
      GridCell cell = row.filled().getFirst();
      int blanks = cells.isEmpty() ? 0 : cell.row() - cells.getLast().row() - 1;
      for (int blank = 0; blank < blanks; blank++) {
        cells.add(new GridCell(cell.row(), 0, 1, 1, "", cell.source()));
      }
      cells.add(cell);
    }
    return cells;
  }

  private static boolean isRow(List<GridCell> row) {
    return !isValue(row.getFirst())
        && row.subList(1, row.size()).stream().allMatch(SingleCells::isValue);
  }

  private static boolean isValue(GridCell cell) {
    String text = cell.text().strip();
    return text.isEmpty()
        || Figures.whole(text).isPresent()
        || (text.length() == 1 && DASHES.contains(text));
  }

  private static Line line(List<GridCell> cells, int row) {
    List<GridCell> placed = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int column = 0; column < cells.size(); column++) {
      GridCell cell = cells.get(column);
      placed.add(new GridCell(row, column, 1, 1, cell.text(), cell.source()));
      texts.add(cell.text());
    }
    return new Line(String.join(" ", texts), placed, false, cells.getFirst().source());
  }
}
