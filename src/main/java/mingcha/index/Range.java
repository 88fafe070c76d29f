package mingcha.index;

import java.math.BigDecimal;
import java.math.RoundingMode;
import mingcha.query.Clause.Condition;

/**
 * Scaled values from {@code low} to {@code high}, both included; empty where low is above high. The
 * meaning of an operator in one place, for the index and for the readings of a hit.
 */
public record Range(long low, long high) {
  /** What a condition other than IN asks for. */
  public static Range of(Condition condition) {
    BigDecimal first = condition.baseValues().getFirst();
    return switch (condition.op()) {
      case LESS -> new Range(Long.MIN_VALUE, Schema.scaled(first, RoundingMode.CEILING) - 1);
      case AT_MOST -> new Range(Long.MIN_VALUE, Schema.scaled(first, RoundingMode.FLOOR));
      case MORE -> new Range(Schema.scaled(first, RoundingMode.FLOOR) + 1, Long.MAX_VALUE);
      case AT_LEAST -> new Range(Schema.scaled(first, RoundingMode.CEILING), Long.MAX_VALUE);
      case EQUAL, IN ->
          new Range(
              Schema.scaled(first, RoundingMode.CEILING), Schema.scaled(first, RoundingMode.FLOOR));
      case BETWEEN ->
          new Range(
              Schema.scaled(first, RoundingMode.CEILING),
              Schema.scaled(condition.baseValues().get(1), RoundingMode.FLOOR));
    };
  }

  public boolean contains(BigDecimal value) {
    long scaled = Schema.scaled(value, RoundingMode.HALF_EVEN);
    return low <= scaled && scaled <= high;
  }

  public Range intersection(Range other) {
    return new Range(Math.max(low, other.low), Math.min(high, other.high));
  }

  public boolean isEmpty() {
    return low > high;
  }
}
