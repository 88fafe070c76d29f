package mingcha.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import mingcha.alert.AlertMatcher;
import mingcha.index.EntryIndexer;
import mingcha.ingest.Scanner.Found;
import mingcha.ingest.Scanner.Listing;
import mingcha.store.Journal;
import mingcha.store.Store;
import mingcha.store.StoreProblem;
import mingcha.store.Version;

/**
 * The writer of a data directory; one of several, where the index can have several ({@link
 * #openSeat}). For use by one thread; whoever opens it closes it.
 *
 * <p>It may be killed at any moment: opening it again finishes what was under way.
 */
public final class Ingester implements AutoCloseable {
  private final Path dataDir;
  private final Pipeline pipeline;
  private final WriterLock lock;
  private final Leases leases;
  private final SeatOpener opener;
  private final Path unpacked;
  private final Store store;
  private final Journal journal;
  private final EntryIndexer indexer;
  private final AlertMatcher alerts;
  private final Writer writer;
  private final Reserve reserve;
  private int recovered;

  /** How to open the index in a folder: {@code LuceneIndexer::open}. */
  @FunctionalInterface
  public interface IndexOpener {
    EntryIndexer open(Path segments) throws IOException;
  }

  /** How to open an index that can have several writers, as one of them. */
  @FunctionalInterface
  public interface SeatOpener {
    EntryIndexer open(Path segments, int seat) throws IOException;
  }

  private Ingester(Path dataDir, Pipeline pipeline, SeatOpener opener, boolean alone, Opened opened)
      throws IOException {
    this.dataDir = dataDir;
    this.pipeline = pipeline;
    this.opener = opener;
    this.lock = opened.lock();
    this.leases = opened.leases();
    this.store = opened.store();
    this.journal = store.journal(lock.seat());
    this.indexer = opened.indexer();
    this.alerts = opened.alerts();
    this.writer = new Writer(journal, pipeline, indexer, alerts, leases);
    this.reserve = new Reserve(dataDir);
    this.unpacked = dataDir.resolve(ArchiveReader.FOLDER + (alone ? "" : "-" + lock.seat()));
    reserve.hold();
    Folders.delete(unpacked);
    if (alone) {
      journal.adopt();
      journal.sweep();
    }
    this.recovered = new Recovery(journal, indexer, writer).run();
    finish(journal.writers());
  }

  /** What an ingester is made of. */
  private record Opened(
      WriterLock lock, Leases leases, Store store, EntryIndexer indexer, AlertMatcher alerts) {}

  /** Finishes what writers left that are not there any more. */
  private void finish(List<Integer> seats) throws IOException {
    for (int seat : seats) {
      if (seat != lock.seat()) {
        try (FileLock free = lock.tryOther(seat)) {
          if (free != null) {
            recovered += finish(seat);
          }
        }
      }
    }
  }

  private int finish(int seat) throws IOException {
    try (EntryIndexer theirs = opener.open(segments(dataDir), seat)) {
      Journal left = store.journal(seat);
      return new Recovery(left, theirs, new Writer(left, pipeline, theirs, alerts, leases)).run();
    }
  }

  /**
   * Takes the writer's lock, opens store and index, and finishes what a killed run left.
   *
   * @throws IngestProblem if another process writes, naming it, or the disk is full
   * @throws StoreProblem if the store is of another version
   * @throws mingcha.index.IndexProblem if the index is
   */
  public static Ingester open(Path dataDir, Pipeline pipeline, IndexOpener opener) {
    return open(dataDir, pipeline, (segments, seat) -> opener.open(segments), true, false);
  }

  /**
   * The same, but throws the index away and makes it anew from the kept contents: for an index of
   * another schema, or a damaged one.
   */
  public static Ingester openAfresh(Path dataDir, Pipeline pipeline, IndexOpener opener) {
    return open(dataDir, pipeline, (segments, seat) -> opener.open(segments), true, true);
  }

  /**
   * Opens as one of several ingesters, each in a process of its own. They may be given the same
   * files: each file is read by one of them, and each disclosure written by one at a time. What one
   * left that was killed the others finish.
   *
   * @throws IngestProblem if a process writes that must be alone, naming it, or the disk is full
   */
  public static Ingester openSeat(Path dataDir, Pipeline pipeline, SeatOpener opener) {
    return open(dataDir, pipeline, opener, false, false);
  }

  private static Path segments(Path dataDir) {
    return dataDir.resolve("segments");
  }

  private static Ingester open(
      Path dataDir, Pipeline pipeline, SeatOpener opener, boolean alone, boolean afresh) {
    List<AutoCloseable> opened = new ArrayList<>();
    boolean done = false;
    try {
      WriterLock lock = alone ? WriterLock.take(dataDir) : WriterLock.takeSeat(dataDir);
      opened.add(lock);
      Leases leases = Leases.open(dataDir);
      opened.add(leases);
      Store store = Store.open(dataDir);
      opened.add(store);
      if (afresh) {
        Folders.delete(segments(dataDir));
      }
      EntryIndexer indexer = opener.open(segments(dataDir), lock.seat());
      opened.add(indexer);
      AlertMatcher alerts = AlertMatcher.over(store, Clock.systemUTC());
      opened.add(alerts);
      Ingester ingester =
          new Ingester(
              dataDir, pipeline, opener, alone, new Opened(lock, leases, store, indexer, alerts));
      done = true;
      return ingester;
    } catch (IOException | StoreProblem e) {
      if (StoreProblem.diskFull(e)) {
        throw new IngestProblem(
            "no space left on the disk of " + dataDir + ": free some, then run again", e);
      }
      throw e instanceof StoreProblem problem
          ? problem
          : new IngestProblem("cannot open " + dataDir + ": " + e.getMessage(), e);
    } finally {
      if (!done) {
        closeAll(opened.reversed());
      }
    }
  }

  /**
   * Reads files, and folders with all below them. A file that was read before and has not changed
   * is passed over; whatever is wrong with one is a row of the ledger and stops no other.
   */
  public Summary ingest(List<Path> paths, Manifest manifest, Progress progress) {
    Listing listing = Scanner.scan(paths, dataDir);
    listing.missing().forEach(path -> progress.note("there is no " + path));
    unmatched(manifest, listing)
        .forEach(f -> progress.note("the manifest names " + f + ", which is not among the files"));
    FileReader reader = reader(manifest);
    Summary summary = over(listing, reader, reader::read, progress);
    Folders.sweep(unpacked);
    return summary;
  }

  /** Reads the kept originals of all disclosures again, whatever version read them. */
  public Summary reindex(Progress progress) {
    Map<Found, Version> versions = new LinkedHashMap<>();
    for (Version version : journal.current()) {
      String sha256 = version.disclosure().sha256();
      Path original = store.original(sha256).orElse(dataDir.resolve("originals").resolve(sha256));
      versions.put(new Found(version.row().root(), version.row().file(), original), version);
    }
    FileReader reader = reader(Manifest.NONE);
    Summary summary =
        over(
            new Listing(List.copyOf(versions.keySet()), List.of()),
            reader,
            found -> reader.reread(found, java.util.Objects.requireNonNull(versions.get(found))),
            progress);
    if (summary.stopped() == null) {
      publish();
    }
    return summary;
  }

  private void publish() {
    try {
      indexer.publish();
    } catch (IOException e) {
      throw new IngestProblem(
          "the new index cannot take the place of the old: " + e.getMessage(), e);
    }
  }

  /** Reads and writes a listing, then holds what was written against the years beside it. */
  private Summary over(
      Listing listing, FileReader reader, Function<Found, Read> read, Progress progress) {
    long before = lastSeq();
    Summary summary =
        new Run(journal, batch(reader), reserve, progress, leases, this::finishOthers)
            .over(listing, read);
    if (summary.stopped() == null && lastSeq() > before) {
      try {
        Batch batch = batch(reader);
        new Continuity(journal, pipeline.years()).since(before, batch);
        batch.flush();
      } catch (IOException | RuntimeException e) {
        progress.note("the years could not be held against each other: " + e.getMessage());
      }
    }
    return summary;
  }

  private FileReader reader(Manifest manifest) {
    return new FileReader(journal, pipeline, manifest, leases, unpacked);
  }

  private Batch batch(FileReader reader) {
    return new Batch(journal, writer, reader, leases, lastSeq());
  }

  private void finishOthers() throws IOException {
    finish(journal.unfinishedWriters());
  }

  private long lastSeq() {
    return Math.max(journal.lastSeq(), committedSeq());
  }

  private long committedSeq() {
    try {
      return indexer.committedSeq();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes a disclosure out of the index and the store, with its originals. Its files are read again
   * when they are offered again.
   *
   * @return false if there is none of this id
   */
  public boolean remove(String disclosureId) throws IOException {
    if (!journal.removing(disclosureId)) {
      return false;
    }
    writer.remove(disclosureId);
    return true;
  }

  /** How many versions a killed run had left unfinished; they are finished now. */
  public int recovered() {
    return recovered;
  }

  /** The store, open as long as this is. */
  public Store store() {
    return store;
  }

  /**
   * Copies a data directory while nobody writes to it.
   *
   * @param target a folder that is empty or not there
   * @throws IngestProblem if another process writes, or the target cannot be used
   */
  public static void backup(Path dataDir, Path target) {
    try (Store store = Store.openReadOnly(dataDir)) {
      WriterLock lock = WriterLock.take(dataDir);
      try {
        Backup.copy(store, dataDir, target);
      } finally {
        lock.close();
      }
    } catch (IOException e) {
      throw new IngestProblem("cannot back up to " + target + ": " + e.getMessage(), e);
    }
  }

  private static Set<String> unmatched(Manifest manifest, Listing listing) {
    Set<String> names = new java.util.TreeSet<>(manifest.files());
    Set<String> found = new HashSet<>();
    listing.files().forEach(file -> found.add(file.file()));
    names.removeAll(found);
    names.removeIf(name -> name.contains("!/") && found.contains(name.split("!/", 2)[0]));
    return names;
  }

  @Override
  public void close() {
    closeAll(List.of(alerts, indexer, store, leases, lock));
  }

  /**
   * After a full disk the index is closed already, and may complain; what counts is on the disk.
   */
  private static void closeAll(List<AutoCloseable> opened) {
    for (AutoCloseable each : opened) {
      try {
        each.close();
      } catch (Exception e) {
        System.getLogger(Ingester.class.getName())
            .log(System.Logger.Level.DEBUG, "closing " + each, e);
      }
    }
  }
}
