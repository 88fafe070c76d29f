package mingcha.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import mingcha.disclosure.Stage;
import mingcha.query.Clause.Comparison;
import mingcha.query.Clause.Condition;
import mingcha.query.Clause.Not;
import mingcha.query.MetricGrammar.Subjects;
import mingcha.query.Token.Keyword;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a figure beside another one.
 *
 * <pre>
 * relation   = figure figure "相等" | "比" figure ( "多" | "少" ) [ predicate ] | comparison ;
 * comparison = comparator figure [ factor ] ;
 * factor     = [ "的" ] number "倍" [ "以上" ] ;
 * </pre>
 *
 * <p>A factor is understood where a rate says the same: 决算是全年预算的两倍 is an execution rate of 200%.
 */
final class RelationGrammar {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What one amount as a part of another is called. */
  private static final Map<String, String> RATES =
      Map.of(
          "executed/budget_initial", "completion_rate",
          "executed/budget_adjusted", "execution_rate",
          "redeemed/issued", "redemption_rate");

  private final Cursor cursor;
  private final MetricGrammar figures;
  private final PredicateGrammar predicates;
  private final ClauseBuilder builder;
  private final Draft draft;

  RelationGrammar(
      Cursor cursor,
      MetricGrammar figures,
      PredicateGrammar predicates,
      ClauseBuilder builder,
      Draft draft) {
    this.cursor = cursor;
    this.figures = figures;
    this.predicates = predicates;
    this.builder = builder;
    this.draft = draft;
  }

  /** The clauses of a comparison, or null and nothing is taken. */
  @Nullable List<Clause> relation(Subjects subjects, int start) {
    List<Clause> same = same(subjects, start);
    if (same != null) {
      return same;
    }
    List<Clause> than = than(subjects.refs().getFirst(), start);
    return than != null ? than : comparison(subjects.refs().getFirst(), start);
  }

  /** 预算数与决算数相等 */
  private @Nullable List<Clause> same(Subjects subjects, int start) {
    int mark = cursor.mark();
    if (subjects.refs().size() != 2 || cursor.accept(Role.SAME) == null) {
      cursor.reset(mark);
      return null;
    }
    MetricRef one = subjects.refs().getFirst();
    MetricRef other = ofStage(one, subjects.refs().getLast());
    return List.of(new Comparison(one, Op.EQUAL, other, cursor.text(start, cursor.position())));
  }

  /** 超过全年预算的项目: what exceeds a budget is what was spent. */
  @Nullable List<Clause> overBudget(int start) {
    int mark = cursor.mark();
    Keyword compare = predicates.comparator();
    boolean says = compare != null && !compare.is(Role.COPULA);
    MetricRef budget = says ? figures.figure() : null;
    cursor.reset(mark);
    return budget != null && RATES.containsKey("executed/" + budget.id())
        ? comparison(new MetricRef("executed", null), start)
        : null;
  }

  private @Nullable List<Clause> comparison(MetricRef metric, int start) {
    int mark = cursor.mark();
    Keyword different = cursor.accept(Role.NOT_EQUAL);
    Keyword compare = different == null ? predicates.comparator() : null;
    MetricRef other = different != null || compare != null ? figures.figure() : null;
    if (other == null) {
      cursor.reset(mark);
      return null;
    }
    boolean copula = compare != null && compare.is(Role.COPULA);
    int beforeFactor = cursor.mark();
    boolean of = cursor.accept(Role.OF) != null;
    Predicate factor = predicates.predicate(true);
    if (factor != null) {
      return multiplied(metric, compare, other, of, factor, start);
    }
    cursor.reset(beforeFactor);
    if (copula) {
      cursor.reset(mark);
      return null;
    }
    String text = cursor.text(start, cursor.position());
    MetricRef against = ofStage(metric, other);
    if (compare == null) {
      return List.of(new Not(new Comparison(metric, Op.EQUAL, against, text), text));
    }
    return List.of(
        new Comparison(metric, ClauseBuilder.op(compare.value(Role.COMPARE)), against, text));
  }

  /** 决算是预算的两倍以上; what no rate says is shown as not understood: 超过核销金额10倍. */
  private List<Clause> multiplied(
      MetricRef metric,
      @Nullable Keyword compare,
      MetricRef other,
      boolean of,
      Predicate factor,
      int start) {
    String text = cursor.text(start, cursor.position());
    String rate = rate(metric, other);
    boolean times = factor.unit().equals("倍") || factor.unit().equals("%");
    if (compare == null || rate.isEmpty() || !times || factor.amounts().size() > 1) {
      draft.leftover.add(text);
      return List.of();
    }
    Op said = ClauseBuilder.op(compare.value(Role.COMPARE));
    BigDecimal value = factor.amount().value();
    if (factor.unit().equals("倍")) {
      value = value.multiply(HUNDRED);
    }
    // 超过预算一倍 is twice the budget, and so is 超过预算的两倍.
    boolean above = !of && said == Op.MORE && value.compareTo(HUNDRED) <= 0;
    return List.of(
        new Condition(
            new MetricRef(rate, null),
            said == Op.EQUAL ? factor.op() : said,
            List.of(Interpretation.plain(above ? value.add(HUNDRED) : value)),
            "%",
            text));
  }

  /** What a part of the other amount is called; empty where there is no such rate. */
  static String rate(MetricRef part, MetricRef whole) {
    return RATES.getOrDefault(part.id() + "/" + whole.id(), "");
  }

  /** 决算比预算多100万元; by how much is shown as not understood where no figure says it. */
  private @Nullable List<Clause> than(MetricRef metric, int start) {
    int mark = cursor.mark();
    boolean versus = cursor.accept(Role.VERSUS_YEAR) != null;
    MetricRef other = versus ? figures.figure() : null;
    cursor.skip(Role.OF);
    Keyword word = other == null ? null : cursor.accept(Role.VERSUS_DIRECTION);
    if (word == null && other != null) {
      word = cursor.accept(Role.VAGUE);
    }
    if (other == null || word == null) {
      cursor.reset(mark);
      return null;
    }
    cursor.skip(Role.PARTICLE);
    Predicate by = predicates.predicate(true);
    String text = cursor.text(start, cursor.position());
    boolean more =
        word.value(Role.VERSUS_DIRECTION).equals("up") || word.value(Role.VAGUE).equals("desc");
    if (by != null) {
      List<Clause> far = Differences.byHowMuch(builder, metric, other, more, by, text);
      if (far == null) {
        draft.leftover.add(text);
        return List.of();
      }
      return far;
    }
    return List.of(new Comparison(metric, more ? Op.MORE : Op.LESS, ofStage(metric, other), text));
  }

  /** 预算 beside 公务接待费 is the budget of that. */
  private MetricRef ofStage(MetricRef metric, MetricRef other) {
    if (!figures.hasStages(metric.id()) || other.basis() != null) {
      return other;
    }
    return switch (other.id()) {
      case "executed" -> metric.stage() == null ? other : new MetricRef(metric.id(), null);
      case "budget_initial" -> new MetricRef(metric.id(), null, Stage.INITIAL);
      case "budget_adjusted" -> new MetricRef(metric.id(), null, Stage.ADJUSTED);
      default -> other;
    };
  }
}
