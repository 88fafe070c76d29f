package mingcha.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mingcha.store.AlertRow;
import mingcha.store.LedgerRow;
import mingcha.store.Store;

/** A folder of files and a data directory beside it: the words that the tests here speak. */
final class House {
  final Path files;
  final Path data;
  final List<String> notes = new ArrayList<>();
  Pipeline pipeline = LineInterpreter.pipeline("v1");
  Ingester.IndexOpener opener = FileIndexer::open;

  House(Path folder) throws IOException {
    files = Files.createDirectories(folder.resolve("files"));
    data = folder.resolve("data");
  }

  /** A data directory for files that lie elsewhere. */
  House(Path folder, Path files) throws IOException {
    this.files = files;
    data = Files.createDirectories(folder).resolve("data");
  }

  House write(String file, String text) throws IOException {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  House write(String file, byte[] bytes) throws IOException {
    Path path = files.resolve(file);
    Files.createDirectories(path.toAbsolutePath().getParent());
    Files.write(path, bytes);
    return this;
  }

  Ingester open() {
    return Ingester.open(data, pipeline, opener);
  }

  Summary ingest(Path... paths) {
    return ingest(Manifest.NONE, paths.length == 0 ? List.of(files) : List.of(paths));
  }

  Summary ingest(Manifest manifest, List<Path> paths) {
    try (Ingester ingester = open()) {
      return ingester.ingest(
          paths,
          manifest,
          new Progress() {
            @Override
            public void note(String message) {
              notes.add(message);
            }
          });
    }
  }

  /** {@code file outcome entries reason} of each row. */
  List<String> ledger() {
    try (Store store = Store.openReadOnly(data)) {
      return store.ledger().stream().map(House::printed).toList();
    }
  }

  static String printed(LedgerRow row) {
    String start = row.file() + " " + row.outcome() + " " + row.entries();
    return row.reason() == null ? start : start + " " + row.reason();
  }

  /** What the index has committed. */
  List<String> index() throws IOException {
    return FileIndexer.committed(data.resolve("segments"));
  }

  /** The counts of a run without its duration. */
  static String printed(Summary s) {
    return String.format(
        Locale.ROOT,
        "%d files: %d read (%d duplicates), %d unchanged, %d empty, %d failed, %d entries, %s",
        s.files(),
        s.read(),
        s.duplicates(),
        s.unchanged(),
        s.empty(),
        s.failed(),
        s.entries(),
        s.reasons());
  }

  /** An alert by mail, at once. */
  static AlertRow alert(String id, String question) {
    return new AlertRow(
        id,
        "token-" + id,
        null,
        AlertRow.State.ACTIVE,
        null,
        id,
        "zh",
        question,
        null,
        null,
        null,
        true,
        "at-once",
        8,
        1,
        "UTC",
        0,
        0,
        0);
  }
}
