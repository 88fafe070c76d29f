package mingcha.ingest;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import mingcha.disclosure.Content;
import mingcha.extract.Outcome;
import mingcha.extract.Outcome.Empty;
import mingcha.extract.Outcome.Extracted;
import mingcha.extract.Outcome.Failed;
import mingcha.extract.Outcome.Reason;
import mingcha.ingest.Read.Broken;
import mingcha.ingest.Read.Fresh;
import mingcha.ingest.Read.Taken;
import mingcha.ingest.Read.Told;
import mingcha.ingest.Read.Unchanged;
import mingcha.ingest.Scanner.Found;
import mingcha.interpret.Hints;
import mingcha.store.Journal;
import mingcha.store.LedgerRow;
import mingcha.store.Store;
import mingcha.store.StoreProblem;
import mingcha.store.Version;
import mingcha.wire.Json;
import org.jspecify.annotations.Nullable;

/** What a worker does with a file. Used by several threads. */
final class FileReader {
  private final ArchiveReader archives;
  private final Journal journal;
  private final Store store;
  private final Pipeline pipeline;
  private final Manifest manifest;
  private final Leases leases;

  /** What failed before this run is tried again; what fails meanwhile, with another, is not. */
  private final Set<LedgerRow> failedBefore;

  FileReader(Journal journal, Pipeline pipeline, Manifest manifest, Leases leases, Path unpacked) {
    this.archives = new ArchiveReader(journal.store(), pipeline, this, unpacked);
    this.journal = journal;
    this.leases = leases;
    this.failedBefore =
        journal.store().ledger().stream()
            .filter(row -> row.outcome().equals(LedgerRow.FAILED))
            .collect(Collectors.toSet());
    this.store = journal.store();
    this.pipeline = pipeline;
    this.manifest = manifest;
  }

  /**
   * Reads a file, unless it or another with the same bytes has been read, or another ingester reads
   * it. Never throws. Who gets anything but {@code Taken} gives the file back when the ledger has
   * been told.
   */
  Read read(Found found) {
    Read read = whole(found);
    if (!(read instanceof Taken)) {
      archives.done(found);
    }
    return read;
  }

  private Read whole(Found found) {
    long start = System.nanoTime();
    String sha256 = null;
    try {
      if (!leases.take(found)) {
        return new Taken(found);
      }
      if (!Files.isRegularFile(found.path())) {
        return told(found, null, pipeline.extractor().extract(found.path(), found.file()), start);
      }
      sha256 = Journal.hash(found.path());
      Read opened = archives.open(found, sha256);
      if (opened != null) {
        return opened;
      }
      Read known = known(found, sha256);
      return known != null ? known : fresh(found, sha256, start);
    } catch (IOException | StoreProblem e) {
      return StoreProblem.diskFull(e) || e instanceof StoreProblem
          ? new Broken(found, e)
          : told(found, sha256, failed(found, e), start);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
      return told(found, sha256, new Failed(Reason.INTERNAL, said(e)), start);
    }
  }

  /** Reads kept bytes again, whatever the ledger says. */
  Read reread(Found found, Version version) {
    long start = System.nanoTime();
    try {
      Read read = fresh(found, version.disclosure().sha256(), start);
      return read instanceof Fresh || read instanceof Broken ? read : asBefore(found, version);
    } catch (IOException | StoreProblem e) {
      return StoreProblem.diskFull(e) ? new Broken(found, e) : asBefore(found, version);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
      return asBefore(found, version);
    }
  }

  /** When kept bytes cannot be read any more, what was read of them stays. */
  private Read asBefore(Found found, Version version) {
    Content content = store.content(version.disclosure().sha256()).orElse(null);
    if (content == null) {
      return told(
          found,
          version.disclosure().sha256(),
          new Failed(Reason.INTERNAL, "neither its bytes nor its content can be read"),
          System.nanoTime());
    }
    LedgerRow row =
        version.row().with("could not be read again; as read before", content.entries().size());
    return new Fresh(found, content, Journal.pack(content), version.hints(), row);
  }

  private @Nullable Read known(Found found, String sha256) {
    Version version = journal.find(sha256);
    Hints hint = manifest.of(found.file());
    for (LedgerRow row : store.ledger(found.file())) {
      boolean sameBytes = sha256.equals(row.sha256()) && current(row);
      boolean sameHints =
          hint == null || version == null || version.hints().equals(Json.write(hint));
      if (sameBytes && (sameHints || duplicate(row))) {
        return new Unchanged(found);
      }
      if (sameBytes) {
        return null;
      }
    }
    if (version == null || !version.row().interpreter().equals(pipeline.version())) {
      return null;
    }
    for (LedgerRow row : store.ledgerOf(sha256)) {
      if (row.outcome().equals(LedgerRow.READ) && !duplicate(row)) {
        return new Told(found, sameBytes(found, row));
      }
    }
    return null;
  }

  private boolean current(LedgerRow row) {
    boolean again = row.outcome().equals(LedgerRow.FAILED) && failedBefore.contains(row);
    return row.interpreter().equals(pipeline.version()) && !again;
  }

  private static final String SAME_BYTES = "same bytes as ";

  static boolean duplicate(LedgerRow row) {
    return row.reason() != null && row.reason().startsWith(SAME_BYTES);
  }

  /** The row of a file that adds nothing to another. */
  static LedgerRow sameBytes(Found found, LedgerRow first) {
    return new LedgerRow(
        found.file(),
        LedgerRow.READ,
        SAME_BYTES + first.file(),
        0,
        0,
        first.sha256(),
        first.disclosureId(),
        first.mediaType(),
        found.root(),
        first.interpreter());
  }

  private Read fresh(Found found, String sha256, long start) throws IOException {
    Outcome outcome = pipeline.extractor().extract(found.path(), found.file());
    if (!(outcome instanceof Extracted extracted)) {
      return told(found, sha256, outcome, start);
    }
    Hints hints = hints(found, sha256);
    Content content =
        pipeline
            .checks()
            .apply(
                pipeline.interpreter().interpret(found.file(), sha256, extracted.pages(), hints));
    if (!journal.keepOriginal(found.path()).equals(sha256)) {
      return told(
          found, sha256, new Failed(Reason.UNREADABLE, "it changed while it was read"), start);
    }
    LedgerRow row =
        new LedgerRow(
            found.file(),
            LedgerRow.READ,
            null,
            content.entries().size(),
            millis(start),
            sha256,
            content.disclosure().id(),
            extracted.mediaType(),
            found.root(),
            pipeline.version());
    return new Fresh(found, content, Journal.pack(content), Json.write(hints), row);
  }

  /** Those of the manifest; without, those that these bytes were read with before. */
  private Hints hints(Found found, String sha256) {
    Hints hints = manifest.of(found.file());
    if (hints != null) {
      return hints;
    }
    Version before = journal.find(sha256);
    return before == null
        ? Hints.NONE
        : Json.read(before.hints().getBytes(java.nio.charset.StandardCharsets.UTF_8), Hints.class);
  }

  private static Outcome failed(Found found, Exception e) {
    if (e instanceof NoSuchFileException) {
      return new Failed(Reason.VANISHED, "no longer there when it was opened" + locale(found));
    }
    String why = e instanceof AccessDeniedException ? "no permission to read it" : said(e);
    return new Failed(Reason.UNREADABLE, why);
  }

  /** Java cannot open names that the locale's charset cannot spell. */
  private static String locale(Found found) {
    return found.file().indexOf('\uFFFD') < 0
        ? ""
        : "; its name cannot be spelt in "
            + System.getProperty("sun.jnu.encoding")
            + ", set LC_ALL=C.UTF-8";
  }

  private Told told(Found found, @Nullable String sha256, Outcome outcome, long start) {
    return new Told(found, row(found, sha256, outcome, millis(start)));
  }

  LedgerRow row(Found found, @Nullable String sha256, Outcome outcome, long millis) {
    return switch (outcome) {
      case Empty empty -> row(found, sha256, LedgerRow.EMPTY, empty.reason(), millis);
      case Failed failed ->
          row(found, sha256, LedgerRow.FAILED, failed.reason() + ": " + failed.detail(), millis);
      case Extracted extracted ->
          throw new IllegalArgumentException("was read: " + extracted.mediaType());
    };
  }

  /** A row of a file that was not read. What was read of it before stays, and the row says so. */
  LedgerRow row(Found found, @Nullable String sha256, String outcome, String reason, long millis) {
    for (LedgerRow before : store.ledger(found.file())) {
      if (before.root().equals(found.root()) && before.disclosureId() != null) {
        return new LedgerRow(
            found.file(),
            outcome,
            reason + KEPT,
            before.entries(),
            millis,
            sha256,
            before.disclosureId(),
            before.mediaType(),
            found.root(),
            pipeline.version());
      }
    }
    return new LedgerRow(
        found.file(),
        outcome,
        reason,
        0,
        millis,
        sha256,
        null,
        null,
        found.root(),
        pipeline.version());
  }

  private static final String KEPT = "; what was read of it before is kept";

  static long millis(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  /** What went wrong, and where in our code. */
  static String said(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    return String.format(
        Locale.ROOT,
        "%s: %s (%s)",
        e.getClass().getSimpleName(),
        e.getMessage(),
        trace.length == 0 ? "?" : trace[0].getFileName() + ":" + trace[0].getLineNumber());
  }
}
