package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;

/**
 * The weights of a form's indicators, with the 10 of 预算执行率, are 100. Rows may have been lost in
 * reading, so the weights are held against 100 only where the scores do add up to their total.
 */
final class WeightSum implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "score-sum/weights",
          "各项分值之和不是100，需要说明",
          "The weights of the indicators do not add up to 100",
          "财预〔2020〕10号：分值总分为100分，其中预算执行率10分");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int LEAST = 4;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Entry project : account.projects()) {
      List<Reading> totals =
          Account.stated(project, "score", Basis.TABLE).stream().distinct().toList();
      List<Reading> execution =
          Account.sure(project)
              .filter(r -> r.metric() == null && r.label().equals("得分") && "分".equals(r.unit()))
              .toList();
      List<Reading> weights = new ArrayList<>();
      List<Reading> scores = new ArrayList<>(execution);
      boolean whole = totals.size() == 1 && execution.size() == 1;
      for (Entry indicator : account.indicators(project)) {
        List<Reading> weight = Account.stated(indicator, "weight", Basis.TABLE);
        List<Reading> score = Account.stated(indicator, "score", Basis.TABLE);
        whole &= weight.size() == 1 && score.size() == 1;
        weights.addAll(weight);
        scores.addAll(score);
      }
      if (!whole || weights.size() < LEAST || !addsUp(scores, totals.getFirst())) {
        outcomes.cannot("得分没有读全");
        continue;
      }
      check(project, weights, execution.getFirst(), outcomes);
    }
  }

  private static boolean addsUp(List<Reading> scores, Reading total) {
    return !Rounding.beyond(
        Cases.add(scores),
        Rounding.value(total),
        Rounding.halfUnit(total).add(new BigDecimal("0.05")));
  }

  private static void check(
      Entry project, List<Reading> weights, Reading execution, Outcomes outcomes) {
    BigDecimal sum = Cases.add(weights).add(BigDecimal.TEN);
    if (sum.compareTo(HUNDRED) == 0) {
      outcomes.holds();
      return;
    }
    Reading computed =
        Figures.computed(
            "weight", null, "分值合计", sum, "分", "Σ weights + 10", weights.getFirst().source());
    List<Reading> readings = new ArrayList<>(List.of(computed, execution));
    readings.addAll(weights);
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            project,
            project.name(),
            weights.size() + "项指标的分值与预算执行率的10分合计" + computed.raw() + "，应为100分",
            readings));
  }
}
