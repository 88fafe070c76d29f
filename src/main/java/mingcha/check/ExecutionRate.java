package mingcha.check;

import java.math.BigDecimal;
import java.util.List;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;

/** The rate that a project's table prints against the one that its own figures give. */
final class ExecutionRate implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "ratio-recompute/execution-rate",
          "表内执行率与全年执行数÷全年预算数不符，需要说明",
          "The printed execution rate is not executed ÷ adjusted budget",
          "财预〔2020〕10号：预算执行率=全年执行数÷全年预算数");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Entry project : account.projects()) {
      List<Reading> rates = Account.stated(project, "execution_rate", Basis.TABLE);
      List<Reading> budgets = Account.stated(project, "budget_adjusted", Basis.TABLE);
      List<Reading> executed = Account.stated(project, "executed", Basis.TABLE);
      if (rates.size() != 1 || budgets.size() != 1 || executed.size() != 1) {
        outcomes.cannot("表内缺少执行率、全年预算数或全年执行数");
        continue;
      }
      Reading rate = rates.getFirst();
      Reading budget = budgets.getFirst();
      Reading part = executed.getFirst();
      BigDecimal computed = Figures.percentage(part, budget);
      if (computed == null) {
        outcomes.cannot("全年预算数为0");
      } else if (Rounding.beyond(
          computed, Rounding.value(rate), tolerance(rate, part, budget, computed))) {
        Reading recomputed =
            Figures.computed(
                "execution_rate",
                null,
                "执行率",
                computed,
                "%",
                "executed ÷ budget_adjusted",
                part.source());
        outcomes.violated(
            new Discrepancy(
                Severity.WARN,
                project,
                project.name(),
                "表内执行率为"
                    + Figures.printed(rate)
                    + "，而"
                    + Figures.printed(part)
                    + "÷"
                    + Figures.printed(budget)
                    + "="
                    + recomputed.raw(),
                List.of(rate, recomputed, part, budget)));
      } else {
        outcomes.holds();
      }
    }
  }

  /** The rate's own rounding, and that of the two amounts carried through the quotient. */
  static BigDecimal tolerance(Reading rate, Reading part, Reading whole, BigDecimal computed) {
    BigDecimal amounts =
        Rounding.halfUnit(part)
            .movePointRight(2)
            .add(Rounding.halfUnit(whole).multiply(computed.abs()))
            .divide(Rounding.value(whole).abs(), 6, java.math.RoundingMode.UP);
    // Rates are as often cut off as rounded: 99.99 for 99.995.
    return Rounding.halfUnit(rate).multiply(BigDecimal.TWO).add(amounts);
  }
}
