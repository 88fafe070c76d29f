package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;

/**
 * 79.2% of 10 points are 7.92 points. Places may score execution otherwise, so a form is told only
 * where the others of the same disclosure show that theirs is scored in proportion.
 */
final class ExecutionScores implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "score-conflict/execution",
          "预算执行率得分与执行率乘以分值不符，而其他自评表均按比例计分，需要说明",
          "The score of execution is not the rate's share of its weight, as it is in other forms",
          "财预〔2020〕10号附件：预算执行率得分=预算执行率×分值（10分）");

  private static final BigDecimal WEIGHT = BigDecimal.TEN;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal TAIL = new BigDecimal("0.06");

  /** As many others have rates below 100 and are scored in proportion. */
  private static final int LEAST = 3;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  private record Form(Entry project, Reading rate, Reading score, BigDecimal due) {
    boolean holds() {
      BigDecimal tolerance = Rounding.halfUnit(score).max(TAIL);
      return !Rounding.beyond(due, Rounding.value(score), tolerance);
    }

    /** Full marks for all that was executed say nothing of how the rest is scored. */
    boolean tells() {
      return Rounding.value(rate).compareTo(HUNDRED) < 0;
    }
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    List<Form> forms = new ArrayList<>();
    account.projects().forEach(project -> form(project).ifPresent(forms::add));
    List<Form> wrong = forms.stream().filter(f -> !f.holds()).toList();
    long proportional = forms.stream().filter(f -> f.tells() && f.holds()).count();
    if (proportional < LEAST || wrong.size() > proportional / LEAST) {
      outcomes.cannot("不能确定执行率是否按比例计分");
      return;
    }
    for (int i = wrong.size(); i < forms.size(); i++) {
      outcomes.holds();
    }
    wrong.forEach(form -> outcomes.violated(discrepancy(form)));
  }

  /** The score that stands in the row of the money, right behind the rate. */
  private static Optional<Form> form(Entry project) {
    Reading rate = null;
    for (Reading reading : Account.table(project)) {
      if ("execution_rate".equals(reading.metric())) {
        rate = reading;
      } else if (rate != null
          && reading.label().equals("得分")
          && Cases.sameLine(rate.source(), reading.source())
          && Rounding.value(reading).compareTo(WEIGHT) <= 0
          && Rounding.value(rate).signum() >= 0) {
        BigDecimal due = Rounding.value(rate).min(HUNDRED).multiply(WEIGHT).movePointLeft(2);
        return Optional.of(new Form(project, rate, reading, due));
      }
    }
    return Optional.empty();
  }

  private static Discrepancy discrepancy(Form form) {
    return new Discrepancy(
        Severity.WARN,
        form.project(),
        form.project().name(),
        "执行率"
            + Figures.printed(Rounding.value(form.rate()), "%")
            + "，得分"
            + form.score().raw()
            + "，按比例为"
            + form.due().stripTrailingZeros().toPlainString(),
        List.of(form.score(), form.rate()));
  }
}
