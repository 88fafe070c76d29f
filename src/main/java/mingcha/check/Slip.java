package mingcha.check;

/**
 * Whether one figure is another with a clerk's slip in it: one digit wrong, missing or too many,
 * two neighbours exchanged, or the decimal point shifted.
 */
final class Slip {
  private Slip() {}

  static boolean between(String a, String b) {
    if (a.equals(b) || Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    if (digits(a).equals(digits(b))) {
      return a.indexOf('.') != b.indexOf('.');
    }
    return a.length() == b.length() ? isOneWrong(a, b) : isOneLost(a, b) || isOneLost(b, a);
  }

  private static String digits(String number) {
    return number.replace(".", "");
  }

  /** One digit differs, or two neighbours stand in the other order. */
  private static boolean isOneWrong(String a, String b) {
    int first = 0;
    while (a.charAt(first) == b.charAt(first)) {
      first++;
    }
    int last = a.length() - 1;
    while (a.charAt(last) == b.charAt(last)) {
      last--;
    }
    boolean exchanged =
        last == first + 1 && a.charAt(first) == b.charAt(last) && a.charAt(last) == b.charAt(first);
    return first == last || exchanged;
  }

  private static boolean isOneLost(String longer, String shorter) {
    if (longer.length() != shorter.length() + 1) {
      return false;
    }
    int at = 0;
    while (at < shorter.length() && longer.charAt(at) == shorter.charAt(at)) {
      at++;
    }
    return longer.charAt(at) != '.' && longer.substring(at + 1).equals(shorter.substring(at));
  }
}
