package mingcha.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;

/**
 * What basic expenditure paid for receptions, journeys and vehicles is part of “三公”, which has
 * project expenditure too: it cannot be more.
 */
final class ThreePublicAgainstBasic implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "cross-table/three-public",
          "基本支出中的“三公”经费超过“三公”经费表的决算数，需要说明",
          "Basic expenditure on one of the three public expenses exceeds all of it",
          "部门决算报表表间勾稽关系：基本支出30212、30217、30231不大于“三公”经费各项");

  private static final Map<String, String> METRICS =
      Map.of("30212", "overseas_travel", "30217", "reception", "30231", "vehicle_operation");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    List<List<Entry>> basic = account.tables(Form.BASIC_EXPENDITURE);
    if (account.isBudget() || basic.size() != 1) {
      outcomes.cannot("没有基本支出表，或不止一张");
      return;
    }
    for (Entry line : basic.getFirst()) {
      String code = line.subject() == null ? "" : line.subject().code();
      String metric = METRICS.get(code);
      Optional<Account.Stated> part = Account.cell(line);
      if (metric == null || part.isEmpty()) {
        continue;
      }
      Optional<Account.Stated> whole =
          account.stated().ofTheWhole(metric, Stage.FINAL, Basis.TABLE).stream().findFirst();
      if (whole.isEmpty()) {
        outcomes.cannot("“三公”经费表没有这一项");
      } else {
        check(part.get(), whole.get(), outcomes);
      }
    }
  }

  private static void check(Account.Stated part, Account.Stated whole, Outcomes outcomes) {
    Reading less = part.reading();
    Reading more = whole.reading();
    if (Rounding.value(less).compareTo(Rounding.value(more)) <= 0) {
      outcomes.holds();
    } else {
      Cases.same(part, "基本支出表", whole, "“三公”经费表", outcomes);
    }
  }
}
