package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;

/**
 * An amount of a sentence and the words right before it: 支出决算为 of 支出决算为8.00万元.
 *
 * @param start where the figure begins in the text
 * @param end where its unit ends
 */
record Worded(String words, Reading reading, int start, int end) {
  private static final Pattern YEAR = Pattern.compile("年(?:度|(?![末初底]))");

  /** What may stand between a name and its figure, the longer before what it ends in. */
  private static final List<String> FILLING =
      List.of("数为 数是 数： 数: 均为 为 是 ： : 约 达到 达 共计 共 各 了".split(" "));

  private static final String BETWEEN = "，。；：、,;:%％";
  private static final String IN_NUMBER = "0123456789.,";
  private static final int MOST = 30;
  private static final List<String> CHANGES =
      List.of("增加 减少 增长 下降 上升 降低 提高 压减 节约 少支 多支 节支 增 减".split(" "));

  /**
   * The amounts of a text without spaces, in their order: each is sought from its unit backwards.
   */
  static List<Worded> in(String text, Source source) {
    List<Worded> all = new ArrayList<>();
    int from = 0;
    for (int yuan = text.indexOf('元'); yuan >= 0; yuan = text.indexOf('元', yuan + 1)) {
      int unit = yuan > 0 && "亿万".indexOf(text.charAt(yuan - 1)) >= 0 ? yuan - 1 : yuan;
      int start = unit;
      while (start > from && IN_NUMBER.indexOf(text.charAt(start - 1)) >= 0) {
        start--;
      }
      if (isNumber(text, start, unit)) {
        String label = label(text.substring(words(text, from, start), start));
        String number = text.substring(start, unit);
        Reading reading = InText.figure(label, number, text.substring(unit, yuan + 1), source);
        all.add(new Worded(label, reading, start, yuan + 1));
        from = yuan + 1;
      }
    }
    return all;
  }

  /** As {@link InText#NUMBER}. */
  private static boolean isNumber(String text, int start, int end) {
    boolean point = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit && (i == start || point || (c == '.' && i == end - 1))) {
        return false;
      }
      point |= c == '.';
    }
    return start < end;
  }

  private static String label(String words) {
    String label = Compact.behind(YEAR, words);
    int end = label.length();
    for (int i = 0; i < FILLING.size(); i++) {
      String filling = FILLING.get(i);
      if (label.startsWith(filling, end - filling.length())) {
        end -= filling.length();
        i = -1;
      }
    }
    return label.substring(0, end);
  }

  /**
   * Tries a pattern right behind each amount of a text, where alone it may match: to seek it from
   * every character costs ten times as much.
   *
   * @param amounts those of the text, in their order; such as stand within a match are left out
   */
  static void each(
      List<Worded> amounts, String text, Pattern behind, BiConsumer<Worded, Matcher> found) {
    Matcher matcher = behind.matcher(text);
    int from = 0;
    for (Worded amount : amounts) {
      if (amount.start() >= from && matcher.region(amount.end(), text.length()).lookingAt()) {
        from = matcher.end();
        found.accept(amount, matcher);
      }
    }
  }

  private static int words(String text, int least, int end) {
    int start = end;
    while (start > Math.max(least, end - MOST) && isOfWord(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isOfWord(char c) {
    return (c < '0' || c > '9') && BETWEEN.indexOf(c) < 0;
  }

  /** Whether it is a change rather than an amount: 增加8.00万元. */
  boolean isChange() {
    for (String change : CHANGES) {
      if (words.endsWith(change)) {
        return true;
      }
    }
    return false;
  }
}
