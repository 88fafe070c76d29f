package mingcha.text;

import java.math.BigDecimal;

/**
 * A figure in running text.
 *
 * @param start offset of its first character
 * @param end offset behind its unit
 * @param raw as printed, unit included
 * @param value as printed, before its unit
 * @param printedUnit as printed; empty where there is none
 * @param base the value in {@code unit}
 * @param unit 元 for money, {@code %} for rates and 成, 个百分点, 倍, 分, or a measure word; empty where
 *     none is printed
 */
public record Figure(
    int start,
    int end,
    String raw,
    BigDecimal value,
    String printedUnit,
    BigDecimal base,
    String unit) {
  /** As a test compares it: {@code 三百万元 = 3000000 元}. */
  @Override
  public String toString() {
    return raw + " = " + base.toPlainString() + (unit.isEmpty() ? "" : " " + unit);
  }
}
