package mingcha.index.opensearch;

import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Disclosure;
import mingcha.query.Filters;
import mingcha.query.Filters.RegionFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which shard an entry is in: by its year and its prefecture (the first four digits of 140500).
 * Provinces are too few and too unequal to fill shards evenly; a nation has some 340 prefectures,
 * which makes 3,400 values in ten years.
 */
final class Routes {
  private static final int PREFECTURE = 4;

  /** With more, nearly all shards would be asked. */
  private static final int MOST = 8;

  private Routes() {}

  static String of(Disclosure disclosure) {
    return route(disclosure.regionCode(), disclosure.year());
  }

  /** The routes that all answers to a filter lie on; empty where they may lie on any. */
  static List<String> of(Filters filters) {
    List<String> routes = new ArrayList<>();
    for (RegionFilter region : filters.regions()) {
      if (region.prefix().length() < PREFECTURE) {
        return List.of();
      }
      filters.years().forEach(year -> routes.add(route(region.prefix(), year)));
    }
    return routes.size() > MOST ? List.of() : routes.stream().distinct().toList();
  }

  private static String route(@Nullable String code, @Nullable Integer year) {
    String prefecture =
        code == null || code.length() < PREFECTURE ? "" : code.substring(0, PREFECTURE);
    return year == null ? prefecture + "-" : prefecture + "-" + year;
  }
}
