package mingcha.text;

import java.math.BigDecimal;

/** Units of money as printed. */
public final class Units {
  private Units() {}

  /**
   * How many zeros turn an amount in this unit into one in 元: 4 for 万元; -1 where it is not money.
   */
  public static int moneyZeros(String printedUnit) {
    return switch (printedUnit) {
      case "元", "人民币元" -> 0;
      case "千元" -> 3;
      case "万元", "万" -> 4;
      case "十万元" -> 5;
      case "百万元" -> 6;
      case "千万元" -> 7;
      case "亿元", "亿", "个亿" -> 8;
      default -> -1;
    };
  }

  /** An amount in 元, exactly. */
  public static BigDecimal toYuan(BigDecimal value, String printedUnit) {
    int zeros = moneyZeros(printedUnit);
    if (zeros < 0) {
      throw new IllegalArgumentException("'" + printedUnit + "' is no unit of money");
    }
    return Numerals.plain(value.scaleByPowerOfTen(zeros));
  }
}
