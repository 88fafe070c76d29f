package mingcha.query;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Metrics;
import mingcha.query.Draft.Use;
import mingcha.query.Joined.Single;
import mingcha.query.Token.Gap;
import mingcha.query.Token.Keyword;
import mingcha.query.Token.Name;
import mingcha.query.Token.Quoted;
import mingcha.text.Division;
import mingcha.text.Lexicon;
import org.jspecify.annotations.Nullable;

/** One question being read. */
final class Reading {
  private static final int LONGEST_NAME = 24;

  /** As long as 发布单位. */
  private static final int LABEL = 4;

  private static final Set<String> AREAS = Set.of("省", "市", "县", "区", "地市");

  private final String text;
  private final Lexicon lexicon;
  private final Metrics metrics;
  private final Cursor cursor;
  private final Draft draft = new Draft();
  private final WordEdges edges;
  private final ConditionGrammar conditions;
  private final OrderGrammar orders;
  private final YearGrammar years;
  private final OfficeGrammar offices;
  private final InstitutionGrammar institutions;
  private final PlaceGrammar places;
  private final SubjectGrammar subjects;
  private final MetricGrammar figures;
  private final Words words;
  private final ExclusionGrammar exclusions;
  private final DiscordGrammar discords;
  private final Joined joined;

  Reading(String text, Lexicon lexicon, Metrics metrics, Clock clock) {
    this.text = text;
    this.lexicon = lexicon;
    this.metrics = metrics;
    this.edges = new WordEdges(text);
    this.cursor = new Cursor(text, Tokenizer.tokens(text, lexicon, Vocabulary.standard()));
    this.figures = new MetricGrammar(cursor, metrics);
    this.conditions =
        new ConditionGrammar(cursor, figures, new ClauseBuilder(metrics, draft), draft, lexicon);
    this.orders = new OrderGrammar(cursor, figures, metrics, draft);
    this.years = new YearGrammar(cursor, draft, clock);
    this.offices = new OfficeGrammar(text, cursor, draft);
    this.institutions = new InstitutionGrammar(text, cursor, draft);
    this.places = new PlaceGrammar(text, cursor, edges, draft, lexicon, offices, institutions);
    this.subjects = new SubjectGrammar(cursor, lexicon, draft);
    this.words = new Words(cursor, metrics, draft);
    this.joined = new Joined(cursor, draft);
    this.exclusions = new ExclusionGrammar(cursor, edges, places, years, conditions, words, draft);
    this.discords = new DiscordGrammar(cursor, figures, words, draft);
  }

  Question question() {
    while (!cursor.atEnd()) {
      item();
    }
    orders.finish();
    Phrases phrases = new Phrases(cursor, edges, draft.parts);
    phrases.resolve();
    draft.leftover.addAll(phrases.leftover);
    if (draft.subject != null) {
      phrases.terms.removeIf(this::isSpending); // 213类支出
    }
    Meaning.settle(draft);
    Contradictions.say(
        draft, Stream.concat(phrases.about.stream(), phrases.terms.stream()).toList());
    spelling(phrases);
    return draft.question(text, phrases.about, phrases.terms);
  }

  /** What words that nothing was made of may have been meant for. */
  private void spelling(Phrases phrases) {
    for (List<String> words : List.of(phrases.about, phrases.terms, draft.leftover)) {
      for (String word : words) {
        if (word.length() <= LONGEST_NAME) {
          lexicon
              .meant(word)
              .map(meant -> new Question.Note("spelling", word, meant))
              .or(() -> county(word))
              .ifPresent(draft.notes::add);
        }
      }
    }
  }

  private boolean isSpending(String word) {
    Keyword known = Vocabulary.standard().longestAt(Vocabulary.folded(word), 0);
    return known != null
        && known.end() == word.length()
        && known.value(Role.LOOSE).equals("executed");
  }

  /** 解放 may be 解放区 of Jiaozuo. */
  private Optional<Question.Note> county(String word) {
    List<Division> named = lexicon.divisionsNamed(word);
    return named.size() == 1 && named.getFirst().level() == 3
        ? Optional.of(new Question.Note("namesake", word, String.join("", named.getFirst().path())))
        : Optional.empty();
  }

  private void item() {
    int start = cursor.ahead().start();
    Use use = taken();
    if (use != null) {
      draft.part(use, "", start, cursor.position());
    } else {
      words.add(cursor.next());
    }
  }

  /** Takes what one production takes and says what became of it; null where none fits. */
  private @Nullable Use taken() {
    if (cursor.peek() instanceof Gap gap) {
      cursor.next();
      return gap.space() ? Use.SPACE : Use.BREAK;
    }
    if (exclusions.exclusion()) {
      return Use.DONE;
    }
    if (subjects.subject()) {
      return Use.FILTER;
    }
    if (unpublished()) {
      return Use.DONE;
    }
    if (namedFilter() || institutions.institutions()) {
      return Use.FILTER;
    }
    if (orders.ofWord() || orders.order()) {
      return Use.ORDER;
    }
    if (discords.ofFigures()) {
      return Use.DONE;
    }
    boolean share = cursor.peek() instanceof Name name && name.metric().equals("share");
    String subject = subjects.subjectBefore();
    if (conditions.conditions()) {
      if (!subject.isEmpty()) {
        draft.rename(subject);
      }
      return share ? Use.SHARE : Use.CONDITION;
    }
    if (spentOn()) {
      return Use.DONE;
    }
    if (filter()) {
      return Use.FILTER;
    }
    int mark = cursor.mark();
    if (kind()) {
      joined.took(Single.KIND, mark);
      return Use.KIND;
    }
    return discords.discord() ? Use.DONE : null;
  }

  /** How much did they spend on receptions: the amount, not how many there were. */
  private boolean spentOn() {
    int mark = cursor.mark();
    Keyword spent = cursor.accept(Role.LOOSE);
    boolean english = spent != null && !cursor.isHan(spent.start());
    boolean on = english && cursor.accept(Role.FILLER) != null;
    cursor.skipSpace();
    int start = cursor.position();
    MetricRef metric = on ? figures.figure() : null;
    if (metric == null) {
      cursor.reset(mark);
      return false;
    }
    String name = metrics.get(SpentGrammar.amountOf(metric).id()).chinese().getFirst();
    draft.metric(name, start, cursor.position());
    return true;
  }

  private boolean filter() {
    int mark = cursor.mark();
    Set<Integer> before = Set.copyOf(draft.years);
    if (years.years()) {
      if (!before.containsAll(draft.years)) {
        joined.took(Single.YEAR, mark);
      }
      return true;
    }
    int regions = draft.otherRegions.size();
    if (places.place()) {
      if (draft.publisher == null && (regions == 0 || regions < draft.otherRegions.size())) {
        joined.took(Single.REGION, mark);
      }
      return true;
    }
    return offices.publisher() || classification() || level();
  }

  /** 规则“score-sum/parts” */
  private boolean namedFilter() {
    int mark = cursor.mark();
    Keyword word = cursor.accept(Role.NAMED);
    cursor.skipSpace();
    // 单位名称包含教育的
    boolean plain = word != null && word.end() - word.start() > LABEL;
    String name =
        cursor.peek() instanceof Quoted quoted
            ? quoted.content()
            : plain && cursor.peek() instanceof Token.Plain said ? cursor.text(said) : "";
    if (word == null || name.isEmpty()) {
      cursor.reset(mark);
      return false;
    }
    cursor.next();
    switch (word.value(Role.NAMED)) {
      case "publisher" -> draft.publisher = name;
      case "type" -> draft.type = name;
      case "rule" -> draft.rule = name;
      default -> draft.form = name;
    }
    return true;
  }

  /** 没有公布三公经费: what is not said is no entry, and that is shown. */
  private boolean unpublished() {
    int mark = cursor.mark();
    Keyword word = cursor.accept(Role.UNPUBLISHED);
    if (word == null || figures.figures() == null) {
      cursor.reset(mark);
      return false;
    }
    draft.leftover.add(cursor.text(word.start(), cursor.position()));
    return true;
  }

  private boolean classification() {
    if (cursor.peek() instanceof Keyword word) {
      if (word.is(Role.TYPE)) {
        type(word);
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

  /** One can be asked for; another is shown as not understood. */
  private void type(Keyword word) {
    int mark = cursor.mark();
    cursor.next();
    joined.took(Single.TYPE, mark);
    if (draft.type == null) {
      draft.type = word.value(Role.TYPE);
    } else if (!draft.type.equals(word.value(Role.TYPE))) {
      draft.leftover.add(cursor.text(word));
    }
  }

  /** 县级 in 县级部门: no field says it, and that is shown; in 县级医院建设 it is part of a name. */
  private boolean level() {
    int mark = cursor.mark();
    Keyword word = cursor.accept(Role.LEVEL);
    if (word == null || cursor.joinsNext()) {
      cursor.reset(mark);
      return false;
    }
    draft.leftover.add(cursor.text(word));
    return true;
  }

  private boolean kind() {
    int mark = cursor.mark();
    Keyword word = cursor.accept(Role.KIND);
    if (word == null) {
      return area();
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

  /** 城市 in 哪个城市, which says nothing more than 部门; in 智慧城市 it is part of a name. */
  private boolean area() {
    int mark = cursor.mark();
    Token before = cursor.previous();
    if (cursor.peek() instanceof Token.Plain plain
        && AREAS.contains(cursor.text(plain))
        && before instanceof Keyword of
        && of.is(Role.OF)) {
      cursor.next(); // 支出最多的县
      return true;
    }
    Keyword word = cursor.accept(Role.AREA);
    boolean joined =
        word != null
            && (cursor.joinsNext()
                || cursor.sees(Role.KIND)
                || (before != null
                    && before.end() == word.start()
                    && !(before instanceof Token.Numeral) // 前5个县区
                    && !(before instanceof Keyword other && isSmall(other))));
    if (word == null || joined) {
      cursor.reset(mark);
      return false;
    }
    return true;
  }

  private static boolean isSmall(Keyword word) {
    return word.is(Role.OF)
        || word.is(Role.FILLER)
        || word.is(Role.EXTREME)
        || word.is(Role.RANK)
        || word.is(Role.COUNTER);
  }
}
