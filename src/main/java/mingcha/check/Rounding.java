package mingcha.check;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Objects;
import mingcha.disclosure.Reading;
import mingcha.text.Units;

/**
 * How far a printed figure may be from what it was rounded from: half a unit of its last digit, and
 * for a sum of rounded figures as many halves as there are addends.
 */
final class Rounding {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private Rounding() {}

  /** In the unit of the reading's value. */
  static BigDecimal halfUnit(Reading reading) {
    int decimals = decimals(reading.raw());
    String printed = reading.printedUnit();
    int zeros = 0;
    if (Objects.equals(reading.unit(), "元")) {
      zeros = printed == null ? 4 : Math.max(0, Units.moneyZeros(printed));
    }
    return HALF.scaleByPowerOfTen(zeros - decimals);
  }

  /** Of the first number in a text: 2 of 1,234.50万元. */
  private static int decimals(String raw) {
    int at = 0;
    while (at < raw.length() && !isDigit(raw.charAt(at))) {
      at++;
    }
    while (at < raw.length() && (isDigit(raw.charAt(at)) || ",，".indexOf(raw.charAt(at)) >= 0)) {
      at++;
    }
    boolean point = at < raw.length() && ".．".indexOf(raw.charAt(at)) >= 0;
    int end = at + 1;
    while (point && end < raw.length() && isDigit(raw.charAt(end))) {
      end++;
    }
    return point ? end - at - 1 : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static BigDecimal halfUnits(Collection<Reading> readings) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Reading reading : readings) {
      sum = sum.add(halfUnit(reading));
    }
    return sum;
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
