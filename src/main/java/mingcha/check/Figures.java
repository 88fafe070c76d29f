package mingcha.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import mingcha.disclosure.Stage;
import org.jspecify.annotations.Nullable;

/** Figures as findings print them, and the ones that a rule computes. */
final class Figures {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int WAN_ZEROS = 4;

  private static final Pattern WITH_UNIT = Pattern.compile(".*\\p{IsHan}.*|.*%$");

  private Figures() {}

  /** As printed, with its unit: 0.16万元, 45.2%. */
  static String printed(Reading reading) {
    String raw = reading.raw().strip();
    String unit = reading.printedUnit() != null ? reading.printedUnit() : reading.unit();
    boolean whole = unit == null || raw.endsWith(unit) || WITH_UNIT.matcher(raw).matches();
    return whole ? raw : raw + unit;
  }

  static String printed(BigDecimal value, @Nullable String unit) {
    if (Objects.equals(unit, "元")) {
      return plain(value.movePointLeft(WAN_ZEROS)) + "万元";
    }
    return plain(value) + (unit == null ? "" : unit);
  }

  /** part ÷ whole in per cent, or null where the whole is 0. */
  static @Nullable BigDecimal percentage(Reading part, Reading whole) {
    return Rounding.value(whole).signum() == 0
        ? null
        : Rounding.value(part)
            .multiply(HUNDRED)
            .divide(Rounding.value(whole), 6, RoundingMode.HALF_UP);
  }

  /** A figure that nobody printed. */
  static Reading computed(
      @Nullable String metric,
      @Nullable Stage stage,
      String label,
      BigDecimal value,
      @Nullable String unit,
      String formula,
      Source source) {
    BigDecimal shown = rounded(value, unit);
    return new Reading(
        metric,
        stage,
        label,
        List.of(label),
        shown,
        unit,
        printed(shown, unit),
        Objects.equals(unit, "元") ? "万元" : unit,
        Basis.COMPUTED,
        formula,
        null,
        source);
  }

  /** Money is exact; quotients have two decimals, as disclosures print them. */
  private static BigDecimal rounded(BigDecimal value, @Nullable String unit) {
    boolean exact = Objects.equals(unit, "元") || value.stripTrailingZeros().scale() <= 2;
    return exact ? value : value.setScale(2, RoundingMode.HALF_UP);
  }

  private static String plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }
}
