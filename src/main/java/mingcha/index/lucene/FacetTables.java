package mingcha.index.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;

/** The tables of the segments that are open; each is made once and goes with its segment. */
final class FacetTables {
  private final FacetLabels labels = new FacetLabels();
  private final Map<IndexReader.CacheKey, FacetTable> tables = new ConcurrentHashMap<>();

  FacetLabels labels() {
    return labels;
  }

  FacetTable of(LeafReaderContext leaf) throws IOException {
    IndexReader.CacheHelper core =
        Objects.requireNonNull(leaf.reader().getCoreCacheHelper(), "a segment has a core");
    FacetTable known = tables.get(core.getKey());
    if (known != null) {
      return known;
    }
    try {
      return tables.computeIfAbsent(
          core.getKey(),
          key -> {
            try {
              core.addClosedListener(tables::remove);
              return FacetTable.of(leaf.reader(), labels);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Makes the tables of all segments, several at once. */
  void prepare(IndexReader reader) throws IOException {
    try {
      reader.leaves().parallelStream()
          .forEach(
              leaf -> {
                try {
                  of(leaf);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
