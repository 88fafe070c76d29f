package mingcha.check;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Reading;
import mingcha.text.Units;

/**
 * How far a printed figure may be from what it was rounded from: half a unit of its last digit, and
 * for a sum of rounded figures as many halves as there are addends.
 */
final class Rounding {
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,，]*(?:[.．](\\d+))?");
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private Rounding() {}

  /** In the unit of the reading's value. */
  static BigDecimal halfUnit(Reading reading) {
    Matcher matcher = NUMBER.matcher(reading.raw());
    int decimals = matcher.find() && matcher.group(1) != null ? matcher.group(1).length() : 0;
    String printed = reading.printedUnit();
    int zeros = 0;
    if (Objects.equals(reading.unit(), "元")) {
      zeros = printed == null ? 4 : Math.max(0, Units.moneyZeros(printed));
    }
    return HALF.scaleByPowerOfTen(zeros - decimals);
  }

  static BigDecimal halfUnits(Collection<Reading> readings) {
    return readings.stream().map(Rounding::halfUnit).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Whether two figures cannot be roundings of one: their intervals do not overlap. */
  static boolean differ(Reading a, Reading b) {
    return beyond(value(a), value(b), halfUnit(a).add(halfUnit(b)));
  }

  static boolean beyond(BigDecimal a, BigDecimal b, BigDecimal tolerance) {
    return a.subtract(b).abs().compareTo(tolerance) >= 0 && a.compareTo(b) != 0;
  }

  static BigDecimal value(Reading reading) {
    return Objects.requireNonNull(reading.value(), () -> "no value: " + reading.raw());
  }
}
