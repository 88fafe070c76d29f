package mingcha.query;

import static mingcha.query.QuestionParserTest.question;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import mingcha.disclosure.Basis;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Metric;
import mingcha.disclosure.Metric.Quantity;
import mingcha.disclosure.Metrics;
import mingcha.query.Clause.AnyOf;
import mingcha.query.Clause.Comparison;
import mingcha.query.Clause.Condition;
import mingcha.query.Clause.GradeIn;
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

  private static Question made(Random random) {
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
        random.nextInt(3) == 0 ? List.of("消费券") : List.of(),
        random.nextInt(3) == 0 ? List.of("无法支付") : List.of(),
        random.nextInt(5) == 0 ? List.of("培训") : List.of(),
        distinct(where),
        filters(random),
        null,
        null,
        List.of(),
        List.of());
  }

  /** Two conditions on one metric may contradict each other. */
  private static List<Clause> distinct(List<Clause> where) {
    Set<String> metrics = new HashSet<>();
    return where.stream().filter(clause -> metrics.add(firstWord(clause))).toList();
  }

  private static String firstWord(Clause clause) {
    return Printed.clause(clause).replaceFirst(" .*", "");
  }

  private static Clause clause(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> new GradeIn(random.nextBoolean() ? List.of("差") : List.of("良", "中"), "");
      case 1 ->
          new Comparison(
              new MetricRef("executed", null), Op.MORE, new MetricRef("budget_adjusted", null), "");
      case 2 -> new AnyOf(List.of(condition(random), condition(random)), "");
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
            : metric.quantity().unit();
    boolean change = metric.id().contains("_change");
    if (change && (op == Op.LESS || op == Op.AT_MOST)) {
      values = List.of(low.negate());
    }
    Basis basis = random.nextInt(4) == 0 ? List.of(Basis.values()).get(random.nextInt(3)) : null;
    return new Condition(new MetricRef(metric.id(), basis), op, values, unit, "");
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
    String publisher = region == null && random.nextInt(4) == 0 ? "焦作市商务局" : null;
    return new Filters(region, years, subject, publisher, null, null, null, null);
  }
}
