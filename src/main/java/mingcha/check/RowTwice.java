package mingcha.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Subject;

/** The same subject in two rows of one table of expenditure: one of them counts twice. */
final class RowTwice implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/row-twice",
          "同一科目在一张决算表中列了两行，需要说明",
          "A subject has two rows in one table",
          "部门决算报表：每一科目列一行");

  private static final List<Form> FORMS =
      List.of(Form.INCOME, Form.EXPENDITURE, Form.GENERAL_EXPENDITURE);
  private static final int DIGITS_OF_ITEMS = 7;

  /** Where several are, units are listed one below the other. */
  private static final int MOST = 1;

  private static final int LEAST_ROWS = 4;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  private record Pair(Entry first, Entry second) {}

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Form form : FORMS) {
      for (List<Entry> table : account.tables(form)) {
        List<Pair> pairs = pairs(table);
        if (account.isBudget() || table.size() < LEAST_ROWS || pairs.size() > MOST) {
          outcomes.cannot("表没有读全，或分单位列示");
        } else if (pairs.isEmpty()) {
          outcomes.holds();
        } else {
          tell(pairs.getFirst(), outcomes);
        }
      }
    }
  }

  private static List<Pair> pairs(List<Entry> table) {
    Map<String, Entry> known = new HashMap<>();
    List<Pair> pairs = new ArrayList<>();
    for (Entry line : table) {
      Subject subject = line.subject();
      if (subject != null
          && subject.code().length() == DIGITS_OF_ITEMS
          && !Account.table(line).isEmpty()) {
        Entry first = known.putIfAbsent(subject.code(), line);
        if (first != null && first.name().equals(line.name())) {
          pairs.add(new Pair(first, line));
        }
      }
    }
    return pairs;
  }

  private static void tell(Pair pair, Outcomes outcomes) {
    if (Account.isDoubtful(pair.first()) || Account.isDoubtful(pair.second())) {
      outcomes.cannot("表中有存疑的数字");
      return;
    }
    Reading one = Account.table(pair.first()).getFirst();
    Reading other = Account.table(pair.second()).getFirst();
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            pair.second(),
            pair.second().name(),
            "列了两行，分别为" + Figures.printed(one) + "和" + Figures.printed(other),
            List.of(one, other)));
  }
}
