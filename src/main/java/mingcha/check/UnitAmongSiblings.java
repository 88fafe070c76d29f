package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;

/** 27.16元 among budgets that are all in 万元: the 万 is missing. */
final class UnitAmongSiblings implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "unit-suspect/yuan-among-wan",
          "金额单位写为元，而同类金额均为万元，单位可能有误，需要说明",
          "An amount is printed in 元 where all of its kind are in 万元",
          "部门决算公开说明的金额单位应当一致");

  private static final int LEAST_SIBLINGS = 3;
  private static final BigDecimal SMALL_YUAN = BigDecimal.valueOf(10_000);

  /** How far a budget and what was spent of it may be apart to be of one size. */
  private static final BigDecimal FAR = BigDecimal.valueOf(20);

  private static final Pattern CENTS = Pattern.compile(".*\\d[.．]\\d{2}\\D*");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (String metric : List.of("budget_initial", "executed")) {
      List<Account.Stated> wan = new ArrayList<>();
      List<Account.Stated> yuan = new ArrayList<>();
      for (Entry entry : account.linesAndStatements()) {
        for (Reading reading : entry.readings()) {
          boolean money =
              metric.equals(reading.metric())
                  && reading.basis() == Basis.NARRATIVE
                  && reading.value() != null;
          if (money && Objects.equals(reading.printedUnit(), "万元")) {
            wan.add(new Account.Stated(entry, reading));
          } else if (money && Objects.equals(reading.printedUnit(), "元")) {
            yuan.add(new Account.Stated(entry, reading));
          }
        }
      }
      for (Account.Stated odd : yuan) {
        check(odd, wan, outcomes);
      }
    }
  }

  private static void check(Account.Stated odd, List<Account.Stated> wan, Outcomes outcomes) {
    Reading reading = odd.reading();
    BigDecimal value = Rounding.value(reading);
    boolean cents = CENTS.matcher(reading.raw()).matches();
    if (wan.size() < LEAST_SIBLINGS || value.signum() == 0 || !cents) {
      outcomes.cannot("没有同类金额可比");
    } else if (value.compareTo(SMALL_YUAN) < 0 || fitsInWan(odd)) {
      outcomes.violated(
          new Discrepancy(
              Severity.WARN,
              odd.entry(),
              odd.entry().name(),
              reading.label()
                  + "写为"
                  + Figures.printed(reading)
                  + "，同类的"
                  + wan.size()
                  + "个金额均以万元为单位",
              List.of(reading)));
    } else {
      outcomes.holds();
    }
  }

  /** Whether the entry's other amounts, in 万元, are about as much as this one would be in 万元. */
  private static boolean fitsInWan(Account.Stated odd) {
    BigDecimal wan = Rounding.value(odd.reading()).movePointRight(4);
    return Account.sure(odd.entry())
        .filter(r -> r.basis() == Basis.NARRATIVE && "万元".equals(r.printedUnit()))
        .filter(r -> "budget_initial".equals(r.metric()) || "executed".equals(r.metric()))
        .map(Rounding::value)
        .anyMatch(
            each ->
                each.multiply(FAR).compareTo(wan) >= 0 && wan.multiply(FAR).compareTo(each) >= 0);
  }
}
