package mingcha.query;

import java.util.List;
import mingcha.query.MetricGrammar.Subjects;
import org.jspecify.annotations.Nullable;

/**
 * What was spent: in per cent it is a rate, and behind an amount stands what it was spent on.
 *
 * <pre>
 * spent = "spent" predicate ( [ "of" ] budget | "on" figure ) ;
 * </pre>
 */
final class SpentGrammar {
  private final Cursor cursor;
  private final MetricGrammar figures;

  SpentGrammar(Cursor cursor, MetricGrammar figures) {
    this.cursor = cursor;
    this.figures = figures;
  }

  /** What was spent in per cent is a rate: spent less than half of their budget. */
  Subjects partOfBudget(Subjects subjects, Predicate predicate) {
    MetricRef only = subjects.refs().getFirst();
    if (only.id().equals("vehicle_count") && predicate.amount().isMoney()) {
      return new Subjects(List.of(amountOf(only)), false, false);
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
    return amountOf(metric);
  }

  /** What is spent on receptions or cars is money, not how many there are. */
  static MetricRef amountOf(MetricRef metric) {
    return switch (metric.id()) {
      case "reception_batches", "reception_visitors" -> new MetricRef("reception", metric.basis());
      case "vehicle_count" -> new MetricRef("vehicle", metric.basis());
      case "overseas_groups", "overseas_visitors" ->
          new MetricRef("overseas_travel", metric.basis());
      default -> metric;
    };
  }
}
