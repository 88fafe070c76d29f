package mingcha.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mingcha.disclosure.Stage;
import mingcha.query.Clause.Comparison;
import mingcha.query.Clause.Condition;
import mingcha.query.Clause.Not;
import mingcha.query.MetricGrammar.Subjects;
import mingcha.query.Token.Gap;
import mingcha.query.Token.Keyword;
import mingcha.query.Token.Plain;
import mingcha.query.Token.Year;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a figure beside another one.
 *
 * <pre>
 * relation   = change | comparison ;
 * change     = [ versus ] "相差" [ predicate ]                 与上年相差超过50%
 *            | [ "比上年" ] [ "连续" ] ( direction [ "by" ] [ predicate ] | "翻番" | "持平" ) [ "on last year" ] ;
 * comparison = comparator figure [ factor ] | "比" figure ( "多" | "少" ) ;
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

  /** The clauses of a change or a comparison, or null and nothing is taken. */
  @Nullable List<Clause> relation(Subjects subjects, int start) {
    List<Clause> change = same(subjects, start);
    if (change == null) {
      change = change(subjects, start);
    }
    if (change == null) {
      change = apart(subjects, start);
    }
    if (change != null) {
      return change;
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

  private @Nullable List<Clause> change(Subjects subjects, int start) {
    int mark = cursor.mark();
    cursor.skip(Role.PARTICLE);
    boolean versus = cursor.accept(Role.VERSUS) != null || versusYear();
    cursor.skip(Role.ADVERB, Role.PARTICLE);
    Keyword ever = ever();
    cursor.skip(Role.ADVERB);
    List<Clause> said = doubled(subjects, start);
    if (said == null) {
      said = unchanged(subjects, start);
    }
    if (said != null) {
      return said;
    }
    Keyword direction = cursor.accept(Role.DIRECTION);
    String way = direction == null ? "" : direction.value(Role.DIRECTION);
    if (direction == null && versus) {
      Keyword word = cursor.accept(Role.VERSUS_DIRECTION);
      way = word == null ? "" : word.value(Role.VERSUS_DIRECTION);
    }
    if (way.isEmpty()) {
      cursor.reset(mark);
      return null;
    }
    cursor.skip(Role.PARTICLE, Role.BY);
    Predicate predicate = predicates.predicate(true);
    versus |= cursor.accept(Role.VERSUS) != null || cursor.sees(Role.OF) || ever != null || ends();
    if (predicate == null && (!versus || cursor.joinsNext())) {
      cursor.reset(mark);
      return null;
    }
    if (ever != null) { // one disclosure tells of one year's change
      draft.leftover.add(cursor.text(ever));
    }
    String text = cursor.text(start, cursor.position());
    List<Clause> clauses = new ArrayList<>();
    for (MetricRef ref : subjects.refs()) {
      clauses.addAll(builder.change(ref, way.equals("up"), predicate, text));
    }
    return clauses;
  }

  /** 与上年相差超过50% */
  private @Nullable List<Clause> apart(Subjects subjects, int start) {
    int mark = cursor.mark();
    cursor.skip(Role.PARTICLE);
    boolean versus = cursor.accept(Role.VERSUS) != null || withLastYear();
    cursor.skip(Role.OF);
    Keyword differ = versus ? cursor.accept(Role.DIFFER) : null;
    if (differ == null) {
      cursor.reset(mark);
      return null;
    }
    cursor.skip(Role.PARTICLE, Role.BY);
    Predicate by = predicates.predicate(true);
    String text = cursor.text(start, cursor.position());
    List<Clause> clauses = new ArrayList<>();
    for (MetricRef ref : subjects.refs()) {
      clauses.addAll(Differences.fromLastYear(builder, ref, by, text));
    }
    return clauses;
  }

  /** 与上年, also as 以上年 is misspelt. */
  private boolean withLastYear() {
    int mark = cursor.mark();
    boolean with = cursor.accept(Role.LIST) != null || cursor.accept(Role.VERSUS_YEAR) != null;
    Keyword year = with ? cursor.accept(Role.RELATIVE) : null;
    if (year != null && year.value(Role.RELATIVE).equals("last")) {
      return true;
    }
    cursor.reset(mark);
    if (cursor.accept(Role.AFTER) != null && cursor.accept(Role.YEAR_WORD) != null) {
      return true;
    }
    cursor.reset(mark);
    return false;
  }

  /** 连续, 连续三年 */
  private @Nullable Keyword ever() {
    Keyword ever = cursor.accept(Role.EVER);
    int mark = cursor.mark();
    if (ever == null || YearGrammar.count(cursor) == 0 || cursor.accept(Role.YEAR_WORD) == null) {
      cursor.reset(mark);
      return ever;
    }
    return new Keyword(ever.roles(), ever.start(), cursor.position());
  }

  /** Whether 下降 is the last word of a sentence or of a part of it. */
  private boolean ends() {
    return cursor.isHan(cursor.position() - 1)
        ? cursor.atEnd() || cursor.peek() instanceof Gap
        : cursor.atEnd();
  }

  /** 持平: a change of nothing. */
  private @Nullable List<Clause> unchanged(Subjects subjects, int start) {
    int mark = cursor.mark();
    Keyword word = cursor.accept(Role.UNCHANGED);
    if (word == null || cursor.joinsNext()) {
      cursor.reset(mark);
      return null;
    }
    cursor.skip(Role.VERSUS);
    Amount nothing = new Amount(BigDecimal.ZERO, "%");
    String text = cursor.text(start, cursor.position());
    List<Clause> clauses = new ArrayList<>();
    for (MetricRef ref : subjects.refs()) {
      clauses.addAll(builder.change(ref, true, new Predicate(Op.EQUAL, nothing), text));
    }
    return clauses;
  }

  /** 翻番: a growth of a hundred per cent or more. */
  private @Nullable List<Clause> doubled(Subjects subjects, int start) {
    int mark = cursor.mark();
    cursor.skip(Role.DIRECTION);
    Keyword word = cursor.accept(Role.DOUBLED);
    if (word == null || cursor.joinsNext()) {
      cursor.reset(mark);
      return null;
    }
    cursor.skip(Role.AFTER, Role.VERSUS);
    Amount percent = new Amount(new BigDecimal(word.value(Role.DOUBLED)), "%");
    String text = cursor.text(start, cursor.position());
    List<Clause> clauses = new ArrayList<>();
    for (MetricRef ref : subjects.refs()) {
      clauses.addAll(builder.change(ref, true, new Predicate(Op.AT_LEAST, percent), text));
    }
    return clauses;
  }

  /** 比2022年: the change is that of the year after it. */
  private boolean versusYear() {
    int mark = cursor.mark();
    if (cursor.accept(Role.VERSUS_YEAR) != null) {
      cursor.skipSpace();
      if (cursor.peek() instanceof Year year) {
        cursor.next();
        draft.years.add(year.year() + 1);
        return true;
      }
    }
    cursor.reset(mark);
    return false;
  }

  /** 执行率低于平均水平: a condition on what is no number, shown as not understood. */
  boolean vague(int start) {
    int mark = cursor.mark();
    Keyword compare = predicates.comparator();
    boolean found =
        compare != null
            && !compare.is(Role.COPULA)
            && (cursor.peek() instanceof Plain || cursor.sees(Role.PER))
            && cursor.continues();
    if (!found) {
      cursor.reset(mark);
      return false;
    }
    while (cursor.continues() && !cursor.sees(Role.OF) && !cursor.sees(Role.KIND)) {
      cursor.next();
    }
    draft.leftover.add(cursor.text(start, cursor.position()));
    return true;
  }

  /** 执行率介于60%: a range without its other end, shown as not understood. */
  boolean openEnded(int start) {
    int mark = cursor.mark();
    Keyword open = cursor.accept(Role.OPEN);
    cursor.skipSpace();
    boolean year = cursor.peek() instanceof Year;
    if (open == null || year || open.end() - open.start() < 2 || predicates.number() == null) {
      cursor.reset(mark);
      return false;
    }
    draft.leftover.add(cursor.text(start, cursor.position()));
    return true;
  }

  /** 下降超过50%的三公经费 */
  @Nullable List<Clause> changeOf(int start) {
    int mark = cursor.mark();
    cursor.skip(Role.VERSUS);
    Keyword direction = cursor.accept(Role.DIRECTION);
    cursor.skip(Role.PARTICLE, Role.BY);
    Predicate predicate = direction == null ? null : predicates.predicate(true);
    boolean amount = predicate != null && PredicateGrammar.isQuantity(predicate.amount());
    int behind = cursor.mark();
    boolean of = amount && cursor.accept(Role.OF) != null;
    Subjects subjects = of ? figures.figures() : null;
    if (amount && subjects == null && (of || cursor.atEnd())) { // 增长10%的部门: what has grown?
      cursor.reset(behind);
      draft.leftover.add(cursor.text(start, cursor.position()));
      return List.of();
    }
    if (direction == null || subjects == null || !subjects.named()) {
      cursor.reset(mark);
      return null;
    }
    String text = cursor.text(start, cursor.position());
    List<Clause> clauses = new ArrayList<>();
    for (MetricRef ref : subjects.refs()) {
      clauses.addAll(
          builder.change(ref, direction.value(Role.DIRECTION).equals("up"), predicate, text));
    }
    return clauses;
  }

  /** 低于abc%: a comparator before what looks like a number and is none. */
  boolean nonsense(int start) {
    return nonsense(start, false);
  }

  /**
   * The same.
   *
   * @param perCent whether only what ends in % looks like a number
   */
  boolean nonsense(int start, boolean perCent) {
    int mark = cursor.mark();
    Keyword compare = predicates.comparator();
    cursor.skipSpace();
    if (compare == null
        || !(cursor.peek() instanceof Plain plain)
        || cursor.isHan(plain.start())
        || compare.value(Role.COMPARE).equals("=")) {
      cursor.reset(mark);
      return false;
    }
    cursor.next();
    if (cursor.peek() instanceof Gap gap && cursor.text(gap).strip().matches("[%％]")) {
      cursor.next();
    } else if (perCent) {
      cursor.reset(mark);
      return false;
    }
    draft.problems.add(
        "%s：“%s”不是数"
            .formatted(
                cursor.text(start, cursor.position()),
                cursor.text(plain.start(), cursor.position())));
    return true;
  }
}
