package mingcha.check;

import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import mingcha.disclosure.Paragraph;

/**
 * Some of a disclosure's running text, in its order. Rules narrow it to what has the words that
 * they look for, before they try a pattern on it.
 */
final class Texts implements Iterable<Paragraph> {
  private final List<Paragraph> all;
  private final WordIndex index;
  private final BitSet chosen;

  /**
   * @param index of the same texts without their spaces
   */
  Texts(List<Paragraph> all, WordIndex index) {
    this(all, index, new BitSet(all.size()));
    chosen.set(0, all.size());
  }

  private Texts(List<Paragraph> all, WordIndex index, BitSet chosen) {
    this.all = all;
    this.index = index;
    this.chosen = chosen;
  }

  /** Those that have any of these words, spaces apart. */
  Texts having(String... words) {
    BitSet any = new BitSet(all.size());
    for (String word : words) {
      any.or(index.having(word));
    }
    any.and(chosen);
    return new Texts(all, index, any);
  }

  /** The first of them. */
  Texts first(int most) {
    BitSet first = (BitSet) chosen.clone();
    first.clear(most, Math.max(most, all.size()));
    return new Texts(all, index, first);
  }

  /** Those that have these numbers. */
  Texts of(BitSet numbers) {
    BitSet these = (BitSet) numbers.clone();
    these.and(chosen);
    return new Texts(all, index, these);
  }

  Stream<Paragraph> stream() {
    return chosen.stream().mapToObj(all::get);
  }

  @Override
  public Iterator<Paragraph> iterator() {
    return new Iterator<>() {
      private int next = chosen.nextSetBit(0);

      @Override
      public boolean hasNext() {
        return next >= 0;
      }

      @Override
      public Paragraph next() {
        Paragraph paragraph = all.get(next);
        next = chosen.nextSetBit(next + 1);
        return paragraph;
      }
    };
  }
}
