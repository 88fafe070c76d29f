package mingcha.serve;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Metrics;
import mingcha.index.EntryIndexer;
import mingcha.index.EntrySearcher;
import mingcha.index.lucene.LuceneIndexer;
import mingcha.index.lucene.LuceneSearcher;
import mingcha.query.QuestionParser;
import mingcha.store.Store;
import mingcha.text.Lexicon;
import mingcha.wire.Json;

/** A server that serves {@link Example}, and a client to it. */
record House(Server server, EntrySearcher searcher, Store store, HttpClient client)
    implements AutoCloseable {

  private static final Lexicon LEXICON =
      Lexicon.with(
          List.of(new String[] {"990000", "示例省", ""}, new String[] {"990100", "明河市", "990000"}));

  static House open(Path dir, int port) throws IOException {
    return open(dir, port, PageDrawer.NONE);
  }

  static House open(Path dir, int port, PageDrawer drawer) throws IOException {
    return of(
        dir,
        port,
        drawer,
        List.of(Example.DISCLOSURE, Example.EARLIER),
        disclosure ->
            disclosure.equals(Example.DISCLOSURE)
                ? Example.entries()
                : List.of(Example.whole(disclosure, "1200", 2)));
  }

  /** A house whose index holds these; its store is that of {@link Example} all the same. */
  static House of(
      Path dir,
      int port,
      PageDrawer drawer,
      List<Disclosure> disclosures,
      Function<Disclosure, List<Entry>> entries)
      throws IOException {
    Store store = Example.store(dir);
    Path segments = dir.resolve("segments");
    try (EntryIndexer indexer = LuceneIndexer.open(segments)) {
      int generation = 0;
      for (Disclosure disclosure : disclosures) {
        indexer.replace(disclosure, ++generation, entries.apply(disclosure));
      }
      indexer.commit(generation);
    }
    EntrySearcher searcher = LuceneSearcher.open(segments);
    Server server =
        Server.start(
            searcher, parser(), LEXICON, store, Metrics.standard(), drawer, Server.LOCAL, port);
    return new House(server, searcher, store, HttpClient.newHttpClient());
  }

  static QuestionParser parser() {
    return new QuestionParser(LEXICON, Metrics.standard());
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  String address() {
    return "http://127.0.0.1:" + server.port();
  }

  /** The answer to GET with these headers, each a name and a value. */
  HttpResponse<byte[]> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  HttpResponse<byte[]> send(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonNode json(String path) {
    return Json.tree(text(get(path)));
  }

  static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("").replace("; charset", ";charset");
  }

  @Override
  public void close() throws IOException {
    client.close();
    server.close();
    searcher.close();
    store.close();
  }
}
