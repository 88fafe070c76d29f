package mingcha.index;

import static mingcha.index.Ask.below;
import static mingcha.index.Ask.everything;
import static mingcha.index.Ask.projects;
import static mingcha.index.Told.grade;
import static mingcha.index.Told.narrative;
import static mingcha.index.Told.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Institution;
import mingcha.index.Answer.FacetCount;
import mingcha.index.EntrySearcher.Slice;
import mingcha.query.MetricRef;
import mingcha.query.Question;
import org.junit.jupiter.api.Test;

/** How every backend orders, pages and counts. */
public abstract class CountContract extends IndexContract {
  protected CountContract(Backend backend) {
    super(backend);
  }

  @Test
  void anOrderTakesTheLeastOrTheGreatestReadingAndPutsEntriesWithoutOneLast() throws IOException {
    tell(
        Told.by("云州市商务局", 2023)
            .project("甲", rates("100", "45"))
            .project("乙", table("execution_rate", "50"))
            .project("丙")
            .project("丁", table("execution_rate", "99")));
    assertEquals("甲[1], 乙[0], 丁[0], 丙", inOrder(projects().least("execution_rate")));
    assertEquals("甲[0], 丁[0], 乙[0], 丙", inOrder(projects().greatest("execution_rate")));
    assertEquals("甲[1], 乙[0]", inOrder(projects().least("execution_rate").limit(2)));
    assertEquals("甲[0], 丁[0], 乙[0]", inOrder(everything().greatest("execution_rate")));
  }

  @Test
  void publishersAreFoundAndCountedByWhatTheyAre() throws IOException {
    tell(Told.by("云州市商务局", 2023).project("甲", table("reception", "9")));
    tell(Told.by("石桥镇人民政府", 2023).project("乙", table("reception", "5")));
    tell(Told.by("云州市第一中学", 2023).project("丙", table("reception", "1")));
    assertEquals("乙[0]", inOrder(projects().among(Institution.TOWN).greatest("reception")));
    assertEquals(
        "乙[0], 丙[0]",
        inOrder(
            projects().among(Institution.TOWN).among(Institution.SCHOOL).greatest("reception")));
    assertEquals(
        "[中小学 1 [学校, 中小学], 乡镇 1 [乡镇], 学校 1 [学校]]",
        ask(projects().question()).facets().getOrDefault("institution", List.of()).stream()
            .map(count -> count.value() + " " + count.count() + " " + count.path())
            .sorted()
            .toList()
            .toString());
  }

  @Test
  void pagesAndTheExportHaveTheSameOrderAndNeverOverlap() throws IOException {
    Told many = Told.by("云州市商务局", 2023);
    for (int i = 0; i < 25; i++) {
      many.project("项目", table("execution_rate", String.valueOf(i % 3)));
    }
    tell(many);
    Question question = projects().least("execution_rate").limit(23).question();
    List<String> paged = new ArrayList<>();
    for (int from = 0; from < 30; from += 7) {
      searcher
          .search(question, new Slice(from, 7))
          .hits()
          .forEach(hit -> paged.add(hit.entry().id()));
    }
    List<String> exported = new ArrayList<>();
    searcher.export(question, entry -> exported.add(entry.id()));
    assertEquals(exported, paged);
    assertEquals(23, paged.stream().distinct().count());
  }

  @Test
  void framesHaveOneFigureAPublisher() throws IOException {
    tell(Told.by("甲局", 2022).total("合计", table("expenditure", "900")));
    tell(
        Told.by("甲局", 2023)
            .total("合计", narrative("expenditure", "101"), table("expenditure", "100"))
            .project("项目", table("expenditure", "7")));
    tell(Told.by("乙局", 2023).total("合计", narrative("expenditure", "300")));
    tell(Told.by("丙局", 2023).total("合计", table("expenditure", "100")));
    assertEquals("1 乙局 300 100, 2 甲局 100 67, 2 丙局 100 67", frames(everything(), "甲局", "乙局", "丙局"));
    assertEquals("1 甲局 900 100", frames(everything().year(2022), "甲局"));
  }

  @Test
  void aHistogramCountsEachEntryOnceByItsLeastOrItsGreatestFigure() throws IOException {
    tell(
        Told.by("甲局", 2023)
            .project("一", table("execution_rate", "100"), narrative("execution_rate", "45.2"))
            .project("二", table("execution_rate", "48"))
            .project("三", table("execution_rate", "0"))
            .project("四"));
    tell(Told.by("乙局", 2023).project("五", table("execution_rate", "104")));
    assertEquals("0–5 1, 45–50 2, 100–105 1", histogram(projects(), true));
    assertEquals("0–5 1, 45–50 1, 100–105 2", histogram(projects(), false));
    assertEquals("", histogram(projects().year(1999), true));
  }

  @Test
  void facetsCountAsOneByOneWouldAndStayOpenWhereTheyAreFiltered() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Entry> all = new ArrayList<>();
    for (int d = 0; d < 12; d++) {
      Told told =
          d % 2 == 0
              ? Told.by("局" + d, 2020 + random.nextInt(3))
              : Told.by("局" + d, 2020 + random.nextInt(3), "990102", List.of("样例省", "云州市", "河东县"));
      for (int i = random.nextInt(20); i >= 0; i--) {
        String rate = String.valueOf(random.nextInt(100));
        if (random.nextBoolean()) {
          told.project("项目" + i, table("execution_rate", rate), grade(i % 2 == 0 ? "优" : "差"));
        } else {
          told.line("2011308", "招商引资", table("execution_rate", rate));
        }
      }
      tell(told);
      all.addAll(told.entries());
    }
    Answer answer = ask(projects().year(2021).where(below("execution_rate", "60")).question());
    Predicate<Entry> low =
        e -> new BigDecimal(e.readings().getFirst().raw()).compareTo(BigDecimal.valueOf(60)) < 0;
    Predicate<Entry> project = e -> e.kind() == EntryKind.PROJECT;
    Predicate<Entry> in2021 = e -> Objects.equals(e.disclosure().year(), 2021);
    assertEquals(
        Map.of(
            "kind", counted(all, low.and(in2021), e -> List.of(e.kind().toString())),
            "year", counted(all, low.and(project), e -> List.of("" + e.disclosure().year())),
            "grade",
                counted(all, low.and(project).and(in2021), e -> List.of(e.readings().get(1).raw())),
            "publisher",
                counted(
                    all,
                    low.and(project).and(in2021),
                    e -> List.of(String.valueOf(e.disclosure().publisher()))),
            "region", counted(all, low.and(project).and(in2021), CountContract::regionCodes)),
        answer.facets().entrySet().stream()
            .filter(
                facet ->
                    List.of("kind", "year", "grade", "publisher", "region")
                        .contains(facet.getKey()))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    facet ->
                        facet.getValue().stream()
                            .collect(Collectors.toMap(FacetCount::value, FacetCount::count)))),
        "seed " + seed);
  }

  @Test
  void aSubjectFacetHasItsLevels() throws IOException {
    tell(Told.by("云州市商务局", 2023).line("2160299", "其他商业流通事务支出"));
    List<FacetCount> subjects =
        ask(everything().question()).facets().getOrDefault("subject", List.of());
    assertEquals(
        List.of("216", "21602", "2160299"), subjects.stream().map(FacetCount::value).toList());
    assertEquals("216 商业服务业等支出", subjects.getLast().path().getFirst());
    assertEquals(3, subjects.getLast().path().size());
  }

  private String frames(Ask ask, String... publishers) throws IOException {
    List<Frame> frames = searcher.frames("expenditure", ask.filters());
    assertEquals(
        Set.of(publishers),
        frames.stream().map(frame -> frame.disclosure().publisher()).collect(Collectors.toSet()));
    return frames.stream()
        .sorted(
            Comparator.comparingInt(Frame::rank)
                .thenComparingInt(
                    frame -> List.of(publishers).indexOf(frame.disclosure().publisher())))
        .map(
            frame ->
                frame.rank()
                    + " "
                    + frame.disclosure().publisher()
                    + " "
                    + frame.value()
                    + " "
                    + Math.round(frame.percentile()))
        .collect(Collectors.joining(", "));
  }

  /** The bins that hold something. */
  private String histogram(Ask ask, boolean least) throws IOException {
    return searcher
        .histogram(ask.question(), new MetricRef("execution_rate", null), least, true)
        .bins()
        .stream()
        .filter(bin -> bin.count() > 0)
        .map(bin -> bin.low() + "–" + bin.high() + " " + bin.count())
        .collect(Collectors.joining(", "));
  }

  private static Map<String, Long> counted(
      List<Entry> all, Predicate<Entry> which, Function<Entry, List<String>> values) {
    return all.stream()
        .filter(which)
        .flatMap(entry -> values.apply(entry).stream())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static List<String> regionCodes(Entry entry) {
    return entry.disclosure().region().size() == 3
        ? List.of("990000", "990100", "990102")
        : List.of("990000", "990100");
  }
}
