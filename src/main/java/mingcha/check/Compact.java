package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /** The text behind what it begins with; a pattern that is sought tries each of its characters. */
  static String behind(Pattern beginning, String text) {
    Matcher matcher = beginning.matcher(text);
    return matcher.lookingAt() ? text.substring(matcher.end()) : text;
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
