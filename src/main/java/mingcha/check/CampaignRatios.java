package mingcha.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;

/** A campaign's redemption rate and leverage against the amounts of the same campaign. */
final class CampaignRatios implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "ratio-recompute/campaign",
          "核销率或带动倍数与所列金额不符，需要说明",
          "The redemption rate or the leverage is not what the amounts give",
          "核销率=核销金额÷发放金额；杠杆率=带动消费÷核销金额");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Entry entry : account.withReadings()) {
      ratio(entry, "redemption_rate", "核销率", "redeemed", "issued", 2, outcomes);
      ratio(entry, "leverage", "带动倍数", "consumption_driven", "redeemed", 0, outcomes);
    }
  }

  private static void ratio(
      Entry entry,
      String metric,
      String label,
      String part,
      String whole,
      int zeros,
      Outcomes outcomes) {
    List<Reading> stated = Account.stated(entry, metric, Basis.NARRATIVE);
    if (stated.isEmpty()) {
      return;
    }
    Optional<Reading> above = Account.first(entry, part);
    Optional<Reading> below = Account.first(entry, whole);
    if (above.isEmpty() || below.isEmpty() || Rounding.value(below.get()).signum() == 0) {
      outcomes.cannot("缺少计算" + label + "的金额");
      return;
    }
    Reading ratio = stated.getFirst();
    BigDecimal divisor = Rounding.value(below.get());
    BigDecimal computed =
        Rounding.value(above.get()).movePointRight(zeros).divide(divisor, 6, RoundingMode.HALF_UP);
    BigDecimal amounts =
        Rounding.halfUnit(above.get())
            .movePointRight(zeros)
            .add(Rounding.halfUnit(below.get()).multiply(computed.abs()))
            .divide(divisor.abs(), 6, RoundingMode.UP);
    BigDecimal tolerance = Rounding.halfUnit(ratio).multiply(BigDecimal.TWO).add(amounts);
    if (!Rounding.beyond(computed, Rounding.value(ratio), tolerance)) {
      outcomes.holds();
      return;
    }
    Reading recomputed =
        Figures.computed(
            metric, null, label, computed, ratio.unit(), part + " ÷ " + whole, ratio.source());
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            entry,
            entry.name(),
            label
                + "写为"
                + Figures.printed(ratio)
                + "，而"
                + Figures.printed(above.get())
                + "÷"
                + Figures.printed(below.get())
                + "="
                + recomputed.raw(),
            List.of(ratio, recomputed, above.get(), below.get())));
  }
}
