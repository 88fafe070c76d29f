package mingcha.index.opensearch;

import java.io.IOException;
import java.nio.file.Path;
import mingcha.index.Backend;
import mingcha.index.ConditionContract;
import mingcha.index.CountContract;
import mingcha.index.EntryIndexer;
import mingcha.index.EntrySearcher;
import mingcha.index.WordContract;
import mingcha.index.WritingContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract on a real node; a profile of its own starts one: {@code mvn -Pcluster verify}. */
@Tag("cluster")
final class OpenSearchIndexTest {
  /** An address of the node for each folder. */
  private static final class Node implements Backend {
    @Override
    public EntryIndexer indexer(Path folder) throws IOException {
      return OpenSearchIndexer.open(address(folder), new Seat("", 0));
    }

    @Override
    public EntrySearcher searcher(Path folder) throws IOException {
      return OpenSearchSearcher.open(address(folder));
    }

    @Override
    public void discard(Path folder) throws IOException {
      OpenSearchIndexer.delete(address(folder), new Seat("", 0));
    }

    private static ClusterAddress address(Path folder) {
      return ClusterNode.running().address("t" + Math.abs((long) folder.hashCode()));
    }
  }

  @Nested
  final class Writing extends WritingContract {
    Writing() {
      super(new Node());
    }
  }

  @Nested
  final class Conditions extends ConditionContract {
    Conditions() {
      super(new Node());
    }
  }

  @Nested
  final class Words extends WordContract {
    Words() {
      super(new Node());
    }
  }

  @Nested
  final class Counts extends CountContract {
    Counts() {
      super(new Node());
    }
  }
}
