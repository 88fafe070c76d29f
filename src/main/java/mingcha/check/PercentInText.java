package mingcha.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/**
 * 培训费预算10.00万元，支出决算8.00万元，完成预算的60.00%: a budget, what was spent, and how much of it that is, right
 * behind each other. The words alone tell; what they are about may be anything.
 */
final class PercentInText implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "ratio-recompute/completion-in-text",
          "句中完成预算的百分比与所写预算数、决算数不符，需要说明",
          "A sentence's completion is not what its budget and its final figure give",
          "完成预算的百分比=支出决算÷预算");

  private static final String WORD = "完成";
  private static final Pattern COMPLETED =
      Pattern.compile(
          "预算(?:安排)?数?[为是：:]?"
              + InText.MONEY
              + "[，,；;]?[^，。；\\d增减]{0,12}?(?:决算|执行|支出|支付|使用)数?[为是：:]?(?:决算数?[为是]?)?"
              + InText.MONEY
              + "[，,；;]?完成[^，。；\\d]{0,12}?预算数?的?(\\d+(?:\\.\\d+)?)[%％]");
  private static final Pattern OF_BUDGET =
      Pattern.compile(
          "(?:决算|执行|支出)数?[为是：:]?"
              + InText.MONEY
              + "[，,；;]?完成[^，。；\\d]{0,12}?预算数?[为是]?"
              + InText.MONEY
              + "的(\\d+(?:\\.\\d+)?)[%％]");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.paragraphs().having(WORD).having("%", "％")) {
      String text = account.compact(paragraph);
      Matcher behind = COMPLETED.matcher(text);
      while (behind.find()) {
        check(account, paragraph, behind, 1, 3, outcomes);
      }
      Matcher within = OF_BUDGET.matcher(text);
      while (within.find()) {
        check(account, paragraph, within, 3, 1, outcomes);
      }
    }
  }

  private static void check(
      Account account, Paragraph at, Matcher told, int planned, int paid, Outcomes outcomes) {
    Reading budget = InText.figure("预算", told.group(planned), told.group(planned + 1), at.source());
    Reading spent = InText.figure("决算", told.group(paid), told.group(paid + 1), at.source());
    Reading rate = InText.figure("完成预算", told.group(5), "%", at.source());
    BigDecimal computed = Figures.percentage(spent, budget);
    if (computed == null) {
      outcomes.cannot("预算为0");
    } else if (!Rounding.beyond(
        computed, Rounding.value(rate), ExecutionRate.tolerance(rate, spent, budget, computed))) {
      outcomes.holds();
    } else if (isSeen(account, List.of(budget, spent, rate))) {
      outcomes.cannot("已按科目或总量指标核对");
    } else {
      outcomes.violated(told(account, at, rate, spent, budget));
    }
  }

  /**
   * Then {@link CompletionRate} or {@link StatedExecution} knows what it is about, and tells it; or
   * its figures are doubtful, and nothing is told of them.
   */
  private static boolean isSeen(Account account, List<Reading> readings) {
    return account.withReadings().stream()
        .map(Entry::readings)
        .anyMatch(
            own -> readings.stream().allMatch(r -> isOneOf(own, r)) && isOfBudgetAndOutturn(own));
  }

  private static boolean isOneOf(List<Reading> own, Reading reading) {
    return own.stream().anyMatch(o -> o.value() != null && isSame(o, reading));
  }

  private static boolean isOfBudgetAndOutturn(List<Reading> readings) {
    boolean rate =
        readings.stream()
            .anyMatch(
                r -> "completion_rate".equals(r.metric()) || "execution_rate".equals(r.metric()));
    long amounts = readings.stream().filter(r -> r.stage() != null && "元".equals(r.unit())).count();
    return rate && amounts > 1;
  }

  private static boolean isSame(Reading own, Reading other) {
    return Rounding.value(own).compareTo(Rounding.value(other)) == 0
        && Cases.sameLine(own.source(), other.source());
  }

  private static Discrepancy told(
      Account account, Paragraph at, Reading rate, Reading spent, Reading budget) {
    BigDecimal percent = Objects.requireNonNull(Figures.percentage(spent, budget));
    Reading recomputed =
        Figures.computed(null, null, "完成预算", percent, "%", "executed ÷ budget", at.source());
    return new Discrepancy(
        Severity.WARN,
        account.at(at),
        account.at(at).name(),
        "写为" + rate.raw() + "，而" + spent.raw() + "÷" + budget.raw() + "=" + recomputed.raw(),
        List.of(rate, recomputed, spent, budget));
  }
}
