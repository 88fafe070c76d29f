package mingcha.extract;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a file. Safe for use by several threads. */
public interface Extractor {
  /**
   * Reads the file at {@code path}. Never throws for what the file holds: every fault of the file
   * is a {@link Outcome.Failed}.
   *
   * @param file the name to give in sources, relative to the ingested root
   */
  Outcome extract(Path path, String file);

  /**
   * Unpacks an archive, with the archives in it, into a folder, which is made if it is needed.
   * Never throws for what the file holds.
   *
   * @return null where the file is no archive
   */
  default @Nullable Unpacked unpack(Path path, String file, Path folder) {
    return null;
  }
}
