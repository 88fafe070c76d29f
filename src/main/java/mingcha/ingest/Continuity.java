package mingcha.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.store.Journal;
import mingcha.store.Version;

/**
 * Holds disclosures, each with all its parts, against those of the years beside them, once a run
 * has written what it read: so the order in which they came makes no difference. What is found
 * belongs to the later of two, which is written again if that changed. A run that is killed before
 * this leaves it to {@code reindex}.
 */
final class Continuity {
  private final Journal journal;
  private final Pipeline.Years years;

  Continuity(Journal journal, Pipeline.Years years) {
    this.journal = journal;
    this.years = years;
  }

  /** One publisher's disclosures of one type and caliber. */
  private record Series(String publisher, String type, String caliber, String region) {}

  /** A dated disclosure; its parts may name the publisher or the caliber differently. */
  private record Dated(Version last, int year, Set<Series> series) {}

  /** Adds to the batch what has to be written again since this seq. */
  void since(long seq, Batch batch) throws IOException {
    List<Version> current = journal.current();
    Map<String, Set<Integer>> known = byPublisher(current);
    List<Dated> all = dated(current);
    Map<Series, TreeMap<Integer, Dated>> series = new HashMap<>();
    for (Dated each : all) {
      each.series()
          .forEach(s -> series.computeIfAbsent(s, k -> new TreeMap<>()).put(each.year(), each));
    }
    for (Dated after : all) {
      Optional<Dated> before =
          after.series().stream()
              .flatMap(
                  s ->
                      Stream.ofNullable(
                          Objects.requireNonNull(series.get(s)).lowerEntry(after.year())))
              .map(Map.Entry::getValue)
              .max(Comparator.comparingInt(Dated::year));
      if (before.isPresent() && (before.get().last().seq() > seq || after.last().seq() > seq)) {
        recheck(before.get().last(), after.last(), years(known, before.get(), after), batch);
      }
    }
  }

  /** By year, so that what is written again of one is there for the next. */
  private static List<Dated> dated(List<Version> current) {
    Map<String, Dated> dated = new LinkedHashMap<>();
    for (Version version : current) {
      Disclosure of = version.disclosure();
      if (of.publisher() != null && of.type() != null && of.year() != null) {
        Dated earlier = dated.get(of.id());
        Set<Series> series = new HashSet<>(earlier == null ? Set.of() : earlier.series());
        series.add(series(of));
        dated.put(of.id(), new Dated(version, of.year(), series));
      }
    }
    return dated.values().stream().sorted(Comparator.comparingInt(Dated::year)).toList();
  }

  private static Set<Integer> years(Map<String, Set<Integer>> known, Dated before, Dated after) {
    return Stream.concat(before.series().stream(), after.series().stream())
        .flatMap(s -> known.getOrDefault(s.publisher(), Set.of()).stream())
        .collect(Collectors.toSet());
  }

  private static Map<String, Set<Integer>> byPublisher(List<Version> current) {
    Map<String, Set<Integer>> years = new HashMap<>();
    for (Version version : current) {
      Disclosure disclosure = version.disclosure();
      if (disclosure.publisher() != null && disclosure.year() != null) {
        years.computeIfAbsent(disclosure.publisher(), p -> new HashSet<>()).add(disclosure.year());
      }
    }
    return years;
  }

  private void recheck(Version before, Version after, Set<Integer> known, Batch batch)
      throws IOException {
    Content earlier = journal.store().whole(before.disclosure().id()).orElse(null);
    Content later = journal.store().whole(after.disclosure().id()).orElse(null);
    if (earlier == null || later == null) {
      return;
    }
    List<Entry> entries = new ArrayList<>(later.entries());
    entries.removeIf(years::isBetweenYears);
    entries.addAll(years.findings(earlier, later, known));
    if (entries.equals(later.entries())) {
      return;
    }
    batch.recheck(after, later.with(entries));
    if (batch.due()) {
      batch.flush();
    }
  }

  private static Series series(Disclosure disclosure) {
    return new Series(
        String.valueOf(disclosure.publisher()),
        String.valueOf(disclosure.type()),
        String.valueOf(disclosure.caliber()),
        String.valueOf(disclosure.regionCode()));
  }
}
