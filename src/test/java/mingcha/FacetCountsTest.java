package mingcha;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mingcha.check.Checks;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;
import mingcha.extract.FileExtractor;
import mingcha.index.Answer;
import mingcha.index.Answer.FacetCount;
import mingcha.index.CountedReadings;
import mingcha.index.EntrySearcher.Slice;
import mingcha.index.lucene.LuceneIndexer;
import mingcha.index.lucene.LuceneSearcher;
import mingcha.query.Clause;
import mingcha.query.Clause.Condition;
import mingcha.query.Clause.GradeIn;
import mingcha.query.Filters;
import mingcha.query.Filters.RegionFilter;
import mingcha.query.MetricRef;
import mingcha.query.Op;
import mingcha.query.Question;
import mingcha.sample.SampleWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Facets of random questions on sample disclosures, against a count one by one over what is
 * exported for the same question without the facet's own restriction.
 */
class FacetCountsTest {
  private static final int QUESTIONS = 200;

  @TempDir private Path folder;

  /** What each dimension says of an entry: the values to filter by. */
  private static final Map<String, Function<Entry, Set<String>>> VALUES =
      Map.of(
          "kind", entry -> Set.of(entry.kind().toString()),
          "year", entry -> one(entry.disclosure().year()),
          "publisher", entry -> one(entry.disclosure().publisher()),
          "type", entry -> one(entry.disclosure().type()),
          "caliber", entry -> one(entry.disclosure().caliber()),
          "form", entry -> one(entry.table() == null ? null : entry.table().form()),
          "rule", entry -> one(entry.rule()),
          "region", FacetCountsTest::regions,
          "subject", FacetCountsTest::subjects,
          "grade", FacetCountsTest::grades);

  @Test
  void facetsOfRandomQuestionsAreWhatACountOverTheExportGives() throws IOException {
    Path index = indexed();
    long seed = System.nanoTime();
    Random random = new Random(seed);
    try (LuceneSearcher searcher = LuceneSearcher.open(index)) {
      for (int i = 0; i < QUESTIONS; i++) {
        Question question = question(random);
        Answer answer = searcher.search(question, new Slice(0, 0));
        for (String dimension : VALUES.keySet()) {
          assertEquals(
              counted(searcher, without(question, dimension), dimension),
              answer.facets().getOrDefault(dimension, List.of()).stream()
                  .collect(
                      Collectors.toMap(
                          FacetCount::value, FacetCount::count, Long::sum, TreeMap::new)),
              dimension + " of " + question + ", seed " + seed);
        }
      }
    }
  }

  private Path indexed() throws IOException {
    Path sample = folder.resolve("sample");
    Path index = folder.resolve("index");
    SampleWriter.write(sample, 8, 3);
    try (Stream<Path> files = Files.list(sample);
        LuceneIndexer indexer = LuceneIndexer.open(index)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        String name = Objects.requireNonNull(file.getFileName()).toString();
        Content content = Rooms.read(new FileExtractor(), file, name).orElseThrow();
        List<Entry> entries = new ArrayList<>(content.entries());
        entries.addAll(Checks.findings(content));
        indexer.replace(content.disclosure(), 1, entries);
      }
      indexer.commit(1);
    }
    return index;
  }

  private static Map<String, Long> counted(
      LuceneSearcher searcher, Question question, String dimension) throws IOException {
    Map<String, Long> counts = new TreeMap<>();
    Function<Entry, Set<String>> values = Objects.requireNonNull(VALUES.get(dimension));
    searcher.export(
        question, entry -> values.apply(entry).forEach(v -> counts.merge(v, 1L, Long::sum)));
    return counts;
  }

  private static Set<String> one(@Nullable Object value) {
    return value == null ? Set.of() : Set.of(value.toString());
  }

  private static Set<String> regions(Entry entry) {
    String code = entry.disclosure().regionCode();
    if (code == null) {
      return Set.of();
    }
    Set<String> codes = new HashSet<>(Set.of(code, code.substring(0, 2) + "0000"));
    if (!code.endsWith("0000")) {
      codes.add(code.substring(0, 4) + "00");
    }
    return codes;
  }

  private static Set<String> subjects(Entry entry) {
    String code = entry.subject() == null ? "" : entry.subject().code();
    return Stream.of(3, 5, 7)
        .filter(digits -> digits <= code.length())
        .map(digits -> code.substring(0, digits))
        .collect(Collectors.toSet());
  }

  private static Set<String> grades(Entry entry) {
    return entry.readings().stream()
        .filter(reading -> "grade".equals(reading.metric()))
        .filter(reading -> CountedReadings.counts(reading, entry.disclosure()))
        .map(Reading::raw)
        .collect(Collectors.toSet());
  }

  private static Question question(Random random) {
    List<Clause> where = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      String metric = List.of("execution_rate", "executed", "score").get(random.nextInt(3));
      Op op = random.nextBoolean() ? Op.LESS : Op.AT_LEAST;
      BigDecimal value = BigDecimal.valueOf(random.nextInt(100));
      where.add(new Condition(new MetricRef(metric, null), op, List.of(value), "", ""));
    }
    if (random.nextInt(6) == 0) {
      where.add(new GradeIn(List.of("优", "良"), ""));
    }
    return asked(
        random.nextInt(3) == 0 ? Set.of(EntryKind.PROJECT, EntryKind.LINE) : Set.of(),
        random.nextInt(4) == 0 ? List.of("消费券") : List.of(),
        random.nextInt(3) == 0 ? List.of("公务接待费", "培训") : List.of(),
        random.nextInt(5) == 0 ? List.of("补贴") : List.of(),
        where,
        filters(random));
  }

  private static Filters filters(Random random) {
    return new Filters(
        random.nextInt(4) == 0 ? new RegionFilter("990100", "云州市") : null,
        random.nextInt(4) == 0 ? List.of(2022, 2023) : List.of(),
        random.nextInt(5) == 0 ? "208" : null,
        random.nextInt(6) == 0 ? "商务局" : null,
        random.nextInt(6) == 0 ? "部门决算" : null,
        random.nextInt(6) == 0 ? "部门" : null,
        null,
        random.nextInt(8) == 0 ? "expenditure" : null,
        List.of(),
        random.nextInt(6) == 0 ? List.of(new RegionFilter("990200", "")) : List.of());
  }

  /** The question without what it says of this dimension. */
  private static Question without(Question q, String dimension) {
    Filters f = q.filters();
    return asked(
        dimension.equals("kind") ? Set.of() : q.kinds(),
        q.about(),
        q.terms(),
        q.not(),
        dimension.equals("grade")
            ? q.where().stream().filter(clause -> !(clause instanceof GradeIn)).toList()
            : q.where(),
        new Filters(
            dimension.equals("region") ? null : f.region(),
            dimension.equals("year") ? List.of() : f.years(),
            dimension.equals("subject") ? null : f.subject(),
            dimension.equals("publisher") ? null : f.publisher(),
            dimension.equals("type") ? null : f.type(),
            dimension.equals("caliber") ? null : f.caliber(),
            dimension.equals("rule") ? null : f.rule(),
            dimension.equals("form") ? null : f.form(),
            List.of(),
            dimension.equals("region") ? List.of() : f.notRegions()));
  }

  private static Question asked(
      Set<EntryKind> kinds,
      List<String> about,
      List<String> terms,
      List<String> not,
      List<Clause> where,
      Filters filters) {
    return new Question(
        "", kinds, about, terms, not, where, filters, null, null, List.of(), List.of());
  }
}
