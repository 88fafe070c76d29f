package mingcha.interpret;

/**
 * Half-width punctuation as full-width, character by character, so that places in a text stay what
 * they are. Pages of web sites have 收入792万元,增长31% where the rules of these readers speak of ，.
 */
final class Punctuation {
  private static final String HALF = ",;:()?!";
  private static final String FULL = "，；：（）？！";

  private Punctuation() {}

  /** The same text with the punctuation beside Chinese words in its Chinese form. */
  static String full(String text) {
    if (text.chars().noneMatch(c -> HALF.indexOf(c) >= 0)) {
      return text;
    }
    StringBuilder result = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      int mark = HALF.indexOf(text.charAt(i));
      if (mark >= 0 && !isBetweenLatin(text, i)) {
        result.setCharAt(i, FULL.charAt(mark));
      }
    }
    return result.toString();
  }

  /** 1,234 and https://a stay as they are. */
  private static boolean isBetweenLatin(String text, int i) {
    return i > 0
        && i + 1 < text.length()
        && isLatin(text.charAt(i - 1))
        && isLatin(text.charAt(i + 1));
  }

  private static boolean isLatin(char c) {
    return c > ' ' && c < 0x2000;
  }
}
