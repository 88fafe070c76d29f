package mingcha.serve;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import mingcha.wire.Json;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes entries one after the other; closing it completes the file. */
public interface EntryExport extends Consumer<Entry>, AutoCloseable {
  /** The columns of a row for each reading; an entry without readings is one row. */
  List<String> COLUMNS =
      List.of(
          "id",
          "kind",
          "name",
          "publisher",
          "region",
          "regionCode",
          "year",
          "type",
          "subjectCode",
          "subjectName",
          "table",
          "metric",
          "label",
          "value",
          "unit",
          "raw",
          "printedUnit",
          "basis",
          "doubt",
          "file",
          "page",
          "line",
          "text");

  @Override
  void close() throws IOException;

  /** One entry a line, as DESIGN has it for the API's hits. */
  static EntryExport jsonLines(OutputStream out) {
    BufferedWriter lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    return of(
        entry -> {
          lines.write(Json.write(entry));
          lines.write('\n');
        },
        lines::close);
  }

  /** UTF-8 with a byte order mark, without which Excel takes Chinese for another encoding. */
  static EntryExport csv(OutputStream out) throws IOException {
    BufferedWriter lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    lines.write('\uFEFF');
    CSVPrinter printer = new CSVPrinter(lines, CSVFormat.RFC4180);
    printer.printRecord(COLUMNS);
    return of(
        entry -> {
          for (List<@Nullable Object> row : rows(entry)) {
            List<@Nullable Object> safe = new ArrayList<>();
            row.forEach(cell -> safe.add(cell instanceof String text ? unformula(text) : cell));
            printer.printRecord(safe);
          }
        },
        printer::close);
  }

  /** An Excel workbook with one sheet. */
  static EntryExport workbook(OutputStream out) {
    Workbook workbook = new Workbook(out, "Mingcha", "1.0");
    Worksheet sheet = workbook.newWorksheet("entries");
    for (int column = 0; column < COLUMNS.size(); column++) {
      sheet.value(0, column, COLUMNS.get(column));
    }
    int[] next = {1};
    return of(
        entry -> {
          for (List<@Nullable Object> row : rows(entry)) {
            for (int column = 0; column < row.size(); column++) {
              switch (row.get(column)) {
                case BigDecimal number -> sheet.value(next[0], column, number);
                case Integer number -> sheet.value(next[0], column, number);
                case null -> {}
                case Object other -> sheet.value(next[0], column, other.toString());
              }
            }
            next[0]++;
          }
        },
        workbook::finish);
  }

  private static List<List<@Nullable Object>> rows(Entry entry) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    entry.readings().forEach(reading -> rows.add(row(entry, reading)));
    if (rows.isEmpty()) {
      rows.add(row(entry, null));
    }
    return rows;
  }

  private static List<@Nullable Object> row(Entry entry, @Nullable Reading reading) {
    Disclosure of = entry.disclosure();
    Source source = reading == null ? null : reading.source();
    return Arrays.asList(
        entry.id(),
        entry.kind().toString(),
        entry.name(),
        of.publisher(),
        String.join("/", of.region()),
        of.regionCode(),
        of.year(),
        of.type(),
        entry.subject() == null ? null : entry.subject().code(),
        entry.subject() == null ? null : entry.subject().name(),
        entry.table() == null ? null : entry.table().title(),
        reading == null ? null : reading.metric(),
        reading == null ? null : reading.label(),
        reading == null ? null : reading.value(),
        reading == null ? null : reading.unit(),
        reading == null ? null : reading.raw(),
        reading == null ? null : reading.printedUnit(),
        reading == null ? null : reading.basis().toString(),
        reading == null ? null : reading.doubt(),
        source == null ? of.file() : source.file(),
        source == null ? null : source.page(),
        source == null ? null : source.line(),
        entry.text());
  }

  /** A cell that a spreadsheet would take for a formula gets an apostrophe (CWE-1236). */
  private static String unformula(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** What may fail while writing. */
  @FunctionalInterface
  interface Write<T> {
    void accept(T value) throws IOException;
  }

  /** What may fail while closing. */
  @FunctionalInterface
  interface Close {
    void run() throws IOException;
  }

  private static EntryExport of(Write<Entry> write, Close close) {
    return new EntryExport() {
      @Override
      public void accept(Entry entry) {
        try {
          write.accept(entry);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public void close() throws IOException {
        close.run();
      }
    };
  }
}
