package mingcha.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/** 公务用车运行维护费86.10万元，保有量28辆，车均3.08万元: an amount, a number, and what that is for each. */
final class Averages implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "ratio-recompute/average",
          "所写车均、人均、户均等平均数与同句的金额、数量不符，需要说明",
          "What is said to be spent on each is not the amount divided by their number",
          "车均运行维护费=公务用车运行维护费÷车辆数；人均、户均等同理");

  private static final Pattern AVERAGE =
      Pattern.compile(
          "(?:(车|人|户|亩|批次?)均|平均每(?:一)?(辆|人|户|亩|批次?))[^，。；、\\d]{0,12}?(?:为|约|达)*"
              + InText.MONEY
              + "(?![/／]|的?标准)");
  private static final Pattern COUNT =
      Pattern.compile("(?<![\\d.,])" + InText.NUMBER + "(万?)(辆|台|人次|人|名|户|亩|批次|批)");
  private static final Pattern CHANGED = Pattern.compile(".*(?:增加|减少|新增|报废|增长|下降)了?");
  private static final Pattern BY_RULE =
      Pattern.compile(".*(?:标准|不超过|控制|上限|以内|收入|定额|预算|比|较|低于|高于|上年|去年).*");
  private static final Map<String, List<String>> UNITS =
      Map.of(
          "车", List.of("辆", "台"),
          "辆", List.of("辆", "台"),
          "人", List.of("人次", "人", "名"),
          "户", List.of("户"),
          "亩", List.of("亩"),
          "批", List.of("批次", "批"),
          "批次", List.of("批次", "批"));
  private static final int NEAR = 60;
  private static final int DIGITS = 6;
  private static final int WAN_ZEROS = 4;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph :
        account.passages().having("车均", "人均", "户均", "亩均", "批均", "批次均", "平均每")) {
      String text = account.compact(paragraph);
      Matcher matcher = AVERAGE.matcher(text);
      while (matcher.find()) {
        String clause = text.substring(clause(text, matcher.start()), matcher.start(3));
        if (BY_RULE.matcher(clause).matches()) {
          outcomes.cannot("可能是标准，不是平均数");
        } else {
          check(account, paragraph, text, matcher, outcomes);
        }
      }
    }
  }

  private static int clause(String text, int at) {
    int start = at;
    while (start > 0 && "，。；".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return start;
  }

  /** A number of things and where it stands. */
  private record Counted(Reading reading, int start, boolean changed) {}

  private static void check(
      Account account, Paragraph at, String text, Matcher told, Outcomes outcomes) {
    String of = told.group(1) == null ? told.group(2) : told.group(1);
    List<String> units = UNITS.getOrDefault(String.valueOf(of), List.of());
    Reading average = InText.figure(of + "均", told.group(3), told.group(4), at.source());
    int from = text.lastIndexOf('。', told.start()) + 1;
    List<Counted> numbers = numbers(text, from, told.start(), units, at);
    List<Worded> amounts = new ArrayList<>();
    for (Worded each : account.amounts(at)) {
      if (each.start() >= from
          && each.end() <= told.start()
          && !each.isChange()
          && !each.words().contains("均")) {
        amounts.add(each);
      }
    }
    List<Counted> near =
        numbers.stream().filter(n -> !n.changed() && n.start() > told.start() - NEAR).toList();
    if (near.isEmpty() || amounts.isEmpty()) {
      outcomes.cannot("同句没有写金额与数量");
      return;
    }
    for (Counted number : numbers) {
      for (Worded amount : amounts) {
        if (fits(amount.reading(), number.reading(), average)) {
          outcomes.holds();
          return;
        }
      }
    }
    Reading number = near.getLast().reading();
    Reading amount = amounts.getLast().reading();
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            account.at(at),
            average.label(),
            "写为"
                + average.raw()
                + "，而"
                + amount.raw()
                + "÷"
                + number.raw()
                + "="
                + Figures.printed(quotient(amount, number).setScale(2, RoundingMode.HALF_UP), "元"),
            List.of(average, amount, number)));
  }

  private static List<Counted> numbers(
      String text, int from, int to, List<String> units, Paragraph at) {
    List<Counted> numbers = new ArrayList<>();
    Matcher matcher = COUNT.matcher(text).region(from, to);
    while (matcher.find()) {
      if (units.contains(matcher.group(3))) {
        int zeros = String.valueOf(matcher.group(2)).isEmpty() ? 0 : WAN_ZEROS;
        String number = String.valueOf(matcher.group(1)).replace(",", "");
        String whole = new BigDecimal(number).movePointRight(zeros).toPlainString();
        Reading reading = InText.figure("数量", whole, matcher.group(3), at.source());
        if (Rounding.value(reading).signum() > 0) {
          String before = text.substring(from, matcher.start());
          numbers.add(new Counted(reading, matcher.start(), CHANGED.matcher(before).matches()));
        }
      }
    }
    return numbers;
  }

  private static BigDecimal quotient(Reading amount, Reading number) {
    return Rounding.value(amount).divide(Rounding.value(number), DIGITS, RoundingMode.HALF_UP);
  }

  private static boolean fits(Reading amount, Reading number, Reading average) {
    BigDecimal tolerance =
        Rounding.halfUnit(average)
            .multiply(BigDecimal.TWO)
            .add(Rounding.halfUnit(amount).divide(Rounding.value(number), DIGITS, RoundingMode.UP));
    return !Rounding.beyond(quotient(amount, number), Rounding.value(average), tolerance);
  }
}
