package mingcha.index.lucene;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** The segments as last committed, refreshed in the background; none before the first commit. */
final class Segments implements AutoCloseable {
  /** Half a second: a commit is seen well within the two seconds that are promised. */
  private static final int REFRESH_MILLIS = 500;

  private static final int SLOWEST_REFRESH_SECONDS = 60;

  private static final Logger LOG = System.getLogger(Segments.class.getName());

  private final FSDirectory directory;
  private final Path folder;
  private final Preparation preparation;
  private final ScheduledExecutorService refresher =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("refresh").factory());
  private volatile @Nullable SearcherManager manager;
  private byte[] seen = {};
  private long seenVersion;
  private boolean complained;

  private Segments(FSDirectory directory, Path folder, Preparation preparation) {
    this.directory = directory;
    this.folder = folder;
    this.preparation = preparation;
  }

  /** What is done with segments before the first question is asked of them. */
  @FunctionalInterface
  interface Preparation {
    void of(IndexSearcher searcher) throws IOException;
  }

  static Segments open(Path folder, Preparation preparation) throws IOException {
    Files.createDirectories(folder);
    Segments segments = new Segments(FSDirectory.open(folder), folder, preparation);
    try {
      segments.refresh();
    } catch (IOException | RuntimeException e) {
      segments.close();
      throw e;
    }
    var unused =
        segments.refresher.scheduleWithFixedDelay(
            segments::refreshQuietly, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
    return segments;
  }

  /** Something to do with a searcher. */
  @FunctionalInterface
  interface Work<T> {
    T with(IndexSearcher searcher) throws IOException;
  }

  <T> T search(Work<T> work) throws IOException {
    while (true) {
      SearcherManager current = manager;
      if (current == null) {
        return work.with(new IndexSearcher(new MultiReader()));
      }
      IndexSearcher searcher;
      try {
        searcher = current.acquire();
      } catch (AlreadyClosedException e) {
        if (manager == current) {
          throw e;
        }
        continue; // Others have taken the place of these segments meanwhile.
      }
      try {
        return work.with(searcher);
      } finally {
        current.release(searcher);
      }
    }
  }

  /** When the last commit that can be read was written. */
  Optional<Instant> committed() throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return Optional.empty();
    }
    String name = SegmentInfos.getLastCommitSegmentsFileName(directory);
    return Optional.of(Files.getLastModifiedTime(folder.resolve(name)).toInstant());
  }

  private synchronized void refresh() throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return; // Not committed yet, or taken away: what is open can still be read.
    }
    SegmentInfos latest = SegmentInfos.readLatestCommit(directory);
    if (Arrays.equals(latest.getId(), seen)) {
      return;
    }
    SearcherManager current = manager;
    if (current == null) {
      manager = opened();
    } else if (!follows(current, latest)) {
      manager = opened();
      current.close();
    }
    seen = latest.getId();
    seenVersion = latest.getVersion();
  }

  /**
   * Refreshes what is open. {@code reindex} builds a new index in place of the old one, and Lucene
   * refuses to go on from one to the other; where both have had as many changes it does not notice.
   */
  private boolean follows(SearcherManager current, SegmentInfos latest) throws IOException {
    if (latest.getVersion() <= seenVersion) {
      return false;
    }
    try {
      current.maybeRefresh();
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private SearcherManager opened() throws IOException {
    LuceneIndexer.checkSchema(directory, folder);
    return new SearcherManager(
        directory,
        new SearcherFactory() {
          @Override
          public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous)
              throws IOException {
            IndexSearcher searcher = SharedSearcher.of(reader);
            preparation.of(searcher);
            return searcher;
          }
        });
  }

  /** A refresh that fails keeps the reader that there is; the next one tries again. */
  private void refreshQuietly() {
    try {
      refresh();
      complained = false;
    } catch (IOException | RuntimeException e) {
      if (!complained) {
        LOG.log(Level.WARNING, "the index in " + folder + " cannot be refreshed", e);
        complained = true;
      }
    }
  }

  @Override
  public void close() throws IOException {
    // Not interrupted: a refresh under way would find its files closed.
    refresher.shutdown();
    try {
      if (!refresher.awaitTermination(SLOWEST_REFRESH_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("the refresh of " + folder + " does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    SearcherManager current = manager;
    if (current != null) {
      current.close();
    }
    directory.close();
  }
}
