package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;

/** 年末结转和结余 of one year is 年初结转和结余 of the next; a blank cell of a table that was read is 0. */
final class CarryOver implements YearRule {
  private static final Definition DEFINITION =
      new Definition(
          "year-continuity/carry-over",
          "年初结转和结余与上年的年末结转和结余不一致，需要说明（可能有年初调整）",
          "The opening balance is not last year's closing balance",
          "部门决算报表：年初结转和结余等于上年年末结转和结余");

  private static final Pattern OPENING = Pattern.compile("年初(?:财政拨款)?结转(?:和结余)?");
  private static final Pattern CLOSING = Pattern.compile("年末(?:财政拨款)?结转(?:和结余)?");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account before, Account after, Set<Integer> years, Outcomes outcomes) {
    if (after.isBudget() || YearRule.distance(before, after) != 1) {
      outcomes.cannot("不是相连两年的决算");
      return;
    }
    for (Form form : List.of(Form.INCOME_EXPENDITURE_TOTAL, Form.APPROPRIATION_TOTAL)) {
      Optional<Account.Stated> closing = cell(before, form, CLOSING, "支出总计");
      Optional<Account.Stated> opening = cell(after, form, OPENING, "收入总计");
      Optional<Entry> total = after.line(form, "收入总计");
      if (total.isEmpty() || before.line(form, "支出总计").isEmpty()) {
        outcomes.cannot("总表没有都读到");
      } else {
        check(total.get(), closing, opening, outcomes);
      }
    }
  }

  private static void check(
      Entry total,
      Optional<Account.Stated> closing,
      Optional<Account.Stated> opening,
      Outcomes outcomes) {
    BigDecimal left = closing.map(s -> Rounding.value(s.reading())).orElse(BigDecimal.ZERO);
    BigDecimal right = opening.map(s -> Rounding.value(s.reading())).orElse(BigDecimal.ZERO);
    List<Reading> readings = new ArrayList<>();
    opening.ifPresent(s -> readings.add(s.reading()));
    closing.ifPresent(s -> readings.add(s.reading()));
    if (readings.isEmpty()
        || !Rounding.beyond(left, right, Rounding.halfUnits(readings).multiply(BigDecimal.TWO))) {
      outcomes.holds();
      return;
    }
    Entry about = opening.map(Account.Stated::entry).orElse(total);
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            about,
            about.name(),
            "年初结转和结余为"
                + opening.map(s -> Figures.printed(s.reading())).orElse("空白")
                + "，上年的年末结转和结余为"
                + closing.map(s -> Figures.printed(s.reading())).orElse("空白"),
            readings));
  }

  private static Optional<Account.Stated> cell(
      Account account, Form form, Pattern name, String total) {
    return account.lines(form).stream()
        .filter(e -> name.matcher(e.name()).matches() && !e.name().equals(total))
        .flatMap(e -> Account.cell(e, "金额", "决算数", "合计").stream())
        .findFirst();
  }
}
