package mingcha.index.opensearch;

import java.util.List;
import java.util.stream.Collectors;
import mingcha.index.Schema;
import mingcha.text.TermPositions;

/**
 * Text as the cluster gets it: the terms that we cut it into, one position a word, with white space
 * between. The cluster splits at white space and needs no dictionary of ours; where two terms share
 * a position, a filter that captures both takes them apart again.
 */
final class Terms {
  /** Between terms of one position: a character of private use, which is no white space. */
  static final String STACKED = "\uE000";

  /** The analyzer of the mapping, see {@link Mapping}. */
  static final String ANALYZER = "terms";

  private Terms() {}

  /** All terms of a text, for a field. */
  static String indexed(String field, String text) {
    return positions(field, text).stream()
        .map(stack -> stack.stream().map(Terms::clean).collect(Collectors.joining(STACKED)))
        .collect(Collectors.joining(" "));
  }

  /**
   * What is asked of a field, one term a position; stacked whole words are passed over, for their
   * parts say the same.
   */
  static List<String> asked(String field, String text) {
    return positions(field, text).stream().map(stack -> clean(stack.getFirst())).toList();
  }

  private static List<List<String>> positions(String field, String text) {
    if (field.equals(Schema.NAME_SOUND)) {
      return TermPositions.syllables(text);
    }
    return field.endsWith(".grams") ? TermPositions.pairs(text) : TermPositions.words(text);
  }

  /** White space within a term would part it. */
  private static String clean(String term) {
    StringBuilder clean = new StringBuilder(term.length());
    for (int i = 0; i < term.length(); i++) {
      char c = term.charAt(i);
      clean.append(Character.isWhitespace(c) || c == STACKED.charAt(0) ? '_' : c);
    }
    return clean.toString();
  }
}
