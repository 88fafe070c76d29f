package mingcha.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mingcha.query.Clause.AnyOf;
import mingcha.query.Clause.Comparison;
import mingcha.query.Clause.Condition;
import org.jspecify.annotations.Nullable;

/**
 * How far two figures lie apart: from last year's in either direction, 与上年相差超过50%; a budget from
 * what was spent, as an amount ({@code budget_gap}) or as the rate that says the same: 决算比预算多20% is
 * a completion of 120%.
 */
final class Differences {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What the distance of an amount from another is called. */
  private static final Map<String, String> GAPS =
      Map.of("executed/budget_initial", "budget_gap", "executed/budget_adjusted", "execution_gap");

  /** The rate that says the same of a gap in per cent. */
  private static final Map<String, String> RATES =
      Map.of("budget_gap", "completion_rate", "execution_gap", "execution_rate");

  private Differences() {}

  /** The metric that is the distance of these two, in either order; empty where there is none. */
  static String gap(String one, String other) {
    String gap = GAPS.getOrDefault(one + "/" + other, "");
    return gap.isEmpty() ? GAPS.getOrDefault(other + "/" + one, "") : gap;
  }

  /** 三公经费与上年相差超过50%: up or down; without a number, any change. */
  static List<Clause> fromLastYear(
      ClauseBuilder builder, MetricRef metric, @Nullable Predicate by, String text) {
    List<Clause> up = builder.change(metric, true, by, text);
    List<Clause> down = up.isEmpty() ? up : builder.change(metric, false, by, text);
    if (up.isEmpty() || down.isEmpty()) {
      return List.of();
    }
    boolean within = by != null && (by.op() == Op.LESS || by.op() == Op.AT_MOST);
    return within
        ? List.of(up.getFirst(), down.getFirst())
        : List.of(new AnyOf(List.of(up.getFirst(), down.getFirst()), text));
  }

  /**
   * 预算和决算差距超过20%: what was spent is less than 80% or more than 120% of it. Null where no rate says
   * it.
   */
  static @Nullable List<Clause> inPercent(MetricRef gap, Predicate by, String text) {
    String rate = RATES.get(gap.id());
    if (rate == null || !by.unit().equals("%") || by.amounts().size() > 1 || by.negated()) {
      return null;
    }
    MetricRef metric = new MetricRef(rate, gap.basis());
    Clause above = beside(metric, true, by, text);
    Clause below = beside(metric, false, by, text);
    boolean within = by.op() == Op.LESS || by.op() == Op.AT_MOST;
    return within ? List.of(below, above) : List.of(new AnyOf(List.of(below, above), text));
  }

  /** 决算比预算多100万元以上; null where neither an amount nor a rate says it. */
  static @Nullable List<Clause> byHowMuch(
      ClauseBuilder builder,
      MetricRef metric,
      MetricRef other,
      boolean more,
      Predicate by,
      String text) {
    String gap = gap(metric.id(), other.id());
    boolean spentFirst = GAPS.containsKey(metric.id() + "/" + other.id());
    if (gap.isEmpty() || by.negated()) {
      return null;
    }
    if (by.unit().equals("%") && by.amounts().size() == 1 && spentFirst) {
      MetricRef rate = new MetricRef(RATES.getOrDefault(gap, ""), metric.basis());
      List<Clause> clauses = new ArrayList<>(List.of(beside(rate, more, by, text)));
      if (by.op() == Op.LESS || by.op() == Op.AT_MOST) {
        clauses.add(new Condition(rate, more ? Op.MORE : Op.LESS, List.of(HUNDRED), "%", text));
      }
      return clauses;
    }
    if (!by.amount().isMoney()) {
      return null;
    }
    Clause distance = builder.clause(new MetricRef(gap, null), by, text);
    Clause way = new Comparison(metric, more ? Op.MORE : Op.LESS, other, text);
    return distance == null ? null : List.of(way, distance);
  }

  /** So many points above or below a hundred. */
  private static Clause beside(MetricRef rate, boolean above, Predicate by, String text) {
    BigDecimal points = by.amount().value();
    BigDecimal bound = above ? HUNDRED.add(points) : HUNDRED.subtract(points);
    Op op = above ? by.op() : Predicate.mirrored(by.op());
    return new Condition(rate, op, List.of(Interpretation.plain(bound)), "%", text);
  }
}
