package mingcha.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import mingcha.sample.World.Template;
import org.jspecify.annotations.Nullable;

/**
 * A funded project of one year.
 *
 * @param vouchers what came of handing them out, or null
 * @param narrativeDecimals of the rate in its narrative
 */
record Project(
    String name,
    Template template,
    Execution execution,
    Amount initial,
    Amount adjusted,
    Amount executed,
    List<Indicator> indicators,
    @Nullable Vouchers vouchers,
    int narrativeDecimals) {
  Project {
    indicators = List.copyOf(indicators);
  }

  /**
   * A voucher campaign.
   *
   * @param driven the sales that came with the vouchers
   */
  record Vouchers(Amount issued, Amount redeemed, Amount driven) {
    BigDecimal redemptionRate() {
      return redeemed.percentOf(issued, 2);
    }

    /** Sales for each 元 redeemed. */
    BigDecimal leverage() {
      return driven.percentOf(redeemed, 0).movePointLeft(2);
    }
  }

  Amount left() {
    return adjusted.minus(executed);
  }

  /** 执行率 of the table, in per cent of the adjusted budget. */
  BigDecimal tableRate() {
    return adjusted.isZero() ? BigDecimal.ZERO : trimmed(executed.percentOf(adjusted, 2));
  }

  /** What the narrative calls the rate: of the initial budget where the adjusted was cut to it. */
  BigDecimal narrativeRate() {
    Amount whole = execution == Execution.CUT_TO_SPENT ? initial : adjusted;
    return whole.isZero() ? BigDecimal.ZERO : trimmed(executed.percentOf(whole, narrativeDecimals));
  }

  /** Ten points in proportion to the table's rate. */
  BigDecimal rateScore() {
    return trimmed(tableRate().divide(BigDecimal.TEN, 2, RoundingMode.HALF_UP));
  }

  BigDecimal score() {
    BigDecimal sum = rateScore();
    for (Indicator indicator : indicators) {
      sum = sum.add(indicator.score());
    }
    return trimmed(sum);
  }

  /** The usual bands: 优 from 90, 良 from 80, 中 from 60. */
  String grade() {
    int whole = score().intValue();
    return whole >= 90 ? "优" : whole >= 80 ? "良" : whole >= 60 ? "中" : "差";
  }

  /** Without idle zeros, and never in powers of ten. */
  static BigDecimal trimmed(BigDecimal value) {
    return value.signum() == 0
        ? BigDecimal.ZERO
        : new BigDecimal(value.stripTrailingZeros().toPlainString());
  }
}
