package mingcha.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import org.jspecify.annotations.Nullable;

/**
 * 支出11.36万元，比上年的12.40万元下降8.4%: an amount, what it is compared with, and by how much it is more or
 * less, in money or in per cent.
 */
final class AgainstNamed implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "ratio-recompute/against-named",
          "句中写明了所比的数，增减额或百分比与两数不符，需要说明",
          "A change on a figure that is named is not what the two figures give",
          "增减额=本期数－对比数；增减百分比=增减额÷对比数");

  private static final String MORE = "增加|增长|上升|提高|增";
  private static final String LESS = "减少|下降|降低|节约|压减|缩减|减|降";
  private static final String[] WAYS = (MORE + "|" + LESS).split("\\|");
  private static final Pattern COMPARED =
      Pattern.compile(
          "[比较](?:\\d{4}年度?)?[^，。；：\\d增减]{0,16}?"
              + InText.MONEY
              + "[，,]?("
              + MORE
              + "|"
              + LESS
              + ")了?(?:"
              + InText.MONEY
              + "(?:[，,]?(?:同比)?(?:增幅|降幅|增长率?|下降|上升|减少|降低|提高)(?:为|达|了)?(\\d+(?:\\.\\d+)?)[%％])?"
              + "|(\\d+(?:\\.\\d+)?)[%％])");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.passages().having("比", "较").having("元").having(WAYS)) {
      String text = account.compact(paragraph);
      Matcher matcher = COMPARED.matcher(text);
      while (matcher.find()) {
        check(account, paragraph, text, matcher, outcomes);
      }
    }
  }

  /** What is said of an amount: of what it is a change, which way, and by how much. */
  private record Said(
      Reading base, boolean less, @Nullable Reading change, @Nullable Reading rate) {
    boolean fits(Reading now) {
      return fitsInMoney(now) && (rate == null || fits(rate, now));
    }

    /** The way it changed, and where it is told by how much. */
    boolean fitsInMoney(Reading now) {
      BigDecimal by = Rounding.value(now).subtract(Rounding.value(base));
      boolean way = by.signum() == 0 || less == by.signum() < 0;
      Reading money = change;
      return way
          && (money == null
              || !Rounding.beyond(
                  by.abs(), Rounding.value(money), Rounding.halfUnits(List.of(now, base, money))));
    }

    private boolean fits(Reading percent, Reading now) {
      BigDecimal whole = Figures.percentage(now, base);
      return whole == null
          || !Rounding.beyond(
              whole.subtract(BigDecimal.valueOf(100)).abs(),
              Rounding.value(percent),
              ExecutionRate.tolerance(percent, now, base, whole).add(Rounding.halfUnit(percent)));
    }
  }

  private static void check(
      Account account, Paragraph at, String text, Matcher matcher, Outcomes outcomes) {
    Source source = at.source();
    Reading base = InText.figure("对比数", matcher.group(1), matcher.group(2), source);
    String word = String.valueOf(matcher.group(3));
    String percent = matcher.group(6) == null ? matcher.group(7) : matcher.group(6);
    Reading change =
        matcher.group(4) == null
            ? null
            : InText.figure(word, matcher.group(4), matcher.group(5), source);
    Reading rate = percent == null ? null : InText.figure(word, percent, "%", source);
    Said said = new Said(base, LESS.contains(word), change, rate);
    List<Reading> amounts = amounts(account, at, text, matcher.start());
    if (amounts.isEmpty() || Rounding.value(base).signum() == 0) {
      outcomes.cannot("同句没有写本期数，或对比数为0");
    } else if (amounts.stream().anyMatch(said::fits)) {
      outcomes.holds();
    } else {
      tell(account, at, said, amounts.getFirst(), outcomes);
    }
  }

  /** The amounts of the same sentence before it. */
  private static List<Reading> amounts(Account account, Paragraph at, String text, int end) {
    int start = end;
    while (start > 0 && "。；;".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    List<Reading> amounts = new ArrayList<>();
    for (Worded each : account.amounts(at)) {
      if (each.start() >= start && each.end() <= end && !each.isChange()) {
        amounts.add(each.reading());
      }
    }
    return amounts;
  }

  private static void tell(
      Account account, Paragraph at, Said said, Reading now, Outcomes outcomes) {
    List<Reading> readings = new ArrayList<>();
    StringBuilder words = new StringBuilder("写为");
    BigDecimal by = Rounding.value(now).subtract(Rounding.value(said.base()));
    String difference = now.raw() + "－" + said.base().raw() + "=" + Figures.printed(by, "元");
    boolean amount = said.change() != null && !said.fitsInMoney(now);
    Reading wrong = amount || said.rate() == null ? said.change() : said.rate();
    if (wrong != null) {
      readings.add(wrong);
      words.append(wrong.label()).append(wrong.raw());
    }
    Reading rate = amount ? null : said.rate();
    BigDecimal whole = Figures.percentage(now, said.base());
    words.append("，而").append(difference);
    if (rate != null && whole != null) {
      words
          .append("，为")
          .append(
              Figures.printed(
                  whole.subtract(BigDecimal.valueOf(100)).setScale(2, RoundingMode.HALF_UP), "%"));
    }
    readings.add(now);
    readings.add(said.base());
    outcomes.violated(
        new Discrepancy(
            Severity.WARN, account.at(at), account.at(at).name(), words.toString(), readings));
  }
}
