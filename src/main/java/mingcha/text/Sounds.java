package mingcha.text;

import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * How words sound: a syllable of pinyin without its tone for each character, its first reading
 * whatever stands beside it, so that two spellings of one sound are always alike.
 */
public final class Sounds {
  private static final AtomicReferenceArray<String> SYLLABLES =
      new AtomicReferenceArray<>(Character.MAX_VALUE + 1);

  private Sounds() {}

  /** The syllable of a character, the folded character itself where it has none. */
  public static String of(char c) {
    String known = SYLLABLES.get(c);
    if (known == null) {
      String folded = Fold.fold(String.valueOf(c));
      Pinyin[] readings = PinyinDictionary.get(folded);
      String spelled =
          readings == null || readings.length == 0 ? null : readings[0].getPinyinWithoutTone();
      known = spelled == null ? folded : blurred(spelled);
      SYLLABLES.set(c, known);
    }
    return known;
  }

  /** Many speakers, and so many typists, make no difference between zh and z, or ng and n. */
  private static String blurred(String syllable) {
    return syllable.replaceFirst("^([zcs])h", "$1").replaceFirst("ng$", "n");
  }

  /** The syllables of the letters and digits of a text. */
  public static List<String> of(String text) {
    List<String> syllables = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        syllables.add(of(text.charAt(i)));
      }
    }
    return syllables;
  }
}
