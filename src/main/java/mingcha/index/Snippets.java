package mingcha.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import mingcha.index.Answer.Snippet;
import mingcha.query.Question;
import mingcha.text.Fold;
import mingcha.text.Lexicon;

/**
 * The stretch of an entry's text where the asked words stand, with marks on them; where none does,
 * the matched figures. Words are looked for as the index does: folded, white space and punctuation
 * aside, so that 三公经费 is marked in “三公”经费.
 */
public final class Snippets {
  private static final int LENGTH = 160;
  private static final int BEFORE = 30;
  private static final int MOST_CELLS = 3;

  private Snippets() {}

  /** At most one stretch of the text, or a few cells of a table. */
  public static List<Snippet> of(Entry entry, List<Integer> matched, Question question) {
    String text = entry.text();
    if (text.isBlank()) {
      return List.of();
    }
    List<Mark> marks = find(text, words(question), Letters::name);
    List<Snippet> cells = marks.isEmpty() ? List.of() : cells(entry, matched);
    if (marks.isEmpty()) {
      List<String> figures = matched.stream().map(i -> printed(entry.readings().get(i))).toList();
      marks = find(text, figures, Letters::figure);
    }
    int first = marks.isEmpty() ? 0 : marks.getFirst().from;
    int from = wholeCharacter(text, Math.max(0, first - BEFORE));
    int to = wholeCharacter(text, Math.min(text.length(), from + LENGTH));
    List<List<Integer>> shown =
        marks.stream()
            .filter(mark -> mark.to <= to)
            .map(mark -> List.of(mark.from - from, mark.to - from))
            .toList();
    List<Snippet> snippets = new ArrayList<>(List.of(new Snippet(text.substring(from, to), shown)));
    snippets.addAll(cells);
    return snippets;
  }

  /** A rate in a table may lack its sign, which the text has. */
  private static String printed(Reading reading) {
    boolean rate = "%".equals(reading.unit()) && !reading.raw().endsWith("%");
    return rate ? reading.raw() + "%" : reading.raw();
  }

  /** What met the condition, as printed: 执行率 45.2%. */
  private static List<Snippet> cells(Entry entry, List<Integer> matched) {
    return matched.stream()
        .map(i -> entry.readings().get(i))
        .map(
            reading -> {
              String label = reading.label() + " ";
              int end = label.length() + reading.raw().length();
              return new Snippet(label + reading.raw(), List.of(List.of(label.length(), end)));
            })
        .distinct()
        .limit(MOST_CELLS)
        .toList();
  }

  private static List<String> words(Question question) {
    List<String> words = new ArrayList<>(question.about());
    words.addAll(question.terms());
    List.copyOf(words).forEach(word -> words.addAll(Lexicon.standard().synonyms(word)));
    return words;
  }

  /** From left to right, the longest where several begin; none within another. */
  private static List<Mark> find(String text, List<String> words, Reader reader) {
    Letters letters = reader.read(text);
    List<Mark> found = new ArrayList<>();
    for (String word : words) {
      String wanted = reader.read(word).text;
      for (int at = letters.text.indexOf(wanted); at >= 0 && !wanted.isEmpty(); ) {
        if (letters.isWhole(at, wanted.length())) {
          found.add(letters.mark(at, wanted.length()));
        }
        at = letters.text.indexOf(wanted, at + wanted.length());
      }
    }
    found.sort(
        Comparator.comparingInt(Mark::from)
            .thenComparing(Comparator.comparingInt(Mark::to).reversed()));
    List<Mark> apart = new ArrayList<>();
    for (Mark mark : found) {
      if (apart.isEmpty() || apart.getLast().to <= mark.from) {
        apart.add(mark);
      }
    }
    return apart;
  }

  private static int wholeCharacter(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  private record Mark(int from, int to) {}

  private interface Reader {
    Letters read(String text);
  }

  /** The characters of a text that count, and where each stands in it. */
  private static final class Letters {
    private final String text;
    private final int[] places;

    private Letters(String folded, boolean points) {
      StringBuilder kept = new StringBuilder();
      int[] at = new int[folded.length()];
      for (int i = 0; i < folded.length(); i++) {
        char c = folded.charAt(i);
        if (Character.isLetterOrDigit(c) || (points && (c == '.' || c == '%'))) {
          at[kept.length()] = i;
          kept.append(c);
        }
      }
      text = kept.toString();
      places = at;
    }

    /** Letters and digits. */
    static Letters name(String text) {
      return new Letters(Fold.fold(text), false);
    }

    /** Points as well: 45.2 is not 452. */
    static Letters figure(String text) {
      return new Letters(Fold.fold(text), true);
    }

    /** Whether a figure found here is no part of a longer one: the 0 of 2021 is none. */
    boolean isWhole(int at, int length) {
      return !(isOfFigure(at) && at > 0 && isOfFigure(at - 1) && adjoin(at - 1))
          && !(isOfFigure(at + length - 1)
              && at + length < text.length()
              && isOfFigure(at + length)
              && adjoin(at + length - 1));
    }

    private boolean isOfFigure(int at) {
      char c = text.charAt(at);
      return Character.isDigit(c) || c == '.';
    }

    private boolean adjoin(int at) {
      return places[at + 1] == places[at] + 1;
    }

    Mark mark(int at, int length) {
      return new Mark(places[at], places[at + length - 1] + 1);
    }
  }
}
