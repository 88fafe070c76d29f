package mingcha.serve;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
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
import org.jspecify.annotations.Nullable;

/**
 * Writes entries one after the other, each with its link and where it comes from; closing it
 * completes the file, and one that failed is not to be closed.
 */
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
          "stage",
          "label",
          "value",
          "unit",
          "raw",
          "printedUnit",
          "basis",
          "formula",
          "doubt",
          "file",
          "page",
          "line",
          "text",
          "link",
          "question",
          "indexDate");

  @Override
  void close() throws IOException;

  /** One entry a line, as DESIGN has it for the API's hits. */
  static EntryExport jsonLines(OutputStream out, ExportOrigin origin) {
    BufferedWriter lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    return of(
        entry -> {
          lines.write(
              Json.write(
                  new Line(
                      entry,
                      origin.link(entry.disclosure(), entry.id()),
                      origin.question(),
                      origin.indexDate())));
          lines.write('\n');
        },
        lines::close);
  }

  /** See {@link TableFile#csv}. */
  static EntryExport csv(OutputStream out, ExportOrigin origin) throws IOException {
    return rows(TableFile.csv(out, COLUMNS), origin);
  }

  /** An Excel workbook. */
  static EntryExport workbook(OutputStream out, ExportOrigin origin) {
    return rows(TableFile.workbook(out, COLUMNS), origin);
  }

  private static EntryExport rows(TableFile file, ExportOrigin origin) {
    return of(
        entry -> {
          for (Reading reading : entry.readings()) {
            file.row(row(entry, reading, origin));
          }
          if (entry.readings().isEmpty()) {
            file.row(row(entry, null, origin));
          }
        },
        file::close);
  }

  private static List<@Nullable Object> row(
      Entry entry, @Nullable Reading reading, ExportOrigin origin) {
    Disclosure of = entry.disclosure();
    Source source = reading == null ? null : reading.source();
    List<@Nullable Object> row = new ArrayList<>();
    row.addAll(
        Arrays.asList(
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
            entry.table() == null ? null : entry.table().title()));
    row.addAll(figure(reading));
    row.addAll(
        Arrays.asList(
            source == null ? of.file() : source.file(),
            source == null ? null : source.page(),
            source == null ? null : source.line(),
            entry.text(),
            origin.link(of, entry.id()),
            origin.question(),
            origin.indexDate()));
    return row;
  }

  private static List<@Nullable Object> figure(@Nullable Reading reading) {
    if (reading == null) {
      return Arrays.asList(new @Nullable Object[10]);
    }
    return Arrays.asList(
        reading.metric(),
        reading.stage() == null ? null : reading.stage().toString(),
        reading.label(),
        reading.value(),
        reading.unit(),
        reading.raw(),
        reading.printedUnit(),
        reading.basis().toString(),
        reading.formula(),
        reading.doubt());
  }

  /** An entry as everywhere, with where it is shown and which question it answered. */
  record Line(@JsonUnwrapped Entry entry, String link, String question, String indexDate) {}

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
