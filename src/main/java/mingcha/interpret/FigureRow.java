package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mingcha.disclosure.Source;
import mingcha.extract.Block.GridCell;
import mingcha.text.Figures;
import org.jspecify.annotations.Nullable;

/** The one row of figures of a table that has no more: its last line of nothing but figures. */
record FigureRow(TableRegion region, Line line, List<Cell> cells) {
  /**
   * A figure.
   *
   * @param column of the grid; in text without columns its place among the figures
   */
  record Cell(int column, String raw, BigDecimal value, Source source) {}

  FigureRow {
    cells = List.copyOf(cells);
  }

  /** Null where no such line is; one with 1 2 3 … above the figures does not count. */
  static @Nullable FigureRow of(TableRegion region) {
    for (Line line : region.body().reversed()) {
      List<Cell> cells = cells(line);
      long words =
          line.isRow()
              ? line.filled().stream().filter(cell -> !isDash(cell.text())).count()
              : line.words().stream().filter(word -> !isDash(word)).count();
      boolean ordinals = true;
      for (int i = 0; i < cells.size(); i++) {
        ordinals &= cells.get(i).raw().equals(Integer.toString(i + 1));
      }
      if (!cells.isEmpty() && cells.size() == words && !ordinals) {
        return new FigureRow(region, line, cells);
      }
    }
    return null;
  }

  /** Whether it has columns. */
  boolean isInGrid() {
    return line.isRow();
  }

  int lastColumn() {
    return line.cells().getLast().column();
  }

  /** Columns of the whole table. */
  int width() {
    int width = 0;
    for (Line each : region.body()) {
      for (GridCell cell : each.filled()) {
        width = Math.max(width, cell.column() + cell.columnSpan());
      }
    }
    return width;
  }

  /** What stands above it. */
  HeaderTree header() {
    List<Line> above = new ArrayList<>();
    for (Line each : region.body()) {
      if (each.equals(line)) {
        break;
      }
      boolean figures =
          each.filled().stream().anyMatch(cell -> Figures.cell(cell.text()).isPresent());
      if (each.isRow() && !figures) {
        above.add(each);
      }
    }
    return new HeaderTree(above);
  }

  /** The figures numbered as they follow, blank cells left out. */
  List<Cell> inOrder() {
    List<Cell> result = new ArrayList<>();
    for (Cell cell : cells) {
      result.add(new Cell(result.size(), cell.raw(), cell.value(), cell.source()));
    }
    return result;
  }

  private static boolean isDash(String text) {
    return text.chars().allMatch(c -> "-—–－―".indexOf(c) >= 0);
  }

  private static List<Cell> cells(Line line) {
    List<Cell> cells = new ArrayList<>();
    for (GridCell cell : line.filled()) {
      Optional<BigDecimal> value = Figures.cell(cell.text());
      value.ifPresent(
          v -> cells.add(new Cell(cell.column(), cell.text().strip(), v, cell.source())));
    }
    if (!line.isRow()) {
      for (String token : line.words()) {
        Optional<BigDecimal> value = Figures.cell(token);
        value.ifPresent(v -> cells.add(new Cell(cells.size(), token, v, line.source())));
      }
    }
    return cells;
  }
}
