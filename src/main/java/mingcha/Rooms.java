package mingcha;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mingcha.check.Checks;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Metrics;
import mingcha.extract.Extractor;
import mingcha.extract.Outcome;
import mingcha.index.EntryIndexer;
import mingcha.index.EntrySearcher;
import mingcha.index.lucene.LuceneIndexer;
import mingcha.index.lucene.LuceneSearcher;
import mingcha.index.opensearch.ClusterAddress;
import mingcha.index.opensearch.OpenSearchIndexer;
import mingcha.index.opensearch.OpenSearchSearcher;
import mingcha.index.opensearch.Seat;
import mingcha.ingest.Ingester;
import mingcha.ingest.Pipeline;
import mingcha.interpret.Hints;
import mingcha.interpret.Interpreter;
import mingcha.store.Store;

/** How the rooms that write are wired together. */
final class Rooms {
  /**
   * Goes up whenever files would be read differently; files read by another version are read again.
   */
  private static final String READING = "17";

  private static final Pipeline.Years YEARS =
      new Pipeline.Years() {
        @Override
        public List<Entry> findings(Content before, Content after, Set<Integer> years) {
          return Checks.continuity(before, after, years);
        }

        @Override
        public boolean isBetweenYears(Entry entry) {
          return Checks.isContinuity(entry);
        }
      };

  private Rooms() {}

  /** On a cluster it is one of several that may write at the same time. */
  static Ingester ingester(Config config, Extractor extractor) {
    Pipeline pipeline = pipeline(extractor);
    ClusterAddress cluster = config.cluster();
    return cluster == null
        ? Ingester.open(config.data(), pipeline, LuceneIndexer::open)
        : Ingester.openSeat(
            config.data(),
            pipeline,
            (segments, seat) -> {
              refuseMoving(config);
              return marked(config, OpenSearchIndexer.open(cluster, seat(config, seat)));
            });
  }

  /** On an index made anew; one of a cluster is made beside the one that readers use. */
  static Ingester ingesterAfresh(Config config, Extractor extractor) {
    ClusterAddress cluster = config.cluster();
    return Ingester.openAfresh(
        config.data(),
        pipeline(extractor),
        cluster == null
            ? LuceneIndexer::open
            : segments -> marked(config, OpenSearchIndexer.openBeside(cluster, seat(config, 0))));
  }

  private static void refuseMoving(Config config) {
    if (Files.isDirectory(config.segments())) {
      throw new Problem(
          config.data() + " has an index on this machine: `reindex --cluster` moves it");
    }
  }

  private static Seat seat(Config config, int number) {
    try (Store store = Store.openReadOnly(config.data())) {
      return new Seat(store.id(), number);
    }
  }

  /** From now on the data directory remembers where its index is. */
  private static EntryIndexer marked(Config config, EntryIndexer indexer) throws IOException {
    String line = config.cluster() + "\n";
    if (!Files.exists(config.marker()) || !Files.readString(config.marker()).equals(line)) {
      Files.writeString(config.marker(), line);
    }
    return indexer;
  }

  /** The index, for reading. */
  static EntrySearcher searcher(Config config) throws IOException {
    return config.cluster() == null
        ? LuceneSearcher.open(config.segments())
        : OpenSearchSearcher.open(config.cluster());
  }

  private static Pipeline pipeline(Extractor extractor) {
    Interpreter interpreter = interpreter();
    return new Pipeline(extractor, interpreter::interpret, Checks::checked, YEARS, READING);
  }

  /** What a file says, unchecked; empty where it cannot be read. */
  static Optional<Content> read(
      Extractor extractor, Interpreter interpreter, Path path, String file) throws IOException {
    return extractor.extract(path, file) instanceof Outcome.Extracted extracted
        ? Optional.of(content(interpreter, extracted, path, file))
        : Optional.empty();
  }

  static Optional<Content> read(Extractor extractor, Path path, String file) throws IOException {
    return read(extractor, interpreter(), path, file);
  }

  /** What a file says that was extracted, unchecked. */
  static Content content(Outcome.Extracted extracted, Path path, String file) throws IOException {
    return content(interpreter(), extracted, path, file);
  }

  private static Content content(
      Interpreter interpreter, Outcome.Extracted extracted, Path path, String file)
      throws IOException {
    String sha256 = HexFormat.of().formatHex(sha256(Files.readAllBytes(path)));
    return interpreter.interpret(file, sha256, extracted.pages(), Hints.NONE);
  }

  private static Interpreter interpreter() {
    return new Interpreter(Places.lexicon(), Metrics.standard());
  }

  /** A content as it was before it was checked. */
  static Content withoutFindings(Content content) {
    return content.with(
        content.entries().stream().filter(e -> e.kind() != EntryKind.FINDING).toList());
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
