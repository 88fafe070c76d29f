package mingcha.check;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern that ends in one of some words, behind a figure. It is tried where such a word stands,
 * on what is right before it: otherwise it would begin anew at each figure of a text.
 */
final class EndingIn {
  private static final int LONGEST = 6;

  private final Pattern pattern;
  private final int reach;
  private final List<String> words;

  /**
   * @param reach how many characters before the word a match may begin
   */
  EndingIn(Pattern pattern, int reach, String... words) {
    this.pattern = pattern;
    this.reach = reach;
    this.words = List.of(words);
  }

  /** Shows the matches one after the other. */
  void each(String text, Consumer<Matcher> found) {
    Matcher matcher = pattern.matcher(text);
    int from = 0;
    int word = next(text, 0);
    while (word >= 0) {
      // A colon may follow the word.
      int end = Math.min(text.length(), word + LONGEST);
      matcher.region(Math.max(from, word - reach), end);
      if (matcher.find()) {
        from = matcher.end();
        found.accept(matcher);
      }
      word = next(text, Math.max(from, word + 1));
    }
  }

  private int next(String text, int from) {
    int first = -1;
    for (String word : words) {
      int at = text.indexOf(word, from);
      first = at >= 0 && (first < 0 || at < first) ? at : first;
    }
    return first;
  }
}
