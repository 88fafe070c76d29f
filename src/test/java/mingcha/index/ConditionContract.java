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
import static mingcha.index.Told.grade;
import static mingcha.index.Told.staged;
import static mingcha.index.Told.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;
import mingcha.query.Clause.Condition;
import mingcha.query.MetricRef;
import mingcha.query.Op;
import org.junit.jupiter.api.Test;

/** What every backend finds by figures, grades, stages, years and filters. */
public abstract class ConditionContract extends IndexContract {
  protected ConditionContract(Backend backend) {
    super(backend);
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
  void aQuestionThatContradictsItselfMatchesNothing() throws IOException {
    tell(vouchers());
    assertEquals("0 [] []", shown(ask(projects().problem("低于40%又高于60%").question())));
  }
}
