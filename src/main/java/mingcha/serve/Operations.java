package mingcha.serve;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import mingcha.index.EntrySearcher;
import mingcha.index.EntrySearcher.Stats;
import mingcha.index.IndexProblem;
import mingcha.store.LedgerCounts;
import mingcha.store.Store;

/** How the server is: alive, ready, and in figures. */
final class Operations {
  private static final String START = "mingcha.start";

  private final EntrySearcher searcher;
  private final Store store;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  Operations(EntrySearcher searcher, Store store) {
    this.searcher = searcher;
    this.store = store;
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    index("mingcha.entries", "Entries that can be found", Stats::entries);
    index("mingcha.disclosures", "Disclosures that can be found", Stats::disclosures);
    files("read", LedgerCounts::read);
    files("empty", LedgerCounts::empty);
    files("failed", LedgerCounts::failed);
  }

  List<Route> routes() {
    return List.of(
        new Route("/healthz", List.of(), c -> Route.json(c, Map.of("status", "alive"))),
        new Route("/readyz", List.of(), this::ready),
        new Route("/metrics", List.of(), this::metrics));
  }

  void started(Context context) {
    context.attribute(START, System.nanoTime());
  }

  void ended(Context context, String route) {
    Long start = context.attribute(START);
    if (start != null) {
      Timer.builder("http.server.requests")
          .tag("route", route)
          .tag("status", Integer.toString(context.statusCode()))
          .publishPercentileHistogram()
          .register(registry)
          .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }
  }

  void close() {
    registry.close();
  }

  private void ready(Context context) {
    try {
      Stats stats = searcher.stats();
      Route.json(
          context,
          Map.of(
              "status", "ready", "entries", stats.entries(), "disclosures", stats.disclosures()));
    } catch (IOException | IndexProblem e) {
      throw ApiProblem.unavailable("the index cannot be asked: " + e.getMessage());
    }
  }

  private void metrics(Context context) {
    context.contentType("text/plain; version=0.0.4; charset=utf-8");
    context.header("Cache-Control", "no-store");
    context.result(registry.scrape());
  }

  private void index(String name, String description, ToDoubleFunction<Stats> figure) {
    Gauge.builder(name, searcher, s -> figure.applyAsDouble(statsOf(s)))
        .description(description)
        .register(registry);
  }

  /** Throws unchecked: Micrometer reports a gauge that cannot be read as NaN. */
  private static Stats statsOf(EntrySearcher searcher) {
    try {
      return searcher.stats();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void files(String outcome, ToDoubleFunction<LedgerCounts> figure) {
    Gauge.builder("mingcha.files", store, s -> figure.applyAsDouble(s.counts()))
        .description("Files by what became of them")
        .tag("outcome", outcome)
        .register(registry);
  }
}
