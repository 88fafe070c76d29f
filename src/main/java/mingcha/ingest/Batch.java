package mingcha.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mingcha.disclosure.Content;
import mingcha.ingest.Read.Fresh;
import mingcha.ingest.Scanner.Found;
import mingcha.ingest.Writer.Planned;
import mingcha.ingest.Writer.Refused;
import mingcha.ingest.Writer.Written;
import mingcha.store.Journal;
import mingcha.store.LedgerRow;
import mingcha.store.Version;
import mingcha.store.Version.State;
import org.jspecify.annotations.Nullable;

/**
 * Files that are written together: a commit of the index costs tens of milliseconds, so it is
 * shared. Nothing of a batch is called done before the commit that carries its highest seq. Other
 * ingesters write none of its disclosures meanwhile; what they wrote of them before is seen here.
 */
final class Batch {
  private static final int DISCLOSURES = 50;
  private static final int ENTRIES = 20_000;
  private static final long NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Journal journal;
  private final Writer writer;
  private final FileReader reader;
  private final Leases leases;
  private final boolean checkedAgain;
  private final List<Item> items = new ArrayList<>();
  private final Map<String, LedgerRow> byHash = new HashMap<>();
  private final long firstSeq;
  private long seq;
  private long since;
  private int entries;

  /**
   * Begins with nothing.
   *
   * @param checkedAgain whether it is of contents that are there already, and were only checked
   *     again: what another ingester has replaced meanwhile is dropped
   */
  Batch(
      Journal journal,
      Writer writer,
      FileReader reader,
      Leases leases,
      long lastSeq,
      boolean checkedAgain) {
    this.journal = journal;
    this.writer = writer;
    this.reader = reader;
    this.leases = leases;
    this.checkedAgain = checkedAgain;
    this.seq = lastSeq;
    this.firstSeq = lastSeq + 1;
  }

  /** A file of the batch, with what is to be indexed of it, if anything and not dropped since. */
  private record Item(Found found, LedgerRow row, List<Fresh> fresh, boolean dropped) {}

  void add(Found found, LedgerRow row) {
    add(new Item(found, row, List.of(), false));
  }

  /** Adds a file to be indexed, unless this run has written one with the same bytes. */
  void add(Fresh fresh) {
    String sha256 = fresh.content().disclosure().sha256();
    LedgerRow first = byHash.getOrDefault(sha256, written(sha256));
    if (first != null) {
      add(fresh.found(), FileReader.sameBytes(fresh.found(), first));
    } else {
      byHash.put(sha256, fresh.row());
      entries += fresh.content().entries().size();
      add(new Item(fresh.found(), fresh.row(), List.of(fresh), false));
    }
  }

  /** The second of two may have been read ahead before the first was written. */
  private @Nullable LedgerRow written(String sha256) {
    Version version = journal.find(sha256);
    return version == null || version.seq() < firstSeq ? null : version.row();
  }

  private void add(Item item) {
    if (items.isEmpty()) {
      since = System.nanoTime();
    }
    items.add(item);
  }

  /** Whether it is time to write. */
  boolean due() {
    return items.size() >= DISCLOSURES
        || entries >= ENTRIES
        || (!items.isEmpty() && System.nanoTime() - since > NANOS);
  }

  /** Writes all of it and gives the rows as the ledger has them now, in order. */
  List<LedgerRow> flush() throws IOException {
    List<Content> contents = new ArrayList<>();
    items.forEach(item -> item.fresh().forEach(fresh -> contents.add(fresh.content())));
    List<LedgerRow> rows;
    Leases.Held held = writer.hold(contents);
    try {
      items.replaceAll(this::asItIsNow);
      rows = write();
    } finally {
      held.close();
    }
    giveBack();
    clear();
    return rows;
  }

  /** What another ingester wrote since this was added counts as well. */
  private Item asItIsNow(Item item) {
    for (Fresh fresh : item.fresh()) {
      String sha256 = fresh.content().disclosure().sha256();
      LedgerRow first = written(sha256);
      Version known = journal.find(sha256);
      if (checkedAgain && (first != null || known == null || !known.current())) {
        return new Item(item.found(), item.row(), List.of(), true);
      }
      if (first != null && !checkedAgain) {
        return new Item(item.found(), FileReader.sameBytes(item.found(), first), List.of(), false);
      }
    }
    return item;
  }

  private List<LedgerRow> write() throws IOException {
    List<Version> drafts = new ArrayList<>();
    List<LedgerRow> rows = new ArrayList<>();
    for (Item item : items) {
      if (item.fresh().isEmpty() && !item.dropped()) {
        rows.add(item.row());
      }
      for (Fresh fresh : item.fresh()) {
        journal.keepContent(fresh.content().disclosure().sha256(), fresh.packed());
        drafts.add(version(fresh));
      }
    }
    List<Version> versions = journal.writing(seq, drafts);
    List<Planned> planned = new ArrayList<>();
    Iterator<Version> numbered = versions.iterator();
    for (Item item : items) {
      for (Fresh fresh : item.fresh()) {
        planned.add(new Planned(numbered.next(), fresh.content()));
      }
    }
    seq = versions.isEmpty() ? seq : versions.getLast().seq();
    Written result = writer.write(planned, rows);
    // The versions of a batch are those of its items that have one, in order.
    Iterator<Version> told = versions.iterator();
    List<LedgerRow> written = new ArrayList<>();
    for (Item item : items) {
      written.add(
          item.fresh().isEmpty()
              ? item.row()
              : result.rows().getOrDefault(told.next().seq(), item.row()));
    }
    return result.refused().isEmpty() ? written : told(written, result.refused());
  }

  private void giveBack() throws IOException {
    for (Item item : items) {
      leases.giveBack(item.found());
    }
  }

  private Version version(Fresh fresh) {
    return new Version(
        0, State.WRITING, fresh.content().disclosure(), false, fresh.hints(), fresh.row());
  }

  /** Replaces the rows of what the index refused, here and in the ledger. */
  private List<LedgerRow> told(List<LedgerRow> written, List<Refused> refused) {
    List<LedgerRow> result = new ArrayList<>(written);
    for (Refused each : refused) {
      LedgerRow row = each.version().row();
      LedgerRow failed =
          reader.row(
              new Found(row.root(), row.file(), journal.store().dataDir()),
              row.sha256(),
              LedgerRow.FAILED,
              "INTERNAL: the index refused it: " + FileReader.said(each.why()),
              row.millis());
      journal.done(List.of(), List.of(failed));
      result.replaceAll(r -> r.equals(row) ? failed : r);
    }
    return result;
  }

  /** Gives up: the rows to tell of files that could not be written. */
  List<LedgerRow> abandon(String reason) {
    List<LedgerRow> rows = new ArrayList<>();
    for (Item item : items) {
      LedgerRow row = item.row();
      boolean read = row.outcome().equals(LedgerRow.READ);
      rows.add(
          read
              ? reader.row(item.found(), row.sha256(), LedgerRow.FAILED, reason, row.millis())
              : row);
    }
    clear();
    return rows;
  }

  private void clear() {
    items.clear();
    byHash.clear();
    entries = 0;
  }
}
