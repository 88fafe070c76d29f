package mingcha.index.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import mingcha.disclosure.Entry;
import mingcha.index.Answer;
import mingcha.index.EntrySearcher;
import mingcha.index.EntrySearcher.Slice;
import mingcha.query.Question;
import mingcha.sample.EntrySample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A searcher that has seen many commits answers as one that was opened after the last. */
final class KeptCountsTest {
  private static final int COMMITS = 4;
  private static final long PATIENCE_MILLIS = 20_000;

  @TempDir private Path folder = Path.of("");

  @Test
  void whatWasKeptOfSegmentsIsRightAfterEachCommit() throws IOException, InterruptedException {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    List<List<Entry>> disclosures = new ArrayList<>();
    EntrySample.tell(1_200, 7, (disclosure, entries) -> disclosures.add(entries));
    List<Question> questions =
        Stream.generate(() -> FacetCounterTest.question(random)).limit(20).toList();
    try (LuceneIndexer indexer = LuceneIndexer.open(folder)) {
      indexer.commit(1);
      try (EntrySearcher kept = LuceneSearcher.open(folder)) {
        for (int commit = 0; commit < COMMITS; commit++) {
          // Also some that were there before, so that entries of older segments are deleted.
          Collections.shuffle(disclosures, new java.util.Random(random.nextLong()));
          for (List<Entry> entries : disclosures.subList(0, disclosures.size() * 2 / 3)) {
            int left = random.nextInt(1, entries.size() + 1);
            indexer.replace(entries.getFirst().disclosure(), 2, entries.subList(0, left));
          }
          indexer.commit(commit + 2);
          try (EntrySearcher fresh = LuceneSearcher.open(folder)) {
            await(kept, fresh);
            for (Question question : questions) {
              assertEquals(told(fresh, question), told(kept, question), seed + " " + question);
            }
          }
        }
      }
    }
  }

  /** Until it sees the last commit. */
  private static void await(EntrySearcher kept, EntrySearcher fresh)
      throws IOException, InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!kept.stats().equals(fresh.stats()) && System.currentTimeMillis() < end) {
      Thread.sleep(20);
    }
    assertEquals(fresh.stats(), kept.stats());
  }

  private static String told(EntrySearcher searcher, Question question) throws IOException {
    Answer answer = searcher.search(question, new Slice(0, 10));
    return answer.total()
        + " "
        + answer.hits().stream().map(hit -> hit.entry().id()).toList()
        + answer.facets()
        + answer.near();
  }
}
