package mingcha.text;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mingcha.disclosure.Metric;

/**
 * Names that a word may have been meant for: one that sounds the same (执性率), a long one with one
 * other character (公务接侍费), an English one with one or two other letters (Jinchen).
 */
final class Spelling {
  private static final int LONG_NAME = 4;
  private static final int SHORTEST_ENGLISH = 5;
  private static final int TWO_MAY_DIFFER = 9;
  private static final char ANY = '?';

  private final Map<String, String> bySound = new HashMap<>();
  private final Map<String, String> withOneOther = new HashMap<>();
  private final Map<String, String> english = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  Spelling(Collection<Metric> metrics, Collection<Division> divisions, Divisions names) {
    for (Metric metric : metrics) {
      for (String name : metric.chinese()) {
        chinese(Fold.name(name), name);
      }
      for (String name : metric.english()) {
        english.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
      }
    }
    for (Division division : divisions) {
      chinese(division.name(), division.name());
      String roman = names.romanised(division);
      if (division.level() < 3 && roman.length() >= SHORTEST_ENGLISH) {
        english.putIfAbsent(roman, division.name());
      }
    }
  }

  private void chinese(String word, String name) {
    known.add(word);
    if (word.length() < 3) {
      return;
    }
    bySound.putIfAbsent(sound(word), name);
    for (int i = 0; word.length() >= LONG_NAME && i < word.length(); i++) {
      withOneOther.putIfAbsent(without(word, i), name);
    }
  }

  /** The name of a metric or a division that was meant; empty where the word is one, or is none. */
  Optional<String> meant(String word) {
    String name = Fold.name(word);
    if (known.contains(name) || name.isEmpty() || english.containsKey(word)) {
      return Optional.empty();
    }
    if (name.chars().allMatch(c -> c < 128)) {
      return letters(word.toLowerCase(Locale.ROOT));
    }
    String same = name.length() < 3 ? null : bySound.get(sound(name));
    for (int i = 0; same == null && name.length() >= LONG_NAME && i < name.length(); i++) {
      same = withOneOther.get(without(name, i));
    }
    return Optional.ofNullable(same);
  }

  /** Whether two words sound the same. */
  static boolean alike(String a, String b) {
    return sound(Fold.name(a)).equals(sound(Fold.name(b)));
  }

  private Optional<String> letters(String word) {
    if (word.length() < SHORTEST_ENGLISH || english.containsKey(word)) {
      return Optional.empty();
    }
    int most = word.length() >= TWO_MAY_DIFFER ? 2 : 1;
    String best = null;
    int least = most + 1;
    for (Map.Entry<String, String> name : english.entrySet()) {
      int distance = distance(word, name.getKey(), least);
      if (distance < least) {
        least = distance;
        best = name.getValue();
      }
    }
    return Optional.ofNullable(best);
  }

  /** Letters to change, leave out or put in; {@code most} where there are as many or more. */
  private static int distance(String a, String b, int most) {
    if (Math.abs(a.length() - b.length()) >= most) {
      return most;
    }
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
        least = Math.min(least, row[j]);
      }
      if (least >= most) {
        return most;
      }
      above = row;
    }
    return above[b.length()];
  }

  private static String sound(String word) {
    return String.join(" ", Sounds.of(word));
  }

  private static String without(String word, int at) {
    return word.substring(0, at) + ANY + word.substring(at + 1);
  }
}
