package mingcha.index.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import mingcha.disclosure.Metrics;
import mingcha.index.lucene.FacetCounter.Counts;
import mingcha.query.Question;
import mingcha.query.QuestionParser;
import mingcha.sample.EntrySample;
import mingcha.text.Lexicon;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several processors find together is what one finds, and so is what is sought among it. */
final class SharedSearcherTest {
  private static final int ENTRIES = 2_000;
  private static final int QUESTIONS = 40;
  private static final List<String> PARTS = List.of("first", "second");
  private static final List<String> TEXTS =
      List.of("人员增加", "公务接待", "资金结余 工资", "2023年 培训", "项目", "执行率低于60%的项目", "执行率最低的10个项目");

  @TempDir private Path folder = Path.of("");

  private final QuestionCompiler compiler = new QuestionCompiler();
  private final QuestionParser parser = new QuestionParser(Lexicon.standard(), Metrics.standard());

  @Test
  void theFirstHitsAndTheCountsAreTheSame() throws IOException {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    // Of one index all may be merged into one segment, and nothing would be shared.
    for (String part : PARTS) {
      try (LuceneIndexer indexer = LuceneIndexer.open(folder.resolve(part))) {
        EntrySample.tell(
            ENTRIES / PARTS.size(),
            3 + PARTS.indexOf(part),
            (disclosure, entries) -> FacetCounterTest.replace(indexer, entries, random));
        indexer.commit(1);
      }
    }
    int found = 0;
    try (FSDirectory first = FSDirectory.open(folder.resolve(PARTS.getFirst()));
        FSDirectory second = FSDirectory.open(folder.resolve(PARTS.getLast()));
        IndexReader reader =
            new MultiReader(DirectoryReader.open(first), DirectoryReader.open(second))) {
      List<Question> questions =
          Stream.concat(
                  TEXTS.stream().map(parser::parse),
                  Stream.generate(() -> FacetCounterTest.question(random)).limit(QUESTIONS))
              .toList();
      for (Question question : questions) {
        String alone = answer(new IndexSearcher(reader), question, false, false);
        found += alone.startsWith("0 ") ? 0 : 1;
        for (boolean few : new boolean[] {true, false}) {
          String shared = answer(SharedSearcher.of(reader, 1), question, true, few);
          assertEquals(alone, shared, "seed " + seed + ": " + question + " few " + few);
        }
      }
    }
    assertTrue(found > TEXTS.size(), "found " + found);
  }

  /**
   * Total, hits and facets.
   *
   * @param amongMatches whether the first hits are sought among what was counted
   */
  private String answer(
      IndexSearcher searcher, Question question, boolean amongMatches, boolean few)
      throws IOException {
    Matches matches = new Matches(compiler.matching(question));
    Counts counts =
        new FacetCounter(compiler, new FacetTables()).count(searcher, question, matches);
    Query query =
        amongMatches ? compiler.ranked(question, matches, few) : compiler.compile(question);
    List<String> hits =
        TopHits.of(searcher, query, question, 20, counts.total()).stream()
            .map(hit -> hit.doc + " " + hit.score)
            .toList();
    return counts.total() + " " + hits + counts.facets();
  }
}
