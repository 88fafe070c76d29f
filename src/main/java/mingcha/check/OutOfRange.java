package mingcha.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/** Rates and scores that cannot be: a satisfaction of 120%, a score of 105, a share of -3%. */
final class OutOfRange implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "percentage-over-100/range",
          "百分比或得分超出可能的范围，需要说明",
          "A percentage or a score is out of its range",
          "满意度、得分在0与100之间，百分比不为负数");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Set<String> TO_HUNDRED = Set.of("satisfaction", "score", "carryover_rate");

  /** Shares of a whole by their names. */
  private static final List<String> OF_ALL =
      List.of(
          "合格率", "覆盖率", "覆盖程度", "及时率", "准确率", "到位率", "知晓率", "达标率", "得分率", "满意度", "满意率", "出勤率",
          "通过率", "应发尽发率", "应补尽补率", "应享尽享率", "公开率");

  /** 应发尽发率为107%, of which no metric is known. */
  private static final Sought IN_TEXT =
      new Sought(
          Pattern.compile(
              "(?:"
                  + String.join("|", OF_ALL)
                  + ")(?:均|都|高)?[为达到是：:]{0,2}(\\d{3,}(?:\\.\\d+)?)[%％](?<!100[%％])(?<!100\\.0{1,2}[%％])"),
          OF_ALL.toArray(String[]::new));

  private static final Set<String> POSITIVE =
      Set.of("share", "execution_rate", "completion_rate", "redemption_rate");

  /** Only the executed part of a budget can be executed; a little more happens by rounding. */
  private static final BigDecimal MOST_EXECUTED = new BigDecimal("100.5");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Entry entry : account.withReadings()) {
      for (Reading reading : entry.readings()) {
        boolean stated = reading.basis() != Basis.COMPUTED && reading.doubt() == null;
        if (stated && reading.value() != null && !"元".equals(reading.unit())) {
          check(entry, reading, outcomes);
        }
      }
    }
    for (Paragraph paragraph :
        account.passages().having("%", "％").having(OF_ALL.toArray(String[]::new))) {
      Matcher matcher = IN_TEXT.find(account.compact(paragraph));
      if (matcher != null) {
        Reading said = InText.figure("百分比", matcher.group(1), "%", paragraph.source());
        text(account, paragraph, matcher.group(), said, outcomes);
      }
    }
  }

  private static void text(
      Account account, Paragraph paragraph, String words, Reading said, Outcomes outcomes) {
    if (Rounding.value(said).compareTo(HUNDRED) <= 0) {
      outcomes.holds();
      return;
    }
    outcomes.violated(
        new Discrepancy(
            Severity.WARN, account.at(paragraph), words, "写为" + said.raw(), List.of(said)));
  }

  private static void check(Entry entry, Reading reading, Outcomes outcomes) {
    String metric = Objects.toString(reading.metric(), "");
    boolean bounded = TO_HUNDRED.contains(metric) || isOfAll(entry, reading);
    if (!bounded && !POSITIVE.contains(metric)) {
      return;
    }
    BigDecimal value = Rounding.value(reading);
    boolean below = value.signum() < 0;
    boolean above = bounded && value.compareTo(HUNDRED) > 0;
    boolean overspent =
        "execution_rate".equals(metric)
            && reading.basis() == Basis.TABLE
            && value.compareTo(MOST_EXECUTED) > 0;
    if (!below && !above && !overspent) {
      outcomes.holds();
      return;
    }
    outcomes.violated(
        new Discrepancy(
            overspent ? Severity.INFO : Severity.WARN,
            entry,
            entry.name(),
            reading.label() + "写为" + Figures.printed(reading),
            List.of(reading)));
  }

  /** By its own label, or, in the row of an indicator, by the indicator's name. */
  private static boolean isOfAll(Entry entry, Reading reading) {
    if (reading.metric() != null || !"%".equals(reading.unit())) {
      return false;
    }
    boolean ofIndicator =
        entry.kind() == EntryKind.INDICATOR
            && (reading.label().contains("完成") || reading.label().contains("指标值"));
    String name = ofIndicator ? entry.name() : reading.label();
    return OF_ALL.stream().anyMatch(name::endsWith);
  }
}
