package mingcha.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Names to values; finds the longest name at a place of a text. White space, quotes and brackets do
 * not count.
 */
final class Trie<T> {
  private final Map<Character, Trie<T>> next = new HashMap<>();
  private @Nullable T value;

  void putIfAbsent(String name, T named) {
    Trie<T> node = this;
    for (int i = 0; i < name.length(); i++) {
      char c = Fold.fold(name.substring(i, i + 1)).charAt(0);
      if (!isSkipped(c)) {
        node = node.next.computeIfAbsent(c, x -> new Trie<>());
      }
    }
    if (node.value == null) {
      node.value = named;
    }
  }

  /** What the longest name that begins here means, and where it ends. */
  Optional<Found<T>> longestAt(String text, int from) {
    return longestAt(text, from, end -> true);
  }

  /**
   * The longest that ends where it may: not within a word, as “scored” would in score descending.
   */
  Optional<Found<T>> longestAt(String text, int from, IntPredicate mayEnd) {
    Trie<T> node = this;
    Found<T> longest = null;
    for (int i = from; i < text.length(); i++) {
      char c = Fold.fold(text.substring(i, i + 1)).charAt(0);
      if (isSkipped(c)) {
        if (i == from && c != '"') {
          return Optional.empty();
        }
        continue;
      }
      Trie<T> child = node.next.get(c);
      if (child == null) {
        break;
      }
      node = child;
      if (node.value != null && mayEnd.test(i + 1)) {
        longest = new Found<>(node.value, i + 1);
      }
    }
    return Optional.ofNullable(longest);
  }

  private static boolean isSkipped(char c) {
    return c == ' ' || c == '"' || c == '(' || c == ')';
  }

  record Found<T>(T value, int end) {}
}
