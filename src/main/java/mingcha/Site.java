package mingcha;

import java.io.IOException;
import java.io.UncheckedIOException;
import mingcha.disclosure.Metrics;
import mingcha.index.EntrySearcher;
import mingcha.index.lucene.LuceneSearcher;
import mingcha.query.QuestionParser;
import mingcha.serve.Server;
import mingcha.store.Store;

/** A running server with what it reads from; closing it closes them all. */
final class Site implements AutoCloseable {
  private final Store store;
  private final EntrySearcher searcher;
  private final Server server;

  private Site(Store store, EntrySearcher searcher, Server server) {
    this.store = store;
    this.searcher = searcher;
    this.server = server;
  }

  /** Opens the index for reading and starts to serve. */
  static Site open(Config config) throws IOException {
    Store store = Store.openReadOnly(config.data());
    EntrySearcher searcher = LuceneSearcher.open(config.segments());
    QuestionParser parser = new QuestionParser(Places.lexicon(), Metrics.standard());
    Server server =
        Server.start(
            searcher,
            parser,
            Places.lexicon(),
            store,
            Metrics.standard(),
            Server.LOCAL,
            config.port());
    return new Site(store, searcher, server);
  }

  /** {@code http://localhost:8080/}. */
  String address() {
    return "http://localhost:" + server.port() + "/";
  }

  @Override
  public void close() {
    server.close();
    try {
      searcher.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      store.close();
    }
  }
}
