package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Cell;
import mingcha.disclosure.Table;
import mingcha.disclosure.TableRef;
import mingcha.extract.Block.GridCell;

/** The cells of a statutory table as read, header rows first, also the empty ones. */
final class TableContents {
  private TableContents() {}

  static Table of(TableRegion region, int headerRows, List<String> path) {
    List<Cell> cells = new ArrayList<>();
    for (int row = 0; row < region.body().size(); row++) {
      Line line = region.body().get(row);
      if (!line.isRow()) {
        int column = 0;
        for (String token : line.text().split("\\s+")) {
          cells.add(
              new Cell(
                  row, column, 1, 1, token, line.source().inTable(region.title(), row, column)));
          column++;
        }
      }
      for (GridCell cell : line.cells()) {
        cells.add(
            new Cell(
                row,
                cell.column(),
                cell.rowSpan(),
                cell.columnSpan(),
                Line.clean(cell.text()),
                cell.source().inTable(region.title(), row, cell.column())));
      }
    }
    TableRef ref = new TableRef(region.form().id(), region.title(), region.number());
    return new Table(
        ref,
        region.unit(),
        headerRows,
        cells,
        region.note(),
        region.caption(),
        path,
        region.head().source());
  }
}
