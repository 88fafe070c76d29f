package mingcha.index.lucene;

import java.util.ArrayList;
import java.util.List;
import mingcha.index.Answer.Snippet;
import mingcha.query.Question;
import mingcha.text.Fold;

/** The stretch of a text where the asked words stand, with marks on them. */
final class Snippets {
  private static final int LENGTH = 160;
  private static final int BEFORE = 30;

  private Snippets() {}

  static List<Snippet> of(String text, Question question) {
    if (text.isBlank()) {
      return List.of();
    }
    String folded = Fold.fold(text);
    List<String> words = new ArrayList<>();
    question.about().forEach(word -> words.add(Fold.fold(word)));
    question.terms().forEach(word -> words.add(Fold.fold(word)));
    int first =
        words.stream().mapToInt(folded::indexOf).filter(at -> at >= 0).min().orElse(0);
    int from = wholeCharacter(text, Math.max(0, first - BEFORE));
    int to = wholeCharacter(text, Math.min(text.length(), from + LENGTH));
    return List.of(new Snippet(text.substring(from, to), marks(folded.substring(from, to), words)));
  }

  private static List<List<Integer>> marks(String text, List<String> words) {
    List<List<Integer>> marks = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int length = 0;
      for (String word : words) {
        if (text.startsWith(word, at)) {
          length = Math.max(length, word.length());
        }
      }
      if (length > 0) {
        marks.add(List.of(at, at + length));
      }
      at += Math.max(1, length);
    }
    return marks;
  }

  private static int wholeCharacter(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }
}
