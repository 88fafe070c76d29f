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
import java.util.Set;
import java.util.stream.Collectors;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.ingest.Read.Fresh;
import mingcha.ingest.Scanner.Found;
import mingcha.store.Journal;
import mingcha.store.Version;

/**
 * Holds disclosures against those of the years beside them, once a run has written what it read: so
 * the order in which they came makes no difference. What is found belongs to the later of two,
 * which is written again if that changed. A run that is killed before this leaves it to {@code
 * reindex}.
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

  /** Adds to the batch what has to be written again since this seq. */
  void since(long seq, Batch batch) throws IOException {
    List<Version> current = journal.current();
    Map<String, Set<Integer>> known = byPublisher(current);
    Set<Series> touched =
        current.stream()
            .filter(v -> v.seq() > seq && isDated(v.disclosure()))
            .map(v -> series(v.disclosure()))
            .collect(Collectors.toSet());
    Map<Series, List<Version>> all = new LinkedHashMap<>();
    for (Version version : current) {
      if (isDated(version.disclosure()) && touched.contains(series(version.disclosure()))) {
        all.computeIfAbsent(series(version.disclosure()), s -> new ArrayList<>()).add(version);
      }
    }
    for (List<Version> each : all.values()) {
      each.sort(Comparator.comparing(v -> Objects.requireNonNull(v.disclosure().year())));
      for (int i = 1; i < each.size(); i++) {
        Version before = each.get(i - 1);
        Version after = each.get(i);
        if (before.seq() > seq || after.seq() > seq) {
          recheck(
              before,
              after,
              known.getOrDefault(String.valueOf(before.disclosure().publisher()), Set.of()),
              batch);
        }
      }
    }
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
    Content earlier = journal.store().content(before.disclosure().sha256()).orElse(null);
    Content later = journal.store().content(after.disclosure().sha256()).orElse(null);
    if (earlier == null || later == null) {
      return;
    }
    List<Entry> entries = new ArrayList<>(later.entries());
    entries.removeIf(years::isBetweenYears);
    entries.addAll(years.findings(earlier, later, known));
    if (entries.equals(later.entries())) {
      return;
    }
    Content checked = later.with(entries);
    Found found = new Found(after.row().root(), after.row().file(), journal.store().dataDir());
    batch.add(
        new Fresh(
            found,
            checked,
            Journal.pack(checked),
            after.hints(),
            after.row().with(after.row().reason(), entries.size())));
    if (batch.due()) {
      batch.flush();
    }
  }

  private static boolean isDated(Disclosure disclosure) {
    return disclosure.publisher() != null && disclosure.type() != null && disclosure.year() != null;
  }

  private static Series series(Disclosure disclosure) {
    return new Series(
        String.valueOf(disclosure.publisher()),
        String.valueOf(disclosure.type()),
        String.valueOf(disclosure.caliber()),
        String.valueOf(disclosure.regionCode()));
  }
}
