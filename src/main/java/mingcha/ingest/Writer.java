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
import mingcha.store.Joined;
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
  private final EntryIndexer indexer;
  private final AlertMatcher alerts;
  private final Arrivals arrivals;
  private final Leases leases;

  Writer(Journal journal, EntryIndexer indexer, AlertMatcher alerts, Leases leases) {
    this.journal = journal;
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

  /** A version and what it says. */
  record Planned(Version version, Content content) {}

  /** A version that the index would not take, and why. */
  record Refused(Version version, RuntimeException why) {}

  /**
   * What became of versions.
   *
   * @param rows of those that are done, by the seq of the version
   */
  record Written(Map<Long, LedgerRow> rows, List<Refused> refused) {}

  /** Writes these, in ascending order of seq, and then the rows of files without a version. */
  Written write(List<Planned> planned, List<LedgerRow> rows) throws IOException {
    Parts parts = new Parts(journal);
    List<Part> taken = new ArrayList<>();
    Map<Long, LedgerRow> told = new LinkedHashMap<>();
    List<Refused> refused = new ArrayList<>();
    for (Planned each : planned) {
      try {
        Part part = parts.add(each);
        replace(part, parts);
        taken.add(part);
        told.put(part.version().seq(), part.version().row());
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
    Parts parts = new Parts(journal);
    done(planned.stream().map(parts::add).toList(), List.of());
  }

  /**
   * Matches alerts with what the index holds now, and records that with the ledger; again, where an
   * alert was saved meanwhile.
   */
  private void done(List<Part> indexed, List<LedgerRow> rows) throws IOException {
    List<Version> versions = indexed.stream().map(Part::version).toList();
    Map<Long, Set<Long>> beside = new LinkedHashMap<>();
    indexed.forEach(part -> beside.put(part.version().seq(), part.beside()));
    List<Arrival> news = arrivals.of(indexed);
    Tidings tidings;
    do {
      tidings = alerts.match(news);
    } while (!journal.done(versions, rows, beside, tidings));
  }

  private void replace(Part part, Parts parts) throws IOException {
    Version version = part.version();
    Version before = journal.find(version.disclosure().sha256());
    if (before != null
        && before.current()
        && !before.disclosure().id().equals(version.disclosure().id())) {
      // The same bytes are now recognised as another disclosure: leave no double.
      List<Content> others = parts.without(before);
      if (others.isEmpty()) {
        indexer.remove(before.disclosure().id());
      } else {
        Content rest = Joined.content(others);
        indexer.replace(rest.disclosure(), version.seq(), rest.entries());
      }
    }
    Content whole = Joined.content(part.contents());
    indexer.replace(whole.disclosure(), version.seq(), whole.entries());
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
