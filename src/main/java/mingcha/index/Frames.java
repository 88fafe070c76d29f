package mingcha.index;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;

/**
 * One figure a publisher. Of several the latest year's is taken, a final account's before a
 * budget's, then what a table says before the narrative and that before what was computed.
 */
public final class Frames {
  private static final Comparator<Figure> BEST_FIRST =
      Comparator.comparingInt(Figure::year)
          .reversed()
          .thenComparing(figure -> !figure.isFinal())
          .thenComparing(figure -> figure.reading.basis())
          .thenComparing(figure -> figure.entry.id());

  private final String metric;
  private final Map<String, Figure> best = new LinkedHashMap<>();

  /** For the figures of one metric. */
  public Frames(String metric) {
    this.metric = metric;
  }

  /** An entry about a whole disclosure. */
  public void add(Entry entry) {
    Disclosure of = entry.disclosure();
    String publisher = of.publisher() == null ? of.id() : of.publisher();
    for (Reading reading : entry.readings()) {
      BigDecimal value = reading.value();
      if (metric.equals(reading.metric()) && value != null && CountedReadings.counts(reading, of)) {
        best.merge(
            publisher,
            new Figure(entry, reading, value),
            (a, b) -> BEST_FIRST.compare(a, b) <= 0 ? a : b);
      }
    }
  }

  /** The greatest first. */
  public List<Frame> ranked() {
    List<Figure> figures = new ArrayList<>(best.values());
    figures.sort(
        Comparator.comparing(Figure::value).reversed().thenComparing(figure -> figure.entry.id()));
    List<Frame> frames = new ArrayList<>();
    int rank = 1;
    for (int i = 0; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      if (i > 0 && figure.value.compareTo(figures.get(i - 1).value) < 0) {
        rank = i + 1;
      }
      double percentile = 100.0 * (figures.size() - rank + 1) / figures.size();
      frames.add(
          new Frame(
              figure.entry.disclosure(),
              figure.entry.id(),
              figure.reading,
              figure.value,
              rank,
              percentile));
    }
    return List.copyOf(frames);
  }

  /** The least first: rank 1 is the least, percentiles stay what they are. */
  public static List<Frame> leastFirst(List<Frame> greatestFirst) {
    List<Frame> turned = new ArrayList<>();
    for (int i = greatestFirst.size() - 1; i >= 0; i--) {
      Frame frame = greatestFirst.get(i);
      Frame before = turned.isEmpty() ? null : turned.getLast();
      boolean tied = before != null && before.value().compareTo(frame.value()) == 0;
      turned.add(frame.at(before != null && tied ? before.rank() : turned.size() + 1));
    }
    return List.copyOf(turned);
  }

  private record Figure(Entry entry, Reading reading, BigDecimal value) {
    int year() {
      return Objects.requireNonNullElse(entry.disclosure().year(), 0);
    }

    boolean isFinal() {
      String type = entry.disclosure().type();
      return type != null && type.endsWith("决算");
    }
  }
}
