package mingcha.index;

import java.io.IOException;
import java.nio.file.Path;

/** What holds an index, told by the folder of a test. */
public interface Backend {
  EntryIndexer indexer(Path folder) throws IOException;

  EntrySearcher searcher(Path folder) throws IOException;

  /** Deletes an index that nobody writes. */
  void discard(Path folder) throws IOException;
}
