package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;

/** What the tables and the narrative say of the whole disclosure: totals, “三公”, operating costs. */
final class WholeAmounts implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "cross-table/table-narrative",
          "同一总量指标，表格与文字说明不一致，需要说明",
          "A total differs between the tables and the narrative",
          "财预〔2016〕143号：公开的决算表与文字说明应当一致");

  private static final List<String> METRICS =
      List.of(
          "revenue_total",
          "expenditure_total",
          "revenue",
          "expenditure",
          "basic_expenditure",
          "project_expenditure",
          "fiscal_appropriation",
          "operating_funds",
          "personnel",
          "public_funds",
          "three_public",
          "overseas_travel",
          "vehicle",
          "vehicle_purchase",
          "vehicle_operation",
          "reception",
          "procurement");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (String metric : METRICS) {
      compare(account, metric, List.of(Stage.FINAL), outcomes);
      compare(account, metric, List.of(Stage.ADJUSTED, Stage.INITIAL), outcomes);
    }
  }

  private static void compare(
      Account account, String metric, List<Stage> stages, Outcomes outcomes) {
    List<Account.Stated> table = stated(account, metric, stages, Basis.TABLE);
    List<Account.Stated> narrative = stated(account, metric, stages, Basis.NARRATIVE);
    if (table.isEmpty() && blankIsNothing(account, metric, stages)) {
      blank(account, narrative, outcomes);
      return;
    }
    if (table.isEmpty() || narrative.isEmpty()) {
      outcomes.cannot("表格与文字没有都写" + Told.name(metric));
      return;
    }
    List<Reading> told = new ArrayList<>();
    for (Account.Stated said : narrative) {
      Reading figure = said.reading();
      if (table.stream().anyMatch(t -> !Rounding.differ(t.reading(), figure))) {
        outcomes.holds();
      } else if (table.stream().allMatch(t -> isNarrower(t.entry(), said.entry()))) {
        outcomes.cannot("表格只列一般公共预算，文字可能包括其他资金");
      } else if (told.stream().allMatch(t -> Rounding.differ(t, figure))) {
        told.add(figure);
        outcomes.violated(conflict(table.getFirst(), said));
      }
    }
  }

  private static final Set<String> THREE_PUBLIC =
      Set.of("overseas_travel", "vehicle", "vehicle_purchase", "vehicle_operation", "reception");

  /** A blank cell of a “三公” table that was read, and without doubt, is 0. */
  private static boolean blankIsNothing(Account account, String metric, List<Stage> stages) {
    return THREE_PUBLIC.contains(metric)
        && stages.equals(List.of(Stage.FINAL))
        && !account.stated().ofTheWhole("three_public", Stage.FINAL, Basis.TABLE).isEmpty()
        && account.lines(Form.THREE_PUBLIC).stream().noneMatch(Account::isDoubtful);
  }

  private static void blank(Account account, List<Account.Stated> narrative, Outcomes outcomes) {
    Reading total =
        account.stated().ofTheWhole("three_public", Stage.FINAL, Basis.TABLE).getFirst().reading();
    for (Account.Stated said : narrative) {
      if (Rounding.value(said.reading()).signum() == 0) {
        outcomes.holds();
      } else {
        outcomes.violated(
            new Discrepancy(
                Severity.WARN,
                said.entry(),
                said.entry().name(),
                "决算表格为空白，文字为" + Figures.printed(said.reading()),
                List.of(said.reading(), total)));
        return;
      }
    }
  }

  /**
   * 基本支出 of 支出决算情况 is of all funds, 05表's of one: where no other table is printed, only what stands
   * under a heading of the same money can be held against it.
   */
  private static boolean isNarrower(Entry line, Entry said) {
    return line.table() != null
        && Form.GENERAL_EXPENDITURE.id().equals(line.table().form())
        && said.path().stream().noneMatch(h -> h.contains("一般公共预算") || h.contains("财政拨款"));
  }

  private static List<Account.Stated> stated(
      Account account, String metric, List<Stage> stages, Basis basis) {
    List<Account.Stated> stated = new ArrayList<>();
    for (Stage stage : stages) {
      stated.addAll(account.stated().ofTheWhole(metric, stage, basis));
    }
    return stated;
  }

  private static Discrepancy conflict(Account.Stated table, Account.Stated said) {
    Reading printed = table.reading();
    Reading told = said.reading();
    boolean stages = !Objects.equals(printed.stage(), told.stage());
    boolean planned = printed.stage() != Stage.FINAL;
    return new Discrepancy(
        Severity.WARN,
        table.entry(),
        table.entry().name(),
        (planned ? "预算" : "决算")
            + "表格为"
            + Figures.printed(printed)
            + "，文字为"
            + Figures.printed(told)
            + (stages ? "；表内为调整后的预算，文字可能为年初预算" : ""),
        List.of(printed, told));
  }
}
