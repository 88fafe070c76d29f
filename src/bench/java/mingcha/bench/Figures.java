package mingcha.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import mingcha.bench.Mix.Kind;

/**
 * What a step measured of each kind of question, as it is handed to the table and the chart: a file
 * of one row a kind.
 *
 * @param mix over all questions of all kinds
 */
record Figures(Map<Kind, Row> rows, Row mix) {
  private static final String MIX = "mix";

  Figures {
    rows = Map.copyOf(rows);
  }

  /** Milliseconds by the clock and of the processor. */
  record Row(double p50, double p99, double p50Processor, double p99Processor) {
    private static Row of(Timings timings) {
      return new Row(
          timings.clock(0.5), timings.clock(0.99), timings.processor(0.5), timings.processor(0.99));
    }

    private String line(String of) {
      return String.format(
          Locale.ROOT, "%s\t%.3f\t%.3f\t%.3f\t%.3f", of, p50, p99, p50Processor, p99Processor);
    }

    private static Row read(String[] cells) {
      return new Row(number(cells[1]), number(cells[2]), number(cells[3]), number(cells[4]));
    }
  }

  static void write(Map<Kind, Timings> timings, Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    timings.forEach((kind, times) -> lines.add(Row.of(times).line(kind.name())));
    lines.add(Row.of(Timings.all(timings.values())).line(MIX));
    Files.write(file, lines, StandardCharsets.UTF_8);
  }

  static Figures read(Path file) throws IOException {
    Map<Kind, Row> rows = new EnumMap<>(Kind.class);
    Row mix = null;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      String[] cells = line.split("\t", -1);
      if (cells[0].equals(MIX)) {
        mix = Row.read(cells);
      } else {
        rows.put(Kind.valueOf(cells[0]), Row.read(cells));
      }
    }
    return new Figures(rows, Objects.requireNonNull(mix, file + " has a row for the mix"));
  }

  private static double number(String cell) {
    return Double.parseDouble(cell);
  }
}
