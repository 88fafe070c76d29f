package mingcha.check;

import java.util.List;
import java.util.Optional;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;

/** 基本支出 of 一般公共预算财政拨款支出决算表 = 人员经费合计 + 公用经费合计 of the table of basic expenditure. */
final class BasicAgainstEconomic implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "cross-table/basic",
          "基本支出与人员经费、公用经费之和不符，需要说明",
          "Basic expenditure is not personnel plus public funds of the detailed table",
          "部门决算报表表间勾稽关系：基本支出=人员经费+公用经费");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    List<List<Entry>> general = account.tables(Form.GENERAL_EXPENDITURE);
    List<List<Entry>> basic = account.tables(Form.BASIC_EXPENDITURE);
    if (general.size() != 1 || basic.size() != 1) {
      outcomes.cannot("支出表与基本支出表没有都读到，或不止一张");
      return;
    }
    Optional<Account.Stated> total =
        general.getFirst().stream()
            .filter(e -> e.name().equals("合计"))
            .flatMap(e -> Account.cell(e, "基本支出").stream())
            .findFirst();
    List<Reading> parts =
        basic.getFirst().stream()
            .filter(e -> e.subject() == null)
            .flatMap(
                e ->
                    java.util.stream.Stream.concat(
                        Account.stated(e, "personnel", Basis.TABLE).stream(),
                        Account.stated(e, "public_funds", Basis.TABLE).stream()))
            .toList();
    if (total.isEmpty()
        || parts.isEmpty()
        || parts.size() > 2
        || basic.getFirst().stream().anyMatch(Account::isDoubtful)) {
      outcomes.cannot("没有读到基本支出，或人员经费与公用经费的合计");
    } else {
      Cases.sum(total.get(), "人员经费与公用经费之和", parts, "personnel + public_funds", outcomes);
    }
  }
}
