package mingcha.index.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mingcha.index.FacetLabel;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The values of all facets, numbered from 0 as they are met, the same in every segment: counts are
 * added up by number, and what a value is called is worked out once.
 */
final class FacetLabels {
  private final Map<String, Map<String, Integer>> numbers = new HashMap<>();
  private final List<FacetLabel> labels = new ArrayList<>();
  private @Nullable List<FacetLabel> all;

  /** The numbers of the labels of a {@link LabelSet}. */
  synchronized int[] numbers(BytesRef set) {
    List<Integer> found = new ArrayList<>();
    LabelSet.read(set, (dimension, label) -> found.add(number(dimension, label)));
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  private int number(String dimension, String indexed) {
    return numbers
        .computeIfAbsent(dimension, d -> new HashMap<>())
        .computeIfAbsent(
            indexed,
            text -> {
              labels.add(FacetLabel.of(dimension, text));
              all = null;
              return labels.size() - 1;
            });
  }

  /** All that are known so far. */
  synchronized List<FacetLabel> all() {
    List<FacetLabel> known = all;
    if (known == null) {
      known = List.copyOf(labels);
      all = known;
    }
    return known;
  }

  synchronized FacetLabel label(int number) {
    return labels.get(number);
  }
}
