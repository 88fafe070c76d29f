package mingcha.index.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mingcha.text.Lexicon;

/**
 * The values of all facets, numbered from 0 as they are met, the same in every segment: counts are
 * added up by number, and what a value is called is worked out once.
 */
final class FacetLabels {
  private static final Pattern SEPARATOR = Pattern.compile(String.valueOf(EntryMapper.SEPARATOR));

  private final Map<String, Map<String, Integer>> numbers = new HashMap<>();
  private final List<FacetLabel> labels = new ArrayList<>();

  /** A value of a dimension; see {@link mingcha.index.Answer.FacetCount}. */
  record FacetLabel(String dimension, String value, List<String> path) {}

  /** The number of a value as it stands in the index. */
  synchronized int number(String dimension, String indexed) {
    return numbers
        .computeIfAbsent(dimension, d -> new HashMap<>())
        .computeIfAbsent(
            indexed,
            text -> {
              labels.add(label(dimension, text));
              return labels.size() - 1;
            });
  }

  /** All that are known so far. */
  synchronized List<FacetLabel> all() {
    return List.copyOf(labels);
  }

  static FacetLabel label(String dimension, String indexed) {
    List<String> parts = List.of(SEPARATOR.split(indexed));
    List<String> path = parts.subList(1, parts.size());
    return new FacetLabel(
        dimension, parts.getFirst(), dimension.equals(EntryMapper.SUBJECT) ? named(path) : path);
  }

  /** Subject codes with their names, which disclosures spell in many ways: 216 商业服务业等支出. */
  private static List<String> named(List<String> codes) {
    Lexicon lexicon = Lexicon.standard();
    return codes.stream()
        .map(code -> lexicon.subjectName(code).map(name -> code + " " + name).orElse(code))
        .toList();
  }
}
