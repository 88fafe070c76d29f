package mingcha.index.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Scope;
import mingcha.index.EntrySearcher;
import mingcha.index.EntrySearcher.Slice;
import mingcha.index.Frame;
import mingcha.index.Frames;
import mingcha.query.Filters;
import mingcha.query.Question;
import mingcha.sample.EntrySample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures that are chosen without reading the entries are those that reading all gives. */
final class FrameFinderTest {
  private static final List<String> METRICS =
      List.of("reception", "three_public", "expenditure", "execution_rate");

  @TempDir private Path folder = Path.of("");

  @Test
  void figuresAreThoseOfAllEntriesReadOneByOneAlsoAfterFurtherCommits() throws Exception {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    List<List<Entry>> told = new ArrayList<>();
    EntrySample.tell(4_000, random.nextInt(1, 100), (disclosure, entries) -> told.add(entries));
    try (LuceneIndexer indexer = LuceneIndexer.open(folder);
        EntrySearcher searcher = LuceneSearcher.open(folder)) {
      long sum = 0;
      for (int i = 0; i < told.size(); i++) {
        List<Entry> entries = told.get(i);
        indexer.replace(entries.getFirst().disclosure(), 1, entries);
        sum += entries.size();
        if (i % 4 == 0) {
          // Again: what was deleted stands beside what took its place.
          indexer.replace(entries.getFirst().disclosure(), 2, entries);
        }
        if (random.nextInt(6) == 0 || i == told.size() - 1) {
          indexer.commit(i);
          await(searcher, sum);
          for (String metric : METRICS) {
            assertEquals(
                oneByOne(searcher, metric),
                searcher.frames(metric, Filters.NONE),
                "seed " + seed + ", " + metric + " after " + i);
          }
        }
      }
      assertTrue(searcher.frames("expenditure", Filters.NONE).size() > 3);
    }
  }

  private static List<Frame> oneByOne(EntrySearcher searcher, String metric) throws IOException {
    Frames frames = new Frames(metric);
    searcher.export(
        Question.all(),
        entry -> {
          if (entry.scope() == Scope.DISCLOSURE) {
            frames.add(entry);
          }
        });
    return frames.ranked();
  }

  private static void await(EntrySearcher searcher, long entries) throws Exception {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (searcher.search(Question.all(), new Slice(0, 0)).total() != entries) {
      assertTrue(System.nanoTime() < deadline, "the commit is not seen");
      Thread.sleep(20);
    }
  }
}
