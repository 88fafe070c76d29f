package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;

/** A full score where everything that was attained is printed as 0. */
final class ScoreWithoutAttainment implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "score-without-attainment/all-zero",
          "指标完成值全部为0而得分为满分，需要说明",
          "Every attained value is 0, yet the score is full",
          "财预〔2020〕10号：按照指标完成值与指标值的对比情况计分");

  private static final Pattern ATTAINED = Pattern.compile(".*(?:实际|完成|全年).*值.*|实际完成(?:情况)?");
  private static final Pattern TARGET = Pattern.compile(".*(?:年度|年初|目标|指标|计划).*值.*");
  private static final int LEAST = 3;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Entry project : account.projects()) {
      List<Reading> attained = new ArrayList<>();
      boolean asked = false;
      boolean full = true;
      for (Entry indicator : account.indicators(project)) {
        for (Reading reading : indicator.readings()) {
          boolean isAttained = ATTAINED.matcher(reading.label()).matches();
          if (isAttained && reading.value() != null) {
            attained.add(reading);
          } else if (TARGET.matcher(reading.label()).matches() && !isAttained) {
            asked |= reading.value() != null && reading.value().signum() > 0;
          }
        }
        full &= isFull(indicator);
      }
      Reading total = Account.first(project, "score", Basis.TABLE).orElse(null);
      if (attained.size() < LEAST || total == null) {
        outcomes.cannot("完成值或总分没有读到");
      } else if (asked
          && full
          && attained.stream().allMatch(r -> Rounding.value(r).signum() == 0)
          && Rounding.value(total).intValue() >= 90) {
        List<Reading> readings = new ArrayList<>(List.of(total));
        readings.addAll(attained);
        outcomes.violated(
            new Discrepancy(
                Severity.WARN,
                project,
                project.name(),
                attained.size() + "项指标的完成值均为0，总分" + total.raw(),
                readings));
      } else {
        outcomes.holds();
      }
    }
  }

  private static boolean isFull(Entry indicator) {
    Reading score = Account.first(indicator, "score", Basis.TABLE).orElse(null);
    Reading weight = Account.first(indicator, "weight", Basis.TABLE).orElse(null);
    return score == null
        || weight == null
        || Rounding.value(score).compareTo(Rounding.value(weight)) == 0;
  }
}
