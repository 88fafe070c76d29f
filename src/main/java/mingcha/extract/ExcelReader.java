package mingcha.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mingcha.disclosure.Source;
import mingcha.extract.Block.GridCell;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Reads workbooks: a sheet is a page, its used range a grid. Cells read as they are displayed,
 * formulas as the value that was last computed, merged cells as one. Hidden sheets are left out,
 * hidden rows and columns are not: the printed sums need them.
 */
final class ExcelReader {
  /** A disclosure's widest sheet has 60 columns; empty styled rows go to a million. */
  private static final int MOST_ROWS = 20_000;

  private static final int MOST_COLUMNS = 200;

  private ExcelReader() {}

  /**
   * The media type says how many sheets are hidden, and not read, and how many rows are, which are.
   */
  static Outcome read(Path path, String file, String type) throws IOException {
    List<Page> pages = new ArrayList<>();
    int sheets = 0;
    int rows = 0;
    try (Workbook workbook = WorkbookFactory.create(path.toFile(), null, true)) {
      DataFormatter formatter = new DataFormatter();
      formatter.setUseCachedValuesForFormulaCells(true);
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        if (workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE) {
          Sheet sheet = workbook.getSheetAt(i);
          pages.add(page(sheet, i + 1, file, formatter));
          rows += hiddenRows(sheet);
        } else {
          sheets++;
        }
      }
    }
    String hidden =
        (sheets == 0 ? "" : "; hidden-sheets=" + sheets)
            + (rows == 0 ? "" : "; hidden-rows=" + rows);
    return FileExtractor.outcome(type + hidden, pages);
  }

  /** Rows with something in them that are not shown. */
  private static int hiddenRows(Sheet sheet) {
    int hidden = 0;
    for (Row row : sheet) {
      hidden += row.getZeroHeight() && row.getPhysicalNumberOfCells() > 0 ? 1 : 0;
    }
    return hidden;
  }

  private static Page page(Sheet sheet, int number, String file, DataFormatter formatter) {
    Map<Long, CellRangeAddress> merged = new HashMap<>();
    Set<Long> covered = new HashSet<>();
    for (CellRangeAddress range : sheet.getMergedRegions()) {
      merged.put(key(range.getFirstRow(), range.getFirstColumn()), range);
      int lastRow = Math.min(range.getLastRow(), MOST_ROWS);
      int lastColumn = Math.min(range.getLastColumn(), MOST_COLUMNS);
      for (int r = range.getFirstRow(); r <= lastRow; r++) {
        for (int c = range.getFirstColumn(); c <= lastColumn; c++) {
          covered.add(key(r, c));
        }
      }
    }
    List<GridCell> cells = new ArrayList<>();
    for (Row row : sheet) {
      int width = Math.min(row.getLastCellNum(), MOST_COLUMNS);
      for (int c = 0; c < width && row.getRowNum() < MOST_ROWS; c++) {
        CellRangeAddress range = merged.get(key(row.getRowNum(), c));
        if (range != null || !covered.contains(key(row.getRowNum(), c))) {
          cells.add(cell(row, c, range, number, file, formatter));
        }
      }
    }
    List<Block> blocks = new ArrayList<>();
    boolean filled = cells.stream().anyMatch(cell -> !cell.text().isBlank());
    if (filled) {
      blocks.add(new Block.Grid(cells, cells.getFirst().source().inTable(null, null, null)));
    }
    return new Page(number, blocks);
  }

  private static GridCell cell(
      Row row,
      int column,
      @org.jspecify.annotations.Nullable CellRangeAddress range,
      int page,
      String file,
      DataFormatter formatter) {
    Cell cell = row.getCell(column);
    String text = cell == null ? "" : formatter.formatCellValue(cell);
    int at = row.getRowNum();
    int rows = range == null ? 1 : range.getLastRow() - range.getFirstRow() + 1;
    int columns = range == null ? 1 : range.getLastColumn() - range.getFirstColumn() + 1;
    Source source = new Source(file, page, null, null, at, column, null);
    return new GridCell(at, column, rows, columns, text, source);
  }

  private static long key(int row, int column) {
    return (long) row << 20 | column;
  }
}
