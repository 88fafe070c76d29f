package mingcha.query;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Subject;
import mingcha.query.Draft.Use;
import mingcha.query.Token.Gap;
import mingcha.query.Token.Keyword;
import mingcha.query.Token.Name;
import mingcha.query.Token.Numeral;
import mingcha.query.Token.Place;
import mingcha.query.Token.Plain;
import mingcha.query.Token.Year;
import mingcha.text.Lexicon;
import org.jspecify.annotations.Nullable;

/** Reads a question, in Chinese or English, by one grammar. Safe for use by several threads. */
public final class QuestionParser {
  private static final Pattern CODE = Pattern.compile("\\d{3}(?:\\d\\d){0,2}");
  private static final int LENGTH_OF_A_CLASS = 3;

  /** The roles of words that say nothing at the edge of a phrase. */
  private static final Set<Role> EMPTY =
      Set.of(
          Role.FILLER,
          Role.COPULA,
          Role.AND,
          Role.OR,
          Role.LIST,
          Role.BOTH,
          Role.PARTICLE,
          Role.OPEN,
          Role.TO,
          Role.BY,
          Role.OUTSIDE,
          Role.WITH);

  private final Lexicon lexicon;
  private final Metrics metrics;
  private final Clock clock;

  public QuestionParser(Lexicon lexicon, Metrics metrics) {
    this(lexicon, metrics, Clock.system(ZoneId.systemDefault()));
  }

  /**
   * A parser that knows what day it is.
   *
   * @param clock by which 去年 and 近三年 are read
   */
  public QuestionParser(Lexicon lexicon, Metrics metrics, Clock clock) {
    this.lexicon = lexicon;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Reads a question; never throws.
   *
   * <pre>
   * question   = { item } ;
   * item       = exclusion | order | conditions | years | place | publisher | subject | kind
   *            | classification | discord | word ;
   * exclusion  = ( "不含" | "without" ) ( word | conditions ) [ "外" ] ;
   * subject    = [ "科目代码" ] code [ "开头" ] | subject-name &amp; "科目" ;
   * kind       = "项目" | "科目" | "指标" | "部门" … ;
   * classification = "部门决算" | "本级" … ;
   * </pre>
   *
   * <p>For conditions see {@link ConditionGrammar} and {@link PredicateGrammar}, for orders {@link
   * OrderGrammar}, for years {@link YearGrammar}, for places and publishers {@link PlaceGrammar}.
   * Where two productions fit, the first in the order above is taken.
   */
  public Question parse(String text) {
    return new Reading(text).question();
  }

  /** One question being read. */
  private final class Reading {
    private final String text;
    private final Cursor cursor;
    private final Draft draft = new Draft();
    private final WordEdges edges;
    private final ConditionGrammar conditions;
    private final OrderGrammar orders;
    private final YearGrammar years;
    private final PlaceGrammar places;

    Reading(String text) {
      this.text = text;
      this.edges = new WordEdges(text);
      this.cursor = new Cursor(text, Tokenizer.tokens(text, lexicon, Vocabulary.standard()));
      this.conditions =
          new ConditionGrammar(
              cursor,
              new ClauseBuilder(metrics, draft),
              draft,
              code -> lexicon.subjectName(code).isPresent());
      this.orders = new OrderGrammar(cursor, draft);
      this.years = new YearGrammar(cursor, draft, clock);
      this.places = new PlaceGrammar(text, cursor, edges, draft);
    }

    Question question() {
      while (!cursor.atEnd()) {
        item();
      }
      orders.finish();
      Phrases phrases = new Phrases(cursor, edges, draft.parts);
      phrases.resolve();
      draft.leftover.addAll(phrases.leftover);
      Meaning.settle(draft);
      return draft.question(text, phrases.about, phrases.terms);
    }

    private void item() {
      int start = cursor.ahead().start();
      Use use = taken();
      if (use != null) {
        draft.part(use, "", start, cursor.position());
      } else {
        word(cursor.next());
      }
    }

    /** Takes what one production takes and says what became of it; null where none fits. */
    private @Nullable Use taken() {
      if (cursor.peek() instanceof Gap gap) {
        cursor.next();
        return gap.space() ? Use.SPACE : Use.BREAK;
      }
      if (exclusion()) {
        return Use.DONE;
      }
      if (subject()) {
        return Use.FILTER;
      }
      if (orders.order()) {
        return Use.ORDER;
      }
      boolean share = cursor.peek() instanceof Name name && name.metric().equals("share");
      String subject = subjectBefore();
      if (conditions.conditions()) {
        if (!subject.isEmpty()) {
          draft.rename(subject);
        }
        return share ? Use.SHARE : Use.CONDITION;
      }
      if (years.years() || places.place() || places.publisher() || classification()) {
        return Use.FILTER;
      }
      if (kind()) {
        return Use.KIND;
      }
      return discord() ? Use.DONE : null;
    }

    /** The whole of 教育支出 in 教育支出低于1000万元, where 支出 is the metric too; empty for none. */
    private String subjectBefore() {
      if (cursor.sees(Role.LOOSE)
          && cursor.previous() instanceof Plain plain
          && cursor.continues()) {
        String name = cursor.text(plain.start(), cursor.ahead().end());
        return lexicon.subjectsNamed(name).isEmpty() ? "" : name;
      }
      return "";
    }

    private boolean exclusion() {
      int mark = cursor.mark();
      if (cursor.accept(Role.NOT) == null) {
        return false;
      }
      cursor.skipSpace();
      Token token = cursor.peek();
      String excluded = token == null ? "" : noun(token);
      if (excluded.isEmpty()) {
        cursor.reset(mark);
        return false;
      }
      cursor.next();
      StringBuilder words = new StringBuilder(excluded);
      while (cursor.continues() && !noun(cursor.ahead()).isEmpty()) {
        words.append(noun(cursor.next()));
      }
      cursor.skip(Role.OUTSIDE);
      draft.not.add(words.toString());
      return true;
    }

    /** A metric's name as said, an English one in Chinese. */
    private String said(Name name) {
      return cursor.isHan(name.end() - 1)
          ? cursor.text(name)
          : metrics.get(name.metric()).chinese().get(0);
    }

    /** What a word names, an English one in Chinese; empty where it is no noun. */
    private String noun(Token token) {
      return switch (token) {
        case Plain plain -> cursor.text(plain);
        case Name name -> said(name);
        case Keyword word ->
            word.is(Role.NOUN)
                ? word.value(Role.NOUN)
                : word.is(Role.LOOSE) ? cursor.text(word) : "";
        case Gap gap -> "";
        case Place place -> "";
        case Year year -> "";
        case Numeral number -> "";
      };
    }

    private boolean subject() {
      return namedSubject() || code();
    }

    private boolean code() {
      int mark = cursor.mark();
      boolean said = cursor.accept(Role.CODE) != null;
      boolean within = !said && cursor.accept(Role.WITHIN) != null;
      if (!said && cursor.sees(Role.KIND)) {
        Keyword kind = (Keyword) cursor.next();
        said = kind.value(Role.KIND).equals("line");
      }
      cursor.skip(Role.COPULA);
      cursor.skipSpace();
      String digits =
          cursor.peek() instanceof Numeral number
              ? number.figure().raw().replaceFirst("\\D+$", "")
              : "";
      if (!CODE.matcher(digits).matches()) {
        cursor.reset(mark);
        return false;
      }
      Token number = cursor.next();
      boolean bare = cursor.text(number).equals(digits);
      boolean prefixed = cursor.accept(Role.PREFIX) != null;
      boolean known =
          digits.length() > LENGTH_OF_A_CLASS || lexicon.subjectName(digits).isPresent();
      boolean counted =
          !bare && !(digits.length() > LENGTH_OF_A_CLASS && cursor.text(number).endsWith("项"));
      if (counted || !(said || prefixed || (known && (within || standsFree())))) {
        cursor.reset(mark);
        return false;
      }
      cursor.reset(mark);
      if (cursor.sees(Role.KIND)) {
        draft.kinds.add(EntryKind.LINE);
      }
      while (cursor.position() < number.end()) {
        cursor.next();
      }
      cursor.accept(Role.PREFIX);
      draft.subject = digits;
      return true;
    }

    private boolean standsFree() {
      int mark = cursor.mark();
      cursor.skipSpace();
      boolean free = !cursor.sees(Role.AFTER) && !cursor.sees(Role.TO);
      cursor.reset(mark);
      return free;
    }

    /** 招商引资 in 招商引资科目, 教育支出 in 教育支出科目, where one subject alone bears the name. */
    private boolean namedSubject() {
      if (!(cursor.peek() instanceof Plain)) {
        return false;
      }
      int mark = cursor.mark();
      String name = cursor.text(cursor.next());
      boolean line =
          cursor.continues()
              && cursor.peek() instanceof Keyword word
              && word.value(Role.KIND).equals("line");
      List<Subject> named = line ? lexicon.subjectsNamed(name) : List.of();
      if (line && named.isEmpty() && cursor.text(cursor.ahead()).startsWith("支出")) {
        named = lexicon.subjectsNamed(name + "支出");
      }
      if (named.size() != 1) {
        cursor.reset(mark);
        return false;
      }
      draft.subject = named.get(0).code();
      return true;
    }

    private boolean classification() {
      if (cursor.peek() instanceof Keyword word) {
        if (word.is(Role.TYPE)) {
          draft.type = word.value(Role.TYPE);
          cursor.next();
          return true;
        }
        if (word.is(Role.CALIBER)) {
          draft.caliber = word.value(Role.CALIBER);
          cursor.next();
          return true;
        }
      }
      return false;
    }

    private boolean kind() {
      int mark = cursor.mark();
      Keyword word = cursor.accept(Role.KIND);
      if (word == null) {
        return false;
      }
      if (cursor.joinsNext()) {
        cursor.reset(mark);
        return false;
      }
      String kind = word.value(Role.KIND);
      if (!kind.isEmpty()) {
        draft.kinds.add(EntryKind.valueOf(kind.toUpperCase(Locale.ROOT)));
      }
      return true;
    }

    private boolean discord() {
      int mark = cursor.mark();
      if (cursor.accept(Role.DISCORD) == null) {
        return false;
      }
      if (cursor.joinsNext()) {
        cursor.reset(mark);
        return false;
      }
      draft.discord = true;
      return true;
    }

    private void word(Token token) {
      int start = token.start();
      int end = token.end();
      switch (token) {
        case Plain plain -> draft.part(Use.WORD, cursor.text(plain), start, end);
        case Name name -> draft.metric(said(name), start, end);
        case Place place -> draft.part(Use.WORD, cursor.text(place), start, end);
        case Year year -> draft.part(Use.WORD, cursor.text(year), start, end);
        case Numeral number -> draft.part(Use.WORD, cursor.text(number), start, end);
        case Gap gap -> draft.part(Use.BREAK, "", start, end);
        case Keyword word -> keyword(word);
      }
    }

    private static Use use(Keyword word) {
      boolean kind = !word.value(Role.KIND).isEmpty();
      if (kind || word.is(Role.LOOSE) || word.is(Role.DIRECTION)) {
        return Use.WORD;
      }
      if (EMPTY.stream().anyMatch(word::is)) {
        return Use.EMPTY_WORD;
      }
      return word.is(Role.GENERIC) ? Use.GENERIC_WORD : Use.STUCK_WORD;
    }

    private void keyword(Keyword word) {
      String said = cursor.text(word);
      int start = word.start();
      int end = word.end();
      if (word.is(Role.NOUN)) {
        draft.part(Use.WORD, word.value(Role.NOUN), start, end);
      } else if (word.is(Role.OF)) {
        draft.part(Use.OF, "", start, end);
      } else if (word.is(Role.TOPIC)) {
        draft.part(Use.TOPIC, "", start, end);
      } else if (word.is(Role.MENTION)) {
        draft.part(Use.MENTION, "", start, end);
      } else if (word.is(Role.WITH)) {
        draft.part(Use.WITH, "", start, end);
      } else if (word.is(Role.ABOUT_AFTER)) {
        draft.part(Use.ABOUT_AFTER, said, start, end);
      } else {
        draft.part(use(word), said, start, end);
      }
    }
  }
}
