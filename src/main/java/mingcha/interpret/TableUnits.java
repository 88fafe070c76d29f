package mingcha.interpret;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives a table that names no unit the one that most tables of its disclosure have. */
final class TableUnits {
  private TableUnits() {}

  static List<TableRegion> completed(List<TableRegion> regions) {
    Map<String, Integer> counts = new HashMap<>();
    for (TableRegion region : regions) {
      if (region.unit() != null) {
        counts.merge(region.unit(), 1, Integer::sum);
      }
    }
    if (counts.isEmpty()) {
      return regions;
    }
    String most =
        counts.entrySet().stream()
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .orElseThrow();
    return regions.stream()
        .map(region -> region.unit() == null ? region.withUnit(most) : region)
        .toList();
  }
}
