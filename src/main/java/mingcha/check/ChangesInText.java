package mingcha.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import mingcha.text.Units;

/**
 * 总计均为530.95万元，与年初预算相比，各增加132.50万元，增长33.25%: an amount, what it is compared with, the change in
 * money and in per cent, right behind each other. The words alone tell; what they are about may be
 * anything.
 */
final class ChangesInText implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "ratio-recompute/change-in-text",
          "句中增减百分比与所写金额、增减额不符，需要说明",
          "A sentence's change in per cent is not what its amount and change give",
          "增减百分比=增减额÷(本期数－增减额)");

  private static final String MONEY = "(\\d[\\d,]*(?:\\.\\d+)?)(亿元|万元|元)";
  private static final Pattern AMOUNT = Pattern.compile(MONEY);
  private static final String STOPS = "。；;";
  private static final Pattern CHANGE =
      Pattern.compile(
          MONEY
              + "[，。；,]?(?:与|比|较)[^，。；\\d]{0,8}(?:\\d{4}年)?[^，。；\\d]{0,12}(?:相比)?[，,]?[^，。；\\d]{0,14}?"
              + "(增加|增长|减少|下降)了?"
              + MONEY
              + "[，,]?(?:同比)?(增加|增长|上升|提高|减少|下降|降低)了?(\\d+(?:\\.\\d+)?)[%％]");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph :
        account.paragraphs().having("%", "％").having("比", "较").having("增加", "增长", "减少", "下降")) {
      String text = account.compact(paragraph);
      Matcher matcher = CHANGE.matcher(text);
      while (matcher.find()) {
        Source source = paragraph.source();
        List<Reading> amounts = amounts(text, matcher, source);
        Reading now = amounts.getFirst();
        Reading change = money(String.valueOf(matcher.group(3)), matcher, 4, source);
        Reading rate =
            reading(
                String.valueOf(matcher.group(6)),
                new BigDecimal(String.valueOf(matcher.group(7))),
                "%",
                matcher.group(7) + "%",
                "%",
                source);
        boolean less = change.label().matches("减少|下降");
        boolean apart = less != rate.label().matches("减少|下降|降低");
        if (apart) {
          outcomes.cannot("增减额与百分比方向不同");
        } else if (!isOfOneEntry(account, List.of(now, change, rate))) {
          if (amounts.stream().anyMatch(amount -> fits(amount, change, rate, less))) {
            outcomes.holds();
          } else {
            check(account, paragraph, now, change, rate, less, outcomes);
          }
        }
      }
    }
  }

  /**
   * What the change may be of: the amount before it; and of 预算为6.68万元，其中：…接待费0.00万元。与上年相比减少… the
   * total that opens the sentence, which comes first, or any of its parts.
   */
  private static List<Reading> amounts(String text, Matcher matcher, Source source) {
    List<Reading> amounts = new ArrayList<>();
    int start = matcher.start();
    while (start > 0 && STOPS.indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    String sentence = text.substring(start, matcher.start());
    if (sentence.contains("其中") || STOPS.indexOf(text.charAt(matcher.end(2))) >= 0) {
      Matcher each = AMOUNT.matcher(sentence);
      while (each.find()) {
        amounts.add(money("本期数", each, 1, source));
      }
    }
    amounts.add(money("本期数", matcher, 1, source));
    return amounts;
  }

  /** Then {@link Changes} looks at them, and knows what they are about. */
  static boolean isOfOneEntry(Account account, List<Reading> readings) {
    for (Account.Said told : account.stated().told()) {
      List<Reading> here =
          told.readings().stream()
              .filter(own -> Cases.sameLine(own.source(), readings.getFirst().source()))
              .toList();
      if (!here.isEmpty()
          && isJudged(here, readings.getFirst())
          && readings.stream().allMatch(r -> here.stream().anyMatch(own -> isSame(own, r)))) {
        return true;
      }
    }
    return false;
  }

  /** Of an amount that is nothing known, it does not look at the change. */
  private static boolean isJudged(List<Reading> said, Reading now) {
    return said.stream()
        .anyMatch(own -> (own.metric() != null || own.stage() != null) && isSame(own, now));
  }

  private static boolean isSame(Reading own, Reading other) {
    return Rounding.value(own).abs().compareTo(Rounding.value(other)) == 0;
  }

  private static BigDecimal before(Reading now, Reading change, boolean less) {
    BigDecimal by = Rounding.value(change);
    return less ? Rounding.value(now).add(by) : Rounding.value(now).subtract(by);
  }

  private static boolean fits(Reading now, Reading change, Reading rate, boolean less) {
    BigDecimal before = before(now, change, less);
    if (before.signum() <= 0) {
      return false;
    }
    BigDecimal computed = computed(change, before);
    BigDecimal half = Rounding.halfUnit(change);
    BigDecimal amounts =
        half.movePointRight(2)
            .add(Rounding.halfUnit(now).add(half).multiply(computed))
            .divide(before, 6, RoundingMode.UP);
    BigDecimal tolerance = Rounding.halfUnit(rate).multiply(BigDecimal.TWO).add(amounts);
    return !Rounding.beyond(computed, Rounding.value(rate), tolerance);
  }

  private static BigDecimal computed(Reading change, BigDecimal before) {
    return Rounding.value(change).movePointRight(2).divide(before, 6, RoundingMode.HALF_UP);
  }

  private static void check(
      Account account,
      Paragraph paragraph,
      Reading now,
      Reading change,
      Reading rate,
      boolean less,
      Outcomes outcomes) {
    BigDecimal before = before(now, change, less);
    if (before.signum() <= 0) {
      outcomes.cannot("上期数为0");
      return;
    }
    Reading recomputed =
        Figures.computed(
            null,
            null,
            rate.label(),
            computed(change, before),
            "%",
            "change ÷ (amount ∓ change)",
            now.source());
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            account.at(paragraph),
            account.at(paragraph).name(),
            rate.label()
                + "写为"
                + rate.raw()
                + "，而"
                + change.raw()
                + "÷"
                + Figures.printed(before, "元")
                + "="
                + recomputed.raw(),
            List.of(rate, recomputed, change, now)));
  }

  private static Reading money(String label, Matcher matcher, int group, Source source) {
    String number = String.valueOf(matcher.group(group));
    String unit = String.valueOf(matcher.group(group + 1));
    BigDecimal value = new BigDecimal(number.replace(",", ""));
    return reading(
        label, value.movePointRight(Units.moneyZeros(unit)), "元", number + unit, unit, source);
  }

  private static Reading reading(
      String label, BigDecimal value, String unit, String raw, String printed, Source source) {
    return new Reading(
        null,
        null,
        label,
        List.of(label),
        value,
        unit,
        raw,
        printed,
        Basis.NARRATIVE,
        null,
        null,
        source);
  }
}
