package mingcha.query;

import java.math.BigDecimal;

/**
 * A number as said in a question.
 *
 * @param value in {@code unit}
 * @param unit 元, 万元, 亿元, %, 分, 倍, a measure word; empty where none was said
 */
record Amount(BigDecimal value, String unit) {
  Amount negated() {
    return new Amount(value.negate(), unit);
  }

  boolean isMoney() {
    return unit.endsWith("元");
  }

  /** In the other's unit where this one has none: 40 in 40到60%. */
  Amount withUnitOf(Amount other) {
    return unit.isEmpty() && !other.unit.isEmpty() ? new Amount(value, other.unit) : this;
  }
}
