package mingcha.index;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import org.jspecify.annotations.Nullable;

/**
 * One figure a publisher. Of several the latest year's is taken, a final account's before a
 * budget's, then what a table says before the narrative and that before what was computed.
 */
public final class Frames {
  private static final Comparator<Figure> BEST_FIRST =
      Comparator.comparingInt(Figure::year)
          .reversed()
          .thenComparing(figure -> !isFinal(figure.disclosure.type()))
          .thenComparing(figure -> figure.reading.basis())
          .thenComparing(Figure::entryId);

  private final String metric;
  private final Map<String, Figure> best = new LinkedHashMap<>();

  /** For the figures of one metric. */
  public Frames(String metric) {
    this.metric = metric;
  }

  /** An entry about a whole disclosure. */
  public void add(Entry entry) {
    figure(metric, entry).ifPresent(this::add);
  }

  /** The figure of an entry about a whole disclosure. */
  public void add(Figure figure) {
    Disclosure of = figure.disclosure;
    String publisher = of.publisher() == null ? of.id() : of.publisher();
    best.merge(publisher, figure, (a, b) -> BEST_FIRST.compare(a, b) <= 0 ? a : b);
  }

  /** What an entry says of a metric, by its best reading; empty where it says nothing. */
  public static Optional<Figure> figure(String metric, Entry entry) {
    Disclosure of = entry.disclosure();
    return entry.readings().stream()
        .filter(reading -> metric.equals(reading.metric()))
        .filter(reading -> reading.value() != null && CountedReadings.counts(reading, of))
        .min(Comparator.comparing(Reading::basis))
        .map(r -> new Figure(of, entry.id(), r, Objects.requireNonNull(r.value())));
  }

  /**
   * Whether a disclosure of this type tells what was spent, which is better than what was meant.
   */
  public static boolean isFinal(@Nullable String type) {
    return type != null && type.endsWith("决算");
  }

  /** The greatest first. */
  public List<Frame> ranked() {
    List<Figure> figures = new ArrayList<>(best.values());
    figures.sort(Comparator.comparing(Figure::value).reversed().thenComparing(Figure::entryId));
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
              figure.disclosure, figure.entryId, figure.reading, figure.value, rank, percentile));
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

  /** A figure and whose it is. */
  public record Figure(Disclosure disclosure, String entryId, Reading reading, BigDecimal value) {
    private int year() {
      return Objects.requireNonNullElse(disclosure.year(), 0);
    }
  }
}
