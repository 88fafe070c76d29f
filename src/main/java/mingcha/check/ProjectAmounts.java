package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;

/** A project's budget or expenditure in its table and in its narrative. */
final class ProjectAmounts implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "amount-conflict/table-narrative",
          "同一项目的预算或支出金额，表格与文字说明不一致，需要说明",
          "A project's budget or expenditure differs between its table and its narrative",
          "财预〔2020〕10号：自评表与自评说明应当一致");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Entry project : account.projects()) {
      compare(project, "预算", List.of("budget_initial", "budget_adjusted"), outcomes);
      compare(project, "支出", List.of("executed"), outcomes);
    }
  }

  private static void compare(Entry project, String what, List<String> metrics, Outcomes outcomes) {
    List<Reading> table = new ArrayList<>();
    List<Reading> narrative = new ArrayList<>();
    for (String metric : metrics) {
      table.addAll(Account.stated(project, metric, Basis.TABLE));
      narrative.addAll(Account.stated(project, metric, Basis.NARRATIVE));
    }
    if (table.isEmpty() || narrative.isEmpty()) {
      outcomes.cannot("表格与文字没有都写" + what + "金额");
      return;
    }
    List<Reading> told = new ArrayList<>();
    for (Reading said : narrative) {
      if (table.stream().anyMatch(t -> !Rounding.differ(t, said))) {
        outcomes.holds();
      } else if (told.stream().allMatch(t -> Rounding.differ(t, said))) {
        told.add(said);
        Optional<Reading> same =
            table.stream()
                .filter(t -> String.valueOf(t.metric()).equals(said.metric()))
                .findFirst();
        Reading printed = same.orElse(table.getFirst());
        outcomes.violated(
            new Discrepancy(
                Severity.WARN,
                project,
                project.name(),
                what
                    + "金额表格为"
                    + Figures.printed(printed)
                    + "（"
                    + printed.label()
                    + "），文字为"
                    + Figures.printed(said),
                List.of(printed, said)));
      }
    }
  }
}
