package mingcha.index.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;

/**
 * Has the idle processors help with a question of many entries. Each takes about as many; where
 * none is idle, whoever asks does all of it, so that a busy server loses nothing by it.
 */
final class SharedSearcher extends IndexSearcher {
  /** So many are asked sooner than shared. */
  private static final int MANY = 500_000;

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
  private static final int IDLE_SECONDS = 10;

  /** Waits for nothing: what no idle thread takes at once is refused, and done by who asks. */
  private static final Executor HELPERS =
      new ThreadPoolExecutor(
          0,
          Math.max(1, PROCESSORS - 1),
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().daemon().name("search-", 0).factory());

  private SharedSearcher(IndexReader reader) {
    super(reader, HELPERS);
  }

  static IndexSearcher of(IndexReader reader) {
    return of(reader, MANY);
  }

  static IndexSearcher of(IndexReader reader, int many) {
    return PROCESSORS > 1 && reader.maxDoc() >= many
        ? new SharedSearcher(reader)
        : new IndexSearcher(reader);
  }

  @Override
  protected LeafSlice[] slices(List<LeafReaderContext> leaves) {
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < Math.min(PROCESSORS, leaves.size()); i++) {
      shares.add(new Share());
    }
    leaves.stream()
        .sorted(
            Comparator.comparingInt((LeafReaderContext leaf) -> leaf.reader().maxDoc()).reversed())
        .forEach(
            leaf ->
                shares.stream()
                    .min(Comparator.comparingLong(s -> s.documents))
                    .orElseThrow()
                    .add(leaf));
    return shares.stream().map(share -> new LeafSlice(share.leaves)).toArray(LeafSlice[]::new);
  }

  private static final class Share {
    private final List<LeafReaderContextPartition> leaves = new ArrayList<>();
    private long documents;

    void add(LeafReaderContext leaf) {
      leaves.add(LeafReaderContextPartition.createForEntireSegment(leaf));
      documents += leaf.reader().maxDoc();
    }
  }
}
