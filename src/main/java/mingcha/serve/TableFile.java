package mingcha.serve;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows that is written as they come: what is in memory does not grow with it. Cells are
 * strings, numbers, or null for nothing. {@link #close} completes the file; one that was not closed
 * cannot be taken for a whole one.
 */
interface TableFile extends AutoCloseable {
  void row(List<? extends @Nullable Object> cells) throws IOException;

  @Override
  void close() throws IOException;

  /** UTF-8 with a byte order mark, without which Excel takes Chinese for another encoding. */
  static TableFile csv(OutputStream out, List<String> columns) throws IOException {
    BufferedWriter lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    lines.write('\uFEFF');
    CSVPrinter printer = new CSVPrinter(lines, CSVFormat.RFC4180);
    printer.printRecord(columns);
    return new Csv(printer);
  }

  /** An Excel workbook: numbers are numbers, and where one sheet is full another follows. */
  static TableFile workbook(OutputStream out, List<String> columns) {
    return new Sheets(new Workbook(out, "Mingcha", "1.0"), columns);
  }

  /** Rows of commas. */
  final class Csv implements TableFile {
    /** What a spreadsheet takes for the beginning of a formula (CWE-1236), full-width ones too. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d,]*(?:\\.\\d+)?%?");

    private final CSVPrinter printer;

    private Csv(CSVPrinter printer) {
      this.printer = printer;
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
      List<@Nullable Object> safe = new ArrayList<>();
      for (Object cell : cells) {
        safe.add(
            switch (cell) {
              case null -> null;
              case BigDecimal number -> number.toPlainString();
              case String text -> unformula(text);
              default -> cell;
            });
      }
      printer.printRecord(safe);
    }

    /** With an apostrophe before what would be a formula; −12.5 is a number and stays one. */
    private static String unformula(String text) {
      boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
      return formula && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
      printer.close(true);
    }
  }

  /** Sheets of a workbook. */
  final class Sheets implements TableFile {
    /** Rows of a sheet in Excel, one of them the header's. */
    private static final int MOST_ROWS = 1_048_576;

    /** What a cell holds in Excel. */
    private static final int LONGEST = 32_767;

    private static final int ROWS_IN_MEMORY = 1_000;

    /** What XML 1.0 cannot say. */
    private static final Pattern UNSAYABLE =
        Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|\\p{Cs}");

    private final Workbook workbook;
    private final List<String> columns;
    private final int mostRows;
    private Worksheet sheet;
    private int sheets = 1;
    private int rows;

    private Sheets(Workbook workbook, List<String> columns) {
      this(workbook, columns, MOST_ROWS);
    }

    Sheets(Workbook workbook, List<String> columns, int mostRows) {
      this.workbook = workbook;
      this.columns = columns;
      this.mostRows = mostRows;
      this.sheet = sheet("1");
    }

    private Worksheet sheet(String name) {
      Worksheet fresh = workbook.newWorksheet(name);
      fresh.freezePane(0, 1);
      for (int column = 0; column < columns.size(); column++) {
        fresh.inlineString(0, column, columns.get(column));
      }
      rows = 1;
      return fresh;
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
      if (rows == mostRows) {
        sheet.finish();
        sheets++;
        sheet = sheet(Integer.toString(sheets));
      }
      for (int column = 0; column < cells.size(); column++) {
        switch (cells.get(column)) {
          case null -> {}
          case Number number -> sheet.value(rows, column, number);
          // Not by the table of shared strings, which would be kept until the end.
          case Object other -> sheet.inlineString(rows, column, fitted(other.toString()));
        }
      }
      rows++;
      if (rows % ROWS_IN_MEMORY == 0) {
        sheet.flush();
      }
    }

    private static String fitted(String text) {
      String said = UNSAYABLE.matcher(text).replaceAll("");
      return said.length() <= LONGEST ? said : said.substring(0, LONGEST - 1) + "…";
    }

    @Override
    public void close() throws IOException {
      workbook.finish();
    }
  }
}
