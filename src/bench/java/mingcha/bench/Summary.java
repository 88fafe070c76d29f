package mingcha.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import mingcha.bench.Figures.Row;
import mingcha.bench.Mix.Kind;

/** One table of all sizes, with what each costs beside the one before, and OpenSearch. */
final class Summary {
  private final Map<Long, Figures> bySize = new TreeMap<>();
  private final StringBuilder ofCluster = new StringBuilder();

  void add(long entries, Figures figures) {
    bySize.put(entries, figures);
  }

  /**
   * What OpenSearch took for the same questions of the same entries.
   *
   * @param how both were asked
   */
  void addCluster(long entries, String how, Figures own, Figures cluster) {
    ofCluster.append(
        String.format(
            Locale.ROOT,
            "%n| %,d entries, %s, p50 / p99 ms by the clock | Mingcha | OpenSearch | p50, ratio |"
                + " p99, ratio |%n|---|---|---|---|---|%n",
            entries,
            how));
    for (Kind kind : Kind.values()) {
      Row ours = own.rows().get(kind);
      Row theirs = cluster.rows().get(kind);
      if (ours != null && theirs != null) {
        ofCluster.append(beside(kind.shown(), ours, theirs));
      }
    }
    ofCluster.append(beside("the whole mix", own.mix(), cluster.mix()));
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
    return table.append(ofCluster).toString();
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

  private static String beside(String of, Row own, Row cluster) {
    return String.format(
        Locale.ROOT,
        "| %s | %.1f / %.1f | %.1f / %.1f | %.1f | %.1f |%n",
        of,
        own.p50(),
        own.p99(),
        cluster.p50(),
        cluster.p99(),
        cluster.p50() / own.p50(),
        cluster.p99() / own.p99());
  }
}
