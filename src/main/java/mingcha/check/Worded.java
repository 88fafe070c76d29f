package mingcha.check;

import java.util.ArrayList;
import java.util.List;
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
  private static final Pattern AMOUNT = Pattern.compile(InText.MONEY);
  private static final Pattern YEAR = Pattern.compile("^年(?:度|(?![末初底]))");
  private static final Pattern FILLING = Pattern.compile("(?:数?[为是：:]|约|达到?|共计?|均为|各|了)+$");
  private static final String BETWEEN = "，。；：、,;:%％";
  private static final String IN_NUMBER = "0123456789.,";
  private static final int MOST = 30;
  private static final List<String> CHANGES = List.of("增加 减少 增长 下降 上升 降低 提高 压减 节约 增 减".split(" "));

  /** The amounts of a text without spaces, in their order. */
  static List<Worded> in(String text, Source source) {
    List<Worded> all = new ArrayList<>();
    if (text.indexOf('元') < 0) {
      return all;
    }
    Matcher matcher = AMOUNT.matcher(text);
    int from = 0;
    while (matcher.find()) {
      int start = matcher.start();
      if (start > 0 && IN_NUMBER.indexOf(text.charAt(start - 1)) >= 0) {
        continue;
      }
      String words = text.substring(words(text, from, matcher.start()), matcher.start());
      String label = YEAR.matcher(words).replaceFirst("");
      label = FILLING.matcher(label).replaceFirst("");
      Reading reading = InText.figure(label, matcher.group(1), matcher.group(2), source);
      all.add(new Worded(label, reading, matcher.start(), matcher.end()));
      from = matcher.end();
    }
    return all;
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
    return CHANGES.stream().anyMatch(words::endsWith);
  }
}
