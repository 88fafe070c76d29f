package mingcha.serve;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import mingcha.index.Answer.FacetCount;
import mingcha.index.EntrySearcher;
import mingcha.index.EntrySearcher.Slice;

/**
 * The values of a facet. A province has publishers by the thousand and most answers name them all:
 * an answer carries those with most entries, and here the others are found by a part of their name.
 */
final class FacetsApi {
  private static final String PUBLISHER = "publisher";
  private static final int MOST_PUBLISHERS = 100;
  private static final String NAME = "name";

  private final EntrySearcher searcher;
  private final SearchApi search;

  FacetsApi(EntrySearcher searcher, SearchApi search) {
    this.searcher = searcher;
    this.search = search;
  }

  List<Route> routes() {
    List<String> parameters =
        Stream.concat(SearchApi.questionParameters().stream(), Stream.of(NAME, "page", "size"))
            .toList();
    return List.of(new Route("/api/facets/{dimension}", parameters, this::values));
  }

  /** All values, but of publishers those with most entries. */
  static Map<String, List<FacetCount>> shown(Map<String, List<FacetCount>> facets) {
    Map<String, List<FacetCount>> shown = new TreeMap<>(facets);
    shown.computeIfPresent(
        PUBLISHER, (d, counts) -> counts.subList(0, Math.min(MOST_PUBLISHERS, counts.size())));
    return shown;
  }

  /** How many values each dimension has, those that are not told among them. */
  static Map<String, Integer> sizes(Map<String, List<FacetCount>> facets) {
    Map<String, Integer> sizes = new TreeMap<>();
    facets.forEach((dimension, counts) -> sizes.put(dimension, counts.size()));
    return sizes;
  }

  private void values(Context context) throws IOException {
    String dimension = context.pathParam("dimension");
    Paging paging = Paging.of(context);
    Map<String, List<FacetCount>> facets =
        searcher.search(search.question(context), new Slice(0, 0)).facets();
    List<FacetCount> counts = facets.get(dimension);
    if (counts == null) {
      throw ApiProblem.badParameter(
          "dimension",
          dimension,
          "the dimension is one of "
              + String.join(", ", new TreeMap<>(facets).keySet())
              + ", not '"
              + dimension
              + "'");
    }
    String name = Parameters.single(context, NAME);
    List<FacetCount> named = new ArrayList<>(counts);
    named.removeIf(count -> !isNamed(count, name));
    int from = Math.min(paging.slice().from(), named.size());
    int to = Math.min(from + paging.size(), named.size());
    Route.json(context, new FacetValues(dimension, named.size(), named.subList(from, to)));
  }

  private static boolean isNamed(FacetCount count, String name) {
    return count.value().contains(name) || count.path().getLast().contains(name);
  }

  /**
   * Values of a facet.
   *
   * @param total how many are so named
   */
  private record FacetValues(String dimension, int total, List<FacetCount> values) {}
}
