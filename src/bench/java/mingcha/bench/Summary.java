package mingcha.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import mingcha.bench.Figures.Row;
import mingcha.bench.Mix.Kind;

/** One table of all sizes, with what each costs beside the one before. */
final class Summary {
  private final Map<Long, Figures> bySize = new TreeMap<>();

  void add(long entries, Figures figures) {
    bySize.put(entries, figures);
  }

  Map<Long, Figures> bySize() {
    return new LinkedHashMap<>(bySize);
  }

  String table() {
    StringBuilder table = new StringBuilder("| questions, p50 / p99 ms of the processor |");
    bySize.keySet().forEach(size -> table.append(String.format(Locale.ROOT, " %,d |", size)));
    table.append(" p99, a size up |\n|---|").append("---|".repeat(bySize.size() + 1)).append('\n');
    for (Kind kind : Kind.values()) {
      table.append("| ").append(kind.shown()).append(" |");
      for (Figures figures : bySize.values()) {
        Row row = figures.rows().get(kind);
        table.append(
            row == null
                ? " |"
                : String.format(
                    Locale.ROOT, " %.1f / %.1f |", row.p50Processor(), row.p99Processor()));
      }
      table.append(' ').append(growth(kind)).append(" |\n");
    }
    return table.toString();
  }

  private String growth(Kind kind) {
    double[] p99 =
        bySize.values().stream()
            .map(figures -> figures.rows().get(kind))
            .filter(Objects::nonNull)
            .mapToDouble(Row::p99Processor)
            .toArray();
    StringBuilder growth = new StringBuilder();
    for (int i = 1; i < p99.length; i++) {
      growth.append(
          String.format(Locale.ROOT, i == 1 ? "× %.1f" : ", × %.1f", p99[i] / p99[i - 1]));
    }
    return growth.toString();
  }
}
