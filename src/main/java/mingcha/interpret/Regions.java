package mingcha.interpret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mingcha.text.Division;
import mingcha.text.DivisionMatch;
import mingcha.text.Lexicon;
import org.jspecify.annotations.Nullable;

/**
 * Finds the region that a publisher's name begins with. A county's name that several prefectures
 * have is decided by the divisions above it, in the name or anywhere in the text.
 */
final class Regions {
  /** What stands before the region in a publisher's name. */
  private static final Pattern SOCIETY =
      Pattern.compile(
          "^(?:中国共产党|中共|中国人民政治协商会议|政协|中国共产主义青年团|共青团|国家税务总局|中国国民党革命委员会|民革|中国民主同盟|民盟"
              + "|中国民主建国会|民建|中国民主促进会|民进|中国农工民主党|农工党|中国致公党|致公党|九三学社|台湾民主自治同盟|台盟"
              + "|国家统计局|中国国际贸易促进委员会|\\p{IsHan}{2,10}(?:大学|学院)附属)");

  private final Lexicon lexicon;

  Regions(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  Optional<Division> of(String publisher, String text) {
    List<List<Division>> named = named(SOCIETY.matcher(publisher).replaceFirst(""));
    named = named.isEmpty() ? named(publisher) : named; // 四川大学附属中学
    return decided(named, text);
  }

  /** Which one the last of these names is, by those before it and by the text. */
  private static Optional<Division> decided(List<List<Division>> named, String text) {
    if (named.isEmpty()) {
      return Optional.empty();
    }
    List<Division> deepest = named.getLast();
    List<List<Division>> above = named.subList(0, named.size() - 1);
    List<Division> possible =
        deepest.stream().filter(d -> above.stream().allMatch(a -> isBelowOne(d, a))).toList();
    List<Division> candidates = possible.isEmpty() ? deepest : possible;
    if (candidates.size() == 1) {
      return Optional.of(candidates.getFirst());
    }
    return byParents(candidates, text);
  }

  /** The region that the text speaks of most, where the publisher's name says none. */
  Optional<Division> mostNamed(List<String> texts) {
    Division best = null;
    int most = 1;
    Map<Division, Integer> counts = new LinkedHashMap<>();
    for (String text : texts) {
      decided(named(text), text).ifPresent(named -> counts.merge(named, 1, Integer::sum));
    }
    for (Map.Entry<Division, Integer> count : counts.entrySet()) {
      if (count.getValue() > most) {
        best = count.getKey();
        most = count.getValue();
      }
    }
    return Optional.ofNullable(best);
  }

  /** The divisions a name begins with, one behind the other. */
  private List<List<Division>> named(String name) {
    List<List<Division>> named = new ArrayList<>();
    int at = 0;
    while (at < name.length()) {
      Optional<DivisionMatch> match = lexicon.longestDivisionAt(name, at);
      if (match.isEmpty()) {
        break;
      }
      List<Division> candidates = match.get().candidates();
      List<Division> last = named.isEmpty() ? null : named.getLast();
      if (last != null && candidates.stream().noneMatch(d -> isBelowOne(d, last))) {
        break;
      }
      named.add(candidates);
      at = match.get().end();
    }
    return named;
  }

  private static boolean isBelowOne(Division division, List<Division> above) {
    return above.stream()
        .anyMatch(
            a ->
                a.level() < division.level()
                    && division.path().size() > a.path().size()
                    && division.path().subList(0, a.path().size()).equals(a.path()));
  }

  private static Optional<Division> byParents(List<Division> candidates, String text) {
    @Nullable Division best = null;
    int most = 0;
    boolean tie = false;
    for (Division candidate :
        candidates.stream().sorted(Comparator.comparing(Division::code)).toList()) {
      int points = 0;
      List<String> above = candidate.path().subList(0, candidate.path().size() - 1);
      for (int i = 0; i < above.size(); i++) {
        points += (i + 1) * occurrences(text, above.get(i));
      }
      tie = points == most;
      if (points > most) {
        best = candidate;
        most = points;
        tie = false;
      }
    }
    return tie ? Optional.empty() : Optional.ofNullable(best);
  }

  private static int occurrences(String text, String name) {
    int count = 0;
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
      count++;
    }
    return count;
  }
}
