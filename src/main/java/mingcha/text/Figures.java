package mingcha.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds figures as people write them: {@code 1,537.4万元}, 三百万元, 六成, 百分之六十, {@code ６０％}. Dates and
 * ordinals are none.
 */
public final class Figures {
  /**
   * A comma may be followed by a space, and a space may break the decimals: the texts of PDFs have
   * {@code 1, 537.4} and {@code 968.191 8万元}.
   */
  private static final String ARABIC =
      "-?\\d+\\.\\d+ \\d{1,2}(?=\\s?(?:万元|亿元|元|%))|-?\\d{1,3}(?:,"
          + " ?\\d{3})+(?:\\.\\d+)?(?!\\d)|-?\\d+(?:\\.\\d+)?";

  private static final String CHINESE = "[零〇一二三四五六七八九两十百千]+(?:点[零〇一二三四五六七八九]+)?";

  private static final String MEASURES =
      "人次|批次|平方米|公里|人|辆|个(?!百分点)|批|户|家|次|张|场|台|项|件|份|吨|亩|套|名|条|期|天";

  private static final String UNITS =
      "个百分点|百分点|%|成[一二三四五六七八九半](?![成倍])|个亿|亿元|千万元|百万元|十万元|万元|千元|元|[万亿](?:"
          + MEASURES
          + ")|亿|万(?!达|能|物|众)|成(?!立|本|效|果|员|为|绩|功|交|都|品|长|人)|倍|分(?!别|之|类|配|析|局|为|钟|管|项|工|期|部|值)|"
          + MEASURES;

  private static final Pattern FIGURE =
      Pattern.compile(
          "(?<percent>百分之)?(?<number>" + ARABIC + "|" + CHINESE + ")\\s?(?<unit>" + UNITS + ")?");

  private static final Pattern CELL =
      Pattern.compile("[+]?-?(?:\\d{1,3}(?:, ?\\d{3})+|\\d+)(?:\\.\\d+)?|-?\\.\\d+");

  /** The ends of a range's first half; behind any other character the sign is a minus: 下降-3.5%. */
  private static final String AFTER_DASH = "元万亿成倍分个人次辆年月日号度期第";

  private Figures() {}

  /** Every figure of a text, from left to right. */
  public static List<Figure> scan(String text) {
    List<Figure> figures = new ArrayList<>();
    Matcher matcher = FIGURE.matcher(Fold.fold(text));
    while (matcher.find()) {
      figure(text, matcher).ifPresent(figures::add);
    }
    return figures;
  }

  /** The figure that the whole text is. */
  public static Optional<Figure> whole(String text) {
    String trimmed = text.strip();
    Matcher matcher = FIGURE.matcher(Fold.fold(trimmed));
    return matcher.matches() ? figure(trimmed, matcher) : Optional.empty();
  }

  /** The number of a table cell; empty for a blank cell, a dash, and anything that is no number. */
  public static Optional<BigDecimal> cell(String text) {
    String folded = Fold.fold(text).strip();
    boolean negative = folded.length() > 2 && folded.startsWith("(") && folded.endsWith(")");
    if (negative) {
      folded = folded.substring(1, folded.length() - 1).strip();
    }
    if (!CELL.matcher(folded).matches()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(folded.replace(",", "").replace(" ", ""));
    return Optional.of(negative ? value.negate() : value);
  }

  private static Optional<Figure> figure(String text, Matcher matcher) {
    String number = matcher.group("number");
    String unit = matcher.group("unit") == null ? "" : matcher.group("unit");
    boolean percent = matcher.group("percent") != null;
    int start = minusIsDash(text, matcher) ? matcher.start() + 1 : matcher.start();
    if (start > matcher.start()) {
      number = number.substring(1);
    }
    int end = unit.isEmpty() ? matcher.end("number") : matcher.end();
    boolean chinese = Numerals.isChinese(number.charAt(0));
    if (unit.isEmpty() && !percent && (isDate(text, end) || (chinese && number.length() < 2))) {
      return Optional.empty();
    }
    Optional<BigDecimal> value =
        chinese
            ? Numerals.chinese(number)
            : Optional.of(new BigDecimal(number.replace(",", "").replace(" ", "")));
    return value.map(v -> based(start, end, text.substring(start, end), v, percent ? "%" : unit));
  }

  private static Figure based(int start, int end, String raw, BigDecimal value, String unit) {
    int zeros = Units.moneyZeros(unit);
    if (zeros >= 0) {
      return new Figure(start, end, raw, value, unit, Units.toYuan(value, unit), "元");
    }
    if (unit.length() == 2 && unit.charAt(0) == '成') { // 六成五
      int tenth = unit.charAt(1) == '半' ? 5 : Numerals.digit(unit.charAt(1));
      BigDecimal percent = value.scaleByPowerOfTen(1).add(BigDecimal.valueOf(tenth));
      return new Figure(start, end, raw, value, unit, Numerals.plain(percent), "%");
    }
    if (unit.equals("成")) {
      return new Figure(
          start, end, raw, value, unit, Numerals.plain(value.scaleByPowerOfTen(1)), "%");
    }
    if (unit.equals("百分点")) {
      return new Figure(start, end, raw, value, unit, value, "个百分点");
    }
    if (unit.length() > 1 && (unit.charAt(0) == '万' || unit.charAt(0) == '亿')) {
      BigDecimal base = value.scaleByPowerOfTen(unit.charAt(0) == '万' ? 4 : 8);
      return new Figure(start, end, raw, value, unit, Numerals.plain(base), unit.substring(1));
    }
    return new Figure(start, end, raw, value, unit, value, unit);
  }

  /** In {@code 2021-2023}, 20-30万元, 20万元-30万元 and 1月-3月 the sign is a dash. */
  private static boolean minusIsDash(String text, Matcher matcher) {
    if (matcher.group("percent") != null || !matcher.group("number").startsWith("-")) {
      return false;
    }
    int before = matcher.start() - 1;
    if (before < 0) {
      return false;
    }
    char c = text.charAt(before);
    return AFTER_DASH.indexOf(c) >= 0 || (Character.isLetterOrDigit(c) && c < 0x2E80);
  }

  private static boolean isDate(String text, int end) {
    int next = end;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    return next < text.length() && "年月日号".indexOf(text.charAt(next)) >= 0;
  }
}
