package mingcha.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;

/**
 * The segmenter's words as tokens. The parts of a long word take successive positions and the whole
 * word is stacked on the first, so that a phrase over the parts of two words matches. Punctuation
 * is no token.
 */
final class WordTokenizer extends Tokenizer {
  private final Segmenter segmenter;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final PositionLengthAttribute length = addAttribute(PositionLengthAttribute.class);

  private final Whole whole = new Whole();
  private Iterator<Token> tokens = List.<Token>of().iterator();
  private int end;

  WordTokenizer(Segmenter segmenter) {
    this.segmenter = segmenter;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    String text = whole.of(input);
    end = text.length();
    tokens = tokens(text).iterator();
  }

  @Override
  public boolean incrementToken() {
    if (!tokens.hasNext()) {
      return false;
    }
    clearAttributes();
    Token token = tokens.next();
    term.setEmpty().append(token.text);
    offset.setOffset(correctOffset(token.start), correctOffset(token.end));
    increment.setPositionIncrement(token.increment);
    length.setPositionLength(token.length);
    return true;
  }

  @Override
  public void end() throws IOException {
    super.end();
    offset.setOffset(correctOffset(end), correctOffset(end));
  }

  private List<Token> tokens(String text) {
    List<Token> result = new ArrayList<>();
    for (Word word : segmenter.segment(text)) {
      List<Word> parts = word.parts().stream().filter(WordTokenizer::isWord).toList();
      if (parts.size() < 2) {
        if (isWord(word)) {
          result.add(new Token(word.text(), word.start(), word.end(), 1, 1));
        }
        continue;
      }
      Word first = parts.getFirst();
      result.add(new Token(first.text(), first.start(), first.end(), 1, 1));
      result.add(new Token(word.text(), word.start(), word.end(), 0, parts.size()));
      for (Word part : parts.subList(1, parts.size())) {
        result.add(new Token(part.text(), part.start(), part.end(), 1, 1));
      }
    }
    return result;
  }

  private static boolean isWord(Word word) {
    return word.text().chars().anyMatch(Character::isLetterOrDigit);
  }

  private record Token(String text, int start, int end, int increment, int length) {}
}
