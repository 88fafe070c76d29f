package mingcha.text;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Overlapping pairs of letters and digits, so that any string is found as a phrase, whatever words
 * a segmenter would make of it. White space and punctuation within the string do not count.
 */
public final class BigramAnalyzer extends Analyzer {
  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    return new TokenStreamComponents(new Bigrams());
  }

  private static final class Bigrams extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final Whole whole = new Whole();
    private String text = "";
    private int at;

    @Override
    public void reset() throws IOException {
      super.reset();
      text = Fold.fold(whole.of(input));
      at = nextLetter(0);
    }

    @Override
    public boolean incrementToken() {
      int second = nextLetter(at + 1);
      if (at >= text.length() || second >= text.length()) {
        return false;
      }
      clearAttributes();
      term.setEmpty().append(text.charAt(at)).append(text.charAt(second));
      offset.setOffset(correctOffset(at), correctOffset(second + 1));
      at = second;
      return true;
    }

    @Override
    public void end() throws IOException {
      super.end();
      offset.setOffset(correctOffset(text.length()), correctOffset(text.length()));
    }

    private int nextLetter(int from) {
      int i = from;
      while (i < text.length() && !Character.isLetterOrDigit(text.charAt(i))) {
        i++;
      }
      return i;
    }
  }
}
