package mingcha.check;

import java.util.List;
import java.util.Optional;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;

/** An indicator of weight 10 scored 12. */
final class ScoreOverWeight implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "score-conflict/over-weight",
          "指标得分超过其分值，需要说明",
          "An indicator's score exceeds its weight",
          "财预〔2020〕10号：各项指标得分最高不超过该指标分值上限");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Entry indicator : account.entries(e -> e.kind() == EntryKind.INDICATOR)) {
      Optional<Reading> weight = Account.first(indicator, "weight", Basis.TABLE);
      Optional<Reading> score = Account.first(indicator, "score", Basis.TABLE);
      if (weight.isEmpty() || score.isEmpty()) {
        outcomes.cannot("没有分值或得分");
      } else if (Rounding.value(score.get()).compareTo(Rounding.value(weight.get())) <= 0) {
        outcomes.holds();
      } else {
        outcomes.violated(
            new Discrepancy(
                Severity.WARN,
                indicator,
                indicator.name(),
                "分值为" + weight.get().raw() + "，得分为" + score.get().raw(),
                List.of(score.get(), weight.get())));
      }
    }
  }
}
