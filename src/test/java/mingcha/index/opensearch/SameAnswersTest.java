package mingcha.index.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.index.Answer;
import mingcha.index.EntrySearcher;
import mingcha.index.EntrySearcher.Slice;
import mingcha.index.lucene.LuceneIndexer;
import mingcha.index.lucene.LuceneSearcher;
import mingcha.query.Clause;
import mingcha.query.Filters;
import mingcha.query.MetricRef;
import mingcha.query.Op;
import mingcha.query.Question;
import mingcha.query.Sort;
import mingcha.sample.EntrySample;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both backends give the same entries, totals, facets and order. */
@Tag("cluster")
final class SameAnswersTest {
  private static final Seat SEAT = new Seat("", 0);
  private static final int ENTRIES = 3_000;
  private static final int QUESTIONS = Integer.getInteger("mingcha.cluster.questions", 500);
  private static final List<String> METRICS = List.of("execution_rate", "executed", "satisfaction");
  private static final List<String> WORDS =
      List.of("公务接待费", "工资", "消费券", "培训 支出", "资金结余未退缴国库", "补", "教育", "三公经费", "设备购置项目");

  @TempDir private Path folder = Path.of("");

  @Test
  void randomQuestionsHaveTheSameAnswers() throws IOException {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    ClusterAddress address = ClusterNode.running().address("same?shards=3&replicas=0");
    // What was deleted would still count in the scores.
    OpenSearchIndexer.delete(address, SEAT);
    try (LuceneIndexer lucene = LuceneIndexer.open(folder);
        OpenSearchIndexer cluster = OpenSearchIndexer.open(address, SEAT)) {
      EntrySample.tell(
          ENTRIES,
          5,
          (disclosure, entries) -> {
            lucene.replace(entries.getFirst().disclosure(), 1, entries);
            cluster.replace(entries.getFirst().disclosure(), 1, entries);
          });
      lucene.commit(1);
      cluster.commit(1);
      assertEquals(1, cluster.committedSeq());
    }
    try (EntrySearcher expected = LuceneSearcher.open(folder);
        EntrySearcher actual = OpenSearchSearcher.open(address)) {
      assertEquals(expected.stats(), actual.stats());
      for (int i = 0; i < QUESTIONS; i++) {
        Question question = question(random);
        Slice slice = new Slice(random.nextInt(3) * 10, 10);
        String what = "seed " + seed + ", question " + i + ": " + question;
        assertSame(expected.search(question, slice), actual.search(question, slice), what);
        if (i % 20 == 0) {
          assertEquals(ids(expected, question), ids(actual, question), what);
        }
      }
      for (String typed : List.of("教育", "培", "公务", "工")) {
        assertEquals(expected.suggest(typed, 5), actual.suggest(typed, 5), typed);
      }
      for (String metric : METRICS) {
        assertEquals(expected.frames(metric, Filters.NONE), actual.frames(metric, Filters.NONE));
        MetricRef of = new MetricRef(metric, null);
        for (boolean least : new boolean[] {true, false}) {
          assertEquals(
              expected.histogram(Question.all(), of, least, false),
              actual.histogram(Question.all(), of, least, false));
        }
      }
    }
  }

  private static void assertSame(Answer expected, Answer actual, String what) {
    assertEquals(expected.total(), actual.total(), what);
    assertEquals(ids(expected), ids(actual), what);
    assertEquals(expected.hits(), actual.hits(), what);
    assertEquals(expected.facets(), actual.facets(), what);
    assertEquals(expected.near(), actual.near(), what);
  }

  private static List<String> ids(Answer answer) {
    return answer.hits().stream().map(hit -> hit.entry().id() + " " + hit.entry().name()).toList();
  }

  private static List<String> ids(EntrySearcher searcher, Question question) throws IOException {
    List<String> ids = new ArrayList<>();
    searcher.export(question, (Entry entry) -> ids.add(entry.id()));
    return ids;
  }

  private static Question question(SplittableRandom random) {
    List<EntryKind> kinds = List.of(EntryKind.values());
    return new Question(
        "",
        random.nextBoolean() ? Set.of() : Set.of(kinds.get(random.nextInt(kinds.size()))),
        random.nextInt(6) == 0 ? List.of(word(random)) : List.of(),
        random.nextInt(3) == 0
            ? random.nextBoolean() ? List.of(word(random)) : List.of(word(random), word(random))
            : List.of(),
        random.nextInt(6) == 0 ? List.of("合计") : List.of(),
        where(random),
        filters(random),
        random.nextInt(4) == 0 ? new Sort(metric(random), random.nextBoolean()) : null,
        random.nextInt(8) == 0 ? 7 : null,
        List.of(),
        List.of());
  }

  private static List<Clause> where(SplittableRandom random) {
    List<Clause> where = new ArrayList<>();
    if (random.nextInt(4) == 0) {
      where.add(new Clause.GradeIn(List.of(random.nextBoolean() ? "优" : "差"), ""));
    }
    if (random.nextInt(3) == 0) {
      Op op = random.nextBoolean() ? Op.LESS : Op.AT_LEAST;
      BigDecimal value = BigDecimal.valueOf(random.nextInt(120));
      where.add(new Clause.Condition(metric(random), op, List.of(value), "", "条件"));
    }
    if (random.nextInt(10) == 0) {
      MetricRef budget = new MetricRef("budget_initial", null);
      where.add(
          new Clause.Not(
              new Clause.Comparison(new MetricRef("executed", null), Op.MORE, budget, ""), ""));
    }
    return where;
  }

  private static Filters filters(SplittableRandom random) {
    return new Filters(
        random.nextInt(3) == 0 ? new Filters.RegionFilter("990100", "青屿市") : null,
        random.nextInt(3) == 0 ? List.of(2021, 2023) : List.of(),
        random.nextInt(4) == 0 ? List.of("2", "20", "208", "302").get(random.nextInt(4)) : null,
        random.nextInt(4) == 0 ? "教育局" : null,
        random.nextInt(4) == 0 ? "部门决算" : null,
        random.nextInt(4) == 0 ? "单位" : null,
        null,
        random.nextInt(4) == 0 ? "expenditure" : null);
  }

  private static String word(SplittableRandom random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private static MetricRef metric(SplittableRandom random) {
    return new MetricRef(METRICS.get(random.nextInt(METRICS.size())), null);
  }
}
