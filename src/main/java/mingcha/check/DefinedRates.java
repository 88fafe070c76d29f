package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import org.jspecify.annotations.Nullable;

/**
 * 计划改造2,000户，实际改造1,876户，完成率93.80%: what was planned, what was done, and the rate that these are by
 * its own name; 年初预算…，调整后…，预算调整率…%: the change of a budget; 结余…，结余率…%: what is left of it.
 */
final class DefinedRates implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "ratio-recompute/defined-rate",
          "所写比率与紧接其前的两数不符，需要说明",
          "A rate is not what the two figures right before it give",
          "预算绩效指标的定义：完成率=实际÷计划；预算调整率=调整数÷年初预算数；结转结余率=结转结余÷预算数");

  private static final String FIGURE =
      "(?<![\\d.,])"
          + InText.NUMBER
          + "(亿元|万元|元|万亩|亩|平方米|公里|人次|批次|个|户|人|名|家|辆|台|套|批|份|件|项|次|处|座|吨|张|期|场|所)";
  private static final String NAMES = "完成率|控制率|执行率|回收率|到位率|支出率|支付率|兑付率|拨付率|实现率";
  private static final String[] SOUGHT = (NAMES + "|调整率|结余率").split("\\|");
  private static final String PERCENT = "(?:为|是|达到?|：|:)?(\\d{1,4}(?:\\.\\d+)?)[%％]";
  private static final String WORDS = "[^。；;\\d（(]{0,24}?";

  private static final Pattern DONE =
      Pattern.compile(
          "(?:计划|预算|目标|应|发放|核定|编制|安排|下达)[^，。；;\\d]{0,14}?"
              + FIGURE
              + "[^。；;\\d]{0,12}?(?:实际|完成|支出|执行|使用|回收|到位|实有|在职|兑付|支付|拨付|发生)"
              + "[^，。；;\\d]{0,12}?"
              + FIGURE
              + "[，,、（(]?[^，。；;、\\d（(]{0,12}?("
              + NAMES
              + ")"
              + PERCENT);

  private static final Pattern ADJUSTED =
      Pattern.compile(
          "年初(?:部门)?预算[^，。；;\\d]{0,8}?"
              + FIGURE
              + "[，,、]"
              + WORDS
              + "调整[^，。；;\\d]{0,12}?"
              + FIGURE
              + "[，,、]?[^，。；;、\\d]{0,4}?(调整率)"
              + PERCENT);

  private static final Pattern LEFT =
      Pattern.compile(
          "(?:结转结?余?|结余)(?:资金|金额)?[为是]?"
              + FIGURE
              + "[，,、]?[^，。；;、\\d]{0,6}?((?:结转)?结余率)"
              + PERCENT);

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.passages().having(SOUGHT)) {
      String text = account.compact(paragraph);
      Matcher done = DONE.matcher(text);
      while (done.find()) {
        Told told = told(done, paragraph);
        check(account, told, Figures.percentage(told.second(), told.first()), outcomes);
      }
      Matcher adjusted = text.contains("调整率") ? ADJUSTED.matcher(text) : null;
      while (adjusted != null && adjusted.find()) {
        Told told = told(adjusted, paragraph);
        BigDecimal percent = Figures.percentage(told.second(), told.first());
        BigDecimal change =
            percent == null ? null : percent.subtract(BigDecimal.valueOf(100)).abs();
        check(account, told, change, outcomes);
      }
      Matcher left = text.contains("结余率") ? LEFT.matcher(text) : null;
      while (left != null && left.find()) {
        left(account, paragraph, left, outcomes);
      }
    }
  }

  /** Two figures of one unit, and the rate. */
  private record Told(Paragraph at, Reading first, Reading second, Reading rate) {
    boolean isOfOneUnit() {
      return String.valueOf(first.unit()).equals(second.unit())
          || (isOfPersons(first) && isOfPersons(second));
    }

    private static boolean isOfPersons(Reading reading) {
      return "人".equals(reading.unit()) || "名".equals(reading.unit());
    }
  }

  private static Told told(Matcher matcher, Paragraph at) {
    Reading first = InText.figure("计划数", matcher.group(1), matcher.group(2), at.source());
    Reading second = InText.figure("实际数", matcher.group(3), matcher.group(4), at.source());
    String name = String.valueOf(matcher.group(5));
    return new Told(at, first, second, InText.figure(name, matcher.group(6), "%", at.source()));
  }

  private static void check(
      Account account, Told told, @Nullable BigDecimal computed, Outcomes outcomes) {
    if (computed == null || !told.isOfOneUnit()) {
      outcomes.cannot("两数单位不同，或计划数为0");
    } else if (fits(told.rate(), told.second(), told.first(), computed)) {
      outcomes.holds();
    } else {
      tell(account, told, computed, outcomes);
    }
  }

  private static boolean fits(Reading rate, Reading part, Reading whole, BigDecimal computed) {
    BigDecimal tolerance =
        ExecutionRate.tolerance(rate, part, whole, computed).add(Rounding.halfUnit(rate));
    return !Rounding.beyond(computed, Rounding.value(rate), tolerance);
  }

  /**
   * What is left is a share of a budget of the same paragraph: of whichever fits, else of the last.
   */
  private static void left(
      Account account, Paragraph paragraph, Matcher matcher, Outcomes outcomes) {
    Reading rest = InText.figure("结余", matcher.group(1), matcher.group(2), paragraph.source());
    String name = String.valueOf(matcher.group(3));
    Reading rate = InText.figure(name, matcher.group(4), "%", paragraph.source());
    List<Worded> budgets = new ArrayList<>();
    for (Worded each : account.amounts(paragraph)) {
      if (each.end() <= matcher.start(1) && each.words().contains("预算")) {
        budgets.add(each);
      }
      BigDecimal computed = Figures.percentage(rest, each.reading());
      if (computed != null && fits(rate, rest, each.reading(), computed)) {
        outcomes.holds();
        return;
      }
    }
    Optional<Reading> whole =
        budgets.isEmpty() ? Optional.empty() : Optional.of(budgets.getLast().reading());
    BigDecimal computed = whole.map(w -> Figures.percentage(rest, w)).orElse(null);
    if (whole.isEmpty() || computed == null) {
      outcomes.cannot("同段没有写预算数");
    } else {
      tell(account, new Told(paragraph, whole.get(), rest, rate), computed, outcomes);
    }
  }

  private static void tell(Account account, Told told, BigDecimal computed, Outcomes outcomes) {
    Reading rate = told.rate();
    Reading recomputed =
        Figures.computed(
            null, null, rate.label(), computed, "%", "second ÷ first", told.at().source());
    boolean change = rate.label().equals("调整率");
    String dividend =
        change ? "（" + told.second().raw() + "－" + told.first().raw() + "）" : told.second().raw();
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            account.at(told.at()),
            rate.label(),
            "写为" + rate.raw() + "，而" + dividend + "÷" + told.first().raw() + "=" + recomputed.raw(),
            List.of(rate, recomputed, told.second(), told.first())));
  }
}
