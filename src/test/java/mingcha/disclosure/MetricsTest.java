package mingcha.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import mingcha.disclosure.Metric.Quantity;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private final Metrics metrics = Metrics.standard();

  @Test
  void aMoneyMetricBringsItsChangesAlong() {
    assertEquals(Quantity.MONEY, metrics.get("reception").quantity());
    assertEquals(Quantity.RATE, metrics.get("reception_change").quantity());
    assertEquals(Quantity.MONEY, metrics.get("reception_change_amount").quantity());
    assertEquals("元", metrics.get("reception_change_amount").quantity().unit());
    assertTrue(metrics.isInPoints("execution_rate_change"));
    assertNull(metrics.find("execution_rate_change_amount"));
    assertNull(metrics.find("score_change"));
  }

  @Test
  void noNameMeansTwoMetrics() {
    Map<String, String> owner = new HashMap<>();
    for (Metric metric : metrics.all()) {
      for (String name : metric.chinese()) {
        assertNull(owner.put(name, metric.id()), name + " is a name of two metrics");
      }
    }
  }

  @Test
  void anUnknownMetricIsNamed() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> metrics.get("happiness"));
    assertEquals("no metric 'happiness'", e.getMessage());
  }
}
