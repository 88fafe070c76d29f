package mingcha.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mingcha.disclosure.EntryKind;
import mingcha.index.Answer.Hit;

/**
 * The passages of a page, those of one disclosure together: where its best stands, so that one
 * report that speaks of a thing in ten places is read as one answer.
 */
public final class Grouped {
  private Grouped() {}

  /** In the order of the best of each. */
  public static List<Hit> byDisclosure(List<Hit> hits) {
    Map<String, List<Hit>> groups = new LinkedHashMap<>();
    for (Hit hit : hits) {
      boolean passage = hit.entry().kind() == EntryKind.PASSAGE;
      String group = passage ? hit.entry().disclosure().id() : "entry " + hit.entry().id();
      groups.computeIfAbsent(group, g -> new ArrayList<>()).add(hit);
    }
    return groups.values().stream().flatMap(List::stream).toList();
  }
}
