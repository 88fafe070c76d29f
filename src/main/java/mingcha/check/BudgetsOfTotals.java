package mingcha.check;

import java.util.Optional;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;

/** 财政拨款收入支出决算总表 against the tables of its three budgets, the income table and the first table. */
final class BudgetsOfTotals implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "cross-table/fund-types",
          "财政拨款总表与分预算各表的合计不一致，需要说明",
          "The appropriation table differs from the tables of its budgets",
          "部门决算报表表间勾稽关系：财政拨款收入支出决算总表与一般公共预算、政府性基金、国有资本经营各表");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    if (account.isBudget()) {
      outcomes.cannot("预算各表的口径不同");
      return;
    }
    Optional<Entry> spent = account.line(Form.APPROPRIATION_TOTAL, "本年支出合计");
    spent(account, spent, "一般公共预算财政拨款", Form.GENERAL_EXPENDITURE, outcomes);
    spent(account, spent, "政府性基金预算财政拨款", Form.GOVERNMENT_FUND, outcomes);
    spent(account, spent, "国有资本经营预算财政拨款", Form.STATE_CAPITAL, outcomes);
    same(
        cell(account.line(Form.INCOME, "合计"), "财政拨款收入"),
        "收入决算表的财政拨款收入",
        cell(account.line(Form.APPROPRIATION_TOTAL, "本年收入合计")),
        "财政拨款总表的本年收入合计",
        outcomes);
    for (String budget : new String[] {"一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"}) {
      same(
          cell(account.line(Form.INCOME_EXPENDITURE_TOTAL, budget + "收入"), "金额", "决算数"),
          "总表的" + budget + "收入",
          cell(account.line(Form.APPROPRIATION_TOTAL, budget), "金额", "决算数"),
          "财政拨款总表的" + budget,
          outcomes);
    }
  }

  private static void spent(
      Account account, Optional<Entry> spent, String column, Form form, Outcomes outcomes) {
    same(
        spent.flatMap(e -> Account.cell(e, column)),
        "财政拨款总表的" + column + "本年支出合计",
        cell(account.line(form, "合计"), "小计", "合计", "本年支出合计"),
        "该预算支出表的合计",
        outcomes);
  }

  private static Optional<Account.Stated> cell(Optional<Entry> line, String... labels) {
    return line.flatMap(e -> Account.cell(e, labels));
  }

  private static void same(
      Optional<Account.Stated> a,
      String aName,
      Optional<Account.Stated> b,
      String bName,
      Outcomes outcomes) {
    if (a.isEmpty() || b.isEmpty()) {
      outcomes.cannot("两张表没有都写这个数");
    } else {
      Cases.same(a.get(), aName, b.get(), bName, outcomes);
    }
  }
}
