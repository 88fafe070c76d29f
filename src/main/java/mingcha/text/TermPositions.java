package mingcha.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * A text as the terms of an index that is not on this machine: by position, where the whole of a
 * long word stands on its first part.
 */
public final class TermPositions {
  private static final Analyzer WORDS = new MingchaAnalyzer();
  private static final Analyzer PAIRS = new BigramAnalyzer();
  private static final Analyzer SYLLABLES = new SoundAnalyzer();

  private TermPositions() {}

  /** Words, and the words within them. */
  public static List<List<String>> words(String text) {
    return of(WORDS, text);
  }

  /** Overlapping pairs of letters. */
  public static List<List<String>> pairs(String text) {
    return of(PAIRS, text);
  }

  /** How it sounds. */
  public static List<List<String>> syllables(String text) {
    return of(SYLLABLES, text);
  }

  private static List<List<String>> of(Analyzer analyzer, String text) {
    List<List<String>> positions = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream("", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (step.getPositionIncrement() > 0 || positions.isEmpty()) {
          positions.add(new ArrayList<>());
        }
        positions.getLast().add(term.toString());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return positions;
  }
}
