package mingcha.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Content;
import mingcha.index.EntryIndexer;
import mingcha.store.Journal;
import mingcha.store.LedgerRow;
import mingcha.store.StoreProblem;
import mingcha.store.Version;
import mingcha.store.Version.State;

/**
 * Brings versions that the store knows as {@code writing} into the index and the ledger: replace,
 * commit with the seq, {@code indexed}, {@code done}. Whatever of this a power cut leaves out,
 * {@link Recovery} does.
 */
final class Writer {
  private final Journal journal;
  private final EntryIndexer indexer;

  Writer(Journal journal, EntryIndexer indexer) {
    this.journal = journal;
    this.indexer = indexer;
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
    List<Version> taken = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    for (Planned each : planned) {
      try {
        replace(each);
        taken.add(each.version());
      } catch (RuntimeException e) {
        if (e instanceof StoreProblem || StoreProblem.diskFull(e)) {
          throw e;
        }
        refused.add(new Refused(each.version(), e));
      }
    }
    if (!planned.isEmpty()) {
      indexer.commit(planned.getLast().version().seq());
      journal.indexed(taken);
    }
    refused.forEach(each -> journal.forget(each.version()));
    journal.done(taken.stream().filter(v -> v.state() != State.DONE).toList(), rows);
    return refused;
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
    indexer.remove(disclosureId);
    indexer.commit(Math.max(indexer.committedSeq(), journal.lastSeq()));
    journal.removed(disclosureId);
  }
}
