package mingcha.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import mingcha.disclosure.Entry;
import mingcha.index.Schema;
import mingcha.query.Question;
import mingcha.query.Sort;
import mingcha.wire.Json;

/** Searches of one index, and what they find. */
final class Searches {
  /** So many at a time where all are asked for. */
  private static final int BATCH = 2_000;

  private static final String KEPT_ALIVE = "2m";

  /** An index that nobody has written yet holds nothing. */
  private static final Map<String, String> OPTIONS =
      Map.of("ignore_unavailable", "true", "search_type", "dfs_query_then_fetch");

  private final Cluster cluster;

  Searches(Cluster cluster) {
    this.cluster = cluster;
  }

  /** A search of what a query matches: counted exactly, no hits yet. */
  static ObjectNode of(ObjectNode query) {
    ObjectNode search = Json.mapper().createObjectNode();
    search.put("track_total_hits", true).put("size", 0);
    search.set("query", query);
    return search;
  }

  JsonNode answer(ObjectNode search) throws IOException {
    return cluster.ask("POST", "/" + name() + "/_search", OPTIONS, search.toString());
  }

  /** The answers to several searches, in one request. */
  List<JsonNode> answers(List<ObjectNode> searches) throws IOException {
    StringBuilder body = new StringBuilder();
    ObjectNode header = Json.mapper().createObjectNode();
    header.put("ignore_unavailable", true).put("search_type", "dfs_query_then_fetch");
    searches.forEach(search -> body.append(header).append('\n').append(search).append('\n'));
    JsonNode reply = cluster.ask("POST", "/" + name() + "/_msearch", Map.of(), body.toString());
    List<JsonNode> answers = new ArrayList<>();
    for (JsonNode answer : reply.path("responses")) {
      if (answer.has("error")) {
        throw new IOException(
            "the cluster " + cluster.address() + " cannot answer: " + answer.path("error"));
      }
      answers.add(answer);
    }
    return answers;
  }

  static long total(JsonNode answer) {
    return answer.path("hits").path("total").path("value").asLong();
  }

  long count(ObjectNode query) throws IOException {
    return total(answer(of(query)));
  }

  /** The best of what a query matches. */
  List<Entry> first(ObjectNode query, int most) throws IOException {
    ObjectNode search = of(query).put("size", most);
    search.set("sort", byRelevance());
    return entries(answer(search));
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
    Cluster.Reply opened =
        cluster.tell(
            "POST", "/" + name() + "/_search/point_in_time", Map.of("keep_alive", KEPT_ALIVE), "");
    if (!opened.isFound()) {
      return;
    }
    String point = opened.body().path("pit_id").asText();
    try {
      each(point, query, order, most, consumer);
    } finally {
      ObjectNode closed = Json.mapper().createObjectNode();
      closed.putArray("pit_id").add(point);
      cluster.tell("DELETE", "/_search/point_in_time", Map.of(), closed.toString());
    }
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
      Map<String, String> options = Map.of("search_type", "dfs_query_then_fetch");
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

  private String name() {
    return cluster.address().name();
  }
}
