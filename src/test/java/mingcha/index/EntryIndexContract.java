package mingcha.index;

import static mingcha.index.Ask.above;
import static mingcha.index.Ask.below;
import static mingcha.index.Ask.compared;
import static mingcha.index.Ask.condition;
import static mingcha.index.Ask.eitherOf;
import static mingcha.index.Ask.equalTo;
import static mingcha.index.Ask.everything;
import static mingcha.index.Ask.graded;
import static mingcha.index.Ask.no;
import static mingcha.index.Ask.projects;
import static mingcha.index.Ask.terms;
import static mingcha.index.Told.grade;
import static mingcha.index.Told.narrative;
import static mingcha.index.Told.staged;
import static mingcha.index.Told.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;
import mingcha.index.Answer.FacetCount;
import mingcha.index.Answer.Hit;
import mingcha.index.Answer.Near;
import mingcha.index.Answer.Snippet;
import mingcha.index.EntrySearcher.Slice;
import mingcha.index.EntrySearcher.Stats;
import mingcha.query.Clause.Condition;
import mingcha.query.MetricRef;
import mingcha.query.Op;
import mingcha.query.Question;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every backend does. */
public abstract class EntryIndexContract {
  private static final Duration PROMISED = Duration.ofSeconds(2);

  @TempDir protected Path folder;

  private EntryIndexer indexer;
  private EntrySearcher searcher;
  private long seq;

  protected abstract EntryIndexer indexer(Path folder) throws IOException;

  protected abstract EntrySearcher searcher(Path folder) throws IOException;

  /** Deletes an index that nobody writes. */
  protected void discard(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  @BeforeEach
  void open() throws IOException {
    indexer = indexer(folder);
    searcher = searcher(folder);
  }

  @AfterEach
  void close() throws IOException {
    searcher.close();
    indexer.close();
  }

  @Test
  void anIndexWithoutACommitAnswersWithNothing() throws IOException {
    assertEquals(
        "0 [] []", shown(searcher.search(projects().about("消费券").question(), new Slice(0, 10))));
    assertEquals(new Stats(0, 0), searcher.stats());
    assertEquals(Optional.empty(), searcher.entry("x"));
    assertEquals(0, indexer.committedSeq());
  }

  @Test
  void aCommitIsSeenWithinTwoSecondsAndCarriesItsNumber() throws Exception {
    indexer.replace(vouchers().disclosure(), 1, List.of(vouchers().entries().getFirst()));
    indexer.commit(41);
    awaitEntries(1);
    assertEquals(new Stats(1, 1), searcher.stats());
    assertEquals(41, indexer.committedSeq());
  }

  @Test
  void whatWasNotCommittedIsNotSeenAndIsGoneAfterClosing() throws IOException {
    tell(vouchers());
    Told other = Told.by("云州市教育局", 2023).project("校舍维修");
    indexer.replace(other.disclosure(), 2, other.entries());
    indexer.close();
    indexer = indexer(folder);
    indexer.commit(7);
    reopen();
    assertEquals("", names(terms("校舍维修")));
    assertEquals(new Stats(4, 1), searcher.stats());
  }

  @Test
  void aDisclosureThatIsReadAgainTakesItsOwnPlace() throws IOException {
    tell(vouchers());
    tell(Told.by("云州市商务局", 2023).project("展会补贴"));
    assertEquals("展会补贴", names(everything()));
    assertEquals(new Stats(1, 1), searcher.stats());
  }

  @Test
  void anIndexThatIsBuiltAnewInPlaceOfAnOpenOneIsTakenUp() throws Exception {
    tell(vouchers());
    indexer.close();
    discard(folder);
    indexer = indexer(folder);
    Told other = Told.by("云州市教育局", 2023).project("校舍维修");
    indexer.replace(other.disclosure(), 1, other.entries());
    indexer.commit(1);
    awaitEntries(1);
    assertEquals("校舍维修", names(everything()));
  }

  @Test
  void aDisclosureThatIsTakenOutIsGone() throws IOException {
    tell(vouchers());
    tell(Told.by("云州市教育局", 2023).project("校舍维修"));
    indexer.remove(vouchers().disclosure().id());
    indexer.commit(++seq);
    reopen();
    assertEquals("校舍维修", names(everything()));
    assertEquals(new Stats(1, 1), searcher.stats());
  }

  @Test
  void aReadingStatedInTheTableOrInTheNarrativeIsEnough() throws IOException {
    tell(vouchers());
    assertEquals("变压器更换[1], 家电消费券[0]", names(projects().where(below("execution_rate", "60"))));
    assertEquals(
        "变压器更换[0, 1]",
        names(
            projects()
                .where(
                    equalTo("execution_rate.table", "100"),
                    below("execution_rate.narrative", "60"))));
  }

  @Test
  void oneReadingMustMeetAllThatIsAskedOfItsMetric() throws IOException {
    tell(Told.by("云州市商务局", 2023).project("甲", rates("100", "45")).project("乙", rates("100", "55")));
    assertEquals(
        "乙[1]",
        names(projects().where(above("execution_rate", "50"), below("execution_rate", "60"))));
    assertEquals(
        "",
        names(
            projects()
                .where(
                    eitherOf(below("execution_rate", "20"), above("execution_rate", "90")),
                    below("execution_rate", "100"))));
    assertEquals(
        "乙[1]", names(projects().where(condition("execution_rate", Op.BETWEEN, "50", "99.99"))));
    assertEquals(
        "甲[1]",
        names(
            projects()
                .where(
                    condition("execution_rate", Op.IN, "45", "100"),
                    below("execution_rate", "100"))));
  }

  @Test
  void limitsAreInAndOutAsTheCivilCodeHasIt() throws IOException {
    tell(
        Told.by("云州市商务局", 2023)
            .project("六十", table("execution_rate", "60"))
            .project("略少", table("execution_rate", "59.9999"))
            .project("略多", table("execution_rate", "60.0001")));
    assertEquals("略少[0]", names(projects().where(below("execution_rate", "60"))));
    assertEquals(
        "六十[0], 略少[0]", names(projects().where(condition("execution_rate", Op.AT_MOST, "60"))));
    assertEquals("略多[0]", names(projects().where(above("execution_rate", "60"))));
    assertEquals(
        "六十[0], 略多[0]", names(projects().where(condition("execution_rate", Op.AT_LEAST, "60"))));
    assertEquals("六十[0]", names(projects().where(equalTo("execution_rate", "60.0"))));
  }

  @Test
  void aComputedRateCountsOnlyWhereNoneIsStated() throws IOException {
    tell(
        Told.by("云州市商务局", 2023)
            .project("算出", table("budget_adjusted", "300"), table("executed", "100"))
            .project(
                "说出",
                table("budget_adjusted", "300"),
                table("executed", "100"),
                table("execution_rate", "90"))
            .project("无预算", table("budget_adjusted", "0"), table("executed", "100")));
    Answer answer = ask(projects().where(below("execution_rate", "60")).question());
    assertEquals("算出[2]", names(answer));
    Reading computed = answer.hits().getFirst().entry().readings().get(2);
    assertEquals(
        "33.33 % computed executed ÷ budget_adjusted",
        computed.raw() + " " + computed.unit() + " " + computed.basis() + " " + computed.formula());
    assertEquals("算出[2]", names(projects().where(below("execution_rate.computed", "60"))));
  }

  @Test
  void howFarBudgetAndOutturnLieApartIsComputedInEitherDirection() throws IOException {
    tell(
        Told.by("云州市商务局", 2023)
            .project("省下", table("budget_initial", "300"), table("executed", "100"))
            .project("超支", table("budget_adjusted", "100"), table("executed", "400"))
            .project("只有决算", table("executed", "900")));
    Answer far = ask(projects().greatest("budget_gap").question());
    assertEquals(
        List.of("超支", "省下", "只有决算"), far.hits().stream().map(hit -> hit.entry().name()).toList());
    Reading gap = far.hits().getFirst().entry().readings().getLast();
    assertEquals(
        "300 元 computed |executed − budget_adjusted|",
        gap.raw() + " " + gap.unit() + " " + gap.basis() + " " + gap.formula());
    assertEquals("超支[4]", names(projects().where(above("budget_gap", "200"))));
  }

  @Test
  void aYearThatIsLeftOutIsNotFound() throws IOException {
    for (int year = 2021; year <= 2023; year++) {
      tell(Told.by("云州市商务局", year).project("消费券" + year));
    }
    assertEquals("消费券2022", names(projects().notOf(2021).notOf(2023)));
    assertEquals("", names(projects().year(2021).notOf(2021)));
  }

  @Test
  void aDoubtedFigureLastYearsAndABudgetAnswerNoConditionOnWhatWasSpent() throws IOException {
    tell(
        Told.by("云州市商务局", 2023)
            .total("存疑", table("reception", "20").doubted("two columns run together"))
            .total("上年", staged(Stage.PRIOR, "reception", "20"))
            .total("预算", staged(Stage.INITIAL, "reception", "20"))
            .total(
                "决算",
                staged(Stage.INITIAL, "reception", "30"),
                staged(Stage.FINAL, "reception", "20")));
    assertEquals("决算[1]", names(everything().where(above("reception", "10"))));
    assertEquals("", names(everything().where(above("reception", "25"))));
  }

  @Test
  void gradesComparisonsAndNegationsAreConditionsToo() throws IOException {
    tell(
        Told.by("云州市商务局", 2023)
            .project("甲", grade("良"), table("executed", "5"), table("budget_initial", "3"))
            .project("乙", grade("差"), table("executed", "3"), table("budget_initial", "3")));
    assertEquals("甲[0]", names(projects().where(graded("良", "中"))));
    assertEquals(
        "甲[1, 2]", names(projects().where(compared("executed", Op.MORE, "budget_initial"))));
    assertEquals("乙", names(projects().where(no(above("executed", "4")))));
  }

  @Test
  void aboutHoldsOfTheThingItselfTermsOfAllThatIsSaidOfIt() throws IOException {
    tell(vouchers());
    assertEquals("家电消费券", names(projects().about("消费券")));
    assertEquals("主体倍增, 家电消费券", names(terms("消费券").kind(EntryKind.PROJECT)));
    assertEquals("家电消费券", names(terms("消费券").kind(EntryKind.PROJECT).not("倍增")));
  }

  @Test
  void anEntryNamedByTheTermComesFirstThenWhatHoldsMoreOfTheTerms() throws IOException {
    tell(
        Told.by("云州市商务局", 2023)
            .passage("其他说明", "公务接待费用于公务接待。公务接待费、公务接待费、公务接待费都从严控制")
            .total("公务接待费", table("reception", "2400"))
            .passage("公务接待费说明", "公务接待费支出决算")
            .passage("国内接待", "接待批次与公务接待费"));
    Answer answer = ask(terms("公务接待费", "批次").question());
    assertEquals("公务接待费", answer.hits().getFirst().entry().name());
    assertEquals(4, answer.total());
  }

  @Test
  void theWordsOfASentenceMayStandInAnotherOrderAndALittleApart() throws IOException {
    tell(
        Told.by("云州市商务局", 2023)
            .passage("问题", "结余资金未按规定退缴国库，资金管理有待加强")
            .passage("说明", "国库集中支付。结余资金已退缴"));
    assertEquals("问题", names(terms("资金结余未退缴国库")));
  }

  @Test
  void unknownWordsQuotesAndSpacesInNamesAreFoundAsStrings() throws IOException {
    tell(Told.by("云州市商务局", 2023).project("2023年“嗨购元宵”汽车 补贴").project("乡村e镇工作项目").total("“三公”经费"));
    assertEquals("2023年“嗨购元宵”汽车 补贴", names(terms("嗨购元宵汽车补贴")));
    assertEquals("2023年“嗨购元宵”汽车 补贴", names(everything().about("購元")));
    assertEquals("乡村e镇工作项目", names(everything().about("乡村Ｅ镇")));
    assertEquals("“三公”经费", names(terms("三公经费")));
    assertEquals("乡村e镇工作项目", names(everything().about("镇")));
  }

  @Test
  void filtersKeepDivisionsWithinAndSubjectsBelow() throws IOException {
    Told county =
        Told.by("河东县商务局", 2022, "990102", List.of("样例省", "云州市", "河东县"))
            .line("2160299", "其他商业流通事务支出", table("executed", "7"));
    tell(vouchers());
    tell(county);
    assertEquals("其他商业流通事务支出", names(everything().subject("216")));
    assertEquals("其他商业流通事务支出", names(everything().subject("21602").in("990000", "样例省")));
    assertEquals("其他商业流通事务支出", names(everything().in("990102", "河东县")));
    assertEquals(5, ask(everything().in("990100", "云州市").question()).total());
    assertEquals("其他商业流通事务支出", names(everything().year(2022).year(2021)));
    assertEquals("其他商业流通事务支出", names(everything().publisher("河东县商务局")));
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
  void aQuestionThatContradictsItselfMatchesNothing() throws IOException {
    tell(vouchers());
    assertEquals("0 [] []", shown(ask(projects().problem("低于40%又高于60%").question())));
  }

  @Test
  void whereNothingMatchesTheClosestQuestionsAreOffered() throws IOException {
    tell(
        Told.by("云州市商务局", 2023)
            .project("消费券", table("execution_rate", "98"))
            .project("主体倍增", narrative("execution_rate", "45.2"))
            .statement("家电消费券", "", narrative("redemption_rate", "41.3")));
    Answer answer = ask(projects().about("消费券").where(below("execution_rate", "60")).question());
    assertEquals(
        """
        0
        1 没有低于60%的执行率；核销率有 1 条 | no execution rate below 60%; 1 by redemption rate (核销率)
        1 最接近的执行率是98%，有 1 条 | the closest execution rate is 98%, of 1
        1 不限“条件”有 1 条 | 1 without “条件”
        1 不限“消费券”有 1 条 | 1 without “消费券”\
        """,
        answer.total()
            + "\n"
            + String.join("\n", answer.near().stream().map(this::shown).toList()));
    assertEquals("家电消费券[0]", names(ask(answer.near().getFirst().question())));
  }

  @Test
  void aWordThatOnlySoundsLikeANameIsOfferedAsThatName() throws IOException {
    tell(Told.by("云州市商务局", 2023).project("2023年家电消费券"));
    Near near = ask(projects().about("消费卷卷").question()).near().getFirst();
    assertEquals("不限“消费卷卷”有 1 条", near.reason());
    Near meant = ask(projects().about("家店消费劝").question()).near().getFirst();
    assertEquals("是不是“家电消费券”？有 1 条", meant.reason());
    assertEquals("2023年家电消费券", names(ask(meant.question())));
    assertEquals("家电消费券", searcher.suggest("家店消费劝", 5).getFirst().text());
  }

  @Test
  void aStageThatIsNamedIsSearchedForItself() throws IOException {
    tell(
        Told.by("云州市商务局", 2023)
            .total(
                "公务接待费",
                staged(Stage.INITIAL, "reception", "200000"),
                staged(Stage.FINAL, "reception", "50000")));
    Condition budget =
        new Condition(
            new MetricRef("reception", null, Stage.INITIAL),
            Op.MORE,
            List.of(new BigDecimal("10")),
            "万元",
            "");
    assertEquals("公务接待费[0]", names(ask(everything().where(budget).question())));
    assertEquals("", names(ask(everything().where(above("reception", "100000")).question())));
  }

  @Test
  void snippetsShowWhereTheWordsStand() throws IOException {
    tell(
        Told.by("云州市商务局", 2023)
            .project("甲", "前言。".repeat(40) + "因财政 支付紧张，未能支付。" + "后记。".repeat(60))
            .project("乙", "执行率为1045.2，不，是45.2%。", narrative("execution_rate", "45.2")));
    Snippet words = ask(terms("财政支付紧张").question()).hits().getFirst().snippet().getFirst();
    assertEquals(List.of("财政 支付紧张"), marked(words));
    assertEquals(160, words.text().length());
    Hit figure = ask(projects().where(below("execution_rate", "60")).question()).hits().getFirst();
    assertEquals("执行率为1045.2，不，是45.2%。", figure.snippet().getFirst().text());
    assertEquals(List.of("45.2%"), marked(figure.snippet().getFirst()));
  }

  @Test
  void anEntryIsStoredWhole() throws IOException {
    tell(vouchers());
    Entry stored = vouchers().entries().get(1);
    assertEquals(Optional.of(stored), searcher.entry(stored.id()));
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
  void suggestionsBeginWithWhatWasTypedOrHoldIt() throws IOException {
    tell(vouchers());
    tell(Told.by("云州市教育局", 2023).line("2050803", "培训支出").project("消费券宣传"));
    assertEquals("消费券宣传 name 1, 家电消费券 name 1", suggestions("消费券"));
    assertEquals("云州市商务局 publisher 4, 云州市教育局 publisher 2", suggestions("云州"));
    assertEquals("培训支出 subject 1", suggestions("培"));
    assertEquals("", suggestions("“”"));
  }

  /** A single letter that begins many names is not looked for within others. */
  @Test
  void aLetterSuggestsWhatBeginsWithItWhereThatIsMuch() throws IOException {
    tell(Told.by("云州市商务局", 2023).project("少儿培训"));
    assertEquals("少儿培训 name 1", suggestions("培"));
    Told many = Told.by("培新区教育局", 2023);
    for (int i = 0; i < Suggestions.MOST_ENTRIES; i++) {
      many.line("2050803", "培训支出");
    }
    tell(many);
    tell(Told.by("云州市教育局", 2023).project("培优工程"));
    assertEquals("培新区教育局 publisher 200, 培训支出 subject 200", suggestions("培"));
    assertEquals("少儿培训 name 1", suggestions("儿"));
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
            "region", counted(all, low.and(project).and(in2021), EntryIndexContract::regionCodes)),
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

  @Test
  void oddFiguresAndEndlessNamesStopNothing() throws IOException {
    tell(
        Told.by("云州市商务局", 2023)
            .project("天".repeat(100_000), table("executed", "1E+400"))
            .project("小", table("executed", "1E-400")));
    assertEquals(1, ask(projects().where(above("executed", "1E+12")).question()).total());
    assertEquals("小[0]", names(projects().where(below("executed", "1"))));
  }

  @Test
  void aSecondWriterIsRefused() {
    IndexProblem problem = assertThrows(IndexProblem.class, () -> indexer(folder));
    assertTrue(
        String.valueOf(problem.getMessage()).startsWith("another ingest is writing the index"),
        problem.getMessage());
  }

  private static Told vouchers() {
    return Told.by("云州市商务局", 2023)
        .project("变压器更换", rates("100", "45.2"))
        .project("家电消费券", table("execution_rate", "41"))
        .project("主体倍增", "发放消费券等活动", table("execution_rate", "80"))
        .passage("概况", "主管商务");
  }

  private static Reading[] rates(String table, String narrative) {
    return new Reading[] {table("execution_rate", table), narrative("execution_rate", narrative)};
  }

  private void tell(Told told) throws IOException {
    indexer.replace(told.disclosure(), ++seq, told.entries());
    indexer.commit(seq);
    reopen();
  }

  private void awaitEntries(long entries) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PROMISED.toNanos();
    while (searcher.stats().entries() != entries && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    assertEquals(entries, searcher.stats().entries());
  }

  private void reopen() throws IOException {
    searcher.close();
    searcher = searcher(folder);
  }

  private Answer ask(Question question) throws IOException {
    return searcher.search(question, new Slice(0, 100));
  }

  /** Sorted by name, with the indexes of the matched readings. */
  private String names(Ask ask) throws IOException {
    return names(ask(ask.question()));
  }

  private static String names(Answer answer) {
    return String.join(
        ", ", answer.hits().stream().map(EntryIndexContract::shown).sorted().toList());
  }

  private String inOrder(Ask ask) throws IOException {
    return String.join(
        ", ", ask(ask.question()).hits().stream().map(EntryIndexContract::shown).toList());
  }

  private static String shown(Hit hit) {
    return hit.entry().name() + (hit.matched().isEmpty() ? "" : hit.matched());
  }

  private static String shown(Answer answer) {
    return answer.total() + " " + answer.hits() + " " + answer.near();
  }

  private String shown(Near near) {
    return near.count() + " " + near.reason() + " | " + near.reasonEnglish();
  }

  private static List<String> marked(Snippet snippet) {
    return snippet.marks().stream()
        .map(mark -> snippet.text().substring(mark.get(0), mark.get(1)))
        .toList();
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

  private String suggestions(String typed) throws IOException {
    return searcher.suggest(typed, 5).stream()
        .map(s -> s.text() + " " + s.kind() + " " + s.count())
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
