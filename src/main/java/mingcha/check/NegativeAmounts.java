package mingcha.check;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;

/** A negative amount in a statutory table: possible when something was paid back, and rare. */
final class NegativeAmounts implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "amount-conflict/negative",
          "决算表中的金额为负数，需要说明（可能为收回或冲销）",
          "An amount of a statutory table is negative",
          "部门决算报表：收支金额一般不为负数");

  private static final Set<String> FORMS =
      Set.of(
          Form.INCOME_EXPENDITURE_TOTAL.id(),
          Form.INCOME.id(),
          Form.EXPENDITURE.id(),
          Form.APPROPRIATION_TOTAL.id(),
          Form.GENERAL_EXPENDITURE.id(),
          Form.BASIC_EXPENDITURE.id(),
          Form.THREE_PUBLIC.id(),
          Form.GOVERNMENT_FUND.id());

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Entry line : account.inTables()) {
      String form = line.table() == null ? null : line.table().form();
      if (form == null || !FORMS.contains(form)) {
        continue;
      }
      for (Reading reading : Account.table(line)) {
        boolean change =
            !"元".equals(reading.unit())
                || Objects.toString(reading.metric(), "").contains("change")
                || reading.labelPath().stream().anyMatch(label -> label.contains("增减"));
        if (Rounding.value(reading).signum() >= 0 || change) {
          outcomes.holds();
        } else {
          outcomes.violated(
              new Discrepancy(
                  Severity.WARN,
                  line,
                  line.name(),
                  reading.label() + "为" + Figures.printed(reading),
                  List.of(reading)));
        }
      }
    }
  }
}
