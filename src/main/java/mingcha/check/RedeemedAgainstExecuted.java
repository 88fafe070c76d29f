package mingcha.check;

import java.util.List;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;

/** Vouchers are paid for when they are redeemed: what was spent ought to be what was redeemed. */
final class RedeemedAgainstExecuted implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "amount-conflict/executed-redeemed",
          "支出金额与核销金额不一致，需要说明（预拨、结余或手续费）",
          "What was spent differs from what was redeemed",
          "消费券按核销金额据实结算");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Entry project : account.projects()) {
      List<Reading> redeemed =
          Account.sure(project).filter(r -> "redeemed".equals(r.metric())).toList();
      List<Reading> executed =
          Account.sure(project)
              .filter(r -> "executed".equals(r.metric()) && r.basis() != Basis.COMPUTED)
              .toList();
      if (redeemed.isEmpty() || executed.isEmpty()) {
        continue;
      }
      Reading spent = executed.getFirst();
      for (Reading each : redeemed) {
        boolean agrees = executed.stream().anyMatch(e -> !Rounding.differ(e, each));
        if (agrees) {
          outcomes.holds();
        } else {
          outcomes.violated(
              new Discrepancy(
                  Severity.WARN,
                  project,
                  project.name(),
                  "支出" + Figures.printed(spent) + "，核销" + Figures.printed(each),
                  List.of(spent, each)));
          break;
        }
      }
    }
  }
}
