package mingcha.index.lucene;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;

/**
 * What was worked out last from each segment. A commit adds a segment and takes entries from some:
 * what is known of the others goes on being known, and goes with the segment.
 */
final class SegmentMemory<K, V> {
  private final int most;
  private final Map<IndexReader.CacheKey, Recent<K, V>> segments = new ConcurrentHashMap<>();

  /**
   * @param most values to hold of a segment
   */
  SegmentMemory(int most) {
    this.most = most;
  }

  @Nullable V get(LeafReaderContext leaf, K key) {
    Recent<K, V> known = segments.get(helper(leaf).getKey());
    return known == null ? null : known.get(key);
  }

  void put(LeafReaderContext leaf, K key, V value) {
    segments.computeIfAbsent(helper(leaf).getKey(), of -> forgottenWith(leaf)).put(key, value);
  }

  private Recent<K, V> forgottenWith(LeafReaderContext leaf) {
    helper(leaf).addClosedListener(segments::remove);
    return new Recent<>(most);
  }

  /** Another one as soon as entries are deleted. */
  private static IndexReader.CacheHelper helper(LeafReaderContext leaf) {
    return Objects.requireNonNull(leaf.reader().getReaderCacheHelper(), "a segment can be told");
  }
}
