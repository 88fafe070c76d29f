package mingcha.index;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * How the figures of a metric spread over entries, each entry counted once.
 *
 * @param bins side by side from the least figure to the greatest; all are shown equally wide
 */
public record Histogram(List<Bin> bins) {
  /** More would be too thin to be pointed at. */
  private static final int MOST_BINS = 24;

  private static final long ONE = 10_000;
  private static final long PERCENT_STEP = 5 * ONE;
  private static final long HUNDRED = 100 * ONE;

  public Histogram {
    bins = List.copyOf(bins);
  }

  /**
   * So many entries have a figure from {@code low} on and below {@code high}; the last bin has its
   * {@code high} too.
   */
  public record Bin(BigDecimal low, BigDecimal high, long count) {}

  /**
   * Where bins for scaled values from {@code min} to {@code max} begin, and where the last ends.
   *
   * @param outOfHundred for rates and scores: steps of five up to a hundred, and what is beyond
   */
  public static long[] edges(long min, long max, boolean outOfHundred) {
    if (outOfHundred && min >= 0) {
      LongStream steps =
          LongStream.rangeClosed(0, HUNDRED / PERCENT_STEP).map(step -> step * PERCENT_STEP);
      LongStream beyond =
          max < HUNDRED ? LongStream.empty() : LongStream.of(Math.max(max, HUNDRED + PERCENT_STEP));
      return LongStream.concat(steps, beyond).toArray();
    }
    TreeSet<Long> edges = new TreeSet<>();
    decades(max).forEach(edges::add);
    decades(-min).map(edge -> -edge).forEach(edges::add);
    edges.add(0L);
    List<Long> kept = new ArrayList<>(edges);
    while (kept.size() > MOST_BINS) {
      kept.remove(kept.indexOf(0L) == kept.size() - 1 ? kept.size() - 2 : kept.indexOf(0L) + 1);
    }
    kept.removeIf(edge -> edge > max);
    kept.removeIf(edge -> edge < min && edge < 0);
    if (kept.isEmpty() || min < kept.getFirst()) {
      kept.addFirst(min);
    }
    if (kept.size() == 1 || max >= kept.getLast()) {
      kept.add(max == kept.getLast() ? max + PERCENT_STEP : max);
    }
    return kept.stream().mapToLong(Long::longValue).toArray();
  }

  /** 1, 2, 5, 10 and so on, up to a figure. */
  private static LongStream decades(long most) {
    LongStream.Builder steps = LongStream.builder();
    for (long decade = ONE; decade <= most && decade <= Schema.MOST / 10; decade *= 10) {
      for (long digit : new long[] {1, 2, 5}) {
        if (digit * decade <= most) {
          steps.add(digit * decade);
        }
      }
    }
    return steps.build();
  }

  /** The bin that a value falls into. */
  public static int binOf(long[] edges, long value) {
    int at = Arrays.binarySearch(edges, value);
    int bin = at >= 0 ? at : -at - 2;
    return Math.max(0, Math.min(bin, edges.length - 2));
  }

  /** Bins with these edges and counts. */
  public static Histogram of(long[] edges, long[] counts) {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      bins.add(new Bin(value(edges[i]), value(edges[i + 1]), counts[i]));
    }
    return new Histogram(bins);
  }

  private static BigDecimal value(long scaled) {
    BigDecimal plain = BigDecimal.valueOf(scaled, Schema.DECIMALS).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
