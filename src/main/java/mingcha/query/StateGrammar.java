package mingcha.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mingcha.disclosure.Stage;
import mingcha.query.Clause.Comparison;
import mingcha.query.Clause.Condition;
import mingcha.query.MetricGrammar.Subjects;
import mingcha.query.Token.Gap;
import mingcha.query.Token.Keyword;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that need no number.
 *
 * <pre>
 * plain     = state | existence | trend ;
 * state     = [ figures ] ( "一分钱没花" | "不及格" | … ) | "超预算" [ predicate ] ;
 * existence = ( "有" | "没有" ) figures [ "支出" ] &amp; "的" ;
 * trend     = "rising" figures ;
 * </pre>
 */
final class StateGrammar {
  /** What a state of the spending may be said of. */
  private static final Set<String> BUDGETS =
      Set.of("budget_initial", "budget_adjusted", "executed", "execution_rate", "completion_rate");

  private final Cursor cursor;
  private final MetricGrammar figures;
  private final PredicateGrammar predicates;
  private final ClauseBuilder builder;
  private final Draft draft;

  StateGrammar(
      Cursor cursor,
      MetricGrammar figures,
      PredicateGrammar predicates,
      ClauseBuilder builder,
      Draft draft) {
    this.draft = draft;
    this.cursor = cursor;
    this.figures = figures;
    this.predicates = predicates;
    this.builder = builder;
  }

  /** The clauses, or null and nothing is taken. */
  @Nullable List<Clause> plain(int start) {
    List<Clause> clauses = state(start);
    if (clauses == null) {
      clauses = existence(start);
    }
    return clauses == null ? trend(start) : clauses;
  }

  /** 一分钱没花, 超预算: a condition in a word. */
  private @Nullable List<Clause> state(int start) {
    int mark = cursor.mark();
    Keyword word = cursor.accept(Role.STATE);
    if (word == null || cursor.joinsNext()) {
      cursor.reset(mark);
      return null;
    }
    return asked(word, start);
  }

  /** 绩效得分不及格, 公务接待费一分钱没花: a condition in a word behind the metric that it is on. */
  @Nullable List<Clause> stateOf(Subjects subjects, int start) {
    int mark = cursor.mark();
    Keyword word = cursor.accept(Role.STATE);
    if (word == null || subjects.refs().size() > 1 || cursor.joinsNext()) {
      cursor.reset(mark);
      return null;
    }
    MetricRef subject = subjects.refs().getFirst();
    String[] parts = word.value(Role.STATE).split(" ", -1);
    boolean ofBudget = BUDGETS.contains(subject.id()) && !parts[0].equals("score");
    if (parts[0].equals(subject.id()) || ofBudget) {
      return asked(word, start);
    }
    Op op = ClauseBuilder.op(parts[1]);
    String text = cursor.text(start, cursor.position());
    if (parts[0].equals("executed") && figures.hasStages(subject.id())) {
      cursor.skip(Role.PARTICLE, Role.BY);
      Predicate by = parts[2].equals("0") ? null : predicates.predicate(true);
      if (by != null) { // 公务接待费超预算10%: no figure says by how much
        draft.leftover.add(cursor.text(start, cursor.position()));
        return List.of();
      }
      return List.of(
          parts[2].equals("0")
              ? new Condition(subject, op, List.of(BigDecimal.ZERO), "", text)
              : new Comparison(
                  subject, op, new MetricRef(subject.id(), null, Stage.INITIAL), text));
    }
    cursor.reset(mark);
    return null;
  }

  private List<Clause> asked(Keyword word, int start) {
    String[] parts = word.value(Role.STATE).split(" ", -1);
    MetricRef metric = new MetricRef(parts[0], null);
    Op op = ClauseBuilder.op(parts[1]);
    if (Character.isDigit(parts[2].charAt(0))) {
      String text = cursor.text(start, cursor.position());
      return List.of(new Condition(metric, op, List.of(new BigDecimal(parts[2])), parts[3], text));
    }
    MetricRef other = new MetricRef(parts[2], null);
    List<Clause> far = byHowMuch(metric, op, other, start);
    return far == null
        ? List.of(new Comparison(metric, op, other, cursor.text(start, cursor.position())))
        : far;
  }

  /** 超支20%以上, 超预算50万元; null and nothing is taken where no amount follows. */
  private @Nullable List<Clause> byHowMuch(MetricRef metric, Op op, MetricRef other, int start) {
    int mark = cursor.mark();
    cursor.skip(Role.PARTICLE, Role.BY, Role.FILLER);
    Predicate by = predicates.predicate(true);
    boolean quantity = by != null && PredicateGrammar.isQuantity(by.amount());
    List<Clause> far =
        by == null || !quantity
            ? null
            : Differences.byHowMuch(
                builder, metric, other, op == Op.MORE, by, cursor.text(start, cursor.position()));
    if (far == null) {
      cursor.reset(mark);
    }
    return far;
  }

  /** 有公务接待费的部门, 没有三公经费支出的单位: of an amount or a count, more than nothing or nothing. */
  private @Nullable List<Clause> existence(int start) {
    int mark = cursor.mark();
    cursor.skip(Role.ADVERB);
    boolean has = cursor.accept(Role.HAVE) != null;
    boolean lacks = !has && cursor.accept(Role.LACK) != null;
    Subjects subjects = has || lacks ? figures.figures() : null;
    boolean english = !cursor.isHan(start);
    boolean ends =
        cursor.atEnd()
            || cursor.sees(Role.OF)
            || cursor.sees(Role.AND)
            || cursor.sees(Role.OR)
            || (cursor.peek() instanceof Gap gap && !(english && gap.space()));
    boolean amounts =
        subjects != null && subjects.refs().stream().allMatch(ref -> builder.countable(ref.id()));
    if (subjects == null || !ends || !amounts) {
      cursor.reset(mark);
      return null;
    }
    Predicate predicate = new Predicate(has ? Op.MORE : Op.EQUAL, new Amount(BigDecimal.ZERO, ""));
    return builder.clauses(subjects, predicate, cursor.text(start, cursor.position()));
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
}
