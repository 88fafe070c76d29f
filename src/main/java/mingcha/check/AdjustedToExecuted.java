package mingcha.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;

/** An adjusted budget that is what was spent, to the cent, and less than the initial one: 100%. */
final class AdjustedToExecuted implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "rate-conflict/adjusted-to-executed",
          "全年预算数调整为与执行数相同，执行率因此为100%，需要说明",
          "The adjusted budget was set to what was spent, which makes the rate 100 %",
          "财预〔2020〕10号：预算执行率=全年执行数÷全年预算数");

  private static final BigDecimal LEAST_CUT = new BigDecimal("0.95");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Entry project : account.projects()) {
      Optional<Reading> initial = Account.first(project, "budget_initial", Basis.TABLE);
      Optional<Reading> adjusted = Account.first(project, "budget_adjusted", Basis.TABLE);
      Optional<Reading> executed = Account.first(project, "executed", Basis.TABLE);
      if (initial.isEmpty() || adjusted.isEmpty() || executed.isEmpty()) {
        outcomes.cannot("表内缺少年初预算数、全年预算数或全年执行数");
        continue;
      }
      BigDecimal spent = Rounding.value(executed.get());
      boolean cut =
          spent.signum() > 0
              && spent.compareTo(Rounding.value(adjusted.get())) == 0
              && spent.compareTo(Rounding.value(initial.get()).multiply(LEAST_CUT)) < 0;
      if (!cut) {
        outcomes.holds();
        continue;
      }
      outcomes.violated(
          new Discrepancy(
              Severity.INFO,
              project,
              project.name(),
              "年初预算"
                  + Figures.printed(initial.get())
                  + "，全年预算与执行数均为"
                  + Figures.printed(executed.get()),
              List.of(initial.get(), adjusted.get(), executed.get())));
    }
  }
}
