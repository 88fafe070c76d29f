package mingcha.index;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import mingcha.query.Clause.Condition;

/**
 * Scaled values from {@code low} to {@code high}, both included; empty where low is above high. The
 * meaning of an operator in one place, for the index and for the readings of a hit.
 */
public record Range(long low, long high) {
  /** What a condition asks for: one range, or one for each number it lists. */
  public static List<Range> of(Condition condition) {
    List<BigDecimal> values = condition.baseValues();
    BigDecimal first = values.getFirst();
    return switch (condition.op()) {
      case LESS -> List.of(new Range(Long.MIN_VALUE, up(first) - 1));
      case AT_MOST -> List.of(new Range(Long.MIN_VALUE, down(first)));
      case MORE -> List.of(new Range(down(first) + 1, Long.MAX_VALUE));
      case AT_LEAST -> List.of(new Range(up(first), Long.MAX_VALUE));
      case EQUAL, IN -> values.stream().map(Schema::scaled).map(v -> new Range(v, v)).toList();
      case BETWEEN -> List.of(new Range(up(first), down(values.get(1))));
    };
  }

  public boolean contains(BigDecimal value) {
    long scaled = Schema.scaled(value);
    return low <= scaled && scaled <= high;
  }

  public Range intersection(Range other) {
    return new Range(Math.max(low, other.low), Math.min(high, other.high));
  }

  public boolean isEmpty() {
    return low > high;
  }

  private static long up(BigDecimal value) {
    return Schema.scaled(value, RoundingMode.CEILING);
  }

  private static long down(BigDecimal value) {
    return Schema.scaled(value, RoundingMode.FLOOR);
  }
}
