package mingcha.index;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import mingcha.disclosure.Metric.Quantity;
import mingcha.index.Histogram.Bucket;

/**
 * The stretches of a histogram: by tens up to a hundred for rates and scores, else 1, 2, 5, 10, 20,
 * 50 and so on, since amounts of money differ by powers of ten.
 */
public final class Buckets {
  /** Beyond a thousand million million every figure is alike. */
  private static final int DECADES = 15;

  private final long[] bounds;
  private final long[] counts;

  /** Empty buckets for figures of this quantity. */
  public Buckets(Quantity quantity) {
    TreeSet<Long> all = new TreeSet<>();
    all.add(0L);
    boolean tens = quantity == Quantity.RATE || quantity == Quantity.SCORE;
    for (int ten = 1; tens && ten <= 10; ten++) {
      all.add(Schema.scaled(BigDecimal.valueOf(ten * 10L)));
    }
    for (int decade = 0; decade <= DECADES; decade++) {
      for (int step : new int[] {1, 2, 5}) {
        long bound = Schema.scaled(BigDecimal.valueOf(step).scaleByPowerOfTen(decade));
        if (!tens || bound > Schema.scaled(BigDecimal.valueOf(100))) {
          all.add(bound);
        }
      }
    }
    List.copyOf(all).forEach(bound -> all.add(-bound));
    bounds = all.stream().mapToLong(Long::longValue).toArray();
    counts = new long[bounds.length + 1];
  }

  /** The bucket of a scaled value; bucket {@code i} ends before bound {@code i}. */
  public int bucket(long scaled) {
    int at = Arrays.binarySearch(bounds, scaled);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** Counts an entry with a figure in this bucket. */
  public void add(int bucket) {
    counts[bucket]++;
  }

  /** What was counted, with the buckets that these ranges reach into marked. */
  public List<Bucket> counted(List<Range> asked) {
    int first = 0;
    int last = counts.length - 1;
    while (first <= last && counts[first] == 0) {
      first++;
    }
    while (last >= first && counts[last] == 0) {
      last--;
    }
    List<Bucket> buckets = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      long from = i == 0 ? -Schema.MOST : bounds[i - 1];
      long to = i == bounds.length ? Schema.MOST : bounds[i];
      Range bucket = new Range(from, to - 1);
      boolean reached = asked.stream().anyMatch(range -> !range.intersection(bucket).isEmpty());
      buckets.add(new Bucket(Schema.unscaled(from), Schema.unscaled(to), counts[i], reached));
    }
    return buckets;
  }
}
