package mingcha.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.query.Token.Gap;
import mingcha.query.Token.Keyword;
import mingcha.query.Token.Name;
import mingcha.query.Token.Place;
import mingcha.query.Token.Plain;
import mingcha.query.Token.Quoted;
import mingcha.text.Division;
import mingcha.text.DivisionMatch;
import mingcha.text.Lexicon;
import mingcha.text.MetricMatch;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a question into tokens: at each place the longest of a metric's name, a division's, a word
 * of questions, a year and a number; what is none of these is plain. A token commits to nothing:
 * the parser joins to the words around it what it has no use for.
 */
final class Tokenizer {
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
  private final NumberTokens numbers;
  private final List<Token> tokens = new ArrayList<>();

  private Tokenizer(String text, Lexicon lexicon, Vocabulary vocabulary) {
    this.text = text;
    this.folded = Vocabulary.folded(text);
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.numbers = new NumberTokens(text, folded, lexicon, vocabulary);
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
    Token before = tokens.isEmpty() ? null : tokens.getLast();
    for (Token token :
        new @Nullable Token[] {
          metric(at),
          word(at),
          place(at),
          numbers.year(at),
          numbers.number(at, before),
          numbers.pointed(at),
          numbers.fraction(at),
          numbers.code(at)
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
        && !numbers.figureAt(end)
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
