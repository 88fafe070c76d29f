package mingcha.text;

import com.hankcs.hanlp.dictionary.ts.TraditionalChineseDictionary;

/**
 * Makes texts alike that people read alike: full and half width, traditional and simplified
 * characters, upper and lower case, the many quotes, dashes and brackets.
 */
public final class Fold {
  private static final char[] TABLE = table();

  private Fold() {}

  /** The folded text, of the same length, so that offsets stay. */
  public static String fold(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = TABLE[chars[i]];
    }
    return new String(chars);
  }

  /** Folded, without white space and punctuation: what two spellings of one name have in common. */
  public static String name(String text) {
    StringBuilder name = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = TABLE[text.charAt(i)];
      if (Character.isLetterOrDigit(c) || c == '%' || c == '+') {
        name.append(c);
      }
    }
    return name.toString();
  }

  private static char[] table() {
    char[] table = new char[Character.MAX_VALUE + 1];
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      table[c] = foldChar((char) c);
    }
    return table;
  }

  private static char foldChar(char c) {
    if (c >= '\uFF01' && c <= '\uFF5E') {
      return Character.toLowerCase((char) (c - 0xFEE0));
    }
    return switch (c) {
      case '\u3000', '\u00A0', '\u2002', '\u2003', '\u2009' -> ' ';
      case '“', '”', '„', '″', '「', '」', '『', '』', '〝', '〞' -> '"';
      case '‘', '’', '′', '`' -> '\'';
      case '—', '–', '―', '─', '－', '‐', '‑', '−' -> '-';
      case '〔', '［', '【', '〖', '﹝' -> '[';
      case '〕', '］', '】', '〗', '﹞' -> ']';
      case '、' -> ',';
      case '。' -> '.';
      case '•', '・', '‧', '∙' -> '·';
      default -> simplified(c);
    };
  }

  private static char simplified(char c) {
    if (c < '\u4E00' || c > '\u9FFF') {
      return Character.toLowerCase(c);
    }
    String result = TraditionalChineseDictionary.convertToSimplifiedChinese(String.valueOf(c));
    return result.length() == 1 ? result.charAt(0) : c;
  }
}
