package mingcha.query;

/** An order by a metric; entries without it come last. */
public record Sort(MetricRef metric, boolean ascending) {
  /** As on the wire: {@code execution_rate asc}. */
  @Override
  public String toString() {
    return metric + (ascending ? " asc" : " desc");
  }
}
