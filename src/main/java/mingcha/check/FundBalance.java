package mingcha.check;

import java.util.List;
import java.util.Optional;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;

/** Each row of 政府性基金预算财政拨款收入支出决算表: 年初结转 + 本年收入 = 本年支出 + 年末结转, and 支出 = 基本 + 项目. */
final class FundBalance implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/fund-balance",
          "政府性基金年初结转加本年收入减本年支出不等于年末结转，需要说明",
          "A fund's opening balance and income less its expenditure are not its closing balance",
          "政府性基金预算财政拨款收入支出决算表：年初结转和结余+本年收入-本年支出=年末结转和结余");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Entry line : account.lines(Form.GOVERNMENT_FUND)) {
      if (Account.isDoubtful(line)) {
        outcomes.cannot("栏目没有读全");
        continue;
      }
      Optional<Account.Stated> spent = Account.cell(line, "小计", "本年支出小计", "本年支出");
      if (spent.isPresent()) {
        List<Reading> parts =
            Account.table(line).stream()
                .filter(r -> r.label().equals("基本支出") || r.label().equals("项目支出"))
                .toList();
        if (!parts.isEmpty()) {
          Cases.sum(spent.get(), "基本支出与项目支出之和", parts, "基本支出 + 项目支出", outcomes);
        }
      }
      balance(line, spent, outcomes);
    }
  }

  /** A blank closing balance is 0, and then what came in is what was spent. */
  private static void balance(Entry line, Optional<Account.Stated> spent, Outcomes outcomes) {
    List<Reading> in =
        Account.table(line).stream()
            .filter(r -> r.label().startsWith("年初结转") || r.label().equals("本年收入"))
            .toList();
    Optional<Account.Stated> closing = Account.cell(line, "年末结转和结余", "年末结转");
    if (in.isEmpty() || spent.isEmpty()) {
      outcomes.cannot("没有本年收入或本年支出");
    } else if (closing.isPresent()) {
      Cases.sum(
          closing.get(),
          "年初结转加本年收入减本年支出",
          in,
          List.of(spent.get().reading()),
          "年初结转 + 本年收入 - 本年支出",
          outcomes);
    } else {
      Cases.sum(spent.get(), "年初结转与本年收入之和（年末无结转）", in, "年初结转 + 本年收入", outcomes);
    }
  }
}
