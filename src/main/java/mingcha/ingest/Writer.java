package mingcha.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mingcha.alert.AlertMatcher;
import mingcha.alert.Arrival;
import mingcha.disclosure.Content;
import mingcha.index.EntryIndexer;
import mingcha.ingest.Parts.Part;
import mingcha.store.Journal;
import mingcha.store.LedgerRow;
import mingcha.store.StoreProblem;
import mingcha.store.Tidings;
import mingcha.store.Version;
import mingcha.store.Version.State;

/**
 * Brings versions that the store knows as {@code writing} into the index and the ledger: replace,
 * commit with the seq, {@code indexed}, matches of alerts and {@code done}. Whatever of this a
 * power cut leaves out, {@link Recovery} does.
 */
final class Writer {
  private final Journal journal;
  private final Pipeline pipeline;
  private final EntryIndexer indexer;
  private final AlertMatcher alerts;
  private final Arrivals arrivals;
  private final Leases leases;

  Writer(
      Journal journal,
      Pipeline pipeline,
      EntryIndexer indexer,
      AlertMatcher alerts,
      Leases leases) {
    this.journal = journal;
    this.pipeline = pipeline;
    this.indexer = indexer;
    this.alerts = alerts;
    this.arrivals = new Arrivals(journal);
    this.leases = leases;
  }

  /**
   * Keeps all other ingesters from the disclosures that these may change: their own, and those that
   * their bytes were read as before. What is written next must be looked up after this.
   */
  Leases.Held hold(List<Content> contents) throws IOException {
    Set<String> ids = touched(contents);
    while (true) {
      Leases.Held held = leases.hold(ids);
      Set<String> now = touched(contents);
      if (ids.containsAll(now)) {
        return held;
      }
      held.close();
      ids.addAll(now);
    }
  }

  private Set<String> touched(List<Content> contents) {
    Set<String> ids = new HashSet<>();
    for (Content content : contents) {
      ids.add(content.disclosure().id());
      Version before = journal.find(content.disclosure().sha256());
      if (before != null) {
        ids.add(before.disclosure().id());
      }
    }
    return ids;
  }

  /** A version and what its file says; of one that is checked again, what its disclosure does. */
  record Planned(Version version, Content content) {}

  /** A version that the index would not take, and why. */
  record Refused(Version version, RuntimeException why) {}

  /**
   * What became of versions.
   *
   * @param rows of those that are done, by the seq of the version
   */
  record Written(Map<Long, LedgerRow> rows, List<Refused> refused) {}

  /** What there is of these disclosures, to be asked for before anything of them is kept. */
  Parts parts(List<Planned> planned) {
    Parts parts = new Parts(journal, pipeline);
    planned.forEach(each -> parts.know(each.version().disclosure().id()));
    return parts;
  }

  /**
   * Writes these, in ascending order of seq, and then the rows of files without a version.
   *
   * @param parts what there was
   */
  Written write(List<Planned> planned, Parts parts, List<LedgerRow> rows) throws IOException {
    List<Part> taken = new ArrayList<>();
    Map<Long, LedgerRow> told = new LinkedHashMap<>();
    List<Refused> refused = new ArrayList<>();
    for (Planned each : planned) {
      try {
        Part part = parts.add(each);
        keep(part, each);
        replace(part, parts);
        taken.add(part);
        told.put(part.version().seq(), part.version().row());
        part.beside()
            .forEach(
                (seq, entries) ->
                    told.computeIfPresent(seq, (s, r) -> r.with(r.reason(), entries)));
      } catch (RuntimeException e) {
        if (e instanceof StoreProblem || StoreProblem.diskFull(e)) {
          throw e;
        }
        parts.drop(each.version());
        refused.add(new Refused(each.version(), e));
      }
    }
    if (!planned.isEmpty()) {
      indexer.commit(planned.getLast().version().seq());
      journal.indexed(taken.stream().map(Part::version).toList());
    }
    refused.forEach(each -> journal.forget(each.version()));
    done(taken.stream().filter(part -> part.version().state() != State.DONE).toList(), rows);
    return new Written(told, refused);
  }

  /** Tells alerts and the ledger of versions that the index has already. */
  void told(List<Planned> planned) throws IOException {
    Parts parts = parts(planned);
    done(planned.stream().map(parts::add).toList(), List.of());
  }

  /**
   * Matches alerts with what the index holds now, and records that with the ledger; again, where an
   * alert was saved meanwhile.
   */
  private void done(List<Part> indexed, List<LedgerRow> rows) throws IOException {
    List<Version> versions = indexed.stream().map(Part::version).toList();
    Map<Long, Map<Long, Integer>> beside = new LinkedHashMap<>();
    indexed.forEach(part -> beside.put(part.version().seq(), part.beside()));
    List<Arrival> news = arrivals.of(indexed);
    Tidings tidings;
    do {
      tidings = alerts.match(news);
    } while (!journal.done(versions, rows, beside, tidings));
  }

  /** What the parts say together, or what the years have added to the one that is the whole. */
  private void keep(Part part, Planned planned) throws IOException {
    String sha256 = part.version().disclosure().sha256();
    if (!part.isAlone()) {
      journal.keepWhole(sha256, Journal.pack(part.whole()));
    } else if (!part.whole().equals(planned.content())) {
      journal.keepContent(sha256, Journal.pack(part.whole()));
    }
  }

  private void replace(Part part, Parts parts) throws IOException {
    Version version = part.version();
    Version before = journal.find(version.disclosure().sha256());
    if (before != null
        && before.current()
        && !before.disclosure().id().equals(version.disclosure().id())) {
      // The same bytes are now recognised as another disclosure: leave no double.
      Part others = parts.without(before);
      if (others == null) {
        indexer.remove(before.disclosure().id());
      } else {
        if (!others.isAlone()) {
          journal.keepWhole(others.version().disclosure().sha256(), Journal.pack(others.whole()));
        }
        put(others.whole(), version.seq());
      }
    }
    put(part.whole(), version.seq());
  }

  private void put(Content whole, long seq) throws IOException {
    indexer.replace(whole.disclosure(), seq, whole.entries());
  }

  /** Takes a disclosure out that the store knows as {@code removing}. */
  void remove(String disclosureId) throws IOException {
    Leases.Held held = leases.hold(List.of(disclosureId));
    try {
      removeHeld(disclosureId);
    } finally {
      held.close();
    }
  }

  private void removeHeld(String disclosureId) throws IOException {
    // Before its content is gone; told twice it is recorded once.
    journal.store().outbox().tell(alerts.match(arrivals.withdrawn(disclosureId)));
    indexer.remove(disclosureId);
    indexer.commit(Math.max(indexer.committedSeq(), journal.lastSeq()));
    journal.removed(disclosureId);
  }
}
