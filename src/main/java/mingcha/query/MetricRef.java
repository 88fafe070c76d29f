package mingcha.query;

import mingcha.disclosure.Basis;
import mingcha.disclosure.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A metric, of one basis or one stage where that is named: 表格中的执行率, 公务接待费预算.
 *
 * @param id of a {@link mingcha.disclosure.Metric}
 * @param stage null for the one that a bare metric means: 决算 in a final account, 预算 in a budget
 */
public record MetricRef(String id, @Nullable Basis basis, @Nullable Stage stage) {
  public MetricRef {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("a metric has an id");
    }
    if (basis != null && stage != null) {
      throw new IllegalArgumentException(id + ": a basis or a stage, not " + basis + "." + stage);
    }
  }

  public MetricRef(String id, @Nullable Basis basis) {
    this(id, basis, null);
  }

  /**
   * As on the wire: {@code execution_rate}, {@code execution_rate.table}, {@code
   * reception.initial}.
   */
  @Override
  public String toString() {
    Object variant = basis == null ? stage : basis;
    return variant == null ? id : id + "." + variant;
  }
}
