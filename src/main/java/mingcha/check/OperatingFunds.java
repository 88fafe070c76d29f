package mingcha.check;

import java.util.List;
import java.util.Optional;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;

/**
 * 机关运行经费 is what administrative units spend of 公用经费; that of a department with institutions is less
 * than all of its 公用经费, and never more.
 */
final class OperatingFunds implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "cross-table/operating-funds",
          "机关运行经费超过公用经费，需要说明（可能含项目支出安排的运行费用）",
          "The operating costs exceed the public funds of the basic expenditure",
          "财预〔2016〕143号：机关运行经费指行政单位（含参照公务员法管理的事业单位）使用一般公共预算财政拨款安排的公用经费");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    if (account.isBudget()) {
      outcomes.cannot("预算的机关运行经费可含项目支出");
      return;
    }
    Optional<Account.Stated> operating = one(account, "operating_funds");
    Optional<Account.Stated> all = one(account, "public_funds");
    if (operating.isEmpty() || all.isEmpty()) {
      outcomes.cannot("没有写机关运行经费或公用经费，或前后不一");
      return;
    }
    Reading part = operating.get().reading();
    Reading whole = all.get().reading();
    if (Rounding.value(part).compareTo(Rounding.value(whole)) <= 0
        || !Rounding.differ(part, whole)) {
      outcomes.holds();
      return;
    }
    outcomes.violated(
        new Discrepancy(
            Severity.INFO,
            operating.get().entry(),
            operating.get().entry().name(),
            "机关运行经费为" + Figures.printed(part) + "，公用经费为" + Figures.printed(whole),
            List.of(part, whole)));
  }

  /** In tables and in words alike. */
  private static Optional<Account.Stated> one(Account account, String metric) {
    List<Account.Stated> table = account.stated().ofTheWhole(metric, Stage.FINAL, Basis.TABLE);
    List<Account.Stated> told = account.stated().ofTheWhole(metric, Stage.FINAL, Basis.NARRATIVE);
    Optional<Account.Stated> first = table.stream().findFirst().or(() -> told.stream().findFirst());
    boolean same =
        first.isPresent()
            && table.stream().noneMatch(s -> Rounding.differ(s.reading(), first.get().reading()))
            && told.stream().noneMatch(s -> Rounding.differ(s.reading(), first.get().reading()));
    return same ? first : Optional.empty();
  }
}
