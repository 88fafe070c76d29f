package mingcha.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mingcha.alert.Deliverer;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.index.EntryIndexer;
import mingcha.index.lucene.LuceneIndexer;
import mingcha.store.Store;

/**
 * The process that {@link KillTest} and {@link AlertKillTest} kill: ingests a folder into a data
 * directory, and delivers alerts meanwhile if it is told at which hour it is.
 */
final class KilledIngest {
  private KilledIngest() {}

  /**
   * Data directory, folder, and by how many hours the deliverer's clock is ahead. Makes a file
   * {@code begun} beside the folder when it begins.
   */
  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    Path files = Path.of(args[1]);
    if (args.length > 2) {
      try (Store store = Store.open(data);
          Deliverer deliverer = AlertKillTest.deliverer(store, Integer.parseInt(args[2]))) {
        deliverer.start();
        ingest(data, files);
      }
    } else {
      ingest(data, files);
    }
  }

  private static void ingest(Path data, Path files) throws Exception {
    try (Ingester ingester = KillTest.open(data, SlowIndexer::open)) {
      Files.createFile(files.resolveSibling("begun"));
      Summary summary = ingester.ingest(List.of(files), Manifest.NONE, Progress.NONE);
      if (!summary.complete()) {
        throw new IllegalStateException(summary.toString());
      }
    }
  }

  /** Takes more time than Lucene, so that more kills strike there. */
  private static final class SlowIndexer implements EntryIndexer {
    private final EntryIndexer indexer;

    private SlowIndexer(EntryIndexer indexer) {
      this.indexer = indexer;
    }

    static EntryIndexer open(Path segments) throws IOException {
      return new SlowIndexer(LuceneIndexer.open(segments));
    }

    @Override
    public void replace(Disclosure disclosure, long generation, List<Entry> entries)
        throws IOException {
      indexer.replace(disclosure, generation, entries);
      pause(2);
    }

    @Override
    public void remove(String disclosureId) throws IOException {
      indexer.remove(disclosureId);
    }

    @Override
    public void commit(long seq) throws IOException {
      pause(30);
      indexer.commit(seq);
      pause(100);
    }

    @Override
    public long committedSeq() throws IOException {
      return indexer.committedSeq();
    }

    @Override
    public void close() throws IOException {
      indexer.close();
    }

    private static void pause(long millis) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
