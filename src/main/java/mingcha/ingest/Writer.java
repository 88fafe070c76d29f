package mingcha.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mingcha.disclosure.Content;
import mingcha.index.EntryIndexer;
import mingcha.ingest.Parts.Part;
import mingcha.store.Joined;
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
   * What became of versions.
   *
   * @param rows of those that are done, by the seq of the version
   */
  record Written(Map<Long, LedgerRow> rows, List<Refused> refused) {}

  /** Writes these, in ascending order of seq, and then the rows of files without a version. */
  Written write(List<Planned> planned, List<LedgerRow> rows) throws IOException {
    Parts parts = new Parts(journal);
    List<Version> taken = new ArrayList<>();
    Map<Long, Set<Long>> beside = new LinkedHashMap<>();
    Map<Long, LedgerRow> told = new LinkedHashMap<>();
    List<Refused> refused = new ArrayList<>();
    for (Planned each : planned) {
      try {
        Part part = parts.add(each);
        replace(part, parts);
        taken.add(part.version());
        told.put(part.version().seq(), part.version().row());
        beside.put(part.version().seq(), part.beside());
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
      journal.indexed(taken);
    }
    refused.forEach(each -> journal.forget(each.version()));
    journal.done(taken.stream().filter(v -> v.state() != State.DONE).toList(), rows, beside);
    return new Written(told, refused);
  }

  /** Tells the ledger of versions that the index has already. */
  void told(List<Planned> planned) {
    Parts parts = new Parts(journal);
    for (Planned each : planned) {
      Part part = parts.add(each);
      journal.done(List.of(part.version()), List.of(), Map.of(part.version().seq(), part.beside()));
    }
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
    indexer.remove(disclosureId);
    indexer.commit(Math.max(indexer.committedSeq(), journal.lastSeq()));
    journal.removed(disclosureId);
  }
}
