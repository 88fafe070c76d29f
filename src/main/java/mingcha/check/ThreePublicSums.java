package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;

/** “三公” = abroad + vehicles + reception, vehicles = purchase + running; what is blank is 0. */
final class ThreePublicSums implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/three-public",
          "“三公”经费与各分项之和不符，需要说明",
          "The three public expenses are not the sum of their items",
          "党政机关厉行节约反对浪费条例；部门决算“三公”经费公开表");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Stage stage : Stage.values()) {
      sum(
          account,
          stage,
          "three_public",
          List.of("overseas_travel", "vehicle", "reception"),
          outcomes);
      sum(account, stage, "vehicle", List.of("vehicle_purchase", "vehicle_operation"), outcomes);
    }
  }

  private static final List<String> METRICS =
      List.of(
          "three_public",
          "overseas_travel",
          "vehicle",
          "vehicle_purchase",
          "vehicle_operation",
          "reception");

  private static boolean is(Reading reading, String metric, Stage stage) {
    return metric.equals(reading.metric())
        && reading.basis() == Basis.TABLE
        && reading.stage() == stage
        && reading.value() != null;
  }

  private static void sum(
      Account account, Stage stage, String metric, List<String> parts, Outcomes outcomes) {
    Optional<Account.Stated> total = cell(account, metric, stage);
    List<Reading> addends = new ArrayList<>();
    for (String part : parts) {
      cell(account, part, stage).ifPresent(s -> addends.add(s.reading()));
    }
    if (total.isEmpty() || addends.isEmpty()) {
      outcomes.cannot("没有读到“三公”经费表");
      return;
    }
    Reading whole = total.get().reading();
    BigDecimal sum = addends.stream().map(Rounding::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal tolerance = Rounding.halfUnits(addends).add(Rounding.halfUnit(whole));
    if (!Rounding.beyond(sum, Rounding.value(whole), tolerance)) {
      outcomes.holds();
      return;
    }
    Reading computed =
        Figures.computed(
            metric, stage, whole.label(), sum, "元", String.join(" + ", parts), whole.source());
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            total.get().entry(),
            total.get().entry().name(),
            "写为" + Figures.printed(whole) + "，各分项之和为" + computed.raw(),
            List.of(whole, computed)));
  }

  /**
   * A cell of the table. A reader that finds the sums not to hold doubts the columns; but where
   * none of them is blank, none can have been mistaken for another.
   */
  private static Optional<Account.Stated> cell(Account account, String metric, Stage stage) {
    List<Account.Stated> cells =
        account.lines(Form.THREE_PUBLIC).stream()
            .flatMap(
                line ->
                    line.readings().stream()
                        .filter(r -> is(r, metric, stage))
                        .map(r -> new Account.Stated(line, r)))
            .toList();
    boolean whole =
        cells.stream().anyMatch(s -> s.reading().doubt() != null) && isWhole(account, stage);
    return cells.stream().filter(s -> whole || s.reading().doubt() == null).findFirst();
  }

  private static boolean isWhole(Account account, Stage stage) {
    return METRICS.stream()
        .allMatch(
            m ->
                account.lines(Form.THREE_PUBLIC).stream()
                    .anyMatch(line -> line.readings().stream().anyMatch(r -> is(r, m, stage))));
  }
}
