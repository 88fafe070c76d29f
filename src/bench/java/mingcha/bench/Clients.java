package mingcha.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import mingcha.bench.Mix.Asked;
import mingcha.bench.Mix.Kind;

/** Several clients that ask the mix over HTTP, each one question after the other. */
final class Clients {
  static final String HEADER =
      "| clients | answers | failed | answers/s | p50 ms | p99 ms | p99.9 ms |\n"
          + "|---|---|---|---|---|---|---|";

  private final URI address;
  private final List<Asked> asked =
      Mix.questions().stream().filter(a -> a.kind() != Kind.EXPORT).toList();

  /**
   * Clients of a server.
   *
   * @param address of the site, with a slash at its end
   */
  Clients(URI address) {
    this.address = address;
  }

  /** What came of it. */
  record Answers(Timings timings, int failed, double seconds) {
    String cells() {
      return String.format(
          Locale.ROOT,
          "%d | %d | %.0f | %s",
          timings.number(),
          failed,
          timings.number() / seconds,
          timings.clock());
    }
  }

  /** All questions once by each. */
  Answers once(int clients) throws InterruptedException, ExecutionException {
    return ask(clients, turn -> turn < asked.size());
  }

  /**
   * As long as a client goes on.
   *
   * @param goesOn is given how many it has asked
   */
  Answers ask(int clients, IntPredicate goesOn) throws InterruptedException, ExecutionException {
    Timings timings = new Timings();
    AtomicInteger failed = new AtomicInteger();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients);
        HttpClient http = HttpClient.newHttpClient()) {
      List<Callable<Void>> all = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        int first = i * asked.size() / clients;
        all.add(
            () -> {
              for (int turn = 0; goesOn.test(turn); turn++) {
                Asked each = asked.get((first + turn) % asked.size());
                boolean answered = timings.time(() -> isAnswered(http, each));
                failed.addAndGet(answered ? 0 : 1);
              }
              return null;
            });
      }
      for (Future<Void> client : threads.invokeAll(all)) {
        client.get();
      }
    }
    return new Answers(timings, failed.get(), (System.nanoTime() - start) / 1e9);
  }

  /** A connection that breaks is an answer that failed, not the end of the measurement. */
  private boolean isAnswered(HttpClient http, Asked question) {
    HttpRequest request = HttpRequest.newBuilder(address(question)).build();
    try {
      return http.send(request, BodyHandlers.ofByteArray()).statusCode() == 200;
    } catch (IOException e) {
      System.err.println(question + ": " + e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private URI address(Asked question) {
    String text = URLEncoder.encode(question.text(), StandardCharsets.UTF_8);
    String path =
        switch (question.kind()) {
          case SUGGEST -> "suggest?q=" + text;
          case FRAMES -> "frames/" + question.text();
          case FLAGSHIP, TEXT, TEXT_AND_CONDITION, CONDITION, FACETS, SORT, NEAR, EXPORT ->
              "search?q=" + text;
        };
    return address.resolve("api/" + path);
  }
}
