package mingcha.query;

import java.util.List;
import java.util.Map;
import mingcha.text.Division;
import mingcha.text.Figure;

/** A piece of a question; all pieces together are the whole of it. */
sealed interface Token {
  int start();

  /** Offset behind its last character. */
  int end();

  /** White space, or punctuation that separates. */
  record Gap(boolean space, int start, int end) implements Token {}

  /** The name of a metric. */
  record Name(String metric, int start, int end) implements Token {}

  /** The name of a division, with all that bear it. */
  record Place(List<Division> candidates, int start, int end) implements Token {
    public Place {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * A year.
   *
   * @param said 2023年 rather than 2023, which may also be a number
   */
  record Year(int year, boolean said, int start, int end) implements Token {}

  /** A number with its unit. */
  record Numeral(Figure figure, int start, int end) implements Token {}

  /** A word of {@link Vocabulary}. */
  record Keyword(Map<Role, String> roles, int start, int end) implements Token {
    boolean is(Role role) {
      return roles.containsKey(role);
    }

    /** The role's value; empty where the word has no such role. */
    String value(Role role) {
      return roles.getOrDefault(role, "");
    }
  }

  /**
   * A string in quotes that is to be taken as it stands.
   *
   * @param metric the one it names, for where a condition follows; else empty
   */
  record Quoted(String content, String metric, int start, int end) implements Token {}

  /** Any other word: a run of Chinese characters, or one word of another script. */
  record Plain(int start, int end) implements Token {}
}
