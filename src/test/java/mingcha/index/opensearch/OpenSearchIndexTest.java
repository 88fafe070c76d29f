package mingcha.index.opensearch;

import java.io.IOException;
import java.nio.file.Path;
import mingcha.index.EntryIndexContract;
import mingcha.index.EntryIndexer;
import mingcha.index.EntrySearcher;
import org.junit.jupiter.api.Tag;

/** The contract on a real node; a profile of its own starts one: {@code mvn -Pcluster verify}. */
@Tag("cluster")
final class OpenSearchIndexTest extends EntryIndexContract {
  @Override
  protected EntryIndexer indexer(Path folder) throws IOException {
    return OpenSearchIndexer.open(address(folder), new Seat("", 0));
  }

  @Override
  protected EntrySearcher searcher(Path folder) throws IOException {
    return OpenSearchSearcher.open(address(folder));
  }

  @Override
  protected void discard(Path folder) throws IOException {
    OpenSearchIndexer.delete(address(folder), new Seat("", 0));
  }

  private static ClusterAddress address(Path folder) {
    return ClusterNode.running().address("t" + Math.abs((long) folder.hashCode()));
  }
}
