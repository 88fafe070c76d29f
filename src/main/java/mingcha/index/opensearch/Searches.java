package mingcha.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import mingcha.disclosure.Entry;
import mingcha.index.IndexUnavailable;
import mingcha.index.Schema;
import mingcha.index.opensearch.Views.View;
import mingcha.query.Question;
import mingcha.query.Sort;
import mingcha.wire.Json;

/** Searches of one index, and what they find. */
final class Searches {
  /** So many at a time where all are asked for. */
  private static final int BATCH = 2_000;

  private static final String KEPT_ALIVE = "2m";

  private static final int NOT_FOUND = 404;
  private static final int ERROR = 300;

  private final Cluster cluster;
  private final Views views;

  Searches(Cluster cluster) {
    this.cluster = cluster;
    this.views = new Views(cluster);
  }

  /** A search of what a query matches: counted exactly, no hits yet. */
  static ObjectNode of(ObjectNode query) {
    ObjectNode search = Json.mapper().createObjectNode();
    search.put("track_total_hits", true).put("size", 0);
    search.set("query", query);
    return search;
  }

  JsonNode answer(Asked asked) throws IOException {
    return answers(List.of(asked)).getFirst();
  }

  /**
   * The answers to several searches, in one request. An index that nobody has written yet holds
   * nothing. What one of its shards cannot answer is asked again: part of an answer is none.
   *
   * @throws IndexUnavailable where the cluster, or one of its shards, does not answer
   */
  List<JsonNode> answers(List<Asked> all) throws IOException {
    Patience left = cluster.patience();
    while (true) {
      Optional<View> view = views.now();
      if (view.isEmpty()) {
        return Collections.nCopies(all.size(), Json.mapper().createObjectNode());
      }
      JsonNode reply = cluster.ask("POST", "/_msearch", Map.of(), lines(all, view.get()));
      List<JsonNode> answers = new ArrayList<>();
      reply.path("responses").forEach(answers::add);
      Optional<JsonNode> failed =
          answers.stream().filter(each -> each.path("status").asInt() >= ERROR).findFirst();
      if (failed.isEmpty()) {
        return answers;
      }
      tryAgain(failed.get(), left);
    }
  }

  private void tryAgain(JsonNode failed, Patience left) throws IOException {
    int status = failed.path("status").asInt();
    String why = failed.path("error").path("reason").asText();
    if (status == NOT_FOUND) {
      views.forget();
    } else if (!Cluster.isBusy(status)) {
      throw new IOException(
          "the cluster " + cluster.address() + " cannot answer: " + failed.path("error"));
    }
    if (!left.again(why)) {
      throw cluster.unavailable(why, null);
    }
  }

  private static String lines(List<Asked> all, View view) {
    StringBuilder lines = new StringBuilder();
    for (Asked asked : all) {
      ObjectNode header = Json.mapper().createObjectNode();
      header.put("index", view.index()).put("search_type", asked.type());
      header.put("allow_partial_search_results", false);
      if (!asked.routes().isEmpty()) {
        header.put("routing", String.join(",", asked.routes()));
      }
      lines.append(header).append('\n').append(seen(asked.search(), view)).append('\n');
    }
    return lines.toString();
  }

  private static ObjectNode seen(ObjectNode search, View view) {
    ObjectNode seen = search.objectNode();
    seen.setAll(search);
    seen.set("query", view.seen((ObjectNode) search.path("query")));
    return seen;
  }

  static long total(JsonNode answer) {
    return answer.path("hits").path("total").path("value").asLong();
  }

  /** The best of what a query matches. */
  List<Entry> first(ObjectNode query, int most) throws IOException {
    ObjectNode search = of(query).put("size", most);
    search.set("sort", byRelevance());
    return entries(answer(Asked.scored(search)));
  }

  static List<Entry> entries(JsonNode answer) {
    List<Entry> entries = new ArrayList<>();
    for (JsonNode hit : answer.path("hits").path("hits")) {
      entries.add(entry(hit));
    }
    return entries;
  }

  /** All that a query matches, as it is when this is asked, whatever is written meanwhile. */
  void each(ObjectNode query, ArrayNode order, long most, Consumer<Entry> consumer)
      throws IOException {
    Optional<View> view = views.now();
    if (view.isEmpty()) {
      return;
    }
    Cluster.Reply opened = open(view.get());
    if (!opened.isFound()) {
      views.forget();
      view = views.now();
      if (view.isEmpty()) {
        return;
      }
      opened = open(view.get());
    }
    if (!opened.isGood()) {
      throw new IOException(
          "the cluster "
              + cluster.address()
              + " cannot hold its state for an export: "
              + opened.body().path("error"));
    }
    String point = opened.body().path("pit_id").asText();
    try {
      each(point, view.get().seen(query), order, most, consumer);
    } finally {
      ObjectNode closed = Json.mapper().createObjectNode();
      closed.putArray("pit_id").add(point);
      cluster.tell("DELETE", "/_search/point_in_time", Map.of(), closed.toString());
    }
  }

  private Cluster.Reply open(View view) throws IOException {
    return cluster.tell(
        "POST",
        "/" + view.index() + "/_search/point_in_time",
        Map.of("keep_alive", KEPT_ALIVE, "allow_partial_pit_creation", "false"),
        "");
  }

  private void each(
      String point, ObjectNode query, ArrayNode order, long most, Consumer<Entry> consumer)
      throws IOException {
    ObjectNode search = of(query).put("track_total_hits", false);
    search.putObject("pit").put("id", point).put("keep_alive", KEPT_ALIVE);
    search.set("sort", order);
    long left = most;
    while (left > 0) {
      search.put("size", Math.min(left, BATCH));
      Map<String, String> options =
          Map.of("search_type", "dfs_query_then_fetch", "allow_partial_search_results", "false");
      JsonNode answer = cluster.ask("POST", "/_search", options, search.toString());
      JsonNode hits = answer.path("hits").path("hits");
      for (JsonNode hit : hits) {
        consumer.accept(entry(hit));
        search.set("search_after", hit.path("sort"));
      }
      left = hits.isEmpty() ? 0 : left - hits.size();
    }
  }

  /** The order of a question; the id decides, so that pages never overlap. */
  static ArrayNode order(Question question) {
    ArrayNode order = byRelevance();
    Sort asked = question.sort();
    if (asked != null) {
      ObjectNode metric = Json.mapper().createObjectNode();
      metric.set(
          Mapping.field(Schema.valueField(Schema.key(asked.metric()))),
          byValue(asked.ascending(), asked.ascending()));
      order.insert(0, metric);
    }
    return order;
  }

  /**
   * By a metric, entries without it last.
   *
   * @param least whether an entry's least value counts, or its greatest
   */
  static ObjectNode byValue(boolean ascending, boolean least) {
    return Json.mapper()
        .createObjectNode()
        .put("order", ascending ? "asc" : "desc")
        .put("mode", least ? "min" : "max")
        .put("missing", "_last")
        .put("unmapped_type", "long");
  }

  private static ArrayNode byRelevance() {
    ArrayNode order = Json.mapper().createArrayNode();
    order.addObject().put("_score", "desc");
    order.addObject().putObject(Schema.ID).put("order", "asc").put("unmapped_type", "keyword");
    return order;
  }

  private static Entry entry(JsonNode hit) {
    return Json.read(
        hit.path("_source")
            .path(Mapping.ENTRY)
            .asText()
            .getBytes(java.nio.charset.StandardCharsets.UTF_8),
        Entry.class);
  }
}
