package mingcha.index.lucene;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Entry;
import mingcha.sample.EntrySample;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/** The least that writing costs: an {@link IndexWriter} given finished documents. */
public final class BareWriter {
  /** So many disclosures have their documents in memory at once. */
  private static final int BATCH = 16;

  private BareWriter() {}

  /** Entries a second of processor time, by the port and by the bare writer. */
  public record Rates(double port, double bare) {}

  /**
   * Writes the same entries by both, a few disclosures in turn, so that a busy machine slows both
   * alike. Making the entries, and the documents that the bare writer is given, is not counted.
   */
  public static Rates compare(Path folder, long entries, long seed) throws IOException {
    Files.createDirectories(folder);
    try (LuceneIndexer port = LuceneIndexer.open(folder.resolve("port"));
        FSDirectory directory = FSDirectory.open(folder.resolve("bare"));
        IndexWriter bare =
            new IndexWriter(
                directory, new IndexWriterConfig(EntryMapper.analyzer()).setRAMBufferSizeMB(64))) {
      Race race = new Race(port, bare);
      EntrySample.tell(entries, seed, (disclosure, some) -> race.add(some));
      return race.ended();
    }
  }

  private static final class Race {
    private final LuceneIndexer port;
    private final IndexWriter bare;
    private final List<List<Entry>> waiting = new ArrayList<>();
    private long entries;
    private long portNanos;
    private long bareNanos;

    Race(LuceneIndexer port, IndexWriter bare) {
      this.port = port;
      this.bare = bare;
    }

    void add(List<Entry> disclosure) throws IOException {
      waiting.add(List.copyOf(disclosure));
      entries += disclosure.size();
      if (waiting.size() == BATCH) {
        run();
      }
    }

    private void run() throws IOException {
      List<List<Document>> documents =
          waiting.stream().map(some -> some.stream().map(EntryMapper::document).toList()).toList();
      long start = now();
      for (List<Entry> some : waiting) {
        port.replace(some.getFirst().disclosure(), 1, some);
      }
      long between = now();
      for (List<Document> some : documents) {
        bare.addDocuments(some);
      }
      portNanos += between - start;
      bareNanos += now() - between;
      waiting.clear();
    }

    /** Of this thread's processor time: what others do on the machine does not count. */
    private static long now() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    Rates ended() throws IOException {
      run();
      long start = now();
      port.commit(1);
      long between = now();
      bare.commit();
      portNanos += between - start;
      bareNanos += now() - between;
      return new Rates(entries * 1e9 / portNanos, entries * 1e9 / bareNanos);
    }
  }
}
