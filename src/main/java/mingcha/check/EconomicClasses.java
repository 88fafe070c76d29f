package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;

/** 人员经费合计 = 301 + 303, 公用经费合计 = the other economic classes. */
final class EconomicClasses implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/economic",
          "人员经费或公用经费合计与各经济分类之和不符，需要说明",
          "Personnel or public funds are not the sum of their economic classes",
          "政府收支分类科目（支出经济分类）：301、303为人员经费，其余类为公用经费");

  private static final int CLASS_DIGITS = 3;
  private static final Set<String> PERSONNEL = Set.of("301", "303");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (List<Entry> table : account.tables(Form.BASIC_EXPENDITURE)) {
      if (table.stream().anyMatch(Account::isDoubtful)) {
        outcomes.cannot("基本支出表有存疑的数字");
        continue;
      }
      sum(table, "personnel", true, outcomes);
      sum(table, "public_funds", false, outcomes);
    }
  }

  private static void sum(List<Entry> table, String metric, boolean personnel, Outcomes outcomes) {
    List<Account.Stated> totals = new ArrayList<>();
    List<Reading> classes = new ArrayList<>();
    for (Entry line : table) {
      Account.stated(line, metric, Basis.TABLE).stream()
          .filter(r -> line.subject() == null)
          .forEach(r -> totals.add(new Account.Stated(line, r)));
      String code = line.subject() == null ? "" : line.subject().code();
      if (code.length() == CLASS_DIGITS && PERSONNEL.contains(code) == personnel) {
        Account.table(line).stream().limit(1).forEach(classes::add);
      }
    }
    if (totals.size() != 1 || classes.isEmpty()) {
      outcomes.cannot("没有合计，或没有各经济分类");
      return;
    }
    Cases.sum(
        totals.getFirst(),
        "各经济分类之和",
        classes,
        personnel ? "301 + 303" : "Σ other economic classes",
        outcomes);
  }
}
