package mingcha.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import mingcha.bench.Mix.Asked;
import mingcha.bench.Mix.Kind;
import mingcha.disclosure.Metrics;
import mingcha.index.EntrySearcher;
import mingcha.index.lucene.LuceneSearcher;
import mingcha.query.QuestionParser;
import mingcha.sample.SampleWriter;
import mingcha.serve.PageDrawer;
import mingcha.serve.Server;
import mingcha.store.Store;
import mingcha.text.Lexicon;

/** Serves an index and asks the mix over HTTP, by one client and by sixteen at once. */
final class ClientsStep {
  private static final int ROUNDS = 1;

  private ClientsStep() {}

  /**
   * Prints what it found.
   *
   * @param args the folder that {@link IndexStep} wrote
   */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    Path folder = Path.of(args[0]);
    Lexicon lexicon = Lexicon.with(SampleWriter.divisions());
    Metrics metrics = Metrics.standard();
    QuestionParser parser = new QuestionParser(lexicon, metrics);
    try (EntrySearcher searcher = LuceneSearcher.open(folder.resolve("segments"));
        Store store = Store.open(folder.resolve("store"));
        Server server =
            Server.start(
                searcher, parser, lexicon, store, metrics, PageDrawer.NONE, Server.LOCAL, 0)) {
      ask(server.port(), 1);
      System.out.println("| clients | answers | failed | answers/s | p50 ms | p99 ms | p99.9 ms |");
      System.out.println("|---|---|---|---|---|---|---|");
      for (int clients : new int[] {1, 16}) {
        System.out.println("| " + clients + " | " + ask(server.port(), clients) + " |");
      }
    }
  }

  private static String ask(int port, int clients) throws InterruptedException, ExecutionException {
    Timings timings = new Timings();
    AtomicInteger failed = new AtomicInteger();
    List<Asked> asked = Mix.questions().stream().filter(a -> a.kind() != Kind.EXPORT).toList();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients);
        HttpClient http = HttpClient.newHttpClient()) {
      List<Callable<Void>> all = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        int first = i * asked.size() / clients;
        all.add(
            () -> {
              for (int turn = 0; turn < asked.size() * ROUNDS; turn++) {
                Asked each = asked.get((first + turn) % asked.size());
                HttpRequest request = HttpRequest.newBuilder(address(port, each)).build();
                int status = timings.time(() -> sent(http, request));
                failed.addAndGet(status == 200 ? 0 : 1);
              }
              return null;
            });
      }
      for (Future<Void> client : threads.invokeAll(all)) {
        client.get();
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return "%d | %d | %.0f | %s"
        .formatted(timings.number(), failed.get(), timings.number() / seconds, timings.clock());
  }

  private static int sent(HttpClient http, HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofByteArray()).statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static URI address(int port, Asked asked) {
    String text = URLEncoder.encode(asked.text(), StandardCharsets.UTF_8);
    String path =
        switch (asked.kind()) {
          case SUGGEST -> "suggest?q=" + text;
          case FRAMES -> "frames/" + asked.text();
          case FLAGSHIP, TEXT, TEXT_AND_CONDITION, CONDITION, FACETS, SORT, NEAR, EXPORT ->
              "search?q=" + text;
        };
    return URI.create("http://" + Server.LOCAL + ":" + port + "/api/" + path);
  }
}
