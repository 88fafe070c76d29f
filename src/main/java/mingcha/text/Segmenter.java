package mingcha.text;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mingcha.disclosure.Metric;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Subject;

/**
 * Cuts Chinese text into words. Names of metrics, subjects and divisions are whole words with their
 * parts; the parts are what HanLP makes of the name without our dictionary. Safe for several
 * threads.
 */
public final class Segmenter {
  /**
   * Longer texts are cut before they reach HanLP, whose lattice is quadratic in a run without
   * punctuation.
   */
  private static final int CHUNK = 2_000;

  private static final int SHORTEST_WITH_PARTS = 3;

  private static final int MOST_WORDS = 20_000;

  private final Segment words;
  private final Segment parts;
  private final Map<String, List<String>> partsOf = new ConcurrentHashMap<>();

  private Segmenter(Lexicon lexicon) {
    DynamicCustomDictionary dictionary = new DynamicCustomDictionary();
    for (Metric metric : Metrics.standard().all()) {
      metric.chinese().forEach(name -> insert(dictionary, name));
    }
    for (Subject subject : lexicon.subjects()) {
      insert(dictionary, subject.name());
    }
    lexicon.divisionNames().forEach(name -> insert(dictionary, name));
    Resource.rows("words.txt").forEach(row -> insert(dictionary, row[0]));
    words =
        HanLP.newSegment("viterbi")
            .enableCustomDictionary(dictionary)
            .enableCustomDictionaryForcing(true)
            .enableAllNamedEntityRecognize(false)
            .enableOffset(true);
    parts =
        HanLP.newSegment("viterbi")
            .enableCustomDictionary(false)
            .enableAllNamedEntityRecognize(false)
            .enableOffset(true);
  }

  /** The segmenter with the standard lexicon; loaded when it is first asked for. */
  public static Segmenter standard() {
    return Standard.SEGMENTER;
  }

  /** The words of a text, in order; white space and punctuation are words of their own. */
  public List<Word> segment(String text) {
    String folded = Fold.fold(text);
    List<Word> result = new ArrayList<>();
    for (int from = 0; from < folded.length(); ) {
      int to = chunkEnd(folded, from);
      for (Term term : words.seg(folded.substring(from, to))) {
        result.add(word(term.word, from + term.offset));
      }
      from = to;
    }
    return result;
  }

  private Word word(String text, int start) {
    List<Word> pieces = new ArrayList<>();
    if (text.length() >= SHORTEST_WITH_PARTS && isHan(text.charAt(0))) {
      int at = start;
      for (String part : parts(text)) {
        pieces.add(new Word(part, at, at + part.length(), List.of()));
        at += part.length();
      }
    }
    return new Word(text, start, start + text.length(), pieces.size() > 1 ? pieces : List.of());
  }

  /** The same names come again and again. */
  private List<String> parts(String word) {
    List<String> known = partsOf.get(word);
    if (known != null) {
      return known;
    }
    List<String> cut = parts.seg(word).stream().map(term -> term.word).toList();
    if (partsOf.size() >= MOST_WORDS) {
      partsOf.clear();
    }
    partsOf.put(word, cut);
    return cut;
  }

  private static int chunkEnd(String text, int from) {
    int limit = Math.min(text.length(), from + CHUNK);
    if (limit == text.length()) {
      return limit;
    }
    for (int i = limit; i > from + CHUNK / 2; i--) {
      if (!Character.isLetterOrDigit(text.charAt(i - 1))) {
        return i;
      }
    }
    return limit;
  }

  private static boolean isHan(char c) {
    return c >= '\u3400' && c <= '\u9FFF';
  }

  private static void insert(DynamicCustomDictionary dictionary, String name) {
    String folded = Fold.fold(name);
    // A word with a space or punctuation would swallow its neighbours' offsets.
    if (folded.length() >= 2 && folded.chars().allMatch(Character::isLetterOrDigit)) {
      dictionary.insert(folded, "n 1024");
    }
  }

  /** Loaded when it is first asked for. */
  private static final class Standard {
    static final Segmenter SEGMENTER = new Segmenter(Lexicon.standard());
  }
}
