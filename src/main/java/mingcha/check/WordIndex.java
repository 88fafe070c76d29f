package mingcha.check;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of some texts have a word. A hundred rules ask for some hundred words, of which most stand
 * nowhere: that the characters of a word do not meet in any text is seen without looking into one.
 */
final class WordIndex {
  /** Characters share slots by their low bits; what a slot says is looked up in the text. */
  private static final int SLOTS = 1024;

  private final List<String> texts;
  private final BitSet[] slots = new BitSet[SLOTS];
  private final Map<String, BitSet> found = new HashMap<>();

  WordIndex(List<String> texts) {
    this.texts = texts;
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      for (int j = 0; j < text.length(); j++) {
        int slot = text.charAt(j) & SLOTS - 1;
        BitSet in = slots[slot];
        if (in == null) {
          in = new BitSet(texts.size());
          slots[slot] = in;
        }
        in.set(i);
      }
    }
  }

  /** The numbers of the texts that have it. Not to be changed. */
  BitSet having(String word) {
    BitSet known = found.get(word);
    if (known == null) {
      known = look(word);
      found.put(word, known);
    }
    return known;
  }

  private BitSet look(String word) {
    BitSet in = new BitSet(texts.size());
    in.set(0, texts.size());
    for (int i = 0; i < word.length() && !in.isEmpty(); i++) {
      BitSet slot = slots[word.charAt(i) & SLOTS - 1];
      if (slot == null) {
        return new BitSet();
      }
      in.and(slot);
    }
    for (int i = in.nextSetBit(0); i >= 0; i = in.nextSetBit(i + 1)) {
      if (!texts.get(i).contains(word)) {
        in.clear(i);
      }
    }
    return in;
  }
}
