package mingcha.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import mingcha.disclosure.Cell;
import mingcha.disclosure.Table;

/**
 * The rows of a table as a reader sees them. Text taken from a word processor has each cell in a
 * line of its own, with an empty line between rows and for each empty cell: there the rows are put
 * together again.
 */
final class PrintedRows {
  private static final int LEAST = 6;

  private PrintedRows() {}

  static List<List<Cell>> of(Collection<List<Cell>> byRow, Table table) {
    List<List<Cell>> rows = new ArrayList<>(byRow);
    boolean stacked =
        rows.size() >= LEAST
            && rows.stream().allMatch(PrintedRows::hasOne)
            && table.cells().stream().allMatch(c -> c.source().line() != null);
    return stacked ? unstacked(rows) : rows;
  }

  /** Has one filled cell at most. */
  private static boolean hasOne(List<Cell> row) {
    int filled = 0;
    for (Cell cell : row) {
      filled += cell.text().isBlank() ? 0 : 1;
    }
    return filled <= 1;
  }

  private static List<Cell> filled(List<Cell> row) {
    return row.stream().filter(c -> !c.text().isBlank()).toList();
  }

  private static List<List<Cell>> unstacked(List<List<Cell>> lines) {
    List<List<Cell>> rows = new ArrayList<>();
    int last = -1;
    int column = 0;
    for (List<Cell> line : lines) {
      for (Cell cell : filled(line)) {
        int at = line(cell);
        if (rows.isEmpty() || at > last + 1) {
          // One empty line ends the row before; each further one is an empty cell.
          column = rows.isEmpty() ? 0 : at - last - 2;
          rows.add(new ArrayList<>());
        }
        int row = rows.size() - 1;
        rows.getLast().add(new Cell(row, column, 1, 1, cell.text(), cell.source()));
        column++;
        last = at;
      }
    }
    return rows;
  }

  private static int line(Cell cell) {
    Integer line = cell.source().line();
    return line == null ? 0 : line;
  }
}
