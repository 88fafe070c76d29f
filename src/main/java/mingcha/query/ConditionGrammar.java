package mingcha.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Basis;
import mingcha.query.Clause.AnyOf;
import mingcha.query.Clause.Comparison;
import mingcha.query.Clause.Condition;
import mingcha.query.Clause.Not;
import mingcha.query.MetricGrammar.Subjects;
import mingcha.query.Token.Gap;
import mingcha.query.Token.Keyword;
import mingcha.text.Lexicon;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on figures.
 *
 * <pre>
 * conditions = operand { [ "," ] [ "and" | "or" ] operand } ;
 * operand    = [ "不符合" ] condition ;                           not of all that "or" joins to it
 * condition  = grade | state | existence | trend | chain | "人均" figures predicate
 *            | figures ( change | comparison | predicate )
 *            | [ basis ] predicate [ "的" figures ]
 *            | completion "的" predicate ;                       完成年初预算的80%以下
 * state      = "一分钱没花" | "超预算" | … ;
 * existence  = ( "有" | "没有" ) figures [ "支出" ] &amp; "的" ;
 * trend      = "rising" figures ;
 * chain      = number comparator figure ;                        60%&lt;执行率&lt;80%
 * </pre>
 *
 * <p>A predicate without a metric takes that of the condition before it; without one it proposes a
 * metric by its unit, which a note of the question says. A misspelt metric is read as what it
 * sounds like, an unknown rate as none (see {@link UnnamedMetrics}). For figures see {@link
 * MetricGrammar}, for changes and comparisons {@link RelationGrammar}.
 */
final class ConditionGrammar {
  private final Cursor cursor;
  private final MetricGrammar figures;
  private final PredicateGrammar predicates;
  private final GradeGrammar grades;
  private final RelationGrammar relations;
  private final ClauseBuilder builder;
  private final Draft draft;
  private final Lexicon lexicon;
  private final UnnamedMetrics unnamed;
  private List<MetricRef> last = List.of();

  /** The last condition, where it was denied as a whole. */
  private @Nullable Clause denied;

  ConditionGrammar(
      Cursor cursor, MetricGrammar figures, ClauseBuilder builder, Draft draft, Lexicon lexicon) {
    this.cursor = cursor;
    this.figures = figures;
    this.predicates = new PredicateGrammar(cursor);
    this.grades = new GradeGrammar(cursor);
    this.relations = new RelationGrammar(cursor, figures, predicates, builder, draft);
    this.builder = builder;
    this.draft = draft;
    this.lexicon = lexicon;
    this.unnamed = new UnnamedMetrics(cursor, draft, lexicon);
  }

  /** Takes conditions into the draft; false, and nothing is taken, where none stands here. */
  boolean conditions() {
    List<Clause> clauses = operand(true);
    if (clauses == null) {
      return false;
    }
    List<Clause> all = new ArrayList<>(clauses);
    while (true) {
      int mark = cursor.mark();
      cursor.skipGaps();
      boolean or = cursor.accept(Role.OR) != null;
      if (!or) {
        cursor.skip(Role.AND);
      }
      List<Clause> more = operand(false);
      if (more == null) {
        cursor.reset(mark);
        break;
      }
      join(all, more, or);
    }
    draft.where.addAll(all);
    return true;
  }

  /** A condition, or its opposite: 不符合执行率低于60%. */
  private @Nullable List<Clause> operand(boolean first) {
    int mark = cursor.mark();
    int start = cursor.peek() == null ? 0 : cursor.peek().start();
    boolean not = cursor.accept(Role.NOT) != null;
    List<Clause> clauses = not ? condition(first) : null;
    if (clauses == null) {
      cursor.reset(mark);
      return condition(first);
    }
    List<Clause> negated = new ArrayList<>();
    String text = cursor.text(start, cursor.position());
    for (Clause clause : clauses) {
      negated.add(new Not(clause, text));
    }
    denied = negated.isEmpty() ? null : negated.getLast();
    return negated;
  }

  private void join(List<Clause> all, List<Clause> more, boolean or) {
    if (or && !all.isEmpty() && !more.isEmpty()) {
      List<Clause> any = new ArrayList<>();
      Clause before = all.removeLast();
      if (before instanceof Not not && before.equals(denied)) {
        List<Clause> inner = new ArrayList<>(List.of(not.clause()));
        join(inner, more, true);
        all.add(new Not(inner.getFirst(), not.text() + "或" + more.getLast().text()));
        denied = all.getLast();
        return;
      }
      if (before instanceof AnyOf earlier) {
        any.addAll(earlier.clauses());
      } else {
        any.add(before);
      }
      any.addAll(more);
      all.add(new AnyOf(any, before.text() + "或" + more.getLast().text()));
    } else {
      all.addAll(more);
    }
  }

  /** The clauses of one condition (none where it is senseless), or null and nothing is taken. */
  private @Nullable List<Clause> condition(boolean first) {
    int mark = cursor.mark();
    cursor.skipSpace();
    int start = cursor.peek() == null ? 0 : cursor.peek().start();
    Clause whole = grades.grade();
    if (whole == null) {
      whole = state();
    }
    if (whole != null) {
      return List.of(whole);
    }
    List<Clause> clauses = existence(start);
    if (clauses == null) {
      clauses = trend(start);
    }
    if (clauses == null) {
      clauses = chain(start);
    }
    if (clauses == null) {
      clauses = perHead(start);
    }
    if (clauses != null) {
      return clauses;
    }
    Subjects subjects = figures.figures();
    clauses = subjects == null ? bare(start, first) : said(subjects, start);
    if (clauses == null) {
      cursor.reset(mark);
    } else if (subjects != null) {
      last = subjects.refs();
    }
    return clauses;
  }

  /** 一分钱没花, 超预算: a condition in a word. */
  private @Nullable Clause state() {
    int mark = cursor.mark();
    Keyword word = cursor.accept(Role.STATE);
    if (word == null || cursor.joinsNext()) {
      cursor.reset(mark);
      return null;
    }
    String[] parts = word.value(Role.STATE).split(" ", -1);
    MetricRef metric = new MetricRef(parts[0], null);
    Op op = ClauseBuilder.op(parts[1]);
    String text = cursor.text(word);
    return Character.isDigit(parts[2].charAt(0))
        ? new Condition(metric, op, List.of(new BigDecimal(parts[2])), parts[3], text)
        : new Comparison(metric, op, new MetricRef(parts[2], null), text);
  }

  /** 有公务接待费的部门, 没有三公经费支出的单位: of an amount or a count, more than nothing or nothing. */
  private @Nullable List<Clause> existence(int start) {
    int mark = cursor.mark();
    boolean has = cursor.accept(Role.HAVE) != null;
    boolean lacks = !has && cursor.accept(Role.LACK) != null;
    Subjects subjects = has || lacks ? figures.figures() : null;
    boolean english = !cursor.isHan(start);
    boolean ends =
        cursor.atEnd()
            || cursor.sees(Role.OF)
            || (cursor.peek() instanceof Gap gap && !(english && gap.space()));
    boolean amounts =
        subjects != null && subjects.refs().stream().allMatch(ref -> builder.countable(ref.id()));
    if (subjects == null || !ends || !amounts) {
      cursor.reset(mark);
      return null;
    }
    Predicate predicate = new Predicate(has ? Op.MORE : Op.EQUAL, new Amount(BigDecimal.ZERO, ""));
    return clauses(subjects, predicate, cursor.text(start, cursor.position()));
  }

  /** departments with rising operating funds */
  private @Nullable List<Clause> trend(int start) {
    int mark = cursor.mark();
    Keyword trend = cursor.accept(Role.TREND);
    Subjects subjects = trend == null ? null : figures.figures();
    if (trend == null || subjects == null) {
      cursor.reset(mark);
      return null;
    }
    String text = cursor.text(start, cursor.position());
    List<Clause> clauses = new ArrayList<>();
    for (MetricRef ref : subjects.refs()) {
      clauses.addAll(builder.change(ref, trend.value(Role.TREND).equals("up"), null, text));
    }
    return clauses;
  }

  /** 人均接待费超过100元: there are no figures a head, and that is shown. */
  private @Nullable List<Clause> perHead(int start) {
    int mark = cursor.mark();
    Subjects subjects = cursor.accept(Role.PER) == null ? null : figures.figures();
    if (subjects == null || said(subjects, start) == null) {
      cursor.reset(mark);
      return null;
    }
    draft.leftover.add(cursor.text(start, cursor.position()));
    return List.of();
  }

  /** 60%&lt;执行率, whose other end may follow. */
  private @Nullable List<Clause> chain(int start) {
    int mark = cursor.mark();
    Amount amount = predicates.number();
    Keyword compare = amount == null ? null : predicates.comparator();
    boolean symbol = compare != null && "<>≤≥=".indexOf(cursor.text(compare).charAt(0)) >= 0;
    Subjects subjects = symbol ? figures.figures() : null;
    if (amount == null || compare == null || subjects == null) {
      cursor.reset(mark);
      return null;
    }
    last = subjects.refs();
    Op op = Predicate.mirrored(ClauseBuilder.op(compare.value(Role.COMPARE)));
    List<Clause> all =
        new ArrayList<>(
            clauses(subjects, new Predicate(op, amount), cursor.text(start, cursor.position())));
    int other = cursor.position();
    Predicate more = predicates.predicate(false);
    if (more != null) {
      all.addAll(clauses(subjects, more, cursor.text(other, cursor.position())));
    }
    return all;
  }

  private @Nullable List<Clause> said(Subjects subjects, int start) {
    List<Clause> relation = relations.relation(subjects, start);
    if (relation != null) {
      return relation;
    }
    Predicate predicate = predicates.predicate(true);
    if (predicate == null && subjects.refs().getLast().id().equals("completion_rate")) {
      predicate = ofBudget();
    }
    if (predicate != null && predicates.isBareMeasure(predicate) && !isCount(subjects)) {
      return null; // 发放3万张消费券 says nothing of an amount
    }
    if (predicate != null && subjects.refs().size() == 1) {
      String text = cursor.text(start, cursor.position());
      List<Clause> apart = Differences.inPercent(subjects.refs().getFirst(), predicate, text);
      if (apart != null) {
        return apart;
      }
    }
    if (predicate != null) {
      Subjects parts = partOfBudget(subjects, predicate);
      return clauses(parts, predicate, cursor.text(start, cursor.position()));
    }
    return relations.nonsense(start) || (subjects.named() && relations.vague(start))
        ? List.of()
        : null;
  }

  private boolean isCount(Subjects subjects) {
    return subjects.refs().stream().anyMatch(ref -> builder.isCount(ref.id()));
  }

  /** 完成年初预算的80%以下 */
  private @Nullable Predicate ofBudget() {
    int mark = cursor.mark();
    Predicate predicate = cursor.accept(Role.OF) == null ? null : predicates.predicate(true);
    if (predicate == null) {
      cursor.reset(mark);
    }
    return predicate;
  }

  /** What was spent in per cent is a rate: spent less than half of their budget. */
  private Subjects partOfBudget(Subjects subjects, Predicate predicate) {
    MetricRef only = subjects.refs().getFirst();
    if (only.id().equals("vehicle_count") && predicate.amount().isMoney()) {
      return new Subjects(List.of(new MetricRef("vehicle", only.basis())), false, false);
    }
    if (subjects.refs().size() > 1 || !only.id().equals("executed")) {
      return subjects;
    }
    if (predicate.amount().isMoney()) {
      MetricRef on = spentOn();
      return on == null ? subjects : new Subjects(List.of(on), false, true);
    }
    if (!predicate.unit().equals("%")) {
      return subjects;
    }
    int mark = cursor.mark();
    cursor.skip(Role.COPULA, Role.OF, Role.FILLER, Role.PARTICLE);
    cursor.skipSpace();
    MetricRef whole = figures.figure();
    String rate = whole == null ? "" : RelationGrammar.rate(only, whole);
    if (rate.isEmpty()) {
      cursor.reset(mark);
      rate = "execution_rate";
    }
    return new Subjects(List.of(new MetricRef(rate, only.basis())), false, subjects.named());
  }

  /** What money was spent on: spent more than 100,000 yuan on receptions. */
  private @Nullable MetricRef spentOn() {
    int mark = cursor.mark();
    int start = cursor.position();
    cursor.skipSpace();
    cursor.skip(Role.FILLER, Role.OF, Role.PARTICLE);
    cursor.skipSpace();
    boolean on = cursor.text(start, cursor.position()).strip().equals("on");
    MetricRef metric = on ? figures.figure() : null;
    if (metric == null) {
      cursor.reset(mark);
      return null;
    }
    return metric.id().equals("reception_batches")
        ? new MetricRef("reception", metric.basis())
        : metric;
  }

  private List<Clause> clauses(Subjects subjects, Predicate predicate, String text) {
    List<Clause> clauses = new ArrayList<>();
    for (MetricRef ref : subjects.refs()) {
      Clause clause = builder.clause(ref, predicate, text);
      if (clause != null) {
        clauses.add(clause);
      }
    }
    return subjects.any() && clauses.size() > 1 ? List.of(new AnyOf(clauses, text)) : clauses;
  }

  /** A predicate whose metric follows, is that of the last condition, or is proposed. */
  private @Nullable List<Clause> bare(int start, boolean first) {
    if (beforeCode()) {
      return null;
    }
    int before = cursor.position();
    Keyword basisWord = cursor.accept(Role.BASIS);
    cursor.skip(Role.ADVERB);
    Predicate predicate = predicates.predicate(basisWord != null && !last.isEmpty());
    if (predicate == null) {
      return basisWord == null ? relations.overBudget(start) : null;
    }
    int end = cursor.mark();
    Subjects behind = behind();
    String text = cursor.text(start, cursor.position());
    if (behind != null) {
      last = behind.refs();
      return clauses(behind, predicate, text);
    }
    cursor.reset(end);
    text = cursor.text(start, cursor.position());
    boolean proposes = first || last.isEmpty();
    List<MetricRef> misspelt = proposes ? unnamed.misspelt(before) : List.of();
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
    return clauses(new Subjects(refs, false, true), predicate, text);
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
    boolean own = said(subjects, name.start()) != null;
    cursor.reset(mark);
    return own ? null : subjects;
  }

  private static List<MetricRef> proposed(Predicate predicate) {
    String unit = predicate.unit();
    String metric =
        switch (unit) {
          case "%" -> "execution_rate";
          case "分" -> "score";
          case "倍" -> "leverage";
          default -> unit.endsWith("元") ? "executed" : "";
        };
    return metric.isEmpty() ? List.of() : List.of(new MetricRef(metric, null));
  }
}
