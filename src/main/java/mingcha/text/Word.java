package mingcha.text;

import java.util.List;

/**
 * A word of a text.
 *
 * @param parts the words it is made of, in order and without gaps; empty where it is one
 */
public record Word(String text, int start, int end, List<Word> parts) {
  public Word {
    parts = List.copyOf(parts);
  }
}
