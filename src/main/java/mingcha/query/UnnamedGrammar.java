package mingcha.query;

import java.math.BigDecimal;
import java.util.List;
import mingcha.disclosure.Basis;
import mingcha.query.MetricGrammar.Subjects;
import mingcha.query.Token.Gap;
import mingcha.query.Token.Keyword;
import mingcha.text.Lexicon;
import org.jspecify.annotations.Nullable;

/**
 * Predicates before which no metric stands.
 *
 * <pre>
 * unnamed = [ basis ] predicate [ [ "的" ] figures ] | comparator budget ;      低于60%的执行率, 超过全年预算
 * </pre>
 *
 * <p>The metric is the one that follows, that of the condition before, or one that is proposed by
 * the unit, which a note of the question says. A misspelt metric is read as what it sounds like, an
 * unknown rate as none (see {@link UnnamedMetrics}).
 */
final class UnnamedGrammar {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Cursor cursor;
  private final MetricGrammar figures;
  private final PredicateGrammar predicates;
  private final RelationGrammar relations;
  private final SenselessGrammar senseless;
  private final ClauseBuilder builder;
  private final Draft draft;
  private final Lexicon lexicon;
  private final UnnamedMetrics unnamed;
  private final Conditions conditions;
  private List<MetricRef> last = List.of();

  /** Tells whether figures have a condition of their own behind them. */
  @FunctionalInterface
  interface Conditions {
    boolean own(Subjects subjects, int start);
  }

  UnnamedGrammar(
      Cursor cursor,
      MetricGrammar figures,
      PredicateGrammar predicates,
      RelationGrammar relations,
      SenselessGrammar senseless,
      ClauseBuilder builder,
      Draft draft,
      Lexicon lexicon,
      Conditions conditions) {
    this.cursor = cursor;
    this.figures = figures;
    this.predicates = predicates;
    this.relations = relations;
    this.senseless = senseless;
    this.builder = builder;
    this.draft = draft;
    this.lexicon = lexicon;
    this.unnamed = new UnnamedMetrics(cursor, draft, lexicon);
    this.conditions = conditions;
  }

  /** What the condition before is on. */
  void spokeOf(List<MetricRef> metrics) {
    last = metrics;
  }

  /** A predicate whose metric follows, is that of the last condition, or is proposed. */
  @Nullable List<Clause> unnamed(int start, boolean first) {
    if (beforeCode()) {
      return null;
    }
    int before = cursor.position();
    Keyword basisWord = cursor.accept(Role.BASIS);
    cursor.skip(Role.ADVERB);
    Predicate predicate = predicates.predicate(basisWord != null && !last.isEmpty());
    if (predicate == null && basisWord == null && senseless.nonsense(start, true)) {
      return List.of();
    }
    if (predicate == null) {
      return basisWord == null ? relations.overBudget(start) : null;
    }
    int end = cursor.mark();
    Subjects behind = behind();
    String text = cursor.text(start, cursor.position());
    if (behind != null) {
      last = behind.refs();
      return builder.clauses(behind, predicate, text);
    }
    cursor.reset(end);
    text = cursor.text(start, cursor.position());
    boolean proposes = first || last.isEmpty();
    List<MetricRef> misspelt = proposes ? unnamed.misspelt(before) : List.of();
    if (misspelt.isEmpty() && proposes && predicate.amount().isMoney()) {
      misspelt = unnamed.verb(before);
    }
    if (!misspelt.isEmpty()) {
      proposes = false;
    } else if (proposes && unnamed.unknown(before)) {
      return List.of();
    }
    List<MetricRef> refs = misspelt.isEmpty() ? (proposes ? proposed(predicate) : last) : misspelt;
    if (refs.isEmpty()) {
      return null;
    }
    if (proposes) {
      draft.propose(text, refs.getFirst());
    }
    if (basisWord != null) {
      Basis basis = MetricGrammar.basis(basisWord);
      refs = refs.stream().map(ref -> new MetricRef(ref.id(), basis)).toList();
    }
    last = refs;
    return builder.clauses(new Subjects(refs, false, true), predicate, text);
  }

  /** Whether this is under 2160299, which names a subject. */
  private boolean beforeCode() {
    int mark = cursor.mark();
    Amount amount = cursor.accept(Role.WITHIN) == null ? null : predicates.number();
    boolean code =
        amount != null
            && amount.unit().isEmpty()
            && lexicon.subjectName(amount.value().toPlainString()).isPresent();
    cursor.reset(mark);
    return code;
  }

  /** The metric of 低于60%的执行率, unless it has a condition of its own. */
  private @Nullable Subjects behind() {
    boolean of = cursor.sees(Role.OF);
    boolean english = cursor.peek() instanceof Gap gap && gap.space();
    boolean joined = !of && !english;
    cursor.skip(Role.OF, Role.FILLER);
    cursor.skipSpace();
    Token name = cursor.peek();
    boolean chinese = name != null && cursor.isHan(name.start());
    Subjects subjects =
        (english && chinese) || (of && cursor.sees(Role.LOOSE)) ? null : figures.figures();
    if (name == null || subjects == null || (!joined && cursor.sees(Role.KIND))) {
      return null;
    }
    if (joined && !(cursor.atEnd() || cursor.sees(Role.OF) || cursor.sees(Role.KIND))) {
      return null;
    }
    int mark = cursor.mark();
    boolean own = conditions.own(subjects, name.start());
    cursor.reset(mark);
    return own ? null : subjects;
  }

  private static List<MetricRef> proposed(Predicate predicate) {
    String unit = predicate.unit();
    BigDecimal value = predicate.amount().value();
    String metric =
        switch (unit) {
          case "%" -> "execution_rate";
          case "分" -> "score";
          case "倍" -> "leverage";
          case "" -> value.compareTo(HUNDRED) <= 0 ? "execution_rate" : "";
          default -> unit.endsWith("元") ? "executed" : "";
        };
    return metric.isEmpty() ? List.of() : List.of(new MetricRef(metric, null));
  }
}
