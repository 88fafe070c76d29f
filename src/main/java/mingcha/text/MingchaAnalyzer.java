package mingcha.text;

import org.apache.lucene.analysis.Analyzer;

/** Text to tokens, the same for documents and for questions. */
public final class MingchaAnalyzer extends Analyzer {
  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    return new TokenStreamComponents(new WordTokenizer(Segmenter.standard()));
  }
}
