package mingcha.index.lucene;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mingcha.index.Schema;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.util.BytesRef;

/**
 * All that a document is counted under, as one value: documents with the same labels have the same
 * value, so that a segment's dictionary of values is the list of the classes that are counted, and
 * one number a document says which it is of.
 */
final class LabelSet {
  /** Of what its disclosure says of itself; of the rest. */
  static final String OF_DISCLOSURE = EntryMapper.FACET + "disclosure";

  static final String OF_ENTRY = EntryMapper.FACET + "entry";

  /** Lucene takes 32,766 bytes, up to three a letter: no entry of a sound file comes near. */
  private static final int LONGEST = 10_000;

  private final StringBuilder text = new StringBuilder();
  private final Set<String> told = new HashSet<>();

  /** Takes the labels of a set, one by one. */
  @FunctionalInterface
  interface Receiver {
    void take(String dimension, String label);
  }

  /** Adds a label once, however often it is told. */
  void add(String dimension, String label) {
    String one = "" + (char) number(dimension) + (char) label.length() + label;
    if (text.length() + one.length() <= LONGEST && told.add(one)) {
      text.append(one);
    }
  }

  SortedDocValuesField as(String field) {
    return new SortedDocValuesField(field, new BytesRef(text));
  }

  /** Tells what was added. */
  static void read(BytesRef value, Receiver receiver) {
    String text = value.utf8ToString();
    int at = 0;
    while (at < text.length()) {
      int start = at + 2;
      int end = start + text.charAt(at + 1);
      receiver.take(Schema.DIMENSIONS.get(text.charAt(at)), text.substring(start, end));
      at = end;
    }
  }

  private static int number(String dimension) {
    List<String> all = Schema.DIMENSIONS;
    int number = all.indexOf(dimension);
    if (number < 0) {
      throw new IllegalArgumentException("no dimension '" + dimension + "', there are " + all);
    }
    return number;
  }
}
