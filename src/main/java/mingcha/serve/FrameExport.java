package mingcha.serve;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Reading;
import mingcha.index.Frame;
import mingcha.wire.Json;
import org.jspecify.annotations.Nullable;

/** The figures of a comparison as a file, a row each. */
final class FrameExport {
  static final List<String> COLUMNS =
      List.of(
          "rank",
          "percentile",
          "publisher",
          "region",
          "regionCode",
          "year",
          "type",
          "caliber",
          "metric",
          "value",
          "unit",
          "raw",
          "printedUnit",
          "basis",
          "link",
          "question",
          "indexDate");

  private FrameExport() {}

  /** Writes all; the file is whole only where this returns. */
  static void write(List<Frame> frames, String extension, OutputStream out, ExportOrigin origin)
      throws IOException {
    if (extension.equals("jsonl")) {
      lines(frames, out, origin);
      return;
    }
    TableFile file =
        extension.equals("csv") ? TableFile.csv(out, COLUMNS) : TableFile.workbook(out, COLUMNS);
    for (Frame frame : frames) {
      file.row(row(frame, origin));
    }
    file.close();
  }

  private static void lines(List<Frame> frames, OutputStream out, ExportOrigin origin)
      throws IOException {
    BufferedWriter lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    for (Frame frame : frames) {
      String link = origin.link(frame.disclosure(), frame.entryId());
      lines.write(Json.write(new Line(frame, link, origin.question(), origin.indexDate())));
      lines.write('\n');
    }
    lines.close();
  }

  private static List<@Nullable Object> row(Frame frame, ExportOrigin origin) {
    Disclosure of = frame.disclosure();
    Reading reading = frame.reading();
    return Arrays.asList(
        frame.rank(),
        frame.percentile(),
        of.publisher(),
        String.join("/", of.region()),
        of.regionCode(),
        of.year(),
        of.type(),
        of.caliber(),
        reading.metric(),
        frame.value(),
        reading.unit(),
        reading.raw(),
        reading.printedUnit(),
        reading.basis().toString(),
        origin.link(of, frame.entryId()),
        origin.question(),
        origin.indexDate());
  }

  /** A figure with where it is shown and what was asked. */
  record Line(@JsonUnwrapped Frame frame, String link, String question, String indexDate) {}
}
