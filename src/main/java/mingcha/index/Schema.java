package mingcha.index;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What an index holds, as data: its version, the names of its fields and how figures become numbers. */
public final class Schema {
  /** Goes up whenever an index written before could not be read as it should be. */
  public static final String VERSION = "1";

  /** Four decimals: a hundredth of a 分, and of a per cent's hundredth. */
  public static final int DECIMALS = 4;

  /** Dimensions of facets, in the order of the page. */
  public static final List<String> DIMENSIONS =
      List.of(
          "kind", "region", "year", "subject", "publisher", "type", "caliber", "form", "grade", "rule");

  private Schema() {}

  /** The field of a metric's values: stated ones of all bases, or the computed where none is stated. */
  public static String valueField(String metric, Object basisOrAny) {
    return "v:" + metric + "." + basisOrAny;
  }

  /** The keyword that says that an entry has a value there. */
  public static String hasTerm(String metric, Object basisOrAny) {
    return metric + "." + basisOrAny;
  }

  /** A figure as a long, exactly where it has no more than four decimals, rounded as asked otherwise. */
  public static long scaled(BigDecimal value, RoundingMode rounding) {
    return value.scaleByPowerOfTen(DECIMALS).setScale(0, rounding).longValueExact();
  }
}
