package mingcha.disclosure;

/**
 * One cell of a table, also an empty one.
 *
 * @param row of its upper left corner, from 0
 * @param column of its upper left corner, from 0
 */
public record Cell(int row, int column, int rowSpan, int columnSpan, String text, Source source) {
  public Cell {
    if (row < 0 || column < 0 || rowSpan < 1 || columnSpan < 1) {
      throw new IllegalArgumentException(
          "a cell at " + row + "," + column + " of " + rowSpan + "x" + columnSpan);
    }
  }
}
