package mingcha.index.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.ArrayUtil;
import org.jspecify.annotations.Nullable;

/**
 * Documents with the same values in some dimensions are of one class. A province's entries have
 * millions of documents and some thousand classes, so that what is asked of the values is asked of
 * the classes instead.
 */
final class FacetClasses {
  private final SortedSetDocValues[] values;

  /** The same, where no document has more than one, which is read faster. */
  private final @Nullable SortedDocValues[] single;

  private final int[][] numbers;
  private int[] buckets = filled(1 << 10);
  private int[][] members = new int[16][];
  private int[] hashes = new int[16];
  private int[] representatives = new int[16];
  private int size;
  private int[] found = new int[16];
  private int length;

  FacetClasses(LeafReader reader, List<String> dimensions, FacetLabels labels) throws IOException {
    values = new SortedSetDocValues[dimensions.size()];
    single = new @Nullable SortedDocValues[dimensions.size()];
    numbers = new int[dimensions.size()][];
    for (int i = 0; i < values.length; i++) {
      SortedSetDocValues of = reader.getSortedSetDocValues(EntryMapper.FACET + dimensions.get(i));
      values[i] = of == null ? DocValues.emptySortedSet() : of;
      single[i] = DocValues.unwrapSingleton(values[i]);
      numbers[i] = of == null ? new int[0] : new int[Math.toIntExact(of.getValueCount())];
      for (int ordinal = 0; ordinal < numbers[i].length; ordinal++) {
        String indexed = of.lookupOrd(ordinal).utf8ToString();
        numbers[i][ordinal] = labels.number(dimensions.get(i), indexed);
      }
    }
  }

  /** The class of a document; documents are asked for in their order. */
  int of(int document) throws IOException {
    length = 0;
    for (int i = 0; i < values.length; i++) {
      SortedDocValues one = single[i];
      if (one == null) {
        addAll(values[i], numbers[i], document);
      } else if (one.advanceExact(document)) {
        add(numbers[i][one.ordValue()]);
      }
    }
    return numbered(document);
  }

  private void addAll(SortedSetDocValues some, int[] numbered, int document) throws IOException {
    if (some.advanceExact(document)) {
      for (int left = some.docValueCount(); left > 0; left--) {
        add(numbered[(int) some.nextOrd()]);
      }
    }
  }

  private void add(int label) {
    found = ArrayUtil.grow(found, length + 1);
    found[length] = label;
    length++;
  }

  private int numbered(int document) {
    int hash = 1;
    for (int i = 0; i < length; i++) {
      hash = hash * 31 + found[i];
    }
    hash ^= hash >>> 15;
    int bucket = hash & (buckets.length - 1);
    while (buckets[bucket] >= 0) {
      int candidate = buckets[bucket];
      if (hashes[candidate] == hash
          && Arrays.equals(members[candidate], 0, members[candidate].length, found, 0, length)) {
        return candidate;
      }
      bucket = (bucket + 1) & (buckets.length - 1);
    }
    buckets[bucket] = size;
    add(hash, document);
    return size - 1;
  }

  private void add(int hash, int document) {
    members = ArrayUtil.grow(members, size + 1);
    hashes = ArrayUtil.grow(hashes, size + 1);
    representatives = ArrayUtil.grow(representatives, size + 1);
    members[size] = Arrays.copyOf(found, length);
    hashes[size] = hash;
    representatives[size] = document;
    size++;
    if (size * 2 > buckets.length) {
      buckets = filled(buckets.length * 2);
      for (int i = 0; i < size; i++) {
        int bucket = hashes[i] & (buckets.length - 1);
        while (buckets[bucket] >= 0) {
          bucket = (bucket + 1) & (buckets.length - 1);
        }
        buckets[bucket] = i;
      }
    }
  }

  private static int[] filled(int size) {
    int[] empty = new int[size];
    Arrays.fill(empty, -1);
    return empty;
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
