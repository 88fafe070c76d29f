package mingcha.index.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Institution;
import mingcha.index.Answer;
import mingcha.index.Answer.FacetCount;
import mingcha.index.EntrySearcher;
import mingcha.index.EntrySearcher.Slice;
import mingcha.index.Restrictions;
import mingcha.index.Schema;
import mingcha.query.Clause;
import mingcha.query.Filters;
import mingcha.query.MetricRef;
import mingcha.query.Op;
import mingcha.query.Question;
import mingcha.query.Sort;
import mingcha.sample.EntrySample;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted in one pass is what is counted entry by entry, dimension by dimension. */
final class FacetCounterTest {
  private static final int ENTRIES = 1_500;
  private static final int QUESTIONS = 30;

  @TempDir private Path folder = Path.of("");

  @Test
  void everyDimensionCountsAsOneByOneWould() throws IOException {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    try (LuceneIndexer indexer = LuceneIndexer.open(folder)) {
      EntrySample.tell(ENTRIES, 5, (disclosure, entries) -> replace(indexer, entries, random));
      indexer.commit(1);
    }
    try (EntrySearcher searcher = LuceneSearcher.open(folder)) {
      for (int i = 0; i < QUESTIONS; i++) {
        Question question = question(random);
        Answer answer = searcher.search(question, new Slice(0, 10));
        String what = "seed " + seed + ": " + question;
        Map<Question, List<Entry>> found = new HashMap<>();
        for (String dimension : Schema.DIMENSIONS) {
          Question without = Restrictions.without(question, dimension);
          if (!found.containsKey(without)) {
            found.put(without, all(searcher, without));
          }
          Map<String, Long> expected = counted(found.get(without), dimension);
          assertEquals(expected, shown(answer.facets().get(dimension)), what + dimension);
        }
        List<String> inOrder = all(searcher, question).stream().map(Entry::id).toList();
        assertEquals(inOrder.size(), answer.total(), what);
        // Unsorted, the passages of one disclosure stand together on a page.
        Stream<String> page = inOrder.stream().limit(10);
        Stream<String> hits = answer.hits().stream().map(hit -> hit.entry().id());
        assertEquals(
            question.sort() == null ? page.sorted().toList() : page.toList(),
            question.sort() == null ? hits.sorted().toList() : hits.toList(),
            what);
      }
    }
  }

  /** Some are replaced at once, so that what was deleted stands beside what took its place. */
  static void replace(LuceneIndexer indexer, List<Entry> told, SplittableRandom random)
      throws IOException {
    Disclosure own = told.getFirst().disclosure();
    List<String> publishers = List.of(String.valueOf(own.publisher()), "青屿市第三中学", "青屿市望江街道办事处");
    String publisher = publishers.get(random.nextInt(publishers.size()));
    List<String> region = own.region();
    List<Entry> entries =
        told.stream().map(e -> of(e, publisher, region, own.regionCode())).toList();
    Disclosure disclosure = entries.getFirst().disclosure();
    if (random.nextInt(3) == 0) {
      List<String> elsewhere = List.of("山西省", "晋城市");
      indexer.replace(
          disclosure, 1, entries.stream().map(e -> of(e, publisher, elsewhere, "140500")).toList());
    }
    indexer.replace(disclosure, 2, entries);
    if (random.nextInt(5) == 0) {
      indexer.commit(1);
    }
  }

  /** The entry as another publishes it, or elsewhere. */
  private static Entry of(
      Entry e, String publisher, List<String> region, @Nullable String regionCode) {
    Disclosure d = e.disclosure();
    Disclosure moved =
        new Disclosure(
            d.id(),
            d.file(),
            d.sha256(),
            d.title(),
            publisher,
            d.url(),
            d.published(),
            region,
            regionCode,
            d.year(),
            d.type(),
            d.caliber());
    return new Entry(
        e.id(),
        e.kind(),
        e.name(),
        e.text(),
        e.path(),
        e.scope(),
        moved,
        e.table(),
        e.subject(),
        e.rule(),
        e.severity(),
        e.readings(),
        e.aka());
  }

  static Question question(SplittableRandom random) {
    List<EntryKind> kinds = List.of(EntryKind.values());
    List<Clause> where = new ArrayList<>();
    if (random.nextInt(4) == 0) {
      where.add(new Clause.GradeIn(List.of(random.nextBoolean() ? "优" : "差"), ""));
    }
    if (random.nextInt(4) == 0) {
      MetricRef metric = new MetricRef(random.nextBoolean() ? "execution_rate" : "executed", null);
      where.add(
          new Clause.Condition(
              metric, Op.LESS, List.of(BigDecimal.valueOf(random.nextInt(100))), "", ""));
    }
    return new Question(
        "",
        random.nextBoolean() ? Set.of() : Set.of(kinds.get(random.nextInt(kinds.size()))),
        random.nextInt(6) == 0 ? List.of("消费券") : List.of(),
        random.nextInt(3) == 0 ? List.of(random.nextBoolean() ? "公务接待" : "工资") : List.of(),
        random.nextInt(6) == 0 ? List.of("合计") : List.of(),
        where,
        filters(random),
        random.nextInt(4) == 0
            ? new Sort(new MetricRef("executed", null), random.nextBoolean())
            : null,
        null,
        List.of(),
        List.of());
  }

  private static Filters filters(SplittableRandom random) {
    Question all = Question.all();
    Filters none = all.filters();
    return new Filters(
        random.nextInt(3) == 0 ? new Filters.RegionFilter("990100", "青屿市") : none.region(),
        random.nextInt(3) == 0 ? List.of(2021, 2023) : List.of(),
        random.nextInt(4) == 0 ? List.of("2", "20", "208", "302").get(random.nextInt(4)) : null,
        random.nextInt(4) == 0 ? "教育局" : null,
        random.nextInt(4) == 0 ? "部门决算" : null,
        random.nextInt(4) == 0 ? "单位" : null,
        random.nextInt(6) == 0 ? "rate-conflict/table-narrative" : null,
        random.nextInt(4) == 0 ? "expenditure" : null);
  }

  private static List<Entry> all(EntrySearcher searcher, Question question) throws IOException {
    List<Entry> entries = new ArrayList<>();
    searcher.export(question, entries::add);
    return entries;
  }

  private static Map<String, Long> counted(@Nullable List<Entry> entries, String dimension) {
    Map<String, Long> counts = new TreeMap<>();
    for (Entry entry : Objects.requireNonNull(entries)) {
      values(entry, dimension).forEach(value -> counts.merge(value, 1L, Long::sum));
    }
    return counts;
  }

  private static Map<String, Long> shown(@Nullable List<FacetCount> facet) {
    return Objects.requireNonNull(facet).stream()
        .collect(Collectors.toMap(FacetCount::value, FacetCount::count, Long::sum, TreeMap::new));
  }

  private static Set<String> values(Entry entry, String dimension) {
    Disclosure of = entry.disclosure();
    Set<String> values = new HashSet<>();
    switch (dimension) {
      case "kind" -> values.add(entry.kind().toString());
      case "region" -> values.addAll(regions(Objects.requireNonNull(of.regionCode())));
      case "year" -> values.add(String.valueOf(of.year()));
      case "publisher" -> values.add(Objects.requireNonNull(of.publisher()));
      case "institution" ->
          Institution.of(Objects.requireNonNull(of.publisher()))
              .forEach(each -> values.add(each.toString()));
      case "type" -> values.add(Objects.requireNonNull(of.type()));
      case "caliber" -> values.add(Objects.requireNonNull(of.caliber()));
      case "form" -> {
        if (entry.table() != null && entry.table().form() != null) {
          values.add(entry.table().form());
        }
      }
      case "rule" -> {
        if (entry.rule() != null) {
          values.add(entry.rule());
        }
      }
      case "grade" ->
          entry.readings().stream()
              .filter(reading -> "grade".equals(reading.metric()))
              .forEach(reading -> values.add(reading.raw()));
      case "subject" -> {
        String code = entry.subject() == null ? "" : entry.subject().code();
        for (int digits = 3; digits <= code.length(); digits += 2) {
          values.add(code.substring(0, digits));
        }
      }
      default -> throw new IllegalArgumentException(dimension);
    }
    return values;
  }

  private static Set<String> regions(String code) {
    Set<String> all = new HashSet<>(Set.of(code.substring(0, 2) + "0000", code));
    all.add(code.substring(0, 4) + "00");
    return all;
  }

  @Test
  void whatIsRememberedIsForgottenWithTheNextCommit() throws Exception {
    Question all = Question.all();
    List<List<Entry>> told = new ArrayList<>();
    EntrySample.tell(600, 3, (disclosure, entries) -> told.add(entries));
    try (LuceneIndexer indexer = LuceneIndexer.open(folder);
        EntrySearcher searcher = LuceneSearcher.open(folder)) {
      long sum = 0;
      for (List<Entry> entries : told) {
        indexer.replace(entries.getFirst().disclosure(), 1, entries);
        indexer.commit(1);
        sum += entries.size();
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (searcher.search(all, new Slice(0, 0)).total() < sum) {
          assertTrue(System.nanoTime() < deadline, "the commit is not seen");
          Thread.sleep(50);
        }
        assertEquals(sum, searcher.search(all, new Slice(0, 0)).total());
      }
    }
  }
}
