package mingcha.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import mingcha.index.lucene.BareWriter;
import mingcha.index.lucene.LuceneIndexer;
import mingcha.sample.EntrySample;

/** Writes an index through the port, once small beside a bare writer and once whole. */
final class IndexStep {
  private static final int COMPARED = 40_000;
  private static final int ROUNDS = 3;
  private static final long SEED = 1;
  private static final int COMMIT_EVERY = 1_000_000;

  private IndexStep() {}

  /**
   * Prints what it found.
   *
   * @param args where to, how many entries
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    long entries = Long.parseLong(args[1]);
    for (int i = 0; i < ROUNDS; i++) {
      BareWriter.Rates rates = BareWriter.compare(folder.resolve("compared-" + i), COMPARED, SEED);
      System.out.printf(
          "| index | port %,.0f entries/s | bare writer %,.0f entries/s | %.2f |%n",
          rates.port(), rates.bare(), rates.port() / rates.bare());
    }
    long start = System.nanoTime();
    AtomicLong written = new AtomicLong();
    try (LuceneIndexer indexer = LuceneIndexer.open(folder.resolve("segments"))) {
      EntrySample.tell(
          entries,
          SEED,
          (disclosure, some) -> {
            indexer.replace(disclosure, 1, some);
            long before = written.getAndAdd(some.size());
            if (before / COMMIT_EVERY < written.get() / COMMIT_EVERY) {
              indexer.commit(before);
            }
          });
      indexer.commit(entries);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "| whole | %,d entries in %.0f s, sample included | %,.0f entries/s | |%n",
        written.get(), seconds, written.get() / seconds);
  }
}
