package mingcha.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Ids;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.disclosure.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComputedReadingsTest {
  @Test
  void aChangeInYuanGivesTheRate() {
    // 公务接待费30万元，比上年减少10万元
    assertEquals(
        "reception_change -25.00 % = reception_change_amount ÷ prior",
        computed(
            EntryKind.STATEMENT,
            said("reception", Stage.FINAL, "300000"),
            said("reception_change_amount", null, "-100000")));
  }

  @Test
  void lastYearsFigureGivesBoth() {
    assertEquals(
        """
        reception_change_amount 50000 元 = reception − prior
        reception_change 20.00 % = reception_change_amount ÷ prior""",
        computed(
            EntryKind.LINE,
            said("reception", Stage.FINAL, "300000"),
            said("reception", Stage.PRIOR, "250000")));
  }

  @Test
  void whatIsStatedIsNotComputedAndWhatGrewOutOfNothingHasNoRate() {
    assertEquals(
        "",
        computed(
            EntryKind.STATEMENT,
            said("reception", Stage.FINAL, "300000"),
            said("reception_change_amount", null, "-100000"),
            said("reception_change", null, "-25")));
    assertEquals(
        "",
        computed(
            EntryKind.STATEMENT,
            said("reception", Stage.FINAL, "300000"),
            said("reception_change_amount", null, "300000")));
    assertEquals(
        "",
        computed(
            EntryKind.STATEMENT,
            said("reception", Stage.FINAL, "300000"),
            said("reception_change_amount", null, "-100000"),
            said("reception_change_amount", null, "-90000")));
  }

  @Test
  void aLineOfThreePublicIsBudgetedAndSpentByItsOwnName() {
    assertEquals(
        """
        execution_rate 80.00 % = reception ÷ reception.adjusted
        execution_gap 10000 元 = |reception − reception.adjusted|
        budget_gap 10000 元 = |reception − reception.adjusted|""",
        computed(
            EntryKind.LINE,
            said("reception", Stage.ADJUSTED, "50000"),
            said("reception", Stage.FINAL, "40000")));
  }

  @Test
  void anIndicatorIsMetAsFarAsItsTarget() {
    assertEquals(
        "attainment_rate 84.53 % = done ÷ target",
        computed(EntryKind.INDICATOR, target("≥1500", "1500"), done("1268")));
    assertEquals(
        "attainment_rate 100 % = within the target, or target ÷ done",
        computed(EntryKind.INDICATOR, target("≤10", "10"), done("8")));
    assertEquals(
        "attainment_rate 80.00 % = within the target, or target ÷ done",
        computed(EntryKind.INDICATOR, target("≤10", "10"), done("12.5")));
  }

  @Test
  void theTargetAsAdjustedTakesThePlaceOfTheFirstOne() {
    assertEquals(
        "attainment_rate 50.00 % = done ÷ target",
        computed(
            EntryKind.INDICATOR,
            value("年初指标值", "≥10", "10"),
            value("调整后指标值", "≥8", "8"),
            done("4")));
  }

  @Test
  void whatACostSavedIsNotShortOfItsTarget() {
    assertEquals(
        "",
        computed(
            EntryKind.INDICATOR,
            reading(null, null, "年度指标值", "=100万元", "1000000", "元"),
            reading(null, null, "实际完成值", "=39.8万元", "398000", "元")));
  }

  @Test
  void aTargetOfNothingOrInWordsIsNotComputable() {
    assertEquals("", computed(EntryKind.INDICATOR, target("0", "0"), done("4")));
    assertEquals("", computed(EntryKind.INDICATOR, target("有所提高", null), done("4")));
  }

  private static Reading target(String raw, @Nullable String value) {
    return value("年度指标值", raw, value);
  }

  private static Reading done(String value) {
    return value("实际完成值", value, value);
  }

  private static Reading value(String label, String raw, @Nullable String value) {
    return reading(null, null, label, raw, value, "个");
  }

  private static Reading said(String metric, @Nullable Stage stage, String value) {
    return reading(metric, stage, metric, value, value, metric.endsWith("_change") ? "%" : "元");
  }

  private static Reading reading(
      @Nullable String metric,
      @Nullable Stage stage,
      String label,
      String raw,
      @Nullable String value,
      String unit) {
    return new Reading(
        metric,
        stage,
        label,
        List.of(label),
        value == null ? null : new BigDecimal(value),
        unit,
        raw,
        unit,
        Basis.NARRATIVE,
        null,
        null,
        Source.line("a.txt", 1));
  }

  private static String computed(EntryKind kind, Reading... readings) {
    Entry entry =
        new Entry(
            Ids.entry("d", kind, null, "公务接待费", 0),
            kind,
            "公务接待费",
            "",
            List.of(),
            Scope.OTHER,
            Told.by("云州市商务局", 2023).disclosure(),
            null,
            null,
            null,
            null,
            List.of(readings),
            List.of());
    return ComputedReadings.added(entry).readings().stream()
        .skip(Stream.of(readings).count())
        .map(r -> r.metric() + " " + r.raw() + " " + r.unit() + " = " + r.formula())
        .collect(Collectors.joining("\n"));
  }
}
