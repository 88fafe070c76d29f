package mingcha.check;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;

/** A subject that the general budget paid for and that 支出决算表 does not have. */
final class OneSidedSubjects implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "cross-table/codes",
          "一般公共预算支出表有的科目，支出表没有，需要说明",
          "A subject of the general budget is missing from the table of all expenditure",
          "部门决算报表表间勾稽关系：两表科目应当对应");

  private static final int LEAST_ROWS = 4;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    Map<String, Account.Stated> all = column(account, Form.EXPENDITURE);
    Map<String, Account.Stated> general = column(account, Form.GENERAL_EXPENDITURE);
    if (account.isBudget() || all.size() < LEAST_ROWS || general.size() < LEAST_ROWS) {
      outcomes.cannot("两张表没有都读到");
      return;
    }
    general.forEach((code, part) -> check(code, part, all, outcomes));
  }

  private static void check(
      String code, Account.Stated part, Map<String, Account.Stated> all, Outcomes outcomes) {
    if (all.containsKey(code) || Rounding.value(part.reading()).signum() == 0) {
      outcomes.holds();
    } else if (code.isEmpty() || !parentIsWhole(code, all)) {
      // The row may have been lost in reading.
      outcomes.cannot("支出表的这一级没有读全");
    } else {
      outcomes.violated(
          new Discrepancy(
              Severity.WARN,
              part.entry(),
              part.entry().name(),
              "科目" + code + "在一般公共预算支出表中为" + Figures.printed(part.reading()) + "，支出表没有这一科目",
              List.of(part.reading())));
    }
  }

  /** Whether the rows that were read account for all of the subject above. */
  private static boolean parentIsWhole(String code, Map<String, Account.Stated> all) {
    String above = code.length() <= 3 ? "" : code.substring(0, code.length() - 2);
    Account.Stated parent = all.get(above);
    List<Reading> children =
        all.entrySet().stream()
            .filter(
                e ->
                    e.getKey().length() == code.length()
                        && e.getKey().startsWith(above)
                        && !Objects.equals(e.getKey(), above))
            .map(e -> e.getValue().reading())
            .toList();
    return parent != null
        && !children.isEmpty()
        && !Rounding.beyond(
            Cases.add(children),
            Rounding.value(parent.reading()),
            Rounding.halfUnits(children).add(Rounding.halfUnit(parent.reading())));
  }

  private static Map<String, Account.Stated> column(Account account, Form form) {
    for (String label : List.of("本年支出合计", "小计", "合计")) {
      Map<String, Account.Stated> column = account.stated().column(form, label);
      if (!column.isEmpty()) {
        return column;
      }
    }
    return Map.of();
  }
}
