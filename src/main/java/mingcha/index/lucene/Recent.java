package mingcha.index.lucene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values asked for last. */
final class Recent<K, V> {
  private static final float LOAD = 0.75f;

  private final Map<K, V> values;

  /**
   * @param most values to hold
   */
  Recent(int most) {
    values =
        new LinkedHashMap<>(16, LOAD, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  synchronized @Nullable V get(K key) {
    return values.get(key);
  }

  synchronized void put(K key, V value) {
    values.put(key, value);
  }

  synchronized List<V> latestFirst() {
    return new ArrayList<>(values.values()).reversed();
  }

  synchronized void clear() {
    values.clear();
  }
}
