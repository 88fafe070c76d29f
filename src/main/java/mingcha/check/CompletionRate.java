package mingcha.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;
import org.jspecify.annotations.Nullable;

/** 完成年初预算的…% against 支出决算 ÷ 年初预算 of the same sentence. */
final class CompletionRate implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "ratio-recompute/completion-rate",
          "完成年初预算的百分比与支出决算÷年初预算不符，需要说明",
          "The stated completion is not final expenditure ÷ initial budget",
          "部门决算公开说明：完成年初预算的百分比=支出决算÷年初预算");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    List<Entry> entries = account.linesAndStatements();
    for (Entry entry : entries) {
      for (Reading rate : Account.stated(entry, "completion_rate", Basis.NARRATIVE)) {
        Reading budget = near(entry, rate, true);
        Reading executed = near(entry, rate, false);
        if (budget == null || executed == null) {
          outcomes.cannot("句中缺少年初预算或支出决算");
        } else {
          check(entry, rate, budget, executed, outcomes);
        }
      }
    }
  }

  private static void check(
      Entry entry, Reading rate, Reading budget, Reading executed, Outcomes outcomes) {
    BigDecimal computed = Figures.percentage(executed, budget);
    if (computed == null) {
      zeroBudget(entry, rate, budget, executed, outcomes);
      return;
    }
    BigDecimal tolerance = ExecutionRate.tolerance(rate, executed, budget, computed);
    if (!Rounding.beyond(computed, Rounding.value(rate), tolerance)) {
      outcomes.holds();
      return;
    }
    String metric = Objects.requireNonNull(rate.metric());
    Reading recomputed =
        Figures.computed(
            metric, null, "完成年初预算", computed, "%", "executed ÷ budget_initial", executed.source());
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            entry,
            entry.name(),
            "写为"
                + Figures.printed(rate)
                + "，而"
                + Figures.printed(executed)
                + "÷"
                + Figures.printed(budget)
                + "="
                + recomputed.raw(),
            List.of(rate, recomputed, executed, budget)));
  }

  /** Of a budget of 0 no percentage can be completed, though many print 0 % or 100 %. */
  private static void zeroBudget(
      Entry entry, Reading rate, Reading budget, Reading executed, Outcomes outcomes) {
    boolean nothing = Rounding.value(executed).signum() == 0;
    if (nothing || Rounding.value(rate).signum() == 0) {
      outcomes.cannot("年初预算为0");
      return;
    }
    outcomes.violated(
        new Discrepancy(
            Severity.INFO,
            entry,
            entry.name(),
            "年初预算"
                + Figures.printed(budget)
                + "，支出决算"
                + Figures.printed(executed)
                + "，写为完成年初预算的"
                + Figures.printed(rate)
                + "；以0为基数无从计算",
            List.of(budget, executed, rate)));
  }

  /** The figure of the rate's own sentence. */
  private static @Nullable Reading near(Entry entry, Reading rate, boolean budget) {
    return Account.sure(entry)
        .filter(
            r ->
                r.basis() == Basis.NARRATIVE
                    && "元".equals(r.unit())
                    && Cases.sameLine(r.source(), rate.source())
                    && (budget ? isInitial(r) : isFinal(r)))
        .findFirst()
        .orElse(null);
  }

  private static boolean isInitial(Reading reading) {
    return reading.stage() == Stage.INITIAL;
  }

  private static boolean isFinal(Reading reading) {
    return reading.stage() == Stage.FINAL;
  }
}
