package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/**
 * 369.405万元全部拨付至各县，其中城区2.295万元，…: a total and all its parts. A list need not be complete, so it is
 * told only where one slip in one of the figures explains the whole difference.
 */
final class ListedParts implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/listed",
          "句中总数与所列各项之和只差一位数字，可能有误，需要说明（也可能没有列全）",
          "What a sentence lists differs from its total by one digit of one figure",
          "总数为各项之和");

  private static final String UNITS = "(亿元|万元|元|人次|人|户|家|张|个|辆|件)";
  private static final String[] OPENING = {"其中", "分别为", "主要包括", "包括"};
  private static final EndingIn WHOLE =
      new EndingIn(
          Pattern.compile(
              InText.NUMBER
                  + UNITS
                  + "[^，。；：、\\d（(]{0,16}(?:[，,。、：:（(]*(?:其中|分别为|主要包括|包括)[:：，,]?)"),
          60,
          OPENING);
  private static final Pattern PART =
      Pattern.compile("[，,、；;]?([^，。；、,;\\d（）()]{1,36})" + InText.NUMBER + UNITS);
  private static final List<String> NO_PART =
      List.of("其中 增加 减少 增长 下降 上年 预算 完成 较 比 单价 以上 人均 每 冲减 占 共".split(" "));

  private static final int LEAST = 4;
  private static final int LEAST_DIGITS = 3;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.passages().having(OPENING)) {
      String text = account.compact(paragraph);
      WHOLE.each(text, matcher -> check(account, paragraph, text, matcher, outcomes));
    }
  }

  private static void check(
      Account account, Paragraph paragraph, String text, Matcher matcher, Outcomes outcomes) {
    Reading whole = InText.figure("总数", matcher.group(1), matcher.group(2), paragraph.source());
    List<Reading> parts = parts(text, matcher.end(), String.valueOf(matcher.group(2)), paragraph);
    if (parts.size() >= LEAST && digits(whole) >= LEAST_DIGITS) {
      check(account, paragraph, whole, parts, outcomes);
    }
  }

  /** One run of figures of one unit. */
  private static List<Reading> parts(String text, int from, String unit, Paragraph paragraph) {
    List<Reading> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(text);
    int at = from;
    while (matcher.region(at, text.length()).lookingAt()) {
      String label = String.valueOf(matcher.group(1));
      if (!unit.equals(matcher.group(3)) || NO_PART.stream().anyMatch(label::contains)) {
        break;
      }
      parts.add(InText.figure(label, matcher.group(2), unit, paragraph.source()));
      at = matcher.end();
    }
    return parts;
  }

  private static int digits(Reading reading) {
    return reading.raw().replaceAll("\\D", "").length();
  }

  private static void check(
      Account account, Paragraph paragraph, Reading whole, List<Reading> parts, Outcomes outcomes) {
    BigDecimal sum = Cases.add(parts);
    BigDecimal rest = Rounding.value(whole).subtract(sum);
    List<Reading> all = new ArrayList<>(List.of(whole));
    all.addAll(parts);
    if (!Rounding.beyond(sum, Rounding.value(whole), Rounding.halfUnits(all))) {
      outcomes.holds();
      return;
    }
    boolean slip = isSlip(whole, rest.negate());
    for (Reading part : parts) {
      slip |= isSlip(part, rest);
    }
    if (!slip) {
      outcomes.cannot("所列各项可能不全");
      return;
    }
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            account.at(paragraph),
            parts.getFirst().label(),
            "总数写为"
                + whole.raw()
                + "，所列"
                + parts.size()
                + "项之和为"
                + Figures.printed(sum, whole.unit()),
            all));
  }

  /** Whether the figure, with that much more, is the same but for a slip. */
  private static boolean isSlip(Reading figure, BigDecimal more) {
    BigDecimal meant = Rounding.value(figure).add(more);
    if (meant.signum() <= 0) {
      return false;
    }
    return Slip.between(plain(Rounding.value(figure)), plain(meant));
  }

  private static String plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }
}
