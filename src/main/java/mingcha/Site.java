package mingcha;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import mingcha.disclosure.Metrics;
import mingcha.extract.Limits;
import mingcha.extract.Picture;
import mingcha.extract.Workers;
import mingcha.index.EntrySearcher;
import mingcha.index.lucene.LuceneSearcher;
import mingcha.query.QuestionParser;
import mingcha.serve.PageDrawer;
import mingcha.serve.Server;
import mingcha.store.Store;

/** A running server with what it reads from; closing it closes them all. */
final class Site implements AutoCloseable {
  /** A person waits for a picture. */
  private static final Limits PAGE = new Limits(Duration.ofSeconds(20), 512);

  private final Store store;
  private final EntrySearcher searcher;
  private final Workers workers;
  private final Server server;

  private Site(Store store, EntrySearcher searcher, Workers workers, Server server) {
    this.store = store;
    this.searcher = searcher;
    this.workers = workers;
    this.server = server;
  }

  /** Opens the index for reading and starts to serve. */
  static Site open(Config config) throws IOException {
    Store store = Store.openReadOnly(config.data());
    EntrySearcher searcher = LuceneSearcher.open(config.segments());
    QuestionParser parser = new QuestionParser(Places.lexicon(), Metrics.standard());
    Workers workers = new Workers(PAGE);
    Server server =
        Server.start(
            searcher,
            parser,
            Places.lexicon(),
            store,
            Metrics.standard(),
            (pdf, page, target) -> drawn(workers.draw(pdf, page, target)),
            Server.LOCAL,
            config.port());
    return new Site(store, searcher, workers, server);
  }

  private static PageDrawer.Result drawn(Picture picture) {
    return switch (picture) {
      case Picture.Drawn drawn -> new PageDrawer.Result(drawn.scale(), "");
      case Picture.None none -> new PageDrawer.Result(0, none.reason());
    };
  }

  /** {@code http://localhost:8080/}. */
  String address() {
    return "http://localhost:" + server.port() + "/";
  }

  @Override
  public void close() {
    server.close();
    workers.close();
    try {
      searcher.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      store.close();
    }
  }
}
