package mingcha;

import mingcha.check.Checks;
import mingcha.disclosure.Metrics;
import mingcha.extract.TextExtractor;
import mingcha.index.lucene.LuceneIndexer;
import mingcha.ingest.Ingester;
import mingcha.ingest.Pipeline;
import mingcha.interpret.Interpreter;

/** How the rooms that write are wired together. */
final class Rooms {
  /**
   * Goes up whenever files would be read differently; files read by another version are read again.
   */
  private static final String READING = "2";

  private Rooms() {}

  static Ingester ingester(Config config) {
    return Ingester.open(config.data(), pipeline(), LuceneIndexer::open);
  }

  /** The same on an index made anew. */
  static Ingester ingesterAfresh(Config config) {
    return Ingester.openAfresh(config.data(), pipeline(), LuceneIndexer::open);
  }

  private static Pipeline pipeline() {
    Interpreter interpreter = new Interpreter(Places.lexicon(), Metrics.standard());
    return new Pipeline(new TextExtractor(), interpreter::interpret, Checks::findings, READING);
  }
}
