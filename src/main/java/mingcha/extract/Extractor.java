package mingcha.extract;

import java.nio.file.Path;

/** Reads a file. Safe for use by several threads. */
public interface Extractor {
  /**
   * Reads the file at {@code path}. Never throws for what the file holds: every fault of the file
   * is a {@link Outcome.Failed}.
   *
   * @param file the name to give in sources, relative to the ingested root
   */
  Outcome extract(Path path, String file);
}
