package mingcha.serve;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mingcha.alert.AlertSettings;
import mingcha.alert.Feed;
import mingcha.alert.Feed.Found;
import mingcha.disclosure.Disclosure;
import mingcha.index.Answer.Hit;
import mingcha.index.EntrySearcher;
import mingcha.index.EntrySearcher.Slice;
import mingcha.query.Question;
import mingcha.store.AlertRow;
import mingcha.store.Store;

/** What is new, as Atom: of an alert, and of any search. */
final class Feeds {
  private static final int SHOWN = 100;

  /** Among so many of a search the newest are looked for. */
  private static final int LOOKED_AT = 2_000;

  private final AlertDesk desk;
  private final SearchApi search;
  private final EntrySearcher searcher;
  private final Store store;
  private final Feed feed;

  Feeds(
      AlertDesk desk,
      SearchApi search,
      EntrySearcher searcher,
      Store store,
      AlertSettings settings) {
    this.desk = desk;
    this.search = search;
    this.searcher = searcher;
    this.store = store;
    this.feed = new Feed(settings);
  }

  List<Route> routes() {
    List<String> parameters = new ArrayList<>(List.of("q"));
    parameters.addAll(SearchApi.OVERRIDES);
    return List.of(
        new Route("/feeds/search.atom", parameters, this::search),
        new Route("/feeds/alerts/{id}.atom", List.of(), this::alert));
  }

  private void alert(Context context) {
    AlertRow alert =
        desk.alerts()
            .find(context.pathParam("id"))
            .filter(AlertRow::atom)
            .orElseThrow(() -> ApiProblem.notFound("no alert has this feed"));
    send(context, feed.of(alert, desk.alerts().latest(alert, SHOWN)));
  }

  private void search(Context context) throws IOException {
    String text = Parameters.question(context);
    Map<String, List<String>> chosen = Parameters.given(context, SearchApi.OVERRIDES);
    Question question = search.question(text, chosen);
    Map<String, Instant> seen = new HashMap<>();
    List<Found> found = new ArrayList<>();
    for (Hit hit : searcher.search(question, new Slice(0, LOOKED_AT)).hits()) {
      Disclosure of = hit.entry().disclosure();
      Instant at = seen.computeIfAbsent(of.sha256(), sha256 -> seen(of));
      found.add(new Found(hit.entry(), hit.matched(), at));
    }
    found.sort(Comparator.comparing(Found::seen).reversed());
    String query = query(text, chosen);
    send(
        context,
        feed.of(
            text,
            "feeds/search.atom" + query,
            "search" + query,
            found.subList(0, Math.min(SHOWN, found.size()))));
  }

  /** When its bytes first came, else when it was published. */
  private Instant seen(Disclosure disclosure) {
    long millis = store.seen(disclosure);
    if (millis == 0 && disclosure.published() != null) {
      return disclosure.published().atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    return Instant.ofEpochMilli(millis);
  }

  private static String query(String text, Map<String, List<String>> chosen) {
    List<String> pairs = new ArrayList<>();
    pairs.add("q=" + encoded(text));
    chosen.forEach(
        (name, values) -> values.forEach(value -> pairs.add(name + "=" + encoded(value))));
    return "?" + pairs.stream().collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void send(Context context, byte[] atom) {
    context.contentType("application/atom+xml; charset=utf-8");
    context.header("Cache-Control", "no-cache");
    context.result(atom);
  }
}
