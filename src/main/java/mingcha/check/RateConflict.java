package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;

/**
 * The execution rate of a project is 100 % in its table and 45.2 % in its analysis: most often the
 * adjusted budget was set to what was spent, and the analysis speaks of the initial one.
 */
final class RateConflict implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "rate-conflict/table-narrative",
          "同一项目的执行率，表格与文字说明不一致，需要说明",
          "A project's execution rate differs between its table and its narrative",
          "财预〔2020〕10号：预算执行率=全年执行数÷全年预算数");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Entry project : account.projects()) {
      List<Reading> table = Account.stated(project, "execution_rate", Basis.TABLE);
      List<Reading> narrative = Account.stated(project, "execution_rate", Basis.NARRATIVE);
      if (table.isEmpty() && narrative.size() > 1) {
        twice(project, narrative, outcomes);
        continue;
      }
      if (table.isEmpty() || narrative.isEmpty()) {
        outcomes.cannot("表格与文字没有都写执行率");
        continue;
      }
      List<Reading> told = new ArrayList<>();
      for (Reading said : narrative) {
        boolean agrees = table.stream().anyMatch(t -> !Rounding.differ(t, said));
        boolean again = told.stream().anyMatch(t -> !Rounding.differ(t, said));
        if (agrees) {
          outcomes.holds();
        } else if (!again) {
          told.add(said);
          outcomes.violated(conflict(project, table.getFirst(), said));
        }
      }
    }
  }

  /** A report without a table may still tell two rates. */
  private static void twice(Entry project, List<Reading> narrative, Outcomes outcomes) {
    Reading first = narrative.getFirst();
    for (Reading other : narrative) {
      if (Rounding.differ(first, other)) {
        outcomes.violated(
            new Discrepancy(
                Severity.WARN,
                project,
                project.name(),
                "执行率一处为" + Figures.printed(first) + "，另一处为" + Figures.printed(other),
                List.of(first, other)));
        return;
      }
    }
    outcomes.holds();
  }

  private static Discrepancy conflict(Entry project, Reading table, Reading said) {
    return new Discrepancy(
        Severity.WARN,
        project,
        project.name(),
        "执行率表格为" + Figures.printed(table) + "，文字为" + Figures.printed(said) + cause(project, said),
        List.of(table, said));
  }

  /** Whether the narrative's rate is that of the initial budget, which explains the difference. */
  private static String cause(Entry project, Reading said) {
    Reading initial = Account.first(project, "budget_initial", Basis.TABLE).orElse(null);
    Reading executed = Account.first(project, "executed", Basis.TABLE).orElse(null);
    if (initial == null || executed == null) {
      return "";
    }
    var rate = Figures.percentage(executed, initial);
    boolean explains =
        rate != null && !Rounding.beyond(rate, Rounding.value(said), Rounding.halfUnit(said));
    return explains
        ? "；按年初预算计算，"
            + Figures.printed(executed)
            + "÷"
            + Figures.printed(initial)
            + "="
            + Figures.printed(said)
        : "";
  }
}
