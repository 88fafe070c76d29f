package mingcha.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mingcha.store.Store;

/** Copies a data directory: the SQLite file by itself, the rest file by file. */
final class Backup {
  private static final List<String> FOLDERS = List.of("originals", "content", "segments");

  private Backup() {}

  static void copy(Store store, Path dataDir, Path target) throws IOException {
    if (target.toAbsolutePath().normalize().startsWith(dataDir.toAbsolutePath().normalize())) {
      throw new IngestProblem("the backup " + target + " would be inside " + dataDir);
    }
    Files.createDirectories(target);
    try (Stream<Path> there = Files.list(target)) {
      if (there.findAny().isPresent()) {
        throw new IngestProblem("the backup needs an empty folder, and " + target + " is none");
      }
    }
    store.copyDatabase(target);
    for (String folder : FOLDERS) {
      if (Files.isDirectory(dataDir.resolve(folder))) {
        copy(dataDir.resolve(folder), target.resolve(folder));
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else if (!file.toString().endsWith(".part")) {
          Files.copy(file, copy);
        }
      }
    }
  }
}
