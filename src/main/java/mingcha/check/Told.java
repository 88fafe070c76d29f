package mingcha.check;

import java.util.List;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;

/** Words that a finding is about, in the place of figures. */
final class Told {
  private static final int AROUND = 12;

  private Told() {}

  /** Words as they stand in the text. */
  static Reading words(String label, String raw, Source source) {
    return new Reading(
        null,
        null,
        label,
        List.of(label),
        null,
        null,
        raw,
        null,
        Basis.NARRATIVE,
        null,
        null,
        source);
  }

  /** A few characters of a text on both sides of a place, to find it by. */
  static String around(String text, int start, int end) {
    int from = Math.max(0, start - AROUND);
    int to = Math.min(text.length(), end + AROUND);
    return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
  }

  /** A metric as people call it: 公务接待费. */
  static String name(String metric) {
    return Metrics.standard().get(metric).chinese().getFirst();
  }
}
