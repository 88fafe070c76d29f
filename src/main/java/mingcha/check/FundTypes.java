package mingcha.check;

import java.util.List;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;

/** Each row of 财政拨款收入支出决算总表: 合计 = 一般公共预算 + 政府性基金 + 国有资本经营. */
final class FundTypes implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/fund-types",
          "合计与一般公共预算、政府性基金、国有资本经营三栏之和不符，需要说明",
          "A row's total is not the sum of its three budgets",
          "财政拨款收入支出决算总表：合计栏等于三本预算之和");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Entry line : account.lines(Form.APPROPRIATION_TOTAL)) {
      List<Reading> parts =
          Account.table(line).stream().filter(r -> r.label().contains("预算财政拨款")).toList();
      boolean expenditure =
          Account.table(line).stream().anyMatch(r -> r.labelPath().getFirst().equals("支出"));
      if (!expenditure || Account.isDoubtful(line) || parts.isEmpty()) {
        continue;
      }
      Account.cell(line, "合计", "小计")
          .ifPresentOrElse(
              total -> Cases.sum(total, "三栏之和", parts, "Σ three budgets", outcomes),
              () -> outcomes.cannot("没有合计栏"));
    }
  }
}
