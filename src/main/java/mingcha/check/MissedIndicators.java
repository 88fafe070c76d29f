package mingcha.check;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;

/** ≥95% wanted, 90% attained, and the full score. */
final class MissedIndicators implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "score-without-attainment/missed",
          "指标未达到目标值而得分为满分，需要说明",
          "An indicator missed its target, yet its score is full",
          "财预〔2020〕10号：未完成指标值的按比例扣分");

  private static final Pattern ATTAINED = Pattern.compile(".*(?:实际|完成).*值.*|实际完成(?:情况)?");
  private static final Pattern ADJUSTED = Pattern.compile("调整后?指标值");
  private static final Pattern TARGET = Pattern.compile(".*(?:年度|年初|目标|计划|指标).*值.*");
  private static final Pattern AT_LEAST = Pattern.compile(".*(?:≥|>=|≧|＞=|不低于|大于等于).*");
  private static final Pattern AT_MOST = Pattern.compile(".*(?:≤|<=|≦|不超过|小于等于).*");

  /** 大于等于 */
  private static final int LONGEST_SIGN = 4;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Entry project : account.projects()) {
      if (nothingAttained(account, project)) {
        // That is told as one, see ScoreWithoutAttainment.
        outcomes.cannot("完成值全部为0");
        continue;
      }
      for (Entry indicator : account.indicators(project)) {
        Optional<Reading> target =
            reading(indicator, ADJUSTED).or(() -> reading(indicator, TARGET));
        Optional<Reading> attained = reading(indicator, ATTAINED);
        Optional<Reading> score = Account.first(indicator, "score", Basis.TABLE);
        Optional<Reading> weight = Account.first(indicator, "weight", Basis.TABLE);
        if (target.isEmpty() || attained.isEmpty() || score.isEmpty() || weight.isEmpty()) {
          outcomes.cannot("目标值、完成值、分值或得分没有读到");
        } else {
          check(
              indicator,
              target.get(),
              attained.get(),
              List.of(weight.get(), score.get()),
              outcomes);
        }
      }
    }
  }

  private static boolean nothingAttained(Account account, Entry project) {
    return account.indicators(project).stream()
        .flatMap(i -> reading(i, ATTAINED).stream())
        .allMatch(r -> Rounding.value(r).signum() == 0);
  }

  private static Optional<Reading> reading(Entry indicator, Pattern label) {
    for (Reading reading : indicator.readings()) {
      String own = reading.label();
      boolean here =
          reading.basis() == Basis.TABLE
              && reading.value() != null
              && reading.doubt() == null
              && (own.indexOf('值') >= 0 || own.startsWith("实际完成"))
              && label.matcher(own).matches()
              && (!label.equals(TARGET) || !ATTAINED.matcher(own).matches());
      if (here) {
        return Optional.of(reading);
      }
    }
    return Optional.empty();
  }

  /** The national form has the direction in a column of its own: the text puts it before. */
  private static String directed(Entry indicator, Reading target) {
    int at = indicator.text().indexOf(target.raw());
    return at < 0
        ? target.raw()
        : indicator.text().substring(Math.max(0, at - LONGEST_SIGN), at) + target.raw();
  }

  private static void check(
      Entry indicator, Reading target, Reading attained, List<Reading> marks, Outcomes outcomes) {
    String direction = directed(indicator, target);
    boolean least = AT_LEAST.matcher(direction).matches();
    boolean most = AT_MOST.matcher(direction).matches();
    if (least == most || !Objects.equals(target.unit(), attained.unit())) {
      outcomes.cannot("目标值没有写方向");
      return;
    }
    int sign = Rounding.value(attained).compareTo(Rounding.value(target));
    boolean missed = (least ? sign < 0 : sign > 0) && Rounding.differ(attained, target);
    boolean full = Rounding.value(marks.getFirst()).compareTo(Rounding.value(marks.getLast())) == 0;
    if (!missed || !full || Rounding.value(marks.getFirst()).signum() == 0) {
      outcomes.holds();
      return;
    }
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            indicator,
            indicator.name(),
            "目标为"
                + target.raw()
                + "，完成"
                + attained.raw()
                + "，得分"
                + Figures.printed(marks.getLast())
                + "为满分",
            List.of(target, attained, marks.getFirst(), marks.getLast())));
  }
}
