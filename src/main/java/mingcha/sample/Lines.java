package mingcha.sample;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines, not within a number nor before a full stop. */
final class Lines {
  private Lines() {}

  /**
   * @param ems how wide a line is, in sizes of its type
   * @param indent of the first
   */
  static List<String> of(String text, double ems, double indent) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = end(text, from, lines.isEmpty() ? ems - indent : ems);
      lines.add(text.substring(from, to));
      from = to;
    }
    return lines;
  }

  private static int end(String text, int from, double ems) {
    double width = 0;
    int to = from;
    while (to < text.length() && width + Sheet.ems(text.charAt(to)) <= ems + 1e-6) {
      width += Sheet.ems(text.charAt(to++));
    }
    if (to == text.length()) {
      return to;
    }
    int most = Math.max(to, from + 1);
    int least = from + Math.max(1, (most - from) / 2);
    int end = most;
    while (end > least && (isWithinNumber(text, end) || isClosing(text.charAt(end)))) {
      end--;
    }
    return isWithinNumber(text, end) ? most : end;
  }

  private static boolean isWithinNumber(String text, int at) {
    return isOfNumber(text.charAt(at - 1)) && isOfNumber(text.charAt(at));
  }

  private static boolean isOfNumber(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '%' || c == '-';
  }

  private static boolean isClosing(char c) {
    return "，。；：、）”》".indexOf(c) >= 0;
  }
}
