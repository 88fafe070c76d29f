package mingcha.query;

import mingcha.disclosure.Basis;
import org.jspecify.annotations.Nullable;

/**
 * A metric, of one basis where that is named.
 *
 * @param id of a {@link mingcha.disclosure.Metric}
 */
public record MetricRef(String id, @Nullable Basis basis) {
  public MetricRef {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("a metric has an id");
    }
  }

  /** As on the wire: {@code execution_rate} or {@code execution_rate.table}. */
  @Override
  public String toString() {
    return basis == null ? id : id + "." + basis;
  }
}
