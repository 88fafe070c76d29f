package mingcha.ingest;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mingcha.ingest.Read.Broken;
import mingcha.ingest.Read.Fresh;
import mingcha.ingest.Read.Opened;
import mingcha.ingest.Read.Taken;
import mingcha.ingest.Read.Told;
import mingcha.ingest.Read.Unchanged;
import mingcha.ingest.Scanner.Found;
import mingcha.ingest.Scanner.Listing;
import mingcha.store.Journal;
import mingcha.store.LedgerRow;
import mingcha.store.StoreProblem;
import org.jspecify.annotations.Nullable;

/** One run over a listing: two workers read ahead, the calling thread writes in order. */
final class Run {
  private static final int WORKERS = 2;
  private static final int AHEAD = 16;
  private static final long PAUSE_MILLIS = 200;

  private final Journal journal;
  private final Batch batch;
  private final Reserve reserve;
  private final Progress progress;
  private final Leases leases;
  private final Others others;
  private final Map<String, Integer> reasons = new LinkedHashMap<>();
  private final long start = System.nanoTime();

  /** What came out of archives, before the files that are still to come. */
  private final Deque<Found> unpacked = new ArrayDeque<>();

  /** What other ingesters were reading when their turn came. */
  private final List<Found> taken = new ArrayList<>();

  private int files;
  private int read;
  private int unchanged;
  private int duplicates;
  private int empty;
  private int failed;
  private long entries;
  private @Nullable String stopped;

  /** The other ingesters of the data directory. */
  @FunctionalInterface
  interface Others {
    /** Finishes what those of them left that were killed. */
    void finish() throws IOException;
  }

  Run(
      Journal journal,
      Batch batch,
      Reserve reserve,
      Progress progress,
      Leases leases,
      Others others) {
    this.journal = journal;
    this.batch = batch;
    this.reserve = reserve;
    this.progress = progress;
    this.leases = leases;
    this.others = others;
  }

  Summary over(Listing listing, Function<Found, Read> reader) {
    files = listing.files().size();
    progress.started(files);
    ExecutorService workers =
        Executors.newFixedThreadPool(
            WORKERS, Thread.ofPlatform().name("reader-", 1).daemon().factory());
    try {
      readAll(listing.files().iterator(), reader, workers);
      flush();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop(e, "interrupted");
    } catch (IOException | RuntimeException e) {
      stop(e, e.getMessage());
    } finally {
      workers.shutdownNow();
    }
    return new Summary(
        files,
        read,
        unchanged,
        duplicates,
        empty,
        failed,
        entries,
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
        reasons,
        listing.missing(),
        stopped);
  }

  private void readAll(Iterator<Found> files, Function<Found, Read> reader, ExecutorService workers)
      throws IOException, InterruptedException {
    Deque<Future<Read>> ahead = new ArrayDeque<>();
    while (files.hasNext() || !unpacked.isEmpty() || !ahead.isEmpty()) {
      while ((files.hasNext() || !unpacked.isEmpty()) && ahead.size() < AHEAD) {
        Found next = unpacked.isEmpty() ? files.next() : unpacked.remove();
        ahead.add(workers.submit(() -> reader.apply(next)));
      }
      take(get(ahead.remove()));
      if (batch.due()) {
        flush();
      }
      if (!files.hasNext() && unpacked.isEmpty() && ahead.isEmpty() && !taken.isEmpty()) {
        flush();
        await();
      }
    }
  }

  /** A file that another has is done when that one says so, or free again when it was killed. */
  private void await() throws IOException, InterruptedException {
    Thread.sleep(PAUSE_MILLIS);
    others.finish();
    unpacked.addAll(taken);
    taken.clear();
  }

  private static Read get(Future<Read> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a reader failed: " + e.getCause(), e);
    }
  }

  private void take(Read next) throws IOException {
    switch (next) {
      case Unchanged same -> {
        unchanged++;
        leases.giveBack(same.found());
        progress.file(same.found().file(), null);
      }
      case Taken other -> taken.add(other.found());
      case Told told -> batch.add(told.found(), told.row());
      case Fresh fresh -> batch.add(fresh);
      case Opened opened -> {
        // As many more files, less the archive itself, which is among those told.
        files += opened.told().size() - 1 + opened.inner().size();
        unpacked.addAll(opened.inner());
        for (Read told : opened.told()) {
          take(told);
        }
      }
      case Broken broken -> {
        flush();
        batch.add(broken.found(), lost(broken.found()));
        throw new IOException(broken.problem().getMessage(), broken.problem());
      }
    }
  }

  /** A row that {@link Batch#abandon} turns into a failure. */
  private static LedgerRow lost(Found found) {
    return new LedgerRow(
        found.file(), LedgerRow.READ, null, 0, 0, null, null, null, found.root(), "");
  }

  private void flush() throws IOException {
    batch.flush().forEach(this::count);
  }

  private void count(LedgerRow row) {
    switch (row.outcome()) {
      case LedgerRow.READ -> {
        read++;
        entries += row.entries();
        duplicates += FileReader.duplicate(row) ? 1 : 0;
      }
      case LedgerRow.EMPTY -> empty++;
      default -> failed++;
    }
    if (row.reason() != null && !row.outcome().equals(LedgerRow.READ)) {
      reasons.merge(word(row.reason()), 1, Integer::sum);
    }
    progress.file(row.file(), row);
  }

  private static String word(String reason) {
    int colon = reason.indexOf(':');
    return colon < 0 ? reason : reason.substring(0, colon);
  }

  /** Ends the run. What is indexed is kept; what was on its way is told as failed, if it can be. */
  private void stop(Exception problem, @Nullable String message) {
    boolean full = StoreProblem.diskFull(problem);
    stopped =
        full
            ? "no space left on the disk of "
                + journal.store().dataDir()
                + ": what is indexed is kept; free some, then run again"
            : String.valueOf(message);
    try {
      if (full) {
        reserve.release();
      }
      List<LedgerRow> rows =
          batch.abandon(full ? "DISK_FULL: no space left on the disk" : "STOPPED: " + message);
      rows.forEach(this::count);
      journal.done(List.of(), rows);
    } catch (IOException | RuntimeException e) {
      progress.note("the ledger could not be told: " + e.getMessage());
    }
  }
}
