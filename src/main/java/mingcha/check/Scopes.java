package mingcha.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;

/**
 * Budgets print the expenditure of all appropriations and that of the general budget alone. Where
 * there is no other money, and both totals are one, each subject stands twice with one amount.
 */
final class Scopes implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "cross-table/scopes",
          "财政拨款与一般公共预算两张表合计相同，而同一科目的金额不同，需要说明",
          "Two tables of one total give two amounts for one subject",
          "部门预算公开表：没有政府性基金预算时，财政拨款支出即一般公共预算支出");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Form form : List.of(Form.GENERAL_EXPENDITURE, Form.BASIC_EXPENDITURE)) {
      List<List<Entry>> tables = account.tables(form);
      Optional<Map<String, Account.Stated>> wide =
          tables.size() == 2 ? amounts(tables.getFirst()) : Optional.empty();
      Optional<Map<String, Account.Stated>> narrow =
          tables.size() == 2 ? amounts(tables.getLast()) : Optional.empty();
      if (wide.isEmpty() || narrow.isEmpty()) {
        outcomes.cannot("没有这两张表，或没有读到合计");
      } else {
        compare(wide.get(), narrow.get(), outcomes);
      }
    }
  }

  private static void compare(
      Map<String, Account.Stated> wide, Map<String, Account.Stated> narrow, Outcomes outcomes) {
    Account.Stated all = wide.get("");
    Account.Stated some = narrow.get("");
    if (all == null || some == null || Rounding.differ(all.reading(), some.reading())) {
      outcomes.cannot("两张表的合计不同");
      return;
    }
    narrow.forEach(
        (code, stated) -> {
          Account.Stated same = wide.get(code);
          if (same != null) {
            Cases.same(same, tableOf(same), stated, tableOf(stated), outcomes);
          }
        });
  }

  private static String tableOf(Account.Stated stated) {
    return stated.entry().table() == null ? "另表" : "《" + stated.entry().table().title() + "》";
  }

  /** The column of all amounts: the only one, or the one called so. */
  private static Optional<Map<String, Account.Stated>> amounts(List<Entry> table) {
    Map<String, Map<String, Account.Stated>> columns = StatedFigures.columns(table);
    return columns.entrySet().stream()
        .filter(column -> List.of("金额", "合计", "小计", "预算数").contains(column.getKey()))
        .map(Map.Entry::getValue)
        .filter(column -> column.containsKey(""))
        .findFirst();
  }
}
