package mingcha.query;

import static mingcha.query.QuestionParserTest.question;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mingcha.disclosure.Basis;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Institution;
import mingcha.disclosure.Metric;
import mingcha.disclosure.Metric.Quantity;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Stage;
import mingcha.query.Clause.AnyOf;
import mingcha.query.Clause.Comparison;
import mingcha.query.Clause.Condition;
import mingcha.query.Clause.GradeIn;
import mingcha.query.Clause.Not;
import mingcha.query.Filters.RegionFilter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Questions made at random, printed and read again. */
class GeneratedQuestionsTest {
  /** Without 本年支出, which is executed where a part of the disclosure is asked for. */
  private static final List<Metric> METRICS =
      Metrics.standard().all().stream()
          .filter(m -> m.quantity() != Quantity.GRADE && !m.id().equals("expenditure"))
          .toList();

  private static final List<RegionFilter> REGIONS =
      List.of(
          new RegionFilter("140000", "山西省"),
          new RegionFilter("140500", "晋城市"),
          new RegionFilter("150000", "内蒙古自治区"));

  /** Some of them hold words of questions, and have to be quoted. */
  private static final List<String> WORDS =
      List.of("消费券", "项目管理办法", "执行率", "低于60%", "乡村e镇", "资金结余未退缴国库", "2023年重点工作", "最低生活保障", "covid");

  private static final RegionFilter JIAOZUO = new RegionFilter("410800", "焦作市");

  /** Spelled as 宿州市 is. */
  private static final RegionFilter SUZHOU = new RegionFilter("320500", "苏州市");

  private static final Set<String> STAGED = Set.of("reception", "three_public", "vehicle");

  @Test
  void aThousandReadBackAsThemselves() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      Question made = made(random);
      String sentence = Interpretation.sentence(made);
      assertEquals(
          Printed.line(made), Printed.line(question(sentence)), "seed " + seed + ": " + sentence);
    }
  }

  /** English says amounts in yuan, and counts without a measure word. */
  @Test
  void aThousandReadBackFromEnglish() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      Question made = made(random);
      String sentence = Interpretation.english(made);
      assertEquals(
          inYuan(Printed.line(inBase(made))),
          inYuan(Printed.line(inBase(question(sentence)))),
          "seed " + seed + ": " + sentence);
    }
  }

  static String inYuan(String line) {
    return line.replaceAll("(?<=\\d)(?:人次|批次|辆|个|批|人)(?=[,;| )]|$)", "");
  }

  static Question inBase(Question q) {
    return new Question(
        q.text(),
        q.kinds(),
        q.about(),
        q.terms(),
        q.not(),
        q.where().stream().map(GeneratedQuestionsTest::inBase).toList(),
        q.filters(),
        q.sort(),
        q.limit(),
        q.leftover(),
        q.problems());
  }

  private static Clause inBase(Clause clause) {
    return switch (clause) {
      case Condition c ->
          new Condition(
              c.metric(),
              c.op(),
              c.baseValues(),
              c.unit().endsWith("元") ? "元" : c.unit(),
              c.text());
      case AnyOf any ->
          new AnyOf(any.clauses().stream().map(GeneratedQuestionsTest::inBase).toList(), "");
      case Not not -> new Not(inBase(not.clause()), "");
      case GradeIn grades -> grades;
      case Comparison comparison -> comparison;
    };
  }

  private static Question made(Random random) {
    Question made = any(random);
    return says(made) ? made : made(random);
  }

  /** Of a project 项目支出 is what it spent, of an indicator 完成率 is its target's; a limit orders. */
  private static boolean says(Question q) {
    String line = Printed.line(q);
    boolean renamed =
        (q.kinds().equals(Set.of(EntryKind.PROJECT)) && line.contains("project_expenditure"))
            || (q.kinds().equals(Set.of(EntryKind.INDICATOR)) && line.contains("completion_rate"));
    boolean ordered =
        q.limit() != null
            && q.sort() == null
            && q.where().size() == 1
            && q.where().getFirst() instanceof Condition c
            && (c.op() == Op.MORE || c.op() == Op.AT_LEAST);
    return !renamed && !ordered;
  }

  private static Question any(Random random) {
    Set<EntryKind> kinds =
        random.nextBoolean()
            ? Set.of()
            : EnumSet.of(
                List.of(EntryKind.PROJECT, EntryKind.LINE, EntryKind.INDICATOR)
                    .get(random.nextInt(3)));
    List<Clause> where = new ArrayList<>();
    for (int n = random.nextInt(3); n > 0; n--) {
      where.add(clause(random));
    }
    return new Question(
        "",
        kinds,
        random.nextInt(3) == 0 ? List.of(word(random)) : List.of(),
        random.nextInt(3) == 0 ? List.of(word(random)) : List.of(),
        random.nextInt(5) == 0 ? List.of("奖金") : List.of(),
        distinct(where),
        filters(random),
        random.nextInt(4) == 0 ? new Sort(metric(random).metric(), random.nextBoolean()) : null,
        random.nextInt(4) == 0 ? random.nextInt(1, 100) : null,
        List.of(),
        List.of());
  }

  /** Two conditions on one metric may contradict each other. */
  private static List<Clause> distinct(List<Clause> where) {
    Set<String> metrics = new HashSet<>();
    return where.stream()
        .filter(clause -> Collections.disjoint(metrics, metrics(clause)))
        .peek(clause -> metrics.addAll(metrics(clause)))
        .toList();
  }

  private static Set<String> metrics(Clause clause) {
    return Pattern.compile("[a-z_.]{4,}")
        .matcher(Printed.clause(clause))
        .results()
        .map(MatchResult::group)
        .filter(word -> !word.equals("between"))
        .collect(Collectors.toSet());
  }

  private static Clause clause(Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> new GradeIn(random.nextBoolean() ? List.of("差") : List.of("良", "中"), "");
      case 1 ->
          new Comparison(
              new MetricRef("executed", null), Op.MORE, new MetricRef("budget_adjusted", null), "");
      case 2 -> new AnyOf(List.of(condition(random), condition(random)), "");
      case 3 -> new Not(condition(random), "");
      case 4 -> new Not(new GradeIn(List.of("优"), ""), "");
      case 5 -> new Not(new AnyOf(List.of(condition(random), condition(random)), ""), "");
      default -> condition(random);
    };
  }

  private static Condition condition(Random random) {
    Metric metric = METRICS.get(random.nextInt(METRICS.size()));
    Op op =
        List.of(Op.LESS, Op.AT_MOST, Op.MORE, Op.AT_LEAST, Op.EQUAL, Op.BETWEEN)
            .get(random.nextInt(6));
    BigDecimal low = BigDecimal.valueOf(random.nextInt(1, 9_000), 1).add(BigDecimal.ONE);
    List<BigDecimal> values =
        op == Op.BETWEEN ? List.of(low, low.add(BigDecimal.TEN)) : List.of(low);
    String unit =
        metric.quantity() == Quantity.MONEY
            ? List.of("元", "万元", "亿元").get(random.nextInt(3))
            : Metrics.standard().isInPoints(metric.id()) ? "个百分点" : metric.quantity().unit();
    boolean change = metric.id().contains("_change");
    boolean staged = !change && random.nextInt(5) == 0 && STAGED.contains(metric.id());
    if (change && (op == Op.LESS || op == Op.AT_MOST)) {
      values = List.of(low.negate());
    }
    Basis basis = random.nextInt(4) == 0 ? List.of(Basis.values()).get(random.nextInt(3)) : null;
    MetricRef ref =
        staged
            ? new MetricRef(metric.id(), null, random.nextBoolean() ? Stage.INITIAL : Stage.PRIOR)
            : new MetricRef(metric.id(), basis);
    return new Condition(ref, op, values, unit, "");
  }

  private static Condition metric(Random random) {
    return condition(random);
  }

  private static String word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private static Filters filters(Random random) {
    @Nullable RegionFilter region =
        random.nextInt(3) == 0 ? REGIONS.get(random.nextInt(REGIONS.size())) : null;
    List<Integer> years =
        switch (random.nextInt(4)) {
          case 0 -> List.of(2023);
          case 1 -> List.of(2021, 2022, 2023);
          case 2 -> List.of(2019, 2023);
          default -> List.<Integer>of();
        };
    String subject = random.nextInt(4) == 0 ? "2160299" : null;
    String publisher =
        region == null && random.nextInt(3) == 0
            ? (random.nextBoolean() ? "焦作市商务局" : "样例开发区管理中心")
            : null;
    return new Filters(
        region,
        years,
        subject,
        publisher,
        random.nextInt(6) == 0 ? (random.nextBoolean() ? "部门决算" : "年度报告") : null,
        random.nextInt(6) == 0 ? "本级" : null,
        random.nextInt(8) == 0 ? "score-sum/parts" : null,
        random.nextInt(8) == 0 ? "three_public" : null,
        REGIONS.get(1).equals(region) && random.nextBoolean() ? List.of(JIAOZUO) : List.of(),
        publisher == null && random.nextInt(5) == 0 ? List.of(SUZHOU) : List.of(),
        random.nextInt(5) == 0 ? List.of(2018, 2020) : List.of(),
        random.nextInt(5) == 0
            ? List.of(
                    List.of(Institution.STREET), List.of(Institution.SCHOOL, Institution.HOSPITAL))
                .get(random.nextInt(2))
            : List.of());
  }
}
