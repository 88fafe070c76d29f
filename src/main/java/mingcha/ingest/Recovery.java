package mingcha.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.index.EntryIndexer;
import mingcha.ingest.Writer.Planned;
import mingcha.store.Journal;
import mingcha.store.Store;
import mingcha.store.Version;
import mingcha.store.Version.State;
import org.jspecify.annotations.Nullable;

/**
 * Finishes what a killed run left. A version at or below the index's committed seq is in the index
 * and only has to be told, to alerts and to the ledger; one above is written again from the kept
 * content. That includes versions long done if the index has lost them: a deleted index comes back
 * by itself. Each writer has versions and a committed seq of its own.
 */
final class Recovery {
  private static final int AT_ONCE = 50;

  private final Journal journal;
  private final EntryIndexer indexer;
  private final Writer writer;

  Recovery(Journal journal, EntryIndexer indexer, Writer writer) {
    this.journal = journal;
    this.indexer = indexer;
    this.writer = writer;
  }

  /** Does it, and says how many versions it was about. */
  int run() throws IOException {
    long committed = indexer.committedSeq();
    List<Version> told = new ArrayList<>();
    List<Version> again = new ArrayList<>();
    Set<String> removed = new LinkedHashSet<>();
    for (Version version : journal.unfinished(committed)) {
      if (version.state() == State.REMOVING) {
        removed.add(version.disclosure().id());
      } else {
        (version.seq() <= committed ? told : again).add(version);
      }
    }
    for (int from = 0; from < told.size(); from += AT_ONCE) {
      finish(told.subList(from, Math.min(told.size(), from + AT_ONCE)), committed);
    }
    for (int from = 0; from < again.size(); from += AT_ONCE) {
      finish(again.subList(from, Math.min(again.size(), from + AT_ONCE)), committed);
    }
    for (String id : removed) {
      writer.remove(id);
    }
    return told.size() + again.size() + removed.size();
  }

  private void finish(List<Version> versions, long committed) throws IOException {
    List<Planned> planned = planned(versions);
    Leases.Held held = writer.hold(planned.stream().map(Planned::content).toList());
    try {
      // Another ingester may have read the same bytes meanwhile, and written them.
      Set<Long> left = new HashSet<>();
      journal.unfinished(committed).forEach(version -> left.add(version.seq()));
      planned.removeIf(each -> !left.contains(each.version().seq()));
      finishHeld(planned, committed);
    } finally {
      held.close();
    }
  }

  private void finishHeld(List<Planned> planned, long committed) throws IOException {
    if (planned.isEmpty()) {
      return;
    }
    if (planned.getFirst().version().seq() <= committed) {
      writer.told(planned);
    } else {
      writer.write(planned, writer.parts(planned), List.of());
    }
  }

  private List<Planned> planned(List<Version> versions) {
    List<Planned> planned = new ArrayList<>();
    for (Version version : versions) {
      Content content = content(version);
      if (content == null) {
        journal.forget(version); // Its file will be read again.
      } else {
        planned.add(new Planned(version, content));
      }
    }
    return planned;
  }

  private @Nullable Content content(Version version) {
    Store store = journal.store();
    Disclosure disclosure = version.disclosure();
    return (version.state() == State.RECHECKING
            ? store.whole(disclosure.id())
            : store.content(disclosure.sha256()))
        .orElse(null);
  }
}
