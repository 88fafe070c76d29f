package mingcha.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Metric;
import mingcha.disclosure.Metric.Quantity;
import mingcha.disclosure.Metrics;
import mingcha.query.Clause.AnyOf;
import mingcha.query.Clause.Condition;
import mingcha.query.Clause.Not;
import mingcha.query.MetricGrammar.Subjects;
import org.jspecify.annotations.Nullable;

/**
 * Makes clauses of metrics and predicates: sees that the unit fits the metric, and supplies the one
 * that is meant where none is said.
 */
final class ClauseBuilder {
  static final String POINTS = "个百分点";

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Metrics metrics;
  private final Draft draft;

  ClauseBuilder(Metrics metrics, Draft draft) {
    this.metrics = metrics;
    this.draft = draft;
  }

  static Op op(String symbol) {
    for (Op op : Op.values()) {
      if (op.toString().equals(symbol)) {
        return op;
      }
    }
    throw new IllegalArgumentException("no operator '" + symbol + "'");
  }

  /** The clause, or null where the unit makes it senseless, which the draft then says. */
  @Nullable Clause clause(MetricRef asked, Predicate predicate, String text) {
    MetricRef ref = counted(asked, predicate.unit());
    Metric metric = metrics.get(ref.id());
    List<Amount> amounts =
        predicate.amounts().stream()
            .map(amount -> inPoints(ref, fitted(metric.quantity(), amount)))
            .toList();
    if (amounts.contains(MISFIT)) {
      draft.problems.add(
          "%s：%s%s，不能这样比"
              .formatted(
                  text,
                  metric.chinese().get(0),
                  metric.quantity() == Quantity.GRADE
                      ? "是等级"
                      : "以" + said(metric.quantity()) + "计"));
      return null;
    }
    String unit =
        amounts.stream().map(Amount::unit).filter(u -> !u.isEmpty()).findFirst().orElse("");
    List<BigDecimal> values = amounts.stream().map(Amount::value).toList();
    if (predicate.op() == Op.BETWEEN && !amounts.get(0).unit().equals(amounts.get(1).unit())) {
      values =
          amounts.stream()
              .map(a -> new Condition(ref, Op.EQUAL, List.of(a.value()), a.unit(), ""))
              .map(c -> c.baseValues().get(0))
              .toList();
      unit = metric.quantity().unit();
    }
    Clause clause =
        new Condition(ref, predicate.op(), values.stream().sorted().toList(), unit, text);
    return predicate.negated() ? new Not(clause, text) : clause;
  }

  /** The clauses of all these metrics; one that any may meet where that is said. */
  List<Clause> clauses(Subjects subjects, Predicate predicate, String text) {
    List<Clause> clauses = new ArrayList<>();
    for (MetricRef ref : subjects.refs()) {
      Clause clause = clause(ref, predicate, text);
      if (clause != null) {
        clauses.add(clause);
      }
    }
    return subjects.any() && clauses.size() > 1 ? List.of(new AnyOf(clauses, text)) : clauses;
  }

  /**
   * The clauses of a change on last year; a fall is a negative change. Where no number is said the
   * direction is all that is asked.
   */
  List<Clause> change(MetricRef ref, boolean up, @Nullable Predicate predicate, String text) {
    boolean amount = predicate != null && isMoney(predicate);
    String id = ref.id() + (amount ? "_change_amount" : "_change");
    if (metrics.find(id) == null) {
      draft.leftover.add(text);
      return List.of();
    }
    MetricRef change = new MetricRef(id, ref.basis());
    Condition direction =
        new Condition(
            change,
            up ? Op.MORE : Op.LESS,
            List.of(BigDecimal.ZERO),
            amount ? "元" : metrics.isInPoints(id) ? POINTS : "%",
            text);
    if (predicate == null) {
      return List.of(direction);
    }
    Predicate signed =
        up
            ? predicate
            : new Predicate(
                Predicate.mirrored(predicate.op()),
                predicate.amounts().stream().map(Amount::negated).toList(),
                predicate.negated());
    Clause clause = clause(change, signed, text);
    if (clause == null) {
      return List.of();
    }
    boolean signedAlready = predicate.amounts().stream().anyMatch(a -> a.value().signum() < 0);
    boolean beyondZero = predicate.amount().value().signum() <= 0;
    if (signedAlready || beyondZero) {
      return List.of(clause); // 增长率低于-5%, 增长率为负
    }
    boolean towardsZero = predicate.op() == Op.LESS || predicate.op() == Op.AT_MOST;
    return towardsZero ? List.of(clause, direction) : List.of(clause);
  }

  /** Whether there can be something or nothing of it: an amount or a count, not a rate. */
  boolean countable(String id) {
    Quantity quantity = metrics.get(id).quantity();
    return quantity == Quantity.MONEY || quantity == Quantity.COUNT;
  }

  boolean isCount(String id) {
    return metrics.get(id).quantity() == Quantity.COUNT;
  }

  private static boolean isMoney(Predicate predicate) {
    return predicate.amounts().stream().anyMatch(Amount::isMoney);
  }

  /** Of a rate it is points, also where per cent is said. */
  private Amount inPoints(MetricRef ref, Amount amount) {
    return amount.unit().equals("%") && metrics.isInPoints(ref.id())
        ? new Amount(amount.value(), POINTS)
        : amount;
  }

  /** 公务接待8批次以上: how many there were, though the name is that of the money. */
  private static MetricRef counted(MetricRef ref, String unit) {
    String counted =
        switch (ref.id()) {
          case "reception" ->
              unit.startsWith("批")
                  ? "reception_batches"
                  : unit.startsWith("人") ? "reception_visitors" : "";
          case "overseas_travel" ->
              unit.equals("团组") || unit.equals("个")
                  ? "overseas_groups"
                  : unit.startsWith("人") ? "overseas_visitors" : "";
          case "consumption_driven" -> unit.equals("倍") ? "leverage" : "";
          case "vehicle" -> unit.equals("辆") || unit.equals("台") ? "vehicle_count" : "";
          default -> "";
        };
    return counted.isEmpty() ? ref : new MetricRef(counted, ref.basis());
  }

  private static final Amount MISFIT = new Amount(BigDecimal.ZERO, "?");

  private static Amount fitted(Quantity quantity, Amount amount) {
    return switch (quantity) {
      case MONEY -> money(amount);
      case RATE -> rate(amount);
      case SCORE ->
          amount.unit().isEmpty() || amount.unit().equals("分")
              ? new Amount(amount.value(), "分")
              : MISFIT;
      case MULTIPLE -> multiple(amount);
      case COUNT -> count(amount);
      case GRADE -> MISFIT;
    };
  }

  private static Amount money(Amount amount) {
    if (amount.unit().isEmpty()) {
      return amount.value().signum() == 0 ? amount : new Amount(amount.value(), "元");
    }
    return amount.isMoney() ? amount : MISFIT;
  }

  /** A bare fraction such as 0.6 is 60%. */
  private static Amount rate(Amount amount) {
    boolean fraction =
        amount.value().scale() > 0 && amount.value().abs().compareTo(BigDecimal.ONE) < 0;
    return switch (amount.unit()) {
      case "%", "个百分点", "分" -> new Amount(amount.value(), "%");
      case "" ->
          new Amount(fraction ? plain(amount.value().multiply(HUNDRED)) : amount.value(), "%");
      case "倍" -> new Amount(plain(amount.value().multiply(HUNDRED)), "%");
      default -> MISFIT;
    };
  }

  private static Amount multiple(Amount amount) {
    return switch (amount.unit()) {
      case "倍", "" -> new Amount(amount.value(), "倍");
      case "%" -> new Amount(plain(amount.value().movePointLeft(2)), "倍");
      default -> MISFIT;
    };
  }

  /** 超过1万 of a count is a number, not money. */
  private static Amount count(Amount amount) {
    return switch (amount.unit()) {
      case "万元" -> new Amount(plain(amount.value().scaleByPowerOfTen(4)), "");
      case "亿元" -> new Amount(plain(amount.value().scaleByPowerOfTen(8)), "");
      case "%", "分", "倍", "元", "千元", "个百分点" -> MISFIT;
      default -> amount;
    };
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static String said(Quantity quantity) {
    return quantity.unit().isEmpty() ? "个数" : quantity.unit();
  }
}
