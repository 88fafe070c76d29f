package mingcha.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import mingcha.alert.Deliverer;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.extract.Limits;
import mingcha.extract.Workers;
import mingcha.index.EntryIndexer;
import mingcha.index.lucene.LuceneIndexer;
import mingcha.store.Store;

/**
 * The process that {@link KillTest}, {@link KilledWorkersTest} and {@link AlertKillTest} kill:
 * ingests a folder into a data directory.
 */
final class KilledIngest {
  private KilledIngest() {}

  /**
   * Data directory and folder, and {@code workers} where files are to be read in processes of their
   * own, or by how many hours the clock is ahead of a deliverer that is to send alerts meanwhile.
   * Makes a file {@code begun} beside the folder when it begins.
   */
  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    Path files = Path.of(args[1]);
    if (args.length < 3) {
      ingest(data, files, LineInterpreter.pipeline("v1"));
    } else if (args[2].equals("workers")) {
      try (Workers workers = new Workers(new Limits(Duration.ofSeconds(40), 128))) {
        ingest(data, files, new Pipeline(workers, LineInterpreter::interpret, "v1"));
      }
    } else {
      try (Store store = Store.open(data);
          Deliverer deliverer = AlertKillTest.deliverer(store, Integer.parseInt(args[2]))) {
        deliverer.start();
        ingest(data, files, LineInterpreter.pipeline("v1"));
      }
    }
  }

  private static void ingest(Path data, Path files, Pipeline pipeline) throws IOException {
    try (Ingester ingester = Ingester.open(data, pipeline, SlowIndexer::open)) {
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
