package mingcha.text;

import java.math.BigDecimal;
import java.util.Optional;

/** Chinese and Arabic numerals, exactly. */
final class Numerals {
  private static final String DIGITS = "零一二三四五六七八九";

  private Numerals() {}

  static boolean isChinese(char c) {
    return digit(c) >= 0 || c == '十' || c == '百' || c == '千' || c == '点';
  }

  static int digit(char c) {
    return switch (c) {
      case '〇', '零' -> 0;
      case '两' -> 2;
      default -> DIGITS.indexOf(c);
    };
  }

  /** 一千二百, 三十五, 二〇二三, 四点四五; empty where it is no numeral. */
  static Optional<BigDecimal> chinese(String text) {
    int point = text.indexOf('点');
    if (point >= 0) {
      Optional<BigDecimal> whole = chinese(text.substring(0, point));
      StringBuilder decimals = new StringBuilder("0.");
      for (int i = point + 1; i < text.length(); i++) {
        int d = digit(text.charAt(i));
        if (d < 0) {
          return Optional.empty();
        }
        decimals.append(d);
      }
      return decimals.length() == 2
          ? Optional.empty()
          : whole.map(w -> w.add(new BigDecimal(decimals.toString())));
    }
    return positional(text).or(() -> multiplicative(text));
  }

  private static Optional<BigDecimal> positional(String text) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int d = digit(text.charAt(i));
      if (d < 0) {
        return Optional.empty();
      }
      digits.append(d);
    }
    return digits.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(digits.toString()));
  }

  private static Optional<BigDecimal> multiplicative(String text) {
    long total = 0;
    int pending = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int d = digit(c);
      int factor = c == '十' ? 10 : c == '百' ? 100 : c == '千' ? 1000 : 0;
      if (d >= 0) {
        pending = d;
      } else if (factor > 0) {
        total += (long) (pending < 0 ? 1 : pending) * factor;
        pending = -1;
      } else {
        return Optional.empty();
      }
    }
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(BigDecimal.valueOf(total + Math.max(pending, 0)));
  }

  /** Without exponent, and without zeros that only a scaling left behind. */
  static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
