package mingcha.check;

import java.math.BigDecimal;
import java.util.List;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;

/** No part is more than the whole: 占…% above 100. */
final class ShareOverHundred implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "percentage-over-100/share",
          "占比超过100%，需要说明",
          "A share of a whole exceeds 100 %",
          "部分不大于整体");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Entry entry : account.withReadings()) {
      for (Reading reading : entry.readings()) {
        boolean part =
            "share".equals(reading.metric()) || "redemption_rate".equals(reading.metric());
        if (part && reading.value() != null && reading.doubt() == null) {
          check(entry, reading, outcomes);
        }
      }
    }
  }

  private static void check(Entry entry, Reading share, Outcomes outcomes) {
    BigDecimal tolerance = Rounding.halfUnit(share).multiply(BigDecimal.TWO);
    if (Rounding.value(share).compareTo(HUNDRED.add(tolerance)) <= 0) {
      outcomes.holds();
      return;
    }
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            entry,
            entry.name(),
            share.label() + "写为" + Figures.printed(share) + "，超过100%",
            List.of(share)));
  }
}
