package mingcha.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Subject;
import mingcha.text.Fold;

/** A 类 in the total tables against its row in the table by subject. */
final class ClassRows implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "cross-table/classes",
          "同一类支出在总表与分科目表中不一致，需要说明",
          "A class of expenditure differs between the total table and the table by subject",
          "部门决算报表表间勾稽关系：总表各类支出等于支出表同一类的合计");

  private static final int CLASS_DIGITS = 3;

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
    compare(
        account,
        Form.INCOME_EXPENDITURE_TOTAL,
        new String[] {"金额", "决算数"},
        Form.EXPENDITURE,
        outcomes);
    compare(
        account,
        Form.APPROPRIATION_TOTAL,
        new String[] {"一般公共预算财政拨款"},
        Form.GENERAL_EXPENDITURE,
        outcomes);
  }

  private static void compare(
      Account account, Form totals, String[] column, Form subjects, Outcomes outcomes) {
    Map<String, Entry> classes = new HashMap<>();
    for (Entry line : account.lines(subjects)) {
      Subject subject = line.subject();
      if (subject != null && subject.code().length() == CLASS_DIGITS) {
        classes.putIfAbsent(Fold.name(line.name()), line);
      }
    }
    for (Entry line : account.lines(totals)) {
      Entry row = classes.get(Fold.name(line.name()));
      Optional<Account.Stated> total = Account.cell(line, column);
      boolean spent =
          total.isPresent() && total.get().reading().labelPath().getFirst().equals("支出");
      if (row == null || !spent || total.isEmpty()) {
        continue;
      }
      Optional<Account.Stated> same = Account.cell(row, "本年支出合计", "小计", "合计");
      if (same.isEmpty()) {
        outcomes.cannot("分科目表没有这一栏");
      } else {
        Cases.same(total.get(), "总表", same.get(), "分科目表", outcomes);
      }
    }
  }
}
