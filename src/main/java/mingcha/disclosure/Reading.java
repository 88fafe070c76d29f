package mingcha.disclosure;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure as stated in one place.
 *
 * @param metric the metric's id, or null where the label is none
 * @param label the leaf column header as printed, without spaces
 * @param labelPath the headers above it, outermost first, ending with the label
 * @param value in {@code unit}; null for a grade and where the figure could not be read
 * @param unit 元 for money, {@code %} for rates, 倍, 分, or the unit of a count
 * @param raw as printed; of a computed reading the value in plain digits
 * @param printedUnit as printed, {@code 万元}
 * @param formula of a computed reading, {@code executed ÷ budget_adjusted}
 * @param doubt why this reading may be wrong, or null
 */
public record Reading(
    @Nullable String metric,
    @Nullable Stage stage,
    String label,
    List<String> labelPath,
    @Nullable BigDecimal value,
    @Nullable String unit,
    String raw,
    @Nullable String printedUnit,
    Basis basis,
    @Nullable String formula,
    @Nullable String doubt,
    Source source) {
  public Reading {
    labelPath = List.copyOf(labelPath);
    if ((basis == Basis.COMPUTED) != (formula != null)) {
      throw new IllegalArgumentException(
          "a computed reading, and no other, has a formula: " + label);
    }
  }

  /** The same reading with a reason to doubt it. */
  public Reading doubted(String reason) {
    return withDoubt(reason);
  }

  /** The same reading, which something else confirms. */
  public Reading confirmed() {
    return withDoubt(null);
  }

  private Reading withDoubt(@Nullable String reason) {
    return new Reading(
        metric,
        stage,
        label,
        labelPath,
        value,
        unit,
        raw,
        printedUnit,
        basis,
        formula,
        reason,
        source);
  }
}
