package mingcha.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import org.jspecify.annotations.Nullable;

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

  /** What follows the money of a budget. */
  private static final Pattern COMPLETED =
      Pattern.compile(
          "[，,；;]?[^，。；\\d增减]{0,12}?(?:决算|执行|支出|支付|使用)数?[为是：:]?(?:决算数?[为是]?)?"
              + InText.MONEY
              + "[，,；;]?完成[^，。；\\d]{0,12}?预算数?的?(\\d+(?:\\.\\d+)?)[%％]");

  /** What follows the money that was spent. */
  private static final Pattern OF_BUDGET =
      Pattern.compile(
          "[，,；;]?完成[^，。；\\d]{0,12}?预算数?[为是]?" + InText.MONEY + "的(\\d+(?:\\.\\d+)?)[%％]");

  private static final List<String> BUDGET = List.of("预算", "预算数", "预算安排", "预算安排数");
  private static final List<String> SPENT = List.of("决算", "决算数", "执行", "执行数", "支出", "支出数");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.paragraphs().having(WORD).having("%", "％")) {
      String text = account.compact(paragraph);
      List<Worded> amounts = account.amounts(paragraph);
      Worded.each(
          named(amounts, BUDGET),
          text,
          COMPLETED,
          (budget, behind) -> {
            Reading spent =
                InText.figure("决算", behind.group(1), behind.group(2), paragraph.source());
            check(account, paragraph, budget.reading(), spent, behind.group(3), outcomes);
          });
      Worded.each(
          named(amounts, SPENT),
          text,
          OF_BUDGET,
          (spent, behind) -> {
            Reading budget =
                InText.figure("预算", behind.group(1), behind.group(2), paragraph.source());
            check(account, paragraph, budget, spent.reading(), behind.group(3), outcomes);
          });
    }
  }

  private static List<Worded> named(List<Worded> amounts, List<String> names) {
    return amounts.stream().filter(w -> names.stream().anyMatch(w.words()::endsWith)).toList();
  }

  private static void check(
      Account account,
      Paragraph at,
      Reading budget,
      Reading spent,
      @Nullable String percent,
      Outcomes outcomes) {
    Reading rate = InText.figure("完成预算", percent, "%", at.source());
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
