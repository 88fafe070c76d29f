package mingcha.index.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import mingcha.index.Backend;
import mingcha.index.ConditionContract;
import mingcha.index.CountContract;
import mingcha.index.EntryIndexer;
import mingcha.index.EntrySearcher;
import mingcha.index.IndexProblem;
import mingcha.index.WordContract;
import mingcha.index.WritingContract;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LuceneIndexTest {
  /** Segments in the folder. */
  private static final class Segments implements Backend {
    @Override
    public EntryIndexer indexer(Path folder) throws IOException {
      return LuceneIndexer.open(folder);
    }

    @Override
    public EntrySearcher searcher(Path folder) throws IOException {
      return LuceneSearcher.open(folder);
    }

    @Override
    public void discard(Path folder) throws IOException {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Nested
  final class Writing extends WritingContract {
    Writing() {
      super(new Segments());
    }
  }

  @Nested
  final class Conditions extends ConditionContract {
    Conditions() {
      super(new Segments());
    }
  }

  @Nested
  final class Words extends WordContract {
    Words() {
      super(new Segments());
    }
  }

  @Nested
  final class Counts extends CountContract {
    Counts() {
      super(new Segments());
    }
  }

  @Test
  void anIndexOfAnotherSchemaIsRefusedWithWhatToDo(@TempDir Path folder) throws IOException {
    Path old = folder.resolve("old");
    write(old, Map.of("schema", "0", "seq", "9"));
    String problem =
        "the index in " + old + " was written by schema 0, this Mingcha reads 5: run `reindex`";
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
