package mingcha.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import mingcha.bench.Figures.Row;
import mingcha.bench.Mix.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a question costs by the number of entries, as SVG: both axes by powers of ten, a line a kind
 * of question, p99 of the processor's time.
 */
final class Chart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int LEFT = 60;
  private static final int RIGHT = 150;
  private static final int TOP = 24;
  private static final int BOTTOM = 44;
  private static final double LEAST_MILLIS = 0.1;
  private static final double MOST_MILLIS = 1_000;
  private static final List<String> COLOURS =
      List.of(
          "#1b6ca8", "#c0392b", "#2e7d32", "#8e44ad", "#d35400", "#00838f", "#6d4c41", "#546e7a",
          "#ad1457", "#9e9d24");

  /** Labels of lines that end side by side are moved apart by so much. */
  private static final int LINE = 14;

  private final Map<Long, Figures> bySize;
  private final double least;
  private final double most;

  private Chart(Map<Long, Figures> bySize) {
    this.bySize = bySize;
    least = bySize.keySet().stream().mapToDouble(Math::log10).min().orElse(0);
    most = Math.max(least + 1, bySize.keySet().stream().mapToDouble(Math::log10).max().orElse(1));
  }

  static String of(Map<Long, Figures> bySize) {
    return new Chart(bySize).drawn();
  }

  private String drawn() {
    StringBuilder svg =
        new StringBuilder(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="11">
            <title>Milliseconds of the processor that 99 of 100 questions take at most, by the number of entries</title>
            <rect width="100%%" height="100%%" fill="#fff"/>
            """
                .formatted(WIDTH, HEIGHT));
    for (double millis = LEAST_MILLIS; millis <= MOST_MILLIS; millis *= 10) {
      line(svg, LEFT, y(millis), WIDTH - RIGHT, y(millis), "#ddd", 1);
      text(
          svg,
          LEFT - 6,
          y(millis) + 4,
          "end",
          millis < 1 ? "0.1 ms" : (long) millis + " ms",
          "#333");
    }
    bySize
        .keySet()
        .forEach(
            size ->
                text(svg, x(size), HEIGHT - BOTTOM + 18, "middle", "%,d".formatted(size), "#333"));
    text(
        svg,
        (LEFT + WIDTH - RIGHT) / 2.0,
        HEIGHT - 8,
        "middle",
        "entries; p99 of processor time",
        "#333");
    kinds(svg);
    return svg.append("</svg>\n").toString();
  }

  private void kinds(StringBuilder svg) {
    List<Kind> kinds =
        List.of(Kind.values()).stream()
            .filter(kind -> last(kind) != null)
            .sorted((a, b) -> Double.compare(lastMillis(b), lastMillis(a)))
            .toList();
    double label = 0;
    for (int i = 0; i < kinds.size(); i++) {
      Kind kind = kinds.get(i);
      String colour = COLOURS.get(i % COLOURS.size());
      double @Nullable [] before = null;
      for (Map.Entry<Long, Figures> each : bySize.entrySet()) {
        Row row = each.getValue().rows().get(kind);
        if (row != null) {
          double[] at = {x(each.getKey()), y(row.p99Processor())};
          if (before != null) {
            line(svg, before[0], before[1], at[0], at[1], colour, 2);
          }
          svg.append(
              String.format(
                  Locale.ROOT,
                  "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n",
                  at[0],
                  at[1],
                  colour));
          before = at;
        }
      }
      label = Math.max(label + LINE, y(lastMillis(kind)) + 4);
      text(svg, WIDTH - RIGHT + 10, label, "start", kind.shown(), colour);
    }
  }

  private @Nullable Row last(Kind kind) {
    return bySize.values().stream()
        .map(figures -> figures.rows().get(kind))
        .filter(Objects::nonNull)
        .reduce((a, b) -> b)
        .orElse(null);
  }

  private double lastMillis(Kind kind) {
    Row row = last(kind);
    return row == null ? 0 : row.p99Processor();
  }

  private double x(double size) {
    return LEFT + (WIDTH - RIGHT - LEFT) * (Math.log10(size) - least) / (most - least);
  }

  private static double y(double millis) {
    double bounded = Math.min(MOST_MILLIS, Math.max(LEAST_MILLIS, millis));
    double part = Math.log10(bounded / LEAST_MILLIS) / Math.log10(MOST_MILLIS / LEAST_MILLIS);
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * part;
  }

  private static void line(
      StringBuilder svg, double x1, double y1, double x2, double y2, String colour, int width) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\""
                + " stroke-width=\"%d\"/>%n",
            x1,
            y1,
            x2,
            y2,
            colour,
            width));
  }

  private static void text(
      StringBuilder svg, double x, double y, String anchor, String text, String colour) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            colour,
            text));
  }
}
