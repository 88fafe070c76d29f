package mingcha.query;

import java.util.BitSet;
import mingcha.text.Segmenter;
import mingcha.text.Word;
import org.jspecify.annotations.Nullable;

/**
 * Where words begin and end by the dictionary: 在 before 线 in 在线教育 is no word of the question, nor
 * is 长治 in 长治久安. Looked up only when a production is in doubt.
 */
final class WordEdges {
  private final String text;
  private @Nullable BitSet edges;

  WordEdges(String text) {
    this.text = text;
  }

  boolean at(int offset) {
    if (edges == null) {
      edges = new BitSet(text.length() + 1);
      edges.set(0);
      for (Word word : Segmenter.standard().segment(text)) {
        edges.set(word.end());
      }
    }
    return edges.get(offset);
  }
}
