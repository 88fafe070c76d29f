package mingcha.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.query.Token.Gap;
import mingcha.query.Token.Keyword;
import mingcha.query.Token.Name;
import mingcha.query.Token.Numeral;
import mingcha.query.Token.Place;
import mingcha.query.Token.Plain;
import mingcha.query.Token.Quoted;
import mingcha.query.Token.Year;
import mingcha.text.Division;
import mingcha.text.DivisionMatch;
import mingcha.text.Figure;
import mingcha.text.Figures;
import mingcha.text.Lexicon;
import mingcha.text.MetricMatch;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a question into tokens: at each place the longest of a metric's name, a division's, a word
 * of questions, a year and a number; what is none of these is plain. A token commits to nothing:
 * the parser joins to the words around it what it has no use for.
 */
final class Tokenizer {
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

  private static final Pattern LATIN = Pattern.compile("[A-Za-z][A-Za-z'\u2019-]*");

  /** Three words of a romanised name: Inner Mongolia Province. */
  private static final int MOST_WORDS_OF_A_PLACE = 3;

  private static final int SHORTEST_ROMANISED = 4;

  /** “三公”经费 begins with one. */
  static final String QUOTES = "“\"「『";

  private static final String CLOSING = "”\"」』";

  private final String text;
  private final String folded;
  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final Map<Integer, Figure> figures = new HashMap<>();
  private final List<Token> tokens = new ArrayList<>();

  private Tokenizer(String text, Lexicon lexicon, Vocabulary vocabulary) {
    this.text = text;
    this.folded = Vocabulary.folded(text);
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    // 216、205 are two numbers, 216,205 may be one.
    for (Figure figure : Figures.scan(text.replace('、', ';'))) {
      figures.put(figure.start(), figure);
    }
  }

  static List<Token> tokens(String text, Lexicon lexicon, Vocabulary vocabulary) {
    return new Tokenizer(text, lexicon, vocabulary).run();
  }

  private List<Token> run() {
    int plainFrom = 0;
    int at = 0;
    while (at < text.length()) {
      Token token = longest(at);
      if (token == null) {
        at++;
        continue;
      }
      plain(plainFrom, token.start());
      tokens.add(token);
      at = token.end();
      plainFrom = at;
    }
    plain(plainFrom, text.length());
    return tokens;
  }

  private void plain(int start, int end) {
    if (end > start) {
      tokens.add(new Plain(start, end));
    }
  }

  private @Nullable Token longest(int at) {
    Token best = null;
    for (Token token :
        new @Nullable Token[] {
          metric(at), word(at), place(at), year(at), number(at), pointed(at), fraction(at), code(at)
        }) {
      if (token != null && (best == null || token.end() > best.end())) {
        best = token;
      }
    }
    Token quoted = quoted(at);
    if (quoted != null && (best == null || best.end() <= quoted.end())) {
      return quoted;
    }
    if (best instanceof Keyword && best.end() - at == 1) {
      int county = lexicon.countyLengthAt(text, at); // 高 in 高平
      return county > 1 ? new Plain(at, at + county) : best;
    }
    if (best != null) {
      return best;
    }
    Token gap = gap(at);
    return gap != null ? gap : latin(at);
  }

  private @Nullable Token metric(int at) {
    Optional<MetricMatch> match = lexicon.longestMetricAt(text, at);
    boolean inside = isSeparator(text.charAt(at)) && QUOTES.indexOf(text.charAt(at)) < 0;
    return match.isEmpty() || match.get().end() <= at || inside
        ? null
        : new Name(match.get().metric(), at, match.get().end());
  }

  /** A word of questions; another name of a metric is that metric's. */
  private @Nullable Token word(int at) {
    Keyword word = vocabulary.longestAt(folded, at);
    return word != null && word.is(Role.METRIC)
        ? new Name(word.value(Role.METRIC), word.start(), word.end())
        : word;
  }

  private @Nullable Token place(int at) {
    Optional<DivisionMatch> match = lexicon.longestDivisionAt(text, at);
    if (match.isPresent()) {
      return new Place(match.get().candidates(), at, match.get().end());
    }
    return wordStartsAt(at) ? romanised(at) : null;
  }

  private @Nullable Token romanised(int at) {
    Token found = null;
    int end = at;
    for (int words = 0; words < MOST_WORDS_OF_A_PLACE && end < text.length(); words++) {
      Matcher word = LATIN.matcher(text).region(end, text.length());
      if (!word.lookingAt()) {
        break;
      }
      end = word.end();
      if (end - at >= SHORTEST_ROMANISED && vocabulary.longestAt(folded, at) == null) {
        List<Division> named = named(text.substring(at, end));
        found = named.isEmpty() ? found : new Place(named, at, end);
      }
      if (end < text.length() && text.charAt(end) == ' ') {
        end++;
      }
    }
    return found;
  }

  /** Counties are meant only where the name is written with a capital. */
  private List<Division> named(String name) {
    List<Division> all = lexicon.divisionsNamed(name);
    return Character.isUpperCase(name.charAt(0))
        ? all
        : all.stream().filter(division -> division.level() < 3).toList();
  }

  private @Nullable Token year(int at) {
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

  private @Nullable Token number(int at) {
    Figure figure = figures.get(at);
    if (figure == null) {
      return null;
    }
    boolean dash =
        figure.raw().startsWith("-")
            && !tokens.isEmpty()
            && (tokens.getLast() instanceof Numeral || tokens.getLast() instanceof Year)
            && tokens.getLast().end() == at;
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
  private @Nullable Token pointed(int at) {
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
  private @Nullable Token fraction(int at) {
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
  private @Nullable Token code(int at) {
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

  /** “项目管理办法” as it stands; “差” is a grade as it is without quotes. */
  private @Nullable Token quoted(int at) {
    int kind = QUOTES.indexOf(text.charAt(at));
    int close = kind < 0 ? -1 : text.indexOf(CLOSING.charAt(kind), at + 1);
    String content = close < 0 ? "" : text.substring(at + 1, close);
    if (content.isBlank()) {
      return null;
    }
    Keyword word = vocabulary.longestAt(folded, at + 1);
    boolean known =
        word != null && word.end() == close && (word.is(Role.GRADE) || word.is(Role.PERIOD));
    String metric =
        lexicon
            .longestMetricAt(content, 0)
            .filter(match -> match.end() == content.length())
            .map(MetricMatch::metric)
            .orElse("");
    return known ? null : new Quoted(content.strip(), metric, at, close + 1);
  }

  private @Nullable Token gap(int at) {
    if (!isSeparator(text.charAt(at))) {
      return null;
    }
    int end = at + 1;
    boolean space = Character.isWhitespace(folded.charAt(at));
    while (end < text.length()
        && isSeparator(text.charAt(end))
        && vocabulary.longestAt(folded, end) == null
        && lexicon.longestMetricAt(text, end).isEmpty()
        && !figures.containsKey(end)
        && quoted(end) == null) {
      space &= Character.isWhitespace(folded.charAt(end));
      end++;
    }
    return new Gap(space, at, end);
  }

  private @Nullable Token latin(int at) {
    if (!wordStartsAt(at)) {
      return null;
    }
    Matcher word = LATIN.matcher(text).region(at, text.length());
    return word.lookingAt() ? new Plain(at, word.end()) : null;
  }

  private boolean wordStartsAt(int at) {
    return Vocabulary.isLatin(text.charAt(at))
        && (at == 0 || !Vocabulary.isLatin(text.charAt(at - 1)));
  }

  /** A middle dot, a hyphen and a bracketed part belong to names. */
  private static boolean isSeparator(char c) {
    return !Character.isLetterOrDigit(c) && "·-_/()（）[]〔〕".indexOf(c) < 0;
  }
}
