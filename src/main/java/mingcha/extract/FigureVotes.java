package mingcha.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mingcha.extract.Tesseract.Word;
import org.jspecify.annotations.Nullable;

/**
 * Several readings of one figure, made in different ways or at different sizes. Those with the same
 * digits are of one party, and the largest party wins; a point is overlooked more easily than it is
 * invented, so among its members one with a point speaks for it. A point is also taken for a digit:
 * 751251 has all digits of 751.51, and is of its party.
 */
final class FigureVotes {
  private static final Pattern FIGURE =
      Pattern.compile("-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?%?");

  /** Of 100: without a majority a figure is doubtful, by a majority of two less so. */
  private static final double DOUBTFUL = 40;

  private static final double OUTVOTED = 55;

  /** Readings that know nothing of each other say the same: surer than what each of them says. */
  private static final double AGREED = 75;

  private final Map<String, List<List<Word>>> parties = new LinkedHashMap<>();

  static boolean isFigure(List<Word> words) {
    return FIGURE.matcher(text(words)).matches();
  }

  /** Two that say the same need no vote. */
  static boolean agree(List<Word> a, List<Word> b) {
    return isFigure(a) && text(a).equals(text(b));
  }

  static List<Word> agreed(List<Word> words) {
    return words.stream().map(word -> word.atLeast(AGREED)).toList();
  }

  static List<Word> doubtful(List<Word> words) {
    return words.stream().map(word -> word.atMost(DOUBTFUL)).toList();
  }

  /** What is no figure has no vote. */
  void add(List<Word> reading) {
    if (isFigure(reading)) {
      parties.computeIfAbsent(digits(reading), d -> new ArrayList<>()).add(reading);
    }
  }

  /**
   * The figure that most agree on, as sure as that is: two against one are doubtful. None where no
   * two agree, or as many on another.
   */
  List<Word> winner() {
    List<List<List<Word>>> bySize =
        joined().stream()
            .sorted(Comparator.comparingInt((List<List<Word>> party) -> -party.size()))
            .toList();
    if (bySize.isEmpty()
        || bySize.getFirst().size() < 2
        || (bySize.size() > 1 && bySize.get(1).size() == bySize.getFirst().size())) {
      return List.of();
    }
    List<List<Word>> party = bySize.getFirst();
    List<Word> speaker =
        party.stream()
            .max(
                Comparator.comparing((List<Word> r) -> text(r).contains("."))
                    .thenComparingLong(r -> party.stream().filter(o -> agree(o, r)).count()))
            .orElseThrow();
    boolean clear =
        party.size() > 2 && party.stream().filter(reading -> agree(reading, speaker)).count() > 1;
    long seconding = party.stream().filter(r -> digits(r).equals(digits(speaker))).count();
    if ((party.size() == 2 && bySize.size() > 1) || seconding < 2) {
      return doubtful(speaker);
    }
    return speaker.stream().map(w -> clear ? w.atLeast(AGREED) : w.as(OUTVOTED)).toList();
  }

  /** The parties, those that read marks as digits with the one that they read so. */
  private List<List<List<Word>>> joined() {
    List<List<List<Word>>> joined = new ArrayList<>();
    for (Map.Entry<String, List<List<Word>>> party : parties.entrySet()) {
      List<List<Word>> members = new ArrayList<>(party.getValue());
      Pattern marks = withMarksAsDigits(members);
      if (marks != null) {
        parties.forEach(
            (digits, others) -> {
              if (!digits.equals(party.getKey()) && marks.matcher(digits).matches()) {
                others.stream().filter(FigureVotes::isOfDigitsAlone).forEach(members::add);
              }
            });
      }
      joined.add(members);
    }
    return joined;
  }

  private static @Nullable Pattern withMarksAsDigits(List<List<Word>> party) {
    return party.stream()
        .map(FigureVotes::text)
        .filter(text -> text.contains("."))
        .max(Comparator.comparingInt(String::length))
        .map(text -> Pattern.compile(text.replaceAll("[.,]", "\\\\d?")))
        .orElse(null);
  }

  private static boolean isOfDigitsAlone(List<Word> reading) {
    return text(reading).chars().allMatch(Character::isDigit);
  }

  private static String text(List<Word> words) {
    return words.stream().map(Word::text).collect(Collectors.joining());
  }

  private static String digits(List<Word> words) {
    return text(words).replaceAll("[^0-9%-]", "");
  }
}
