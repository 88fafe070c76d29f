package mingcha.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern, and words without one of which it cannot match. To look for a word costs a hundredth
 * of trying the alternatives of a pattern at each character, and most paragraphs have none.
 */
final class Sought {
  private final Pattern pattern;
  private final List<String> words;

  Sought(Pattern pattern, String... words) {
    this.pattern = pattern;
    this.words = List.of(words);
  }

  /** Whether the text has one of the words. */
  boolean mayBeIn(String text) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the pattern is that of the whole text. */
  boolean matches(String text) {
    return mayBeIn(text) && pattern.matcher(text).matches();
  }

  /** At the first match, or null where there is none. */
  @Nullable Matcher find(String text) {
    if (!mayBeIn(text)) {
      return null;
    }
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher : null;
  }
}
