package mingcha.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Money in hundreds of 元, which is what two decimals of 万元 can say exactly.
 *
 * @param hundreds of 元
 */
record Amount(long hundreds) {
  static final Amount ZERO = new Amount(0);

  Amount plus(Amount other) {
    return new Amount(hundreds + other.hundreds);
  }

  Amount minus(Amount other) {
    return new Amount(hundreds - other.hundreds);
  }

  /** As printed in 万元: {@code 1,234.50}. */
  String wan() {
    return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(hundreds, 2));
  }

  /** As said in a sentence: {@code 1234.50}. */
  String said() {
    return BigDecimal.valueOf(hundreds, 2).toPlainString();
  }

  BigDecimal yuan() {
    return BigDecimal.valueOf(hundreds).scaleByPowerOfTen(2).setScale(0);
  }

  /** This in per cent of a whole, to two decimals as disclosures print it. */
  BigDecimal percentOf(Amount whole) {
    return BigDecimal.valueOf(hundreds)
        .multiply(BigDecimal.valueOf(100))
        .divide(BigDecimal.valueOf(whole.hundreds), 2, RoundingMode.HALF_UP);
  }
}
