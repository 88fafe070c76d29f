package mingcha.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import mingcha.index.Histogram;
import mingcha.index.Schema;
import mingcha.query.MetricRef;
import mingcha.query.Question;

/**
 * Counts the figures of a metric by their size. An entry's least figure is below an edge where any
 * of its figures is, and its greatest at or above one where any is: so plain ranges count, and no
 * figure is rounded on the way.
 */
final class ClusterHistogram {
  private final Searches searches;
  private final Question question;
  private final ObjectNode query;
  private final String field;
  private final boolean least;

  ClusterHistogram(
      Searches searches, Question question, ObjectNode query, MetricRef metric, boolean least) {
    String key = Schema.key(metric);
    this.searches = searches;
    this.question = question;
    this.query = new Queries.Bool().filter(query).filter(Queries.term(Schema.HAS, key)).build();
    this.field = Schema.valueField(key);
    this.least = least;
  }

  Histogram count(boolean outOfHundred) throws IOException {
    JsonNode lowest = end(true);
    JsonNode highest = end(false);
    if (lowest.isMissingNode() || highest.isMissingNode()) {
      return new Histogram(List.of());
    }
    long[] edges = Histogram.edges(lowest.asLong(), highest.asLong(), outOfHundred);
    ObjectNode search = Searches.of(query);
    for (int i = 1; i < edges.length - 1; i++) {
      ObjectNode range =
          least
              ? Queries.range(field, Long.MIN_VALUE, edges[i] - 1)
              : Queries.range(field, edges[i], Long.MAX_VALUE);
      search.withObject("/aggs").putObject("edge" + i).set("filter", range);
    }
    JsonNode answer = searches.answer(Asked.of(question, search));
    long total = Searches.total(answer);
    long[] counts = new long[edges.length - 1];
    long before = 0;
    for (int i = 0; i < counts.length; i++) {
      long below = i == counts.length - 1 ? total : below(answer, i + 1, total);
      counts[i] = below - before;
      before = below;
    }
    return Histogram.of(edges, counts);
  }

  /** How many entries count below an edge. */
  private long below(JsonNode answer, int edge, long total) {
    long counted = answer.path("aggregations").path("edge" + edge).path("doc_count").asLong();
    return least ? counted : total - counted;
  }

  /** The value that counts of the first entry in ascending or descending order. */
  private JsonNode end(boolean ascending) throws IOException {
    ObjectNode search = Searches.of(query).put("size", 1);
    search
        .putArray("sort")
        .addObject()
        .set(Mapping.field(field), Searches.byValue(ascending, least));
    return searches
        .answer(Asked.of(question, search))
        .path("hits")
        .path("hits")
        .path(0)
        .path("sort")
        .path(0);
  }
}
