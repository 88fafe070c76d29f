package mingcha.check;

import java.math.BigDecimal;
import java.util.List;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/**
 * 决算数较预算数减少2.00万元: two figures and what is said to be between them, under the word that says which
 * way.
 *
 * @param less whether the first is said to be the smaller one
 */
record StatedDifference(Reading now, Reading other, Reading by, boolean less) {
  /** Counts that it holds, or tells that the two give another. */
  void check(Account account, Paragraph at, Outcomes outcomes) {
    BigDecimal said = less ? Rounding.value(by).negate() : Rounding.value(by);
    BigDecimal difference = Rounding.value(now).subtract(Rounding.value(other));
    if (!Rounding.beyond(difference, said, Rounding.halfUnits(List.of(now, other, by)))) {
      outcomes.holds();
      return;
    }
    Reading computed =
        Figures.computed(null, null, "差额", difference, by.unit(), "amount - other", at.source());
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            account.at(at),
            account.at(at).name(),
            "写为"
                + by.label()
                + by.raw()
                + "，而"
                + now.raw()
                + "－"
                + other.raw()
                + "="
                + computed.raw(),
            List.of(by, computed, now, other)));
  }
}
