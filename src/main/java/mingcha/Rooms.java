package mingcha;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import mingcha.check.Checks;
import mingcha.disclosure.Content;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Metrics;
import mingcha.extract.Extractor;
import mingcha.extract.Outcome;
import mingcha.index.lucene.LuceneIndexer;
import mingcha.ingest.Ingester;
import mingcha.ingest.Pipeline;
import mingcha.interpret.Hints;
import mingcha.interpret.Interpreter;

/** How the rooms that write are wired together. */
final class Rooms {
  /**
   * Goes up whenever files would be read differently; files read by another version are read again.
   */
  private static final String READING = "3";

  private Rooms() {}

  static Ingester ingester(Config config, Extractor extractor) {
    return Ingester.open(config.data(), pipeline(extractor), LuceneIndexer::open);
  }

  /** The same on an index made anew. */
  static Ingester ingesterAfresh(Config config, Extractor extractor) {
    return Ingester.openAfresh(config.data(), pipeline(extractor), LuceneIndexer::open);
  }

  private static Pipeline pipeline(Extractor extractor) {
    Interpreter interpreter = new Interpreter(Places.lexicon(), Metrics.standard());
    return new Pipeline(extractor, interpreter::interpret, Checks::findings, READING);
  }

  /** Reads one file without indexing it; empty where it cannot be read. */
  static Optional<Content> read(Extractor extractor, Path path, String file) throws IOException {
    Outcome outcome = extractor.extract(path, file);
    if (!(outcome instanceof Outcome.Extracted extracted)) {
      return Optional.empty();
    }
    Interpreter interpreter = new Interpreter(Places.lexicon(), Metrics.standard());
    String sha256 = HexFormat.of().formatHex(sha256(Files.readAllBytes(path)));
    return Optional.of(interpreter.interpret(file, sha256, extracted.pages(), Hints.NONE));
  }

  /** A content as it was before it was checked. */
  static Content withoutFindings(Content content) {
    return new Content(
        content.disclosure(),
        content.outline(),
        content.tables(),
        content.paragraphs(),
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
