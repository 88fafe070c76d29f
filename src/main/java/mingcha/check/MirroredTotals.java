package mingcha.check;

import java.util.List;
import java.util.Optional;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;

/** The same total in two tables: 收入决算表's 合计 is 本年收入合计 of the first table, and so on. */
final class MirroredTotals implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "cross-table/totals",
          "同一合计数在两张表中不一致，需要说明",
          "One total differs between two tables",
          "部门决算报表表间勾稽关系");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    Form first = Form.INCOME_EXPENDITURE_TOTAL;
    Form fiscal = Form.APPROPRIATION_TOTAL;
    mirror(cell(account, first, "本年收入合计"), total(account, Form.INCOME), outcomes);
    mirror(cell(account, first, "本年支出合计"), total(account, Form.EXPENDITURE), outcomes);
    mirror(cell(account, first, "收入总计"), cell(account, first, "支出总计"), outcomes);
    mirror(cell(account, fiscal, "收入总计"), cell(account, fiscal, "支出总计"), outcomes);
  }

  private static void mirror(
      Optional<Account.Stated> a, Optional<Account.Stated> b, Outcomes outcomes) {
    if (a.isEmpty() || b.isEmpty()) {
      outcomes.cannot("两张表没有都读到");
      return;
    }
    Reading left = a.get().reading();
    Reading right = b.get().reading();
    if (!Rounding.differ(left, right)) {
      outcomes.holds();
      return;
    }
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            a.get().entry(),
            a.get().entry().name(),
            named(a.get()) + Figures.printed(left) + "，" + named(b.get()) + Figures.printed(right),
            List.of(left, right)));
  }

  private static String named(Account.Stated stated) {
    Entry entry = stated.entry();
    return "《" + (entry.table() == null ? "" : entry.table().title()) + "》" + entry.name() + "为";
  }

  private static Optional<Account.Stated> cell(Account account, Form form, String name) {
    return account.lines(form).stream()
        .filter(e -> e.name().equals(name))
        .flatMap(e -> firstCell(e).stream())
        .findFirst();
  }

  private static Optional<Account.Stated> total(Account account, Form form) {
    return cell(account, form, "合计");
  }

  private static Optional<Account.Stated> firstCell(Entry entry) {
    return Account.sure(entry)
        .filter(r -> r.basis() == Basis.TABLE)
        .findFirst()
        .map(r -> new Account.Stated(entry, r));
  }
}
