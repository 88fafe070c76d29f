package mingcha.text;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The syllables of names, so that 消费卷 finds 消费券. */
public final class SoundAnalyzer extends Analyzer {
  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    return new TokenStreamComponents(new Syllables());
  }

  private static final class Syllables extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Whole whole = new Whole();
    private String text = "";
    private int at;

    @Override
    public void reset() throws IOException {
      super.reset();
      text = whole.of(input);
      at = 0;
    }

    @Override
    public boolean incrementToken() {
      while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
        at++;
      }
      if (at >= text.length()) {
        return false;
      }
      clearAttributes();
      term.setEmpty().append(Sounds.of(text.charAt(at++)));
      return true;
    }
  }
}
