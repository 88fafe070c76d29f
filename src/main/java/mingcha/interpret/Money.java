package mingcha.interpret;

import java.math.BigDecimal;
import java.util.List;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import mingcha.disclosure.Stage;
import mingcha.text.Units;
import org.jspecify.annotations.Nullable;

/** Makes readings of the money in a table's cells. */
final class Money {
  /** Where a table does not say its unit: nearly all of them are in 万元, but that is a guess. */
  private static final String NO_UNIT = "the table names no unit; 万元 assumed";

  private static final String ASSUMED = "万元";

  private Money() {}

  /** A figure as its column has it: in per cent where that is no amount. */
  static Reading inColumn(
      @Nullable String metric,
      @Nullable Stage stage,
      List<String> labelPath,
      BigDecimal value,
      String raw,
      @Nullable String unit,
      @Nullable String doubt,
      Source source) {
    if (!ColumnWords.isRate(labelPath, raw)) {
      return inTable(metric, stage, labelPath, value, raw, unit, doubt, source);
    }
    return new Reading(
        metric,
        null,
        labelPath.isEmpty() ? "" : labelPath.getLast(),
        labelPath,
        value,
        "%",
        raw,
        "%",
        Basis.TABLE,
        null,
        doubt,
        source);
  }

  static Reading inTable(
      @Nullable String metric,
      @Nullable Stage stage,
      List<String> labelPath,
      BigDecimal value,
      String raw,
      @Nullable String unit,
      @Nullable String doubt,
      Source source) {
    String known = unit == null || Units.moneyZeros(unit) < 0 ? ASSUMED : unit;
    return new Reading(
        metric,
        stage,
        labelPath.isEmpty() ? "" : labelPath.getLast(),
        labelPath,
        Units.toYuan(value, known),
        "元",
        raw,
        unit,
        Basis.TABLE,
        null,
        doubt == null && unit == null ? NO_UNIT : doubt,
        source);
  }
}
