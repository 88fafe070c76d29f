package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;

/**
 * 收入总计 = 本年收入合计 + 使用非财政拨款结余 + 年初结转和结余, and on the other side 支出总计 = 本年支出合计 + 结余分配 + 年末结转和结余, in
 * each column of the tables that print both.
 */
final class GrandTotals implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/grand-total",
          "总计与本年合计加结转结余不符，需要说明",
          "A grand total is not the year's total plus the balances",
          "部门决算报表：总计=本年合计+使用非财政拨款结余+年初结转和结余（支出为结余分配、年末结转和结余）");

  private static final Pattern OPENING = Pattern.compile("使用.*结余.*|(?:年初|上年)(?:财政拨款)?结[转余].*");
  private static final Pattern CLOSING = Pattern.compile("结余分配|年末(?:财政拨款)?结[转余].*");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    if (account.isBudget()) {
      outcomes.cannot("预算的总计另有口径");
      return;
    }
    for (Form form : List.of(Form.INCOME_EXPENDITURE_TOTAL, Form.APPROPRIATION_TOTAL)) {
      side(account, form, "收入总计", "本年收入合计", OPENING, outcomes);
      side(account, form, "支出总计", "本年支出合计", CLOSING, outcomes);
    }
  }

  private static void side(
      Account account, Form form, String grand, String year, Pattern balances, Outcomes outcomes) {
    Optional<Entry> total = account.line(form, grand);
    Optional<Entry> current = account.line(form, year);
    List<Entry> rows =
        account.lines(form).stream().filter(e -> balances.matcher(e.name()).matches()).toList();
    if (total.isEmpty()
        || current.isEmpty()
        || Account.isDoubtful(total.get())
        || rows.stream().anyMatch(Account::isDoubtful)) {
      outcomes.cannot("总计或本年合计没有读到");
      return;
    }
    for (Reading whole : Account.table(total.get())) {
      List<Reading> parts = new ArrayList<>();
      Account.cell(current.get(), whole.label()).ifPresent(s -> parts.add(s.reading()));
      for (Entry row : rows) {
        Account.cell(row, whole.label()).ifPresent(s -> parts.add(s.reading()));
      }
      if (Account.cell(current.get(), whole.label()).isEmpty()) {
        outcomes.cannot("本年合计没有这一栏");
      } else {
        Cases.sum(
            new Account.Stated(total.get(), whole), "本年合计与结转结余之和", parts, "Σ " + year, outcomes);
      }
    }
  }
}
