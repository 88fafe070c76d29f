package mingcha.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mingcha.alert.AlertMatcher;
import mingcha.alert.Arrival;
import mingcha.disclosure.Content;
import mingcha.index.EntryIndexer;
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

  Writer(Journal journal, EntryIndexer indexer, AlertMatcher alerts) {
    this.journal = journal;
    this.indexer = indexer;
    this.alerts = alerts;
    this.arrivals = new Arrivals(journal);
  }

  /** A version and what it says. */
  record Planned(Version version, Content content) {}

  /** A version that the index would not take, and why. */
  record Refused(Version version, RuntimeException why) {}

  /**
   * Writes these, in ascending order of seq, and then the rows of files without a version.
   *
   * @return those that the index refused; the others are done
   */
  List<Refused> write(List<Planned> planned, List<LedgerRow> rows) throws IOException {
    List<Planned> taken = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    for (Planned each : planned) {
      try {
        replace(each);
        taken.add(each);
      } catch (RuntimeException e) {
        if (e instanceof StoreProblem || StoreProblem.diskFull(e)) {
          throw e;
        }
        refused.add(new Refused(each.version(), e));
      }
    }
    if (!planned.isEmpty()) {
      indexer.commit(planned.getLast().version().seq());
      journal.indexed(taken.stream().map(Planned::version).toList());
    }
    refused.forEach(each -> journal.forget(each.version()));
    done(taken.stream().filter(each -> each.version().state() != State.DONE).toList(), rows);
    return refused;
  }

  /**
   * Matches alerts with what the index holds now, and records that with the ledger; again, where an
   * alert was saved meanwhile.
   */
  void done(List<Planned> indexed, List<LedgerRow> rows) throws IOException {
    List<Version> versions = indexed.stream().map(Planned::version).toList();
    List<Arrival> news = arrivals.of(indexed);
    Tidings tidings;
    do {
      tidings = alerts.match(news);
    } while (!journal.done(versions, rows, tidings));
  }

  private void replace(Planned planned) throws IOException {
    Version version = planned.version();
    Version before = journal.find(version.disclosure().sha256());
    if (before != null
        && before.current()
        && !before.disclosure().id().equals(version.disclosure().id())) {
      // The same bytes are now recognised as another disclosure: leave no double.
      indexer.remove(before.disclosure().id());
    }
    indexer.replace(version.disclosure(), version.seq(), planned.content().entries());
  }

  /** Takes a disclosure out that the store knows as {@code removing}. */
  void remove(String disclosureId) throws IOException {
    // Before its content is gone; told twice it is recorded once.
    journal.store().outbox().tell(alerts.match(arrivals.withdrawn(disclosureId)));
    indexer.remove(disclosureId);
    indexer.commit(Math.max(indexer.committedSeq(), journal.lastSeq()));
    journal.removed(disclosureId);
  }
}
