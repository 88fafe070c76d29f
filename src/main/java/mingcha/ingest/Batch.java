package mingcha.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
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
 * Files that are written together: a commit of the index costs tens of milliseconds, and those who
 * ask a large one meanwhile what had been worked out of it before, so it is shared. Nothing of a
 * batch is called done before the commit that carries its highest seq. Other ingesters write none
 * of its disclosures meanwhile; what they wrote of them before is seen here.
 */
final class Batch {
  private static final int DISCLOSURES = 100;
  private static final int ENTRIES = 30_000;
  private static final long NANOS = TimeUnit.SECONDS.toNanos(6);

  private final Journal journal;
  private final Writer writer;
  private final FileReader reader;
  private final Leases leases;
  private final List<Item> items = new ArrayList<>();
  private final Map<String, LedgerRow> byHash = new HashMap<>();
  private final long firstSeq;
  private long seq;
  private long since;
  private int entries;

  Batch(Journal journal, Writer writer, FileReader reader, Leases leases, long lastSeq) {
    this.journal = journal;
    this.writer = writer;
    this.reader = reader;
    this.leases = leases;
    this.seq = lastSeq;
    this.firstSeq = lastSeq + 1;
  }

  /** A file of the batch, with what is to be indexed of it, if anything and not dropped since. */
  private record Item(Found found, LedgerRow row, @Nullable Indexed indexed, boolean dropped) {
    Item(Found found, LedgerRow row, @Nullable Indexed indexed) {
      this(found, row, indexed, false);
    }
  }

  /**
   * What is to be indexed.
   *
   * @param rechecks the seq of the version whose file is as it was; 0 where a file was read
   * @param packed as it is to be kept; null where that depends on the other parts
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
  private record Indexed(
      long rechecks,
      Disclosure disclosure,
      Content content,
      String hints,
      byte @Nullable [] packed) {
    State state() {
      return rechecks > 0 ? State.RECHECKING : State.WRITING;
    }
  }

  void add(Found found, LedgerRow row) {
    add(new Item(found, row, null));
  }

  /** Adds a version whose file is as it was, and in whose disclosure something else was found. */
  void recheck(Version version, Content whole) {
    entries += whole.entries().size();
    Found found = new Found(version.row().root(), version.row().file(), journal.store().dataDir());
    add(
        new Item(
            found,
            version.row(),
            new Indexed(version.seq(), version.disclosure(), whole, version.hints(), null)));
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
      add(
          new Item(
              fresh.found(),
              fresh.row(),
              new Indexed(
                  0,
                  fresh.content().disclosure(),
                  fresh.content(),
                  fresh.hints(),
                  fresh.packed())));
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
    List<Content> contents =
        items.stream().map(Item::indexed).filter(Objects::nonNull).map(Indexed::content).toList();
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
    Indexed indexed = item.indexed();
    if (indexed == null) {
      return item;
    }
    if (indexed.rechecks() > 0) {
      List<Version> parts = journal.parts(indexed.disclosure().id());
      boolean same = !parts.isEmpty() && parts.getLast().seq() == indexed.rechecks();
      return same ? item : new Item(item.found(), item.row(), null, true);
    }
    LedgerRow first = written(indexed.disclosure().sha256());
    return first == null
        ? item
        : new Item(item.found(), FileReader.sameBytes(item.found(), first), null);
  }

  private List<LedgerRow> write() throws IOException {
    List<Planned> drafts = new ArrayList<>();
    List<LedgerRow> rows = new ArrayList<>();
    for (Item item : items) {
      if (item.indexed() != null) {
        drafts.add(new Planned(version(item.row(), item.indexed()), item.indexed().content()));
      } else if (!item.dropped()) {
        rows.add(item.row());
      }
    }
    Parts parts = writer.parts(drafts);
    for (Item item : items) {
      if (item.indexed() != null) {
        keep(item.indexed());
      }
    }
    List<Version> versions = journal.writing(seq, drafts.stream().map(Planned::version).toList());
    List<Planned> planned = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      planned.add(new Planned(versions.get(i), drafts.get(i).content()));
    }
    seq = versions.isEmpty() ? seq : versions.getLast().seq();
    Written result = writer.write(planned, parts, rows);
    // The versions of a batch are those of its items that have one, in order.
    Iterator<Version> told = versions.iterator();
    List<LedgerRow> written = new ArrayList<>();
    for (Item item : items) {
      written.add(
          item.indexed() == null
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

  private static Version version(LedgerRow row, Indexed of) {
    return new Version(0, of.state(), of.disclosure(), false, of.hints(), row);
  }

  private void keep(Indexed indexed) throws IOException {
    Disclosure disclosure = indexed.disclosure();
    if (indexed.packed() != null) {
      journal.keepContent(disclosure.sha256(), indexed.packed());
    } else if (journal.parts(disclosure.id()).size() > 1) {
      journal.keepWhole(disclosure.sha256(), Journal.pack(indexed.content()));
    } else {
      journal.keepContent(disclosure.sha256(), Journal.pack(indexed.content()));
    }
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
