package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Cell;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Table;

/** The scores of a form's indicators and of its execution rate against the total printed below. */
final class ScoreSum implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "score-sum/indicators",
          "各项得分之和与总分不符，需要说明",
          "The scores of the indicators do not add up to the total",
          "财预〔2020〕10号：总分由预算执行率得分与各项绩效指标得分汇总而成");

  /** 预算执行率 has a weight of 10 of 100 (财预〔2020〕10号). */
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:\\.\\d{1,2})?");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Entry project : account.projects()) {
      List<Reading> totals =
          Account.stated(project, "score", Basis.TABLE).stream().distinct().toList();
      List<Reading> scores = new ArrayList<>();
      List<Reading> weights = new ArrayList<>();
      int unscored = 0;
      for (Entry indicator : account.indicators(project)) {
        List<Reading> score = Account.stated(indicator, "score", Basis.TABLE);
        List<Reading> weight = Account.stated(indicator, "weight", Basis.TABLE);
        unscored += score.size() == 1 && weight.size() == 1 ? 0 : 1;
        scores.addAll(score);
        weights.addAll(weight);
      }
      List<Reading> execution =
          Account.sure(project)
              .filter(r -> r.metric() == null && r.label().equals("得分") && "分".equals(r.unit()))
              .toList();
      if (totals.size() != 1 || scores.isEmpty() || unscored > 0 || execution.size() > 1) {
        outcomes.cannot("得分不全");
        continue;
      }
      BigDecimal weighed = sum(weights).add(execution.isEmpty() ? BigDecimal.ZERO : BigDecimal.TEN);
      boolean whole =
          weighed.compareTo(HUNDRED) == 0
              || (!execution.isEmpty() && isWhole(account, scores, totals.getFirst()));
      scores.addAll(execution);
      if (whole) {
        check(project, totals.getFirst(), scores, execution, outcomes);
      } else {
        // Rows were lost, or the form weighs otherwise: then the sum says nothing.
        outcomes.cannot("权重合计不是100，也不能确定各行都已读到");
      }
    }
  }

  /**
   * Whether every row of the form between the first score and the total is one of these. A row with
   * a single number is an indicator whose score was left blank.
   */
  private static boolean isWhole(Account account, List<Reading> scores, Reading total) {
    String file = total.source().file();
    Set<Integer> lines = new TreeSet<>();
    for (Reading score : scores) {
      if (score.source().line() == null || !score.source().file().equals(file)) {
        return false;
      }
      lines.add(score.source().line());
    }
    Integer last = total.source().line();
    if (last == null || lines.isEmpty()) {
      return false;
    }
    int first = Collections.min(lines);
    Map<Integer, Integer> numbers = new TreeMap<>();
    for (Table table : account.layout().tablesWithin(file, first, last)) {
      Map<Integer, List<Cell>> byLine = account.layout().byLine(table);
      for (int line = first + 1; line < last; line++) {
        for (Cell cell :
            lines.contains(line) ? List.<Cell>of() : byLine.getOrDefault(line, List.of())) {
          if (NUMBER.matcher(cell.text().strip()).matches()) {
            numbers.merge(line, 1, Integer::sum);
          }
        }
      }
    }
    return numbers.values().stream().allMatch(count -> count < 2);
  }

  private static void check(
      Entry project,
      Reading total,
      List<Reading> scores,
      List<Reading> execution,
      Outcomes outcomes) {
    BigDecimal sum = sum(scores);
    if (Rounding.beyond(
        sum, Rounding.value(total), Rounding.halfUnit(total).max(new BigDecimal("0.05")))) {
      Reading computed =
          Figures.computed(
              "score", null, "得分合计", sum, "分", formula(scores, execution), total.source());
      outcomes.violated(
          new Discrepancy(
              Severity.WARN,
              project,
              project.name(),
              "各项得分合计" + computed.raw() + "，总分写为" + total.raw(),
              List.of(total, computed)));
    } else {
      outcomes.holds();
    }
  }

  private static String formula(List<Reading> scores, List<Reading> execution) {
    BigDecimal rate = sum(execution);
    return Figures.printed(sum(scores).subtract(rate), null) + " + " + Figures.printed(rate, null);
  }

  private static BigDecimal sum(List<Reading> readings) {
    return readings.stream().map(Rounding::value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
