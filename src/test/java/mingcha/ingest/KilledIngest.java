package mingcha.ingest;

import java.nio.file.Path;
import java.util.List;

/** The process that {@link KillTest} kills: ingests a folder into a data directory. */
final class KilledIngest {
  private KilledIngest() {}

  /** Data directory and folder. Makes a file {@code open} in the folder's parent when it begins. */
  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    Path files = Path.of(args[1]);
    try (Ingester ingester = KillTest.open(data)) {
      java.nio.file.Files.createFile(files.resolveSibling("begun"));
      Summary summary = ingester.ingest(List.of(files), Manifest.NONE, Progress.NONE);
      if (!summary.complete()) {
        throw new IllegalStateException(summary.toString());
      }
    }
  }
}
