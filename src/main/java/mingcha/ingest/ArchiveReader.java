package mingcha.ingest;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import mingcha.extract.Outcome.Empty;
import mingcha.extract.Unpacked;
import mingcha.extract.Unpacked.Lost;
import mingcha.extract.Unpacked.Member;
import mingcha.extract.Unpacked.Opened;
import mingcha.ingest.Read.Told;
import mingcha.ingest.Read.Unchanged;
import mingcha.ingest.Scanner.Found;
import mingcha.store.LedgerRow;
import mingcha.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Opens archives. Each is opened whenever it is offered, also one that has not changed: which of
 * its files are read already is said of each by its own row, so that a run that was killed in the
 * middle of one, or a disclosure that was removed, needs no rule of its own. Used by several
 * threads.
 */
final class ArchiveReader {
  /** In the data directory: what is unpacked and not read yet. */
  static final String FOLDER = "unpacked";

  private final Store store;
  private final Pipeline pipeline;
  private final FileReader reader;
  private final Path folder;
  private final AtomicLong opened = new AtomicLong();

  /**
   * Opens none yet.
   *
   * @param folder that nobody else unpacks into
   */
  ArchiveReader(Store store, Pipeline pipeline, FileReader reader, Path folder) {
    this.store = store;
    this.pipeline = pipeline;
    this.reader = reader;
    this.folder = folder.toAbsolutePath();
  }

  /** Opens an archive; null where it is none. */
  @Nullable Read open(Found found, String sha256) {
    long start = System.nanoTime();
    Path own = folder.resolve(Long.toString(opened.incrementAndGet()));
    boolean toBeRead = false;
    try {
      Unpacked unpacked = pipeline.extractor().unpack(found.path(), found.file(), own);
      if (unpacked == null) {
        return null;
      }
      List<Read> told = new ArrayList<>();
      List<Found> inner = new ArrayList<>();
      told.add(told(found, row(found, sha256, unpacked.self(), FileReader.millis(start))));
      for (Member member : unpacked.members()) {
        String name = found.file() + "!/" + member.name();
        if (member instanceof Unpacked.File file) {
          inner.add(new Found(found.root(), name, file.path()));
        } else {
          Found within = new Found(found.root(), name, found.path());
          told.add(told(within, row(within, null, member, 0)));
        }
      }
      toBeRead = !inner.isEmpty();
      // As in a folder: the run's result must not depend on the order of packing.
      inner.sort(Comparator.comparing(Found::file));
      return new Read.Opened(found, told, inner);
    } finally {
      if (!toBeRead) {
        Folders.sweep(own);
      }
    }
  }

  private LedgerRow row(Found found, @Nullable String sha256, Member member, long millis) {
    return switch (member) {
      case Lost lost -> reader.row(found, sha256, lost.failed(), millis);
      case Opened opened ->
          opened.files() == 0
              ? reader.row(found, sha256, new Empty("no files in it"), millis)
              : new LedgerRow(
                  found.file(),
                  LedgerRow.READ,
                  "an archive of " + opened.files() + (opened.files() == 1 ? " file" : " files"),
                  0,
                  millis,
                  sha256,
                  null,
                  null,
                  found.root(),
                  pipeline.version());
      case Unpacked.File file -> throw new IllegalArgumentException("to be read: " + file);
    };
  }

  /** What the ledger says already is not told again, unless it failed. */
  private Read told(Found found, LedgerRow row) {
    for (LedgerRow before : store.ledger(found.file())) {
      boolean same =
          before.root().equals(row.root())
              && before.outcome().equals(row.outcome())
              && String.valueOf(before.reason()).equals(row.reason())
              && String.valueOf(before.sha256()).equals(String.valueOf(row.sha256()));
      if (same && !row.outcome().equals(LedgerRow.FAILED)) {
        return new Unchanged(found);
      }
    }
    return new Told(found, row);
  }

  /** A file that was unpacked is needed no more when it has been read: its bytes are kept. */
  void done(Found found) {
    Path own = found.path().getParent();
    if (own == null || !own.startsWith(folder)) {
      return;
    }
    try {
      Files.deleteIfExists(found.path());
      Files.deleteIfExists(own);
    } catch (DirectoryNotEmptyException e) {
      // Others of the same archive are still to be read.
    } catch (IOException e) {
      System.getLogger(ArchiveReader.class.getName())
          .log(System.Logger.Level.DEBUG, "deleting " + found.path(), e);
    }
  }
}
