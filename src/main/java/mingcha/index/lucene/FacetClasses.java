package mingcha.index.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.ArrayUtil;

/**
 * The classes of a segment's documents by a {@link LabelSet}: those with the same labels are of
 * one. A province's entries have millions of documents and some thousand classes, so that what is
 * asked of the labels is asked of the classes instead. Numbered from 0 as they are met.
 */
final class FacetClasses {
  private static final int UNSEEN = -1;

  private final SortedDocValues values;
  private final FacetLabels labels;

  /** By the number of the value, from 1; 0 for none. */
  private final int[] numbers;

  private int[][] members = new int[16][];
  private int[] representatives = new int[16];
  private int size;

  FacetClasses(LeafReader reader, String field, FacetLabels labels) throws IOException {
    SortedDocValues found = reader.getSortedDocValues(field);
    values = found == null ? DocValues.emptySorted() : found;
    this.labels = labels;
    numbers = new int[values.getValueCount() + 1];
    Arrays.fill(numbers, UNSEEN);
  }

  /** The class of a document; documents are asked for in their order. */
  int of(int document) throws IOException {
    int value = values.advanceExact(document) ? values.ordValue() + 1 : 0;
    if (numbers[value] == UNSEEN) {
      numbers[value] = size;
      add(value, document);
    }
    return numbers[value];
  }

  private void add(int value, int document) throws IOException {
    members = ArrayUtil.grow(members, size + 1);
    representatives = ArrayUtil.grow(representatives, size + 1);
    members[size] = value == 0 ? new int[0] : labels.numbers(values.lookupOrd(value - 1));
    representatives[size] = document;
    size++;
  }

  int size() {
    return size;
  }

  /** The numbers of the labels of each class. */
  int[][] members() {
    return Arrays.copyOf(members, size);
  }

  /** The first document of each class, in ascending order. */
  int[] representatives() {
    return Arrays.copyOf(representatives, size);
  }
}
