package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;

/**
 * The totals of a budget's own tables: both sides of a total table are equal and each is the year's
 * money and what is carried over; income is its kinds; basic expenditure is its economic classes.
 */
final class BudgetSums implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/budget",
          "预算表的合计与所属各项之和不符，或收支两方合计不等，需要说明",
          "A budget table's total is not the sum of its items, or its two sides differ",
          "部门预算公开表：收入总计=支出总计，合计=各项之和");

  private static final Pattern INCOME = Pattern.compile("收入(?:合计|总计)");
  private static final Pattern SPENT = Pattern.compile("支出(?:合计|总计)");
  private static final Pattern INCOME_OF_YEAR = Pattern.compile("(?:当年|本年)收入(?:小计|合计)");
  private static final Pattern SPENT_OF_YEAR = Pattern.compile("(?:当年|本年)支出(?:小计|合计)");
  private static final Pattern BALANCE = Pattern.compile(".*(?:结转|结余).*");
  private static final int CLASS_DIGITS = 3;
  private static final int LEAST_KINDS = 1;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    if (!account.isBudget()) {
      return;
    }
    for (Form form : List.of(Form.INCOME_EXPENDITURE_TOTAL, Form.APPROPRIATION_TOTAL)) {
      for (List<Entry> table : account.tables(form)) {
        sides(table, outcomes);
        carried(table, INCOME, INCOME_OF_YEAR, outcomes);
        carried(table, SPENT, SPENT_OF_YEAR, outcomes);
      }
    }
    account.tables(Form.INCOME).forEach(table -> kinds(table, outcomes));
    account.tables(Form.BASIC_EXPENDITURE).forEach(table -> classes(table, outcomes));
  }

  /** The last row of a name: a table of sub-totals ends with its total. */
  static Optional<Account.Stated> row(List<Entry> table, Pattern name) {
    return table.stream()
        .filter(line -> name.matcher(Compact.of(line.name())).matches())
        .filter(line -> !Account.isDoubtful(line))
        .reduce((first, second) -> second)
        .flatMap(line -> Account.cell(line));
  }

  private static void sides(List<Entry> table, Outcomes outcomes) {
    Optional<Account.Stated> income = row(table, INCOME);
    Optional<Account.Stated> spent = row(table, SPENT);
    if (income.isEmpty() || spent.isEmpty()) {
      outcomes.cannot("没有读到收入与支出的总计");
    } else {
      Cases.same(
          income.get(),
          income.get().entry().name(),
          spent.get(),
          spent.get().entry().name(),
          outcomes);
    }
  }

  /** Only where the rows behind the year's total are what is carried over. */
  private static void carried(List<Entry> table, Pattern grand, Pattern year, Outcomes outcomes) {
    Optional<Account.Stated> total = row(table, grand);
    Optional<Account.Stated> current = row(table, year);
    if (total.isEmpty() || current.isEmpty()) {
      outcomes.cannot("没有读到总计或本年合计");
      return;
    }
    List<Reading> parts = new ArrayList<>(List.of(current.get().reading()));
    boolean income = grand == INCOME;
    for (Entry line : table) {
      boolean here = BALANCE.matcher(line.name()).matches() && isOfSide(line, income);
      if (here && Account.isDoubtful(line)) {
        outcomes.cannot("结转结余有存疑的数字");
        return;
      }
      if (here) {
        Account.cell(line).ifPresent(s -> parts.add(s.reading()));
      }
    }
    Cases.sum(total.get(), "本年合计与结转之和", parts, "Σ year + balances", outcomes);
  }

  private static boolean isOfSide(Entry line, boolean income) {
    String side = income ? "收入" : "支出";
    return Account.table(line).stream()
        .anyMatch(r -> r.labelPath().size() > 1 && r.labelPath().getFirst().equals(side));
  }

  /** 收入总计 is the sum of the rows 小计, one for each kind of money. */
  private static void kinds(List<Entry> table, Outcomes outcomes) {
    Optional<Account.Stated> total = row(table, INCOME);
    List<Reading> kinds =
        table.stream()
            .filter(line -> Compact.of(line.name()).equals("小计") && !Account.isDoubtful(line))
            .flatMap(line -> Account.cell(line).stream())
            .map(Account.Stated::reading)
            .toList();
    if (total.isEmpty() || kinds.size() < LEAST_KINDS) {
      outcomes.cannot("收入表没有分列小计");
    } else {
      Cases.sum(total.get(), "各小计之和", kinds, "Σ " + kinds.size() + " kinds", outcomes);
    }
  }

  /** 合计 of a table of basic expenditure is the sum of its economic classes. */
  private static void classes(List<Entry> table, Outcomes outcomes) {
    Optional<Entry> all =
        table.stream()
            .filter(line -> line.subject() == null && Compact.of(line.name()).equals("合计"))
            .findFirst();
    List<Entry> classes =
        table.stream()
            .filter(e -> e.subject() != null && e.subject().code().length() == CLASS_DIGITS)
            .toList();
    if (all.isEmpty() || classes.isEmpty() || table.stream().anyMatch(Account::isDoubtful)) {
      outcomes.cannot("基本支出表没有合计或各类");
      return;
    }
    for (Reading whole : Account.table(all.get())) {
      List<Reading> parts =
          classes.stream()
              .flatMap(line -> Account.cell(line, whole.label()).stream())
              .map(Account.Stated::reading)
              .toList();
      if (!parts.isEmpty()) {
        Cases.sum(
            new Account.Stated(all.get(), whole),
            parts.size() + "类之和",
            parts,
            "Σ " + parts.size() + " classes",
            outcomes);
      }
    }
  }
}
