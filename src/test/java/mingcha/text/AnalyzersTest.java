package mingcha.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;

class AnalyzersTest {
  /** A token: its term, its position, and the text at its offsets. */
  private record Token(String term, int position, int start, int end) {}

  private static List<Token> tokens(Analyzer analyzer, String text) throws IOException {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("text", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
      int position = -1;
      stream.reset();
      while (stream.incrementToken()) {
        position += increment.getPositionIncrement();
        tokens.add(new Token(term.toString(), position, offset.startOffset(), offset.endOffset()));
      }
      stream.end();
      assertEquals(text.length(), offset.endOffset(), "the stream ends with the text");
    }
    return tokens;
  }

  private static String printed(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    tokens.forEach(t -> text.append(t.position()).append(t.term()).append(' '));
    return text.toString().strip();
  }

  private static String letters(String text) {
    return Fold.name(text).replace("%", "");
  }

  @Test
  void theWholeWordIsStackedOnTheFirstOfItsParts() throws IOException {
    try (Analyzer analyzer = new MingchaAnalyzer()) {
      assertEquals("0一般 0一般公共服务支出 1公共 2服务 3支出 4决算", printed(tokens(analyzer, "一般公共服务支出决算")));
    }
  }

  @Test
  void punctuationWidthAndTraditionalCharactersMakeNoDifference() throws IOException {
    try (Analyzer analyzer = new MingchaAnalyzer()) {
      assertEquals(printed(tokens(analyzer, "消费券执行率60%")), printed(tokens(analyzer, "消費券，執行率６０％")));
    }
  }

  @Test
  void bigramsSkipPunctuation() throws IOException {
    try (Analyzer analyzer = new BigramAnalyzer()) {
      assertEquals("0嗨购 1购汽 2汽车", printed(tokens(analyzer, "“嗨购”—汽车")));
      assertEquals("", printed(tokens(analyzer, "车")));
    }
  }

  @Test
  void offsetsOfAnyTextPointAtWhatTheTermsSay() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String alphabet = "消费券執行率低于６０％的项目。，“三公”经费 2023年ABＣ·—（）一般公共服务支出晋城市";
    try (Analyzer words = new MingchaAnalyzer();
        Analyzer bigrams = new BigramAnalyzer()) {
      for (int i = 0; i < 300; i++) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(60); n > 0; n--) {
          text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        for (Analyzer analyzer : List.of(words, bigrams)) {
          int last = 0;
          for (Token token : tokens(analyzer, text.toString())) {
            String said = text.substring(token.start(), token.end());
            assertEquals(letters(token.term()), letters(said), "seed " + seed + ": " + text);
            assertTrue(token.start() >= last, "seed " + seed + ": back to " + token);
            last = token.start();
          }
        }
      }
    }
  }
}
