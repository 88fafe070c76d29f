package mingcha.index.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import mingcha.index.FacetLabel;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;

/** The tables of the segments that are open; each is made once and goes with its segment. */
final class FacetTables {
  private final FacetLabels labels = new FacetLabels();
  private final Map<IndexReader.CacheKey, FacetTable> tables = new ConcurrentHashMap<>();

  /** By reader, which is another one as soon as entries are deleted. */
  private final Map<IndexReader.CacheKey, LiveCounts> live = new ConcurrentHashMap<>();

  FacetLabels labels() {
    return labels;
  }

  /** What stays the same while entries of the segment are deleted. */
  static IndexReader.CacheHelper core(LeafReaderContext leaf) {
    return Objects.requireNonNull(leaf.reader().getCoreCacheHelper(), "a segment has a core");
  }

  FacetTable of(LeafReaderContext leaf) throws IOException {
    return kept(tables, core(leaf), () -> FacetTable.of(leaf.reader(), labels));
  }

  LiveCounts live(LeafReaderContext leaf) throws IOException {
    IndexReader.CacheHelper reader =
        Objects.requireNonNull(leaf.reader().getReaderCacheHelper(), "a segment can be told");
    FacetTable table = of(leaf);
    return kept(live, reader, () -> LiveCounts.of(table, leaf.reader().getLiveDocs()));
  }

  /** Something to make. */
  @FunctionalInterface
  private interface Work<V> {
    V done() throws IOException;
  }

  /** Made once, and gone with what it is made for. */
  private static <V> V kept(
      Map<IndexReader.CacheKey, V> all, IndexReader.CacheHelper of, Work<V> work)
      throws IOException {
    V known = all.get(of.getKey());
    if (known != null) {
      return known;
    }
    try {
      return all.computeIfAbsent(
          of.getKey(),
          key -> {
            try {
              of.addClosedListener(all::remove);
              return work.done();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The publisher of an entry, as far as it is indexed. */
  @Nullable String publisher(LeafReaderContext leaf, int document) throws IOException {
    FacetTable table = of(leaf);
    for (int number : table.runLabels(table.runOf(document))) {
      FacetLabel label = labels.label(number);
      if (label.dimension().equals(EntryMapper.PUBLISHER)) {
        return label.value();
      }
    }
    return null;
  }

  /** Makes the tables of all segments, several at once. */
  void prepare(IndexReader reader) throws IOException {
    try {
      reader.leaves().parallelStream()
          .forEach(
              leaf -> {
                try {
                  live(leaf);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
