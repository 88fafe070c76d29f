package mingcha.disclosure;

import java.util.List;

/**
 * A kind of figure.
 *
 * @param id {@code execution_rate}
 * @param quantity what it measures, and so the unit its values are held in
 * @param chinese names, the one to show first
 * @param english names, the one to show first
 */
public record Metric(String id, Quantity quantity, List<String> chinese, List<String> english) {
  public Metric {
    chinese = List.copyOf(chinese);
    english = List.copyOf(english);
    if (chinese.isEmpty() || english.isEmpty()) {
      throw new IllegalArgumentException("metric " + id + " needs a Chinese and an English name");
    }
  }

  /** What a metric measures, and the unit its values are held in. */
  public enum Quantity {
    MONEY("元"),
    RATE("%"),
    SCORE("分"),
    MULTIPLE("倍"),
    COUNT(""),
    GRADE("");

    private final String unit;

    Quantity(String unit) {
      this.unit = unit;
    }

    /** The unit that values are held in; empty where each reading has its own or none. */
    public String unit() {
      return unit;
    }
  }
}
