package mingcha.check;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import org.jspecify.annotations.Nullable;

/** 184.65元 in the explanations, and 184.65万元 in a table: the same digits, another unit. */
final class UnitOfFigure implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "unit-suspect/same-figure",
          "文字中的金额以元为单位，同一数字别处以万元为单位，单位可能有误，需要说明",
          "An amount in 元 has the digits of another in 万元",
          "部门决算公开说明的金额单位应当一致");

  private static final Pattern YUAN =
      Pattern.compile("(?=\\d)(?<![\\d.,])(\\d[\\d,]*\\.\\d{1,2})元(?![/／])");
  private static final Pattern BY_PIECE = Pattern.compile(".*(?:每|人均|单价|标准|均价|票面|面值|定额|折合|即).*");

  /** Which of several is shown: the same, in whatever order the files of a disclosure came. */
  private static final Comparator<Reading> FIRST =
      Comparator.comparing(Reading::basis)
          .thenComparingInt(reading -> reading.label().length())
          .thenComparing(Reading::label);

  private static final int BEFORE = 14;
  private static final int LEAST_DIGITS = 3;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    Map<String, Reading> wan = null;
    for (Paragraph paragraph : account.explained()) {
      String text = account.compact(paragraph);
      Matcher yuan = YUAN.matcher(hasYuan(text) ? text : "");
      while (yuan.find()) {
        String number = String.valueOf(yuan.group(1));
        String before = text.substring(Math.max(0, yuan.start() - BEFORE), yuan.start());
        if (digits(number).length() < LEAST_DIGITS || BY_PIECE.matcher(before).matches()) {
          continue;
        }
        wan = wan == null ? wan(account) : wan;
        check(account, paragraph, yuan, wan.get(digits(number)), outcomes);
      }
    }
  }

  /** Whether an amount in 元 stands somewhere, which is rare. */
  private static boolean hasYuan(String text) {
    for (int at = text.indexOf('元'); at > 0; at = text.indexOf('元', at + 1)) {
      if (Character.isDigit(text.charAt(at - 1))) {
        return true;
      }
    }
    return false;
  }

  private static void check(
      Account account,
      Paragraph paragraph,
      Matcher yuan,
      @Nullable Reading same,
      Outcomes outcomes) {
    if (same == null) {
      outcomes.holds();
      return;
    }
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            account.at(paragraph),
            yuan.group(),
            "文字写为" + yuan.group() + "，" + same.label() + "为" + Figures.printed(same),
            List.of(Told.words("文字说明", yuan.group(), paragraph.source()), same)));
  }

  /** What is printed in 万元, by its digits. */
  private static Map<String, Reading> wan(Account account) {
    Map<String, Reading> wan = new HashMap<>();
    for (Entry entry : account.withReadings()) {
      for (Reading reading : entry.readings()) {
        boolean money =
            "万元".equals(reading.printedUnit())
                && reading.basis() != Basis.COMPUTED
                && reading.value() != null
                && reading.value().signum() != 0
                && reading.doubt() == null;
        if (money) {
          wan.merge(
              digits(Rounding.value(reading).movePointLeft(4).toPlainString()),
              reading,
              (one, other) -> FIRST.compare(one, other) <= 0 ? one : other);
        }
      }
    }
    return wan;
  }

  private static String digits(String number) {
    BigDecimal value = new BigDecimal(number.replace(",", ""));
    return value.signum() == 0 ? "" : value.stripTrailingZeros().toPlainString();
  }
}
