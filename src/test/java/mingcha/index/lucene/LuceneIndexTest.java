package mingcha.index.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import mingcha.index.EntryIndexContract;
import mingcha.index.EntryIndexer;
import mingcha.index.EntrySearcher;
import mingcha.index.IndexProblem;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;

final class LuceneIndexTest extends EntryIndexContract {
  @Override
  protected EntryIndexer indexer(Path folder) throws IOException {
    return LuceneIndexer.open(folder);
  }

  @Override
  protected EntrySearcher searcher(Path folder) throws IOException {
    return LuceneSearcher.open(folder);
  }

  @Test
  void anIndexOfAnotherSchemaIsRefusedWithWhatToDo() throws IOException {
    Path old = folder.resolve("old");
    write(old, Map.of("schema", "0", "seq", "9"));
    String problem =
        "the index in " + old + " was written by schema 0, this Mingcha reads 4: run `reindex`";
    assertEquals(
        problem, assertThrows(IndexProblem.class, () -> LuceneIndexer.open(old)).getMessage());
    assertEquals(
        problem, assertThrows(IndexProblem.class, () -> LuceneSearcher.open(old)).getMessage());
  }

  private static void write(Path folder, Map<String, String> commitData) throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(commitData.entrySet());
      writer.commit();
    }
  }
}
