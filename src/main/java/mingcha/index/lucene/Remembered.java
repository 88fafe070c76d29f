package mingcha.index.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/**
 * What was worked out last from the segments that are open: the next page, another order or the
 * same letters typed again need not work it out anew. Forgotten as soon as other segments are
 * asked.
 */
final class Remembered<K, V> {
  private final Recent<K, V> values;
  private IndexReader.@Nullable CacheKey reader;

  /**
   * @param most values to hold
   */
  Remembered(int most) {
    values = new Recent<>(most);
  }

  /** Something to work out. */
  @FunctionalInterface
  interface Work<V> {
    V done() throws IOException;
  }

  V of(IndexReader from, K key, Work<V> work) throws IOException {
    IndexReader.CacheHelper helper = from.getReaderCacheHelper();
    if (helper == null) {
      return work.done();
    }
    V known = known(helper.getKey(), key);
    if (known != null) {
      return known;
    }
    V value = work.done();
    remember(helper.getKey(), key, value);
    return value;
  }

  private synchronized @Nullable V known(IndexReader.CacheKey from, K key) {
    return from.equals(reader) ? values.get(key) : null;
  }

  private synchronized void remember(IndexReader.CacheKey from, K key, V value) {
    if (!from.equals(reader)) {
      values.clear();
      reader = from;
    }
    values.put(key, value);
  }
}
