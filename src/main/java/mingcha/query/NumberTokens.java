package mingcha.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.query.Token.Keyword;
import mingcha.query.Token.Numeral;
import mingcha.query.Token.Plain;
import mingcha.query.Token.Year;
import mingcha.text.Figure;
import mingcha.text.Figures;
import mingcha.text.Lexicon;
import mingcha.text.MetricMatch;
import org.jspecify.annotations.Nullable;

/** The years and numbers of a question, in digits and in Chinese; each null where none begins. */
final class NumberTokens {
  private static final Pattern YEAR =
      Pattern.compile("(?<![\\d.,])((?:19|20)\\d\\d)(?![\\d%]|[.,]\\d)(\\s?年度?|财年)?");

  /** 21年, which is no time that lasts. */
  private static final Pattern SHORT_YEAR =
      Pattern.compile("(?<![\\d.,近去续第满约超足过])(1[5-9]|2\\d)年度?(?![来间期限内以之])");

  /** 二〇二三年 */
  private static final Pattern CHINESE_YEAR = Pattern.compile("([二一][〇零九][〇零一二三四五六七八九]{2})年度?");

  /** Both zeros first, so that a digit's value is its place less one. */
  private static final String CHINESE_DIGITS = "〇零一二三四五六七八九";

  private static final Pattern FRACTION =
      Pattern.compile("(?<![\\d./])(\\d{1,2})/(\\d{1,2})(?![\\d./])");

  private static final String SMALL = "零一二三四五六七八九十";

  /** 五六 in 五六万. */
  private static final Pattern ABOUT_SO_MANY =
      Pattern.compile("[一二三四五六七八][二三四五六七八九](?![〇零一二三四五六七八九])");

  private static final Pattern PARTS = Pattern.compile("([二三四五六七八九十])分之([一二三四五六七八九])");

  private final String text;
  private final String folded;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final Map<Integer, Figure> figures = new HashMap<>();

  /**
   * @param folded the text as {@link Vocabulary#folded} gives it
   */
  NumberTokens(String text, String folded, Lexicon lexicon, Vocabulary vocabulary) {
    this.text = text;
    this.folded = folded;
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    // 216、205 are two numbers, 216,205 may be one.
    for (Figure figure : Figures.scan(text.replace('、', ';'))) {
      figures.put(figure.start(), figure);
    }
  }

  boolean figureAt(int at) {
    return figures.containsKey(at);
  }

  /** 2023年, 21年, 二〇二三年 */
  @Nullable Token year(int at) {
    Matcher matcher = YEAR.matcher(folded).region(at, folded.length());
    matcher.useTransparentBounds(true);
    if (matcher.lookingAt()) {
      return new Year(
          Integer.parseInt(matcher.group(1)), matcher.group(2) != null, at, matcher.end());
    }
    Matcher brief = SHORT_YEAR.matcher(folded).region(at, folded.length());
    brief.useTransparentBounds(true);
    if (brief.lookingAt()) {
      return new Year(2000 + Integer.parseInt(brief.group(1)), true, at, brief.end());
    }
    Matcher chinese = CHINESE_YEAR.matcher(folded).region(at, folded.length());
    if (!chinese.lookingAt()) {
      return null;
    }
    int year = 0;
    for (char c : chinese.group(1).toCharArray()) {
      year = year * 10 + Math.max(0, CHINESE_DIGITS.indexOf(c) - 1);
    }
    return new Year(year, true, at, chinese.end());
  }

  /**
   * A figure as disclosures print them.
   *
   * @param before the token before it, or null
   */
  @Nullable Token number(int at, @Nullable Token before) {
    Figure figure = figures.get(at);
    if (figure == null) {
      return null;
    }
    boolean dash =
        figure.raw().startsWith("-")
            && (before instanceof Numeral || before instanceof Year)
            && before.end() == at;
    if (dash) { // 40%-60%
      figures.put(at + 1, positive(figure));
      return new Keyword(Map.of(Role.TO, ""), at, at + 1);
    }
    if (ABOUT_SO_MANY.matcher(figure.raw()).lookingAt() && isNext(figure.raw())) {
      return new Plain(at, figure.end()); // 五六万 is no 56万
    }
    Figure cut = withoutPartOfAWord(figure);
    return new Numeral(cut, at, cut.end());
  }

  /** .6, which disclosures print as 0.6. */
  @Nullable Token pointed(int at) {
    boolean point =
        folded.charAt(at) == '.'
            && at + 1 < folded.length()
            && Character.isDigit(folded.charAt(at + 1))
            && (at == 0 || !Character.isLetterOrDigit(folded.charAt(at - 1)) || isHan(at - 1));
    Figure first =
        point ? Figures.scan("0" + folded.substring(at)).stream().findFirst().orElse(null) : null;
    if (first == null || first.start() > 0 || first.end() < 3) { // 0 alone of 0.5.6
      return null;
    }
    int end = at + first.end() - 1;
    Figure figure =
        new Figure(
            at,
            end,
            folded.substring(at, end),
            first.value(),
            first.printedUnit(),
            first.base(),
            first.unit());
    return new Numeral(figure, at, end);
  }

  private boolean isHan(int at) {
    return Character.UnicodeScript.of(folded.charAt(at)) == Character.UnicodeScript.HAN;
  }

  /** 1/3, 五分之二: a part in per cent, to two decimals as disclosures print. */
  @Nullable Token fraction(int at) {
    Matcher said = FRACTION.matcher(folded).region(at, folded.length());
    said.useTransparentBounds(true);
    int whole = 0;
    int part = 0;
    if (said.lookingAt()) {
      whole = Integer.parseInt(said.group(2));
      part = Integer.parseInt(said.group(1));
    } else if (said.usePattern(PARTS).region(at, folded.length()).lookingAt()) {
      whole = SMALL.indexOf(said.group(1));
      part = SMALL.indexOf(said.group(2));
    }
    if (part < 1 || part >= whole) {
      return null;
    }
    BigDecimal percent =
        BigDecimal.valueOf(part * 100L).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    BigDecimal plain = Interpretation.plain(percent);
    return new Numeral(
        new Figure(at, said.end(), said.group(), plain, "%", plain, "%"), at, said.end());
  }

  private static boolean isNext(String digits) {
    return SMALL.indexOf(digits.charAt(1)) == SMALL.indexOf(digits.charAt(0)) + 1;
  }

  /** 项 in 216 项目 and 人 in 216 人员经费 are no measure words. */
  private Figure withoutPartOfAWord(Figure figure) {
    int unit = figure.end() - figure.printedUnit().length();
    if (unit == figure.end() || longestWordEnd(unit) <= figure.end()) {
      return figure;
    }
    String raw = text.substring(figure.start(), unit).stripTrailing();
    return new Figure(
        figure.start(), figure.start() + raw.length(), raw, figure.value(), "", figure.value(), "");
  }

  private int longestWordEnd(int at) {
    Keyword word = vocabulary.longestAt(folded, at);
    int metricEnd = lexicon.longestMetricAt(text, at).map(MetricMatch::end).orElse(at);
    return Math.max(metricEnd, word == null ? at : word.end());
  }

  private static Figure positive(Figure figure) {
    return new Figure(
        figure.start() + 1,
        figure.end(),
        figure.raw().substring(1),
        figure.value().negate(),
        figure.printedUnit(),
        figure.base().negate(),
        figure.unit());
  }

  /** Digits that no figure was seen in, as those of 212开头. */
  @Nullable Token code(int at) {
    int end = at;
    while (end < folded.length() && folded.charAt(end) >= '0' && folded.charAt(end) <= '9') {
      end++;
    }
    boolean inside = at > 0 && Character.isDigit(folded.charAt(at - 1));
    if (end == at || inside || figures.containsKey(at)) {
      return null;
    }
    return Figures.whole(folded.substring(at, end))
        .map(
            f ->
                (Token)
                    new Numeral(
                        new Figure(
                            at,
                            at + f.end(),
                            f.raw(),
                            f.value(),
                            f.printedUnit(),
                            f.base(),
                            f.unit()),
                        at,
                        at + f.end()))
        .orElse(null);
  }
}
