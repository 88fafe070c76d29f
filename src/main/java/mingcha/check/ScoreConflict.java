package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Basis;
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
      selfAssessed(project, outcomes);
    }
  }

  /** 自评得分99.89分 over the form of the self-assessment, whose total it is. */
  private static void selfAssessed(Entry project, Outcomes outcomes) {
    boolean form = project.table() != null && project.table().title().contains("自评");
    List<Reading> totals = Account.stated(project, "score", Basis.TABLE);
    List<Reading> said =
        Account.stated(project, "score", Basis.NARRATIVE).stream()
            .filter(ScoreConflict::isSelfAssessment)
            .toList();
    if (!form || totals.isEmpty() || said.isEmpty()) {
      return;
    }
    for (Reading score : said) {
      if (totals.stream().anyMatch(total -> !Rounding.differ(total, score))) {
        outcomes.holds();
      } else {
        outcomes.violated(
            new Discrepancy(
                Severity.WARN,
                project,
                project.name(),
                "自评得分写为" + score.raw() + "，自评表的总分为" + totals.getFirst().raw(),
                List.of(score, totals.getFirst())));
      }
    }
  }

  /** A review may well come to another score than the self-assessment. */
  private static boolean isSelfAssessment(Reading score) {
    return score.label().contains("自评");
  }
}
