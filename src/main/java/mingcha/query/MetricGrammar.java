package mingcha.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Metric;
import mingcha.disclosure.Metric.Quantity;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Stage;
import mingcha.query.Token.Gap;
import mingcha.query.Token.Keyword;
import mingcha.query.Token.Name;
import mingcha.query.Token.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * The names of figures.
 *
 * <pre>
 * figures = figure { ( "、" | "和" | "或" ) figure } [ "都" ] ;
 * figure  = gap | [ basis ] metric { "支出" | "决算数" | "预算" | "上年数" } [ [ "的" ] basis ] ;
 * gap     = metric ( "和" | "与" ) metric [ "之间" ] [ "的" ] "差距" ;          预算和决算差距
 * </pre>
 *
 * <p>预算 behind the name of an amount is its stage: 公务接待费预算.
 */
final class MetricGrammar {
  /** Amounts whose name says the stage. */
  private static final Set<String> STAGED = Set.of("budget_initial", "budget_adjusted", "executed");

  private final Cursor cursor;
  private final Metrics metrics;

  MetricGrammar(Cursor cursor, Metrics metrics) {
    this.cursor = cursor;
    this.metrics = metrics;
  }

  /**
   * Metrics that share what is said of them.
   *
   * @param any whether it need be true of one of them only
   * @param named whether the first is a metric wherever it stands, unlike 支出
   */
  record Subjects(List<MetricRef> refs, boolean any, boolean named) {}

  /** Metrics, or null and nothing is taken. */
  @Nullable Subjects figures() {
    boolean named = !cursor.sees(Role.LOOSE);
    if (cursor.peek() instanceof Quoted quoted && !quoted.metric().isEmpty()) {
      cursor.next(); // “三公经费”超过10万元
      cursor.skip(Role.BOTH, Role.ADVERB);
      return new Subjects(List.of(new MetricRef(quoted.metric(), null)), false, true);
    }
    MetricRef one = figure();
    if (one == null) {
      return null;
    }
    List<MetricRef> refs = new ArrayList<>(List.of(one));
    boolean any = false;
    while (true) {
      int mark = cursor.mark();
      boolean or = cursor.accept(Role.OR) != null;
      MetricRef more = or || cursor.accept(Role.LIST) != null ? figure() : null;
      if (more == null) {
        cursor.reset(mark);
        break;
      }
      any |= or;
      refs.add(more);
    }
    cursor.skip(Role.BOTH, Role.ADVERB);
    return new Subjects(List.copyOf(refs), any, named);
  }

  /** A metric, or null and nothing is taken. */
  @Nullable MetricRef figure() {
    int mark = cursor.mark();
    Keyword basisWord = cursor.accept(Role.BASIS);
    cursor.skip(Role.PARTICLE);
    cursor.skipSpace();
    String metric = gap();
    if (metric == null) {
      metric = metric();
    }
    if (metric == null) {
      cursor.reset(mark);
      return null;
    }
    Stage stage = qualifiers(metric);
    if (stage == Stage.INITIAL && metric.equals("executed")) { // 支出预算
      metric = "budget_initial";
      stage = null;
    }
    if (basisWord == null) {
      int beforeBasis = cursor.mark();
      cursor.skip(Role.OF);
      basisWord = cursor.accept(Role.BASIS);
      if (basisWord == null) {
        cursor.reset(beforeBasis);
      }
    }
    return stage != null
        ? new MetricRef(metric, null, stage)
        : new MetricRef(metric, basisWord == null ? null : basis(basisWord));
  }

  /** Whether the stages of this metric are figures of their own: 公务接待费, but not 执行率. */
  boolean hasStages(String id) {
    Metric metric = metrics.find(id);
    return metric != null
        && metric.quantity() == Quantity.MONEY
        && !STAGED.contains(id)
        && !id.endsWith("_change_amount");
  }

  static Basis basis(Keyword word) {
    for (Basis basis : Basis.values()) {
      if (basis.toString().equals(word.value(Role.BASIS))) {
        return basis;
      }
    }
    throw new IllegalStateException("no basis " + word.value(Role.BASIS));
  }

  /** 预算和决算差距, or null and nothing is taken. */
  private @Nullable String gap() {
    int mark = cursor.mark();
    String one = metric();
    Keyword and = one == null ? null : cursor.accept(Role.LIST);
    String other = and == null ? null : metric();
    cursor.skip(Role.CLOSE, Role.OF, Role.FINAL);
    if (one == null || other == null || cursor.accept(Role.DIFFER) == null) {
      cursor.reset(mark);
      return null;
    }
    String gap = Differences.gap(one, other);
    if (gap.isEmpty()) {
      cursor.reset(mark);
      return null;
    }
    return gap;
  }

  /** A metric's name, loose ones too. */
  private @Nullable String metric() {
    Token token = cursor.peek();
    if (token instanceof Name name) {
      cursor.next();
      return name.metric();
    }
    if (token instanceof Keyword word && word.is(Role.LOOSE)) {
      cursor.next();
      return word.value(Role.LOOSE);
    }
    return null;
  }

  /** Takes 支出 in 公务接待费支出, 决算数 in 三公经费决算数, and 预算, whose stage is given. */
  private @Nullable Stage qualifiers(String metric) {
    boolean loose = metric.equals("budget_initial") || metric.equals("executed");
    Predicate<String> taken =
        qualifier ->
            (qualifier.equals("executed") && !loose)
                || qualifier.equals("number")
                || (qualifier.equals("prior") && hasStages(metric))
                || (qualifier.startsWith("budget_")
                    && (hasStages(metric) || metric.equals("executed")));
    Stage stage = null;
    while (true) {
      int mark = cursor.mark();
      if (cursor.peek() instanceof Gap gap && gap.space() && !cursor.isHan(gap.end())) {
        cursor.next(); // official reception budget
      }
      String qualifier = qualifier(cursor.peek());
      if (qualifier.isEmpty() || !taken.test(qualifier)) {
        cursor.reset(mark);
        return stage;
      }
      cursor.next();
      stage =
          switch (qualifier) {
            case "budget_initial" -> Stage.INITIAL;
            case "budget_adjusted" -> Stage.ADJUSTED;
            case "prior" -> Stage.PRIOR;
            default -> stage;
          };
    }
  }

  /** What a word says of the metric before it; empty where it says nothing. */
  private static String qualifier(@Nullable Token token) {
    if (token instanceof Name name) {
      return STAGED.contains(name.metric()) ? name.metric() : "";
    }
    if (token instanceof Keyword word) {
      if (word.is(Role.PRIOR)) {
        return "prior";
      }
      if (word.is(Role.FINAL)) {
        return "number";
      }
      String loose = word.value(Role.LOOSE);
      return loose.equals("executed") || loose.equals("budget_initial") ? loose : "";
    }
    return "";
  }
}
