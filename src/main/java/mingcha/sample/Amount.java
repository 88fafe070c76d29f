package mingcha.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Money in hundreds of 元, which is what two decimals of 万元 say exactly: no printed total differs
 * from the sum of its printed parts.
 */
record Amount(long hundreds) implements Comparable<Amount> {
  static final Amount ZERO = new Amount(0);
  private static final int HUNDREDS_IN_WAN = 100;

  static Amount ofWan(long wan) {
    return new Amount(wan * HUNDREDS_IN_WAN);
  }

  static Amount sum(Iterable<Amount> amounts) {
    Amount sum = ZERO;
    for (Amount amount : amounts) {
      sum = sum.plus(amount);
    }
    return sum;
  }

  boolean isZero() {
    return hundreds == 0;
  }

  Amount plus(Amount other) {
    return new Amount(hundreds + other.hundreds);
  }

  Amount minus(Amount other) {
    return new Amount(hundreds - other.hundreds);
  }

  Amount abs() {
    return new Amount(Math.abs(hundreds));
  }

  /** So many thousandths of it, rounded to a hundred 元. */
  Amount permille(long thousandths) {
    return new Amount(Math.floorDiv(hundreds * thousandths + 500, 1000));
  }

  /** Rounded down to whole 万元, as budgets often are; what is less stays as it is. */
  Amount toWholeWan() {
    return hundreds < HUNDREDS_IN_WAN
        ? this
        : new Amount(hundreds / HUNDREDS_IN_WAN * HUNDREDS_IN_WAN);
  }

  BigDecimal yuan() {
    return BigDecimal.valueOf(hundreds).multiply(BigDecimal.valueOf(100));
  }

  /** In 万元 with two decimals: {@code 1234.50}. */
  String plain() {
    return BigDecimal.valueOf(hundreds, 2).toPlainString();
  }

  /** In 万元 with two decimals and thousands separators: {@code 1,234.50}. */
  String grouped() {
    return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(hundreds, 2));
  }

  /** In 万元 without idle zeros: {@code 1234.5}. */
  String brief() {
    return isZero() ? "0" : BigDecimal.valueOf(hundreds, 2).stripTrailingZeros().toPlainString();
  }

  /** In 元 with two decimals: {@code 12,345,000.00}. */
  String inYuan() {
    return String.format(Locale.ROOT, "%,.2f", yuan());
  }

  /** This in per cent of a whole that is not zero. */
  BigDecimal percentOf(Amount whole, int decimals) {
    return BigDecimal.valueOf(hundreds)
        .multiply(BigDecimal.valueOf(100))
        .divide(BigDecimal.valueOf(whole.hundreds), decimals, RoundingMode.HALF_UP);
  }

  @Override
  public int compareTo(Amount other) {
    return Long.compare(hundreds, other.hundreds);
  }
}
