package mingcha.index.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mingcha.index.FacetLabel;

/**
 * The values of all facets, numbered from 0 as they are met, the same in every segment: counts are
 * added up by number, and what a value is called is worked out once.
 */
final class FacetLabels {
  private final Map<String, Map<String, Integer>> numbers = new HashMap<>();
  private final List<FacetLabel> labels = new ArrayList<>();

  /** The number of a value as it stands in the index. */
  synchronized int number(String dimension, String indexed) {
    return numbers
        .computeIfAbsent(dimension, d -> new HashMap<>())
        .computeIfAbsent(
            indexed,
            text -> {
              labels.add(FacetLabel.of(dimension, text));
              return labels.size() - 1;
            });
  }

  /** All that are known so far. */
  synchronized List<FacetLabel> all() {
    return List.copyOf(labels);
  }
}
