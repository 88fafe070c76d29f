package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mingcha.extract.Block.GridCell;
import mingcha.text.Figures;

/**
 * A table that came one cell a line. As many words stand before its first figure as it has columns,
 * and one more, the first row's name; that is taken only if all its rows come out even: a name,
 * then figures or dashes.
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
    List<GridCell> cells = rows.stream().map(row -> row.filled().getFirst()).toList();
    int columns = 0;
    while (columns < cells.size() && !isValue(cells.get(columns))) {
      columns++;
    }
    columns--;
    if (columns < FEWEST_COLUMNS || cells.size() % columns != 0) {
      return Optional.empty();
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

  private static boolean isRow(List<GridCell> row) {
    return !isValue(row.getFirst())
        && row.subList(1, row.size()).stream().allMatch(SingleCells::isValue);
  }

  private static boolean isValue(GridCell cell) {
    String text = cell.text().strip();
    return Figures.whole(text).isPresent() || (text.length() == 1 && DASHES.contains(text));
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
