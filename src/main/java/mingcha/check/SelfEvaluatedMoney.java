package mingcha.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;

/** No more project expenditure can be evaluated than there was. */
final class SelfEvaluatedMoney implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "cross-table/self-evaluated",
          "自评项目涉及的资金超过全部项目支出，需要说明（可能含往年结转或预算口径）",
          "The money of the self-evaluated projects exceeds all project expenditure",
          "财预〔2020〕10号：绩效自评覆盖本年项目支出");

  /** Budgets of the beginning of the year may well exceed what was spent. */
  private static final Pattern BUDGET = Pattern.compile(".*(?:年初预算|预算资金|预算安排|预算金额).*");

  private static final Pattern MONEY = Pattern.compile(".*(?:资金|金额|项目支出)");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    Optional<Reading> all =
        account.stated().ofTheWhole("project_expenditure", Stage.FINAL, Basis.TABLE).stream()
            .map(Account.Stated::reading)
            .max((a, b) -> Rounding.value(a).compareTo(Rounding.value(b)));
    if (all.isEmpty()) {
      outcomes.cannot("没有读到项目支出");
      return;
    }
    for (Entry entry : account.statements()) {
      Optional<Reading> money =
          isSpent(Compact.of(entry.text()))
              ? Account.sure(entry).filter(SelfEvaluatedMoney::isMoney).findFirst()
              : Optional.empty();
      if (money.isPresent()) {
        check(entry, money.get(), all.get(), outcomes);
        return;
      }
    }
    outcomes.cannot("没有写自评项目涉及的资金");
  }

  private static boolean isSpent(String text) {
    return (text.contains("绩效自评") || text.contains("绩自评")) && !BUDGET.matcher(text).matches();
  }

  private static boolean isMoney(Reading reading) {
    return "元".equals(reading.unit())
        && reading.basis() == Basis.NARRATIVE
        && MONEY.matcher(reading.label()).matches();
  }

  private static void check(Entry entry, Reading money, Reading all, Outcomes outcomes) {
    boolean more = Rounding.value(money).compareTo(Rounding.value(all)) > 0;
    if (!more || !Rounding.differ(money, all)) {
      outcomes.holds();
      return;
    }
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            entry,
            entry.name(),
            "自评项目资金" + Figures.printed(money) + "，项目支出" + Figures.printed(all),
            List.of(money, all)));
  }
}
