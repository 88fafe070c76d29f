package mingcha.serve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mingcha.disclosure.Disclosure;
import mingcha.store.LedgerCounts;
import mingcha.store.LedgerRow;
import mingcha.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * What is in the index, and what is not: a reader who finds nothing has to know whether there was
 * anything to find.
 *
 * @param years from the first to the last, those without a disclosure too
 * @param regions by province, the most disclosures first
 * @param gaps publishers with a year missing between two that are there
 * @param unread files that could not be read, and why
 */
record Coverage(
    int disclosures,
    int publishers,
    LedgerCounts files,
    List<Count> years,
    List<Count> regions,
    List<Count> types,
    int gapsTotal,
    List<Gap> gaps,
    int unreadTotal,
    List<Unread> unread) {

  /** So many are listed; the rest is counted. */
  private static final int MOST = 200;

  /** What to filter by, how it is called, and how many disclosures. */
  record Count(String value, String name, int count) {}

  /** A publisher and the years between its first and its last that are missing. */
  record Gap(String publisher, List<Integer> years, List<Integer> missing) {}

  /** A file that says nothing here. */
  record Unread(String file, String outcome, @Nullable String reason) {}

  static Coverage of(Store store) {
    List<Disclosure> all = store.disclosures();
    Map<Integer, Integer> years = new TreeMap<>();
    Map<String, Count> regions = new LinkedHashMap<>();
    Map<String, Count> types = new LinkedHashMap<>();
    Map<String, SortedSet<Integer>> published = new TreeMap<>();
    for (Disclosure each : all) {
      Integer year = each.year();
      String publisher = each.publisher();
      String code = each.regionCode();
      if (year != null) {
        years.merge(year, 1, Integer::sum);
      }
      if (publisher != null) {
        SortedSet<Integer> its = published.computeIfAbsent(publisher, p -> new TreeSet<>());
        if (year != null) {
          its.add(year);
        }
      }
      if (code != null && !each.region().isEmpty()) {
        count(regions, code.substring(0, 2) + "0000", each.region().getFirst());
      }
      if (each.type() != null) {
        count(types, each.type(), each.type());
      }
    }
    List<Gap> gaps = gaps(published);
    List<Unread> unread =
        store.ledger().stream()
            .filter(row -> !row.outcome().equals(LedgerRow.READ))
            .map(row -> new Unread(row.file(), row.outcome(), row.reason()))
            .toList();
    return new Coverage(
        all.size(),
        published.size(),
        store.counts(),
        filled(years),
        mostFirst(regions),
        mostFirst(types),
        gaps.size(),
        gaps.stream().limit(MOST).toList(),
        unread.size(),
        unread.stream().limit(MOST).toList());
  }

  private static void count(Map<String, Count> counts, String value, String name) {
    counts.merge(value, new Count(value, name, 1), (a, b) -> new Count(value, name, a.count + 1));
  }

  private static List<Count> mostFirst(Map<String, Count> counts) {
    return counts.values().stream()
        .sorted(Comparator.comparingInt(Count::count).reversed().thenComparing(Count::value))
        .toList();
  }

  private static List<Count> filled(Map<Integer, Integer> years) {
    List<Count> all = new ArrayList<>();
    if (!years.isEmpty()) {
      List<Integer> known = List.copyOf(years.keySet());
      for (int year = known.getFirst(); year <= known.getLast(); year++) {
        String name = Integer.toString(year);
        all.add(new Count(name, name, years.getOrDefault(year, 0)));
      }
    }
    return all;
  }

  private static List<Gap> gaps(Map<String, SortedSet<Integer>> published) {
    List<Gap> gaps = new ArrayList<>();
    published.forEach(
        (publisher, years) -> {
          List<Integer> missing = new ArrayList<>();
          for (int year = years.isEmpty() ? 0 : years.first();
              !years.isEmpty() && year < years.last();
              year++) {
            if (!years.contains(year)) {
              missing.add(year);
            }
          }
          if (!missing.isEmpty()) {
            gaps.add(new Gap(publisher, List.copyOf(years), missing));
          }
        });
    return gaps;
  }
}
