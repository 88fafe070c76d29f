package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;

/**
 * One project with two total scores of the same kind: 99.89 in the text, 99.5 in its score table.
 */
final class ScoreConflict implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "score-conflict/stated-twice",
          "同一项目的得分前后不一致，需要说明（自评与复评可以不同）",
          "A project's score is stated as two different numbers",
          "财预〔2020〕10号：绩效评价结果采取评分和评级相结合的方式");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Entry project : account.projects()) {
      List<Reading> scores =
          Account.sure(project)
              .filter(r -> "score".equals(r.metric()) && !isSelfAssessment(r))
              .toList();
      List<Reading> different = new ArrayList<>();
      for (Reading score : scores) {
        if (different.stream().allMatch(d -> Rounding.differ(d, score))) {
          different.add(score);
        }
      }
      if (different.size() > 1) {
        outcomes.violated(
            new Discrepancy(
                Severity.WARN,
                project,
                project.name(),
                "得分" + different.get(0).raw() + "，另一处" + different.get(1).raw(),
                different));
      } else if (scores.size() > 1) {
        outcomes.holds();
      }
    }
  }

  /** A review may well come to another score than the self-assessment. */
  private static boolean isSelfAssessment(Reading score) {
    return score.label().contains("自评");
  }
}
