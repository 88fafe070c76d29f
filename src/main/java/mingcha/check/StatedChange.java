package mingcha.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/**
 * 减少8.00万元，下降10%: a change as an amount and in per cent, to be held against what it may be of.
 *
 * @param less whether it is a decrease
 */
record StatedChange(Reading change, Reading rate, boolean less) {
  /** What an amount was before; nothing or less where the change cannot be of it. */
  BigDecimal before(Reading now) {
    BigDecimal by = Rounding.value(change);
    return less ? Rounding.value(now).add(by) : Rounding.value(now).subtract(by);
  }

  /** Whether the amount and the change give the rate. */
  boolean fits(Reading now) {
    BigDecimal before = before(now);
    if (before.signum() <= 0) {
      return false;
    }
    BigDecimal computed = computed(before);
    BigDecimal half = Rounding.halfUnit(change);
    BigDecimal amounts =
        half.movePointRight(2)
            .add(Rounding.halfUnit(now).add(half).multiply(computed))
            .divide(before, 6, RoundingMode.UP);
    BigDecimal tolerance = Rounding.halfUnit(rate).multiply(BigDecimal.TWO).add(amounts);
    return !Rounding.beyond(computed, Rounding.value(rate), tolerance);
  }

  private BigDecimal computed(BigDecimal before) {
    return Rounding.value(change).movePointRight(2).divide(before, 6, RoundingMode.HALF_UP);
  }

  /**
   * That the rate is another. The amount was something before.
   *
   * @param amount words on the amount that go before
   */
  Discrepancy otherwise(Account account, Paragraph at, String amount, Reading now) {
    BigDecimal before = before(now);
    Reading recomputed =
        Figures.computed(
            null,
            null,
            rate.label(),
            computed(before),
            "%",
            "change ÷ (amount ∓ change)",
            now.source());
    return new Discrepancy(
        Severity.WARN,
        account.at(at),
        account.at(at).name(),
        amount
            + rate.label()
            + "写为"
            + rate.raw()
            + "，而"
            + change.raw()
            + "÷"
            + Figures.printed(before, "元")
            + "="
            + recomputed.raw(),
        List.of(rate, recomputed, change, now));
  }
}
