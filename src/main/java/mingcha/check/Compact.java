package mingcha.check;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts without white space, which is set anywhere in print. Most have none, and are not copied:
 * rules ask for it of every cell and label.
 */
final class Compact {
  private Compact() {}

  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isSpace(text.charAt(i))) {
        return without(text, i);
      }
    }
    return text;
  }

  private static String without(String text, int first) {
    StringBuilder kept = new StringBuilder(text.length()).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      if (!isSpace(text.charAt(i))) {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }

  /** What stands between white space: the cells of a row that was read as a line. */
  static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isSpace(text.charAt(i))) {
        if (i > from) {
          parts.add(text.substring(from, i));
        }
        from = i + 1;
      }
    }
    return parts;
  }

  /** As {@code \s} of a pattern. */
  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
