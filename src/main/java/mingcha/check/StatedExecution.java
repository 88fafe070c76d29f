package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;

/** 全年预算6.68万元，支出决算5.10万元，完成全年预算的76.35%: recomputed from its own sentence. */
final class StatedExecution implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "ratio-recompute/stated-execution",
          "完成全年预算的百分比与支出决算÷全年预算不符，需要说明",
          "The stated execution is not final expenditure ÷ adjusted budget",
          "预算执行率=支出决算÷全年预算");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Entry entry : account.linesAndStatements()) {
      for (Reading rate : Account.stated(entry, "execution_rate", Basis.NARRATIVE)) {
        Optional<Reading> spent = near(entry, rate, Stage.FINAL);
        Optional<Reading> budget =
            near(entry, rate, Stage.ADJUSTED).or(() -> inTable(account, spent));
        if (budget.isEmpty() || spent.isEmpty() || !sameThing(budget.get(), spent.get())) {
          outcomes.cannot("句中缺少全年预算或支出决算");
        } else {
          check(entry, rate, budget.get(), spent.get(), outcomes);
        }
      }
    }
    account.projects().forEach(project -> ofProject(project, outcomes));
  }

  /** X项目全年预算数200万元，执行数110万元，完成预算的55%: all three in one line, and each of them once. */
  private static void ofProject(Entry project, Outcomes outcomes) {
    for (Reading rate : Account.stated(project, "execution_rate", Basis.NARRATIVE)) {
      // 预算下达500万元, 预算批复为464.2万元: of two budgets the rate may be of either.
      List<Reading> budgets = new ArrayList<>(beside(project, rate, "budget_adjusted"));
      budgets.addAll(beside(project, rate, "budget_initial"));
      List<Reading> spent = beside(project, rate, "executed");
      if (budgets.size() != 1
          || spent.size() != 1
          || beside(project, rate, "execution_rate").size() != 1) {
        outcomes.cannot("同段没有写一个全年预算数与一个执行数");
      } else {
        check(project, rate, budgets.getFirst(), spent.getFirst(), outcomes);
      }
    }
  }

  private static List<Reading> beside(Entry project, Reading rate, String metric) {
    return Account.stated(project, metric, Basis.NARRATIVE).stream()
        .filter(r -> Cases.sameLine(r.source(), rate.source()))
        .toList();
  }

  private static void check(
      Entry entry, Reading rate, Reading budget, Reading spent, Outcomes outcomes) {
    BigDecimal computed = Figures.percentage(spent, budget);
    if (computed == null) {
      outcomes.cannot("全年预算为0");
      return;
    }
    if (!Rounding.beyond(
        computed, Rounding.value(rate), ExecutionRate.tolerance(rate, spent, budget, computed))) {
      outcomes.holds();
      return;
    }
    Reading recomputed =
        Figures.computed(
            "execution_rate",
            null,
            rate.label(),
            computed,
            "%",
            "executed ÷ budget_adjusted",
            spent.source());
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            entry,
            entry.name(),
            "写为"
                + Figures.printed(rate)
                + "，而"
                + Figures.printed(spent)
                + "÷"
                + Figures.printed(budget)
                + "="
                + recomputed.raw(),
            List.of(rate, recomputed, spent, budget)));
  }

  private static boolean sameThing(Reading budget, Reading spent) {
    return Objects.equals(budget.metric(), spent.metric())
        || ("budget_adjusted".equals(budget.metric()) && "executed".equals(spent.metric()));
  }

  /** Of “三公” the sentence may leave out the budget: the table has it. */
  private static Optional<Reading> inTable(Account account, Optional<Reading> spent) {
    String metric = spent.map(r -> Objects.toString(r.metric(), "")).orElse("");
    return account.stated().ofTheWhole(metric, Stage.ADJUSTED, Basis.TABLE).stream()
        .map(Account.Stated::reading)
        .findFirst();
  }

  /** The last figure of the stage before the rate. */
  private static Optional<Reading> near(Entry entry, Reading rate, Stage stage) {
    List<Reading> said = entry.readings();
    return said.subList(0, said.indexOf(rate)).reversed().stream()
        .filter(
            r ->
                r.value() != null
                    && r.doubt() == null
                    && r.basis() == Basis.NARRATIVE
                    && Objects.equals(r.unit(), "元")
                    && r.stage() == stage
                    && Cases.sameLine(r.source(), rate.source()))
        .findFirst();
  }
}
