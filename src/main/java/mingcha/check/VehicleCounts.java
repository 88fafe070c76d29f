package mingcha.check;

import java.util.List;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;

/**
 * 本部门共有车辆N辆 against 车辆数合计 of the last table. The vehicles that “三公” pays for are another number and
 * may be fewer, but not more; and one that was bought cost something.
 */
final class VehicleCounts implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "count-conflict/vehicles",
          "车辆数，表格与文字说明不一致，需要说明",
          "The number of vehicles differs between the table and the narrative",
          "部门决算公开：国有资产占用情况");

  private static final Pattern ALL = Pattern.compile("(?:.*(?:共有|现有|实有|拥有)|其中)(?:公务用)?车辆?");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    List<Account.Stated> table =
        account.lines(Form.RELATED_INFORMATION).stream()
            .filter(e -> e.name().contains("车辆数合计"))
            .flatMap(
                e ->
                    Account.table(e).stream()
                        .filter(r -> "辆".equals(r.unit()))
                        .map(r -> new Account.Stated(e, r)))
            .toList();
    List<Account.Stated> said =
        account.statements().stream()
            .flatMap(
                e ->
                    Account.sure(e)
                        .filter(r -> "辆".equals(r.unit()) && ALL.matcher(r.label()).matches())
                        .map(r -> new Account.Stated(e, r)))
            .toList();
    if (table.isEmpty() || said.isEmpty()) {
      outcomes.cannot("表格与文字没有都写车辆数");
    } else {
      Cases.same(said.getFirst(), "文字", table.getFirst(), "表格", outcomes);
    }
    kept(account, said, outcomes);
    bought(account, outcomes);
  }

  private static void kept(Account account, List<Account.Stated> all, Outcomes outcomes) {
    List<Account.Stated> kept =
        account.stated().ofTheWhole("vehicle_count", Stage.FINAL, Basis.NARRATIVE).stream()
            .filter(s -> s.reading().label().contains("保有量"))
            .toList();
    if (kept.size() != 1 || all.size() != 1 || account.isBudget()) {
      outcomes.cannot("文字没有都写车辆数与公务用车保有量");
      return;
    }
    Reading some = kept.getFirst().reading();
    Reading whole = all.getFirst().reading();
    if (Rounding.value(some).compareTo(Rounding.value(whole)) <= 0) {
      outcomes.holds();
      return;
    }
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            kept.getFirst().entry(),
            "公务用车保有量",
            "写为" + Figures.printed(some) + "，而共有车辆" + Figures.printed(whole),
            List.of(some, whole)));
  }

  private static void bought(Account account, Outcomes outcomes) {
    for (Account.Stated count :
        account.stated().ofTheWhole("vehicle_purchase_count", Stage.FINAL, Basis.NARRATIVE)) {
      List<Reading> spent =
          Account.stated(count.entry(), "vehicle_purchase", Basis.NARRATIVE).stream()
              .filter(r -> r.stage() == Stage.FINAL)
              .toList();
      boolean free = spent.size() == 1 && Rounding.value(spent.getFirst()).signum() == 0;
      if (!free || Rounding.value(count.reading()).signum() == 0) {
        outcomes.holds();
        continue;
      }
      outcomes.violated(
          new Discrepancy(
              Severity.WARN,
              count.entry(),
              "公务用车购置",
              "购置费为"
                  + Figures.printed(spent.getFirst())
                  + "，购置数为"
                  + Figures.printed(count.reading()),
              List.of(spent.getFirst(), count.reading())));
    }
  }
}
