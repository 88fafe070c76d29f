package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;

/**
 * What a disclosure says of last year, against last year's own: 收入总计2158.31万元，比上年减少333.01万元 makes
 * 2491.32 of the year before.
 */
final class PriorFigures implements YearRule {
  private static final Definition DEFINITION =
      new Definition(
          "year-continuity/prior-figure",
          "由本年数和增减额推算的上年数与上年公开的数不一致，需要说明（口径或范围可能变化）",
          "What is said of last year is not what was disclosed last year",
          "部门决算公开说明：与上年相比的增减");

  private static final String AMOUNT = "_change_amount";

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account before, Account after, Set<Integer> years, Outcomes outcomes) {
    if (YearRule.distance(before, after) != 1) {
      outcomes.cannot("没有上一年的公开");
      return;
    }
    Set<String> told = new HashSet<>();
    for (Entry entry : after.stated().ofTheWhole()) {
      List<Reading> said = Account.sure(entry).filter(r -> r.basis() == Basis.NARRATIVE).toList();
      for (Reading change : said) {
        String metric = Objects.toString(change.metric(), "");
        if (metric.endsWith(AMOUNT)) {
          String of = metric.substring(0, metric.length() - AMOUNT.length());
          Optional<Reading> now = said(of, change, said);
          if (now.isPresent() && told.add(of)) {
            check(entry, of, now.get(), change, before, outcomes);
          }
        }
      }
    }
  }

  /** The figure that the change is of: the final one, or in a budget the last said before it. */
  private static Optional<Reading> said(String metric, Reading change, List<Reading> said) {
    List<Reading> before =
        said.subList(0, said.indexOf(change)).stream()
            .filter(r -> metric.equals(r.metric()) && Cases.sameLine(r.source(), change.source()))
            .toList();
    return before.stream()
        .filter(r -> r.stage() == Stage.FINAL)
        .reduce((first, second) -> second)
        .or(() -> before.stream().reduce((first, second) -> second));
  }

  private static void check(
      Entry entry, String metric, Reading now, Reading change, Account before, Outcomes outcomes) {
    List<Reading> disclosed = new ArrayList<>();
    Stage stage = now.stage() == null ? Stage.FINAL : now.stage();
    for (Basis basis : List.of(Basis.TABLE, Basis.NARRATIVE)) {
      before.stated().ofTheWhole(metric, stage, basis).forEach(s -> disclosed.add(s.reading()));
    }
    if (disclosed.isEmpty()) {
      outcomes.cannot("上年没有公开" + Told.name(metric));
      return;
    }
    BigDecimal prior = Rounding.value(now).subtract(Rounding.value(change));
    BigDecimal tolerance = Rounding.halfUnit(now).add(Rounding.halfUnit(change));
    for (Reading each : disclosed) {
      BigDecimal tails = tolerance.add(Rounding.halfUnit(each)).multiply(BigDecimal.TWO);
      if (!Rounding.beyond(prior, Rounding.value(each), tails)) {
        outcomes.holds();
        return;
      }
    }
    Reading computed =
        Figures.computed(
            metric, Stage.PRIOR, now.label(), prior, "元", metric + " - change", now.source());
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            entry,
            entry.name(),
            "本年"
                + Figures.printed(now)
                + "，"
                + change.label()
                + Figures.printed(change)
                + "，推算上年为"
                + computed.raw()
                + "，上年公开的为"
                + Figures.printed(disclosed.getFirst()),
            List.of(computed, disclosed.getFirst(), now, change)));
  }
}
