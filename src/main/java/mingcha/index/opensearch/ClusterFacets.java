package mingcha.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mingcha.index.Answer.FacetCount;
import mingcha.index.FacetLabel;
import mingcha.index.Restrictions;
import mingcha.index.Schema;
import mingcha.query.Question;

/**
 * Counts of facets by aggregations. A dimension that the question filters by is counted as if it
 * did not, by a search of its own in the same request.
 */
final class ClusterFacets {
  /** A nation has more publishers than can be shown: the most frequent are. */
  private static final int MOST_VALUES = 10_000;

  private static final Comparator<FacetCount> ORDER =
      Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value);

  private final Question question;
  private final ClusterCompiler compiler;
  private final List<String> restricted = new ArrayList<>();

  ClusterFacets(Question question, ClusterCompiler compiler) {
    this.question = question;
    this.compiler = compiler;
    for (String dimension : Schema.DIMENSIONS) {
      if (!Restrictions.without(question, dimension).equals(question)) {
        restricted.add(dimension);
      }
    }
  }

  /** The question's own search, which counts what is not restricted, then one for each that is. */
  List<Asked> searches(ObjectNode own) {
    List<Asked> searches = new ArrayList<>(List.of(Asked.of(question, own)));
    Schema.DIMENSIONS.stream().filter(d -> !restricted.contains(d)).forEach(d -> count(own, d));
    for (String dimension : restricted) {
      Question without = Restrictions.without(question, dimension);
      ObjectNode search = Searches.of(compiler.compile(without)).put("track_total_hits", false);
      count(search, dimension);
      searches.add(Asked.of(without, search));
    }
    return searches;
  }

  private static void count(ObjectNode search, String dimension) {
    ObjectNode terms =
        search
            .withObject("/aggs")
            .putObject(dimension)
            .putObject("terms")
            .put("field", Schema.FACET + dimension)
            .put("size", MOST_VALUES);
    ArrayNode order = terms.putArray("order");
    order.addObject().put("_count", "desc");
    order.addObject().put("_key", "asc");
  }

  /** What the searches answered. */
  Map<String, List<FacetCount>> facets(List<JsonNode> answers) {
    Map<String, List<FacetCount>> facets = new TreeMap<>();
    for (String dimension : Schema.DIMENSIONS) {
      JsonNode answer = answers.get(restricted.indexOf(dimension) + 1);
      List<FacetCount> counts = new ArrayList<>();
      for (JsonNode bucket : answer.path("aggregations").path(dimension).path("buckets")) {
        FacetLabel label = FacetLabel.of(dimension, bucket.path("key").asText());
        counts.add(new FacetCount(label.path(), label.value(), bucket.path("doc_count").asLong()));
      }
      facets.put(dimension, counts.stream().sorted(ORDER).toList());
    }
    return facets;
  }
}
