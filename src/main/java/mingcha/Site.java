package mingcha;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import mingcha.alert.AlertSettings;
import mingcha.alert.Alerts;
import mingcha.alert.Deliverer;
import mingcha.disclosure.Metrics;
import mingcha.extract.Limits;
import mingcha.extract.Picture;
import mingcha.extract.Workers;
import mingcha.index.EntrySearcher;
import mingcha.query.QuestionParser;
import mingcha.serve.PageDrawer;
import mingcha.serve.Server;
import mingcha.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * A running server with what it reads from, and the delivery of alerts; closing it closes them all.
 */
final class Site implements AutoCloseable {
  /** A person waits for a picture. */
  private static final Limits PAGE = new Limits(Duration.ofSeconds(20), 512);

  private final Store store;
  private final @Nullable Store alertStore;
  private final @Nullable Deliverer deliverer;
  private final EntrySearcher searcher;
  private final Workers workers;
  private final Server server;

  private Site(
      Store store,
      @Nullable Store alertStore,
      @Nullable Deliverer deliverer,
      EntrySearcher searcher,
      Workers workers,
      Server server) {
    this.store = store;
    this.alertStore = alertStore;
    this.deliverer = deliverer;
    this.searcher = searcher;
    this.workers = workers;
    this.server = server;
  }

  /** Opens the index for reading and starts to serve, with links to this machine and no mail. */
  static Site open(Config config) throws IOException {
    return open(config, new AlertOptions());
  }

  /** Opens the index for reading, starts to serve, and delivers alerts if the store is ours. */
  static Site open(Config config, AlertOptions options) throws IOException {
    // Links have to name the port before it is listened on.
    int port = config.port() == 0 ? freePort() : config.port();
    AlertSettings settings = options.settings("http://localhost:" + port + "/");
    Store alertStore = writable(config.data()) ? Store.open(config.data()) : null;
    Store store = Store.openReadOnly(config.data());
    EntrySearcher searcher = Rooms.searcher(config);
    QuestionParser parser = new QuestionParser(Places.lexicon(), Metrics.standard());
    Workers workers = new Workers(PAGE);
    Server server =
        Server.start(
            searcher,
            parser,
            Places.lexicon(),
            store,
            Metrics.standard(),
            (file, page, turns, target) -> drawn(workers.draw(file, page, turns, target)),
            alertStore == null ? null : new Alerts(alertStore, settings, Clock.systemUTC()),
            settings,
            Server.LOCAL,
            port);
    Deliverer deliverer = null;
    if (alertStore != null) {
      deliverer = new Deliverer(alertStore, settings, Clock.systemUTC());
      deliverer.start();
    }
    return new Site(store, alertStore, deliverer, searcher, workers, server);
  }

  /** A data directory may be served from where nobody writes. */
  private static boolean writable(Path data) {
    Path file = data.resolve("mingcha.sqlite");
    return Files.isWritable(data) && Files.isWritable(file);
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
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
    if (deliverer != null) {
      deliverer.close();
    }
    if (alertStore != null) {
      alertStore.close();
    }
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
