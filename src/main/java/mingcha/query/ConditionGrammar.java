package mingcha.query;

import java.util.ArrayList;
import java.util.List;
import mingcha.query.Clause.AnyOf;
import mingcha.query.Clause.Not;
import mingcha.query.MetricGrammar.Subjects;
import mingcha.query.Token.Keyword;
import mingcha.query.Token.Plain;
import mingcha.text.Lexicon;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on figures.
 *
 * <pre>
 * conditions = operand { [ "," ] [ "and" | "or" ] operand } ;
 * operand    = [ "不符合" ] condition ;                           not of all that "or" joins to it
 * condition  = grade | plain | chain | "人均" figures predicate | unnamed
 *            | figures ( state | change | comparison | predicate )
 *            | completion "的" predicate ;                       完成年初预算的80%以下
 * chain      = number comparator figure ;                        60%&lt;执行率&lt;80%
 * </pre>
 *
 * <p>For figures see {@link MetricGrammar}, for grades {@link GradeGrammar}, for what needs no
 * number {@link StateGrammar}, for what names no metric {@link UnnamedGrammar}, for changes {@link
 * ChangeGrammar}, for comparisons {@link RelationGrammar}.
 */
final class ConditionGrammar {
  private static final Subjects SPENT =
      new Subjects(List.of(new MetricRef("executed", null)), false, false);

  private final Cursor cursor;
  private final MetricGrammar figures;
  private final PredicateGrammar predicates;
  private final GradeGrammar grades;
  private final ChangeGrammar changes;
  private final RelationGrammar relations;
  private final SenselessGrammar senseless;
  private final ClauseBuilder builder;
  private final Draft draft;
  private final StateGrammar states;
  private final SpentGrammar spent;
  private final UnnamedGrammar unnamed;

  /** The last condition, where it was denied as a whole. */
  private @Nullable Clause denied;

  ConditionGrammar(
      Cursor cursor, MetricGrammar figures, ClauseBuilder builder, Draft draft, Lexicon lexicon) {
    this.cursor = cursor;
    this.figures = figures;
    this.predicates = new PredicateGrammar(cursor);
    this.grades = new GradeGrammar(cursor);
    this.changes = new ChangeGrammar(cursor, figures, predicates, builder, draft);
    this.relations = new RelationGrammar(cursor, figures, predicates, builder, draft);
    this.senseless = new SenselessGrammar(cursor, predicates, draft);
    this.builder = builder;
    this.draft = draft;
    this.states = new StateGrammar(cursor, figures, predicates, builder, draft);
    this.spent = new SpentGrammar(cursor, figures);
    this.unnamed =
        new UnnamedGrammar(
            cursor,
            figures,
            predicates,
            relations,
            senseless,
            builder,
            draft,
            lexicon,
            (subjects, start) -> said(subjects, start) != null);
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
    Clause grade = grades.grade();
    if (grade != null) {
      return List.of(grade);
    }
    List<Clause> clauses = states.plain(start);
    if (clauses == null) {
      clauses = chain(start);
    }
    if (clauses == null) {
      clauses = changes.changeOf(start);
    }
    if (clauses == null) {
      clauses = perHead(start);
    }
    if (clauses == null) {
      clauses = changeOfNoun(start);
    }
    if (clauses != null) {
      return clauses;
    }
    Subjects subjects = figures.figures();
    clauses = subjects == null ? unnamed.unnamed(start, first) : said(subjects, start);
    if (clauses == null) {
      cursor.reset(mark);
    } else if (subjects != null) {
      unnamed.spokeOf(subjects.refs());
    }
    return clauses;
  }

  /** 会议费比上年增加: of a thing that has no metric of its own, what was spent on it. */
  private @Nullable List<Clause> changeOfNoun(int start) {
    boolean money =
        cursor.previous() instanceof Plain word
            && word.end() == start
            && OrderGrammar.MONEY.matcher(cursor.text(word)).find();
    return money ? changes.change(SPENT, start) : null;
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
    unnamed.spokeOf(subjects.refs());
    Op op = Predicate.mirrored(ClauseBuilder.op(compare.value(Role.COMPARE)));
    List<Clause> all =
        new ArrayList<>(
            builder.clauses(
                subjects, new Predicate(op, amount), cursor.text(start, cursor.position())));
    int other = cursor.position();
    Predicate more = predicates.predicate(false);
    if (more != null) {
      all.addAll(builder.clauses(subjects, more, cursor.text(other, cursor.position())));
    }
    return all;
  }

  private @Nullable List<Clause> said(Subjects subjects, int start) {
    List<Clause> relation = states.stateOf(subjects, start);
    if (relation == null) {
      relation = changes.change(subjects, start);
    }
    if (relation == null) {
      relation = relations.relation(subjects, start);
    }
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
      Subjects parts = spent.partOfBudget(subjects, predicate);
      return builder.clauses(parts, predicate, cursor.text(start, cursor.position()));
    }
    return senseless.nonsense(start)
            || (subjects.named() && (senseless.vague(start) || senseless.openEnded(start)))
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
}
