package mingcha.index;

import java.math.BigDecimal;
import java.util.List;

/**
 * How the figures of the asked metric are spread among the entries that meet all else, with what
 * was asked of it.
 *
 * @param metric as on the wire: {@code execution_rate}, {@code reception.initial}
 * @param unit 元, {@code %}, 分; empty for counts
 * @param buckets from the least to the greatest, without gaps; empty ones at either end are left
 *     out
 */
public record Histogram(String metric, String unit, List<Bucket> buckets) {
  public Histogram {
    buckets = List.copyOf(buckets);
  }

  /**
   * A stretch of values.
   *
   * @param from the least value that is in it
   * @param to the least that no longer is
   * @param count entries with a figure in it; an entry of several figures may be in several
   * @param asked whether a value in it can meet the condition
   */
  public record Bucket(BigDecimal from, BigDecimal to, long count, boolean asked) {}
}
