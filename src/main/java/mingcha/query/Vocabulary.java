package mingcha.query;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import mingcha.text.Fold;
import org.jspecify.annotations.Nullable;

/** The words of questions, from {@code words.tsv}, and the nouns of {@code glossary.tsv}. */
final class Vocabulary {
  private static final Vocabulary STANDARD = new Vocabulary();

  private final Map<String, Map<Role, String>> words = new HashMap<>();
  private int longest;

  private Vocabulary() {
    for (String[] row : rows("words.tsv", 3)) {
      for (String form : row[2].split("\\|", -1)) {
        add(form, Role.of(row[0]), row[1]);
      }
    }
    for (String[] row : rows("glossary.tsv", 2)) {
      for (String form : row[1].split("\\|", -1)) {
        add(form, Role.NOUN, row[0]);
      }
    }
  }

  static Vocabulary standard() {
    return STANDARD;
  }

  /**
   * The longest word that begins here.
   *
   * @param text as {@link #folded} gives it
   */
  Token.@Nullable Keyword longestAt(String text, int from) {
    for (int end = Math.min(text.length(), from + longest); end > from; end--) {
      Map<Role, String> roles = words.get(text.substring(from, end));
      if (roles != null && !cutsWord(text, from) && !cutsWord(text, end)) {
        return new Token.Keyword(roles, from, end);
      }
    }
    return null;
  }

  /** The folded text; 、 stays, since it lists and the comma separates. */
  static String folded(String text) {
    char[] chars = Fold.fold(text).toCharArray();
    for (int i = 0; i < chars.length; i++) {
      if (text.charAt(i) == '、') {
        chars[i] = '、';
      }
    }
    return new String(chars);
  }

  static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean cutsWord(String text, int at) {
    return at > 0 && at < text.length() && isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at));
  }

  private void add(String form, Role role, String value) {
    String folded = folded(form);
    Map<Role, String> roles =
        words.computeIfAbsent(folded, f -> new EnumMap<Role, String>(Role.class));
    String before = roles.putIfAbsent(role, value);
    if (before != null && !before.equals(value)) {
      throw new IllegalStateException(
          form + " is a " + role + " of " + before + " and of " + value);
    }
    longest = Math.max(longest, folded.length());
  }

  static Iterable<String[]> rows(String resource, int fields) {
    try (InputStream in =
            Objects.requireNonNull(Vocabulary.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .peek(row -> require(row, fields, resource))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void require(String[] row, int fields, String resource) {
    if (row.length != fields) {
      throw new IllegalStateException(
          resource + ": " + fields + " fields expected: " + String.join(" ", row));
    }
  }
}
