package mingcha.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A little space held back, so that on a full disk the ledger can still be told that it is full.
 */
final class Reserve {
  private static final int BYTES = 256 << 10;

  private final Path file;

  Reserve(Path dataDir) {
    this.file = dataDir.resolve("reserve");
  }

  void hold() throws IOException {
    if (!Files.exists(file)) {
      // Another ingester may make it at the same time.
      Path part = file.resolveSibling("reserve-" + ProcessHandle.current().pid() + ".part");
      try {
        Files.write(part, new byte[BYTES]);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
    }
  }

  void release() throws IOException {
    Files.deleteIfExists(file);
  }
}
