package mingcha.index;

import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Metric;
import mingcha.disclosure.Metric.Quantity;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;

/**
 * Which readings a bare metric means. A doubted figure answers no condition, nor does last year's;
 * in a final account 公务接待费 is what was spent, not the budget printed beside it.
 */
public final class CountedReadings {
  private CountedReadings() {}

  /** Whether this reading answers conditions on its metric. */
  public static boolean counts(Reading reading, Disclosure disclosure) {
    String metric = reading.metric();
    Stage stage = reading.stage();
    if (metric == null || reading.doubt() != null || stage == Stage.PRIOR) {
      return false;
    }
    return stage == null
        || stage == Stage.FINAL
        || isBudget(disclosure)
        || metric.startsWith("budget_")
        || !isMoney(metric);
  }

  /** Whether this reading answers conditions on its metric at this stage: 公务接待费预算. */
  public static boolean counts(Reading reading, Stage stage) {
    return reading.metric() != null && reading.doubt() == null && reading.stage() == stage;
  }

  private static boolean isBudget(Disclosure disclosure) {
    return disclosure.type() != null && disclosure.type().endsWith("预算");
  }

  private static boolean isMoney(String id) {
    Metric metric = Metrics.standard().find(id);
    return metric != null && metric.quantity() == Quantity.MONEY;
  }
}
