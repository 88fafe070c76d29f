package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import org.jspecify.annotations.Nullable;

/**
 * A budget prints its expenditure in several tables, of all money, of all appropriations and of the
 * general budget. Where the totals of two are one, so are their basic and their project
 * expenditure; and the table of basic expenditure adds up to what its scope has of it.
 */
final class BudgetScopes implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "cross-table/budget",
          "预算各表之间同一合计、基本支出或项目支出不一致，需要说明",
          "A total, the basic or the project expenditure differs between a budget's tables",
          "部门预算公开表表间勾稽关系：总额相同的各表，基本支出与项目支出相同");

  private static final Pattern INCOME = Pattern.compile("收入(?:合计|总计)|合计|总计");
  private static final Pattern SPENT = Pattern.compile("支出(?:合计|总计)|合计|总计");
  private static final Pattern BASIC = Pattern.compile("基本支出");
  private static final Pattern PROJECTS = Pattern.compile("项目支出");
  private static final List<String> TOTALS = List.of("合计", "总计", "小计", "金额", "预算数");

  private static final List<String> BASIC_OR_PROJECTS = List.of("基本支出", "项目支出");

  /** What one table says of expenditure. */
  private record Scope(
      String title,
      Account.@Nullable Stated total,
      Account.@Nullable Stated basic,
      Account.@Nullable Stated projects) {}

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    if (!account.isBudget()) {
      return;
    }
    Optional<Account.Stated> income = first(account, Form.INCOME_EXPENDITURE_TOTAL, INCOME);
    same(income, first(account, Form.INCOME, INCOME), outcomes);
    same(
        first(account, Form.INCOME_EXPENDITURE_TOTAL, SPENT),
        first(account, Form.EXPENDITURE, SPENT),
        outcomes);
    List<Scope> scopes = scopes(account);
    for (int i = 0; i < scopes.size(); i++) {
      for (int j = 0; j < i; j++) {
        Scope a = scopes.get(j);
        Scope b = scopes.get(i);
        if (isOne(a.total(), b.total())) {
          same(Optional.ofNullable(a.basic()), Optional.ofNullable(b.basic()), outcomes);
          same(Optional.ofNullable(a.projects()), Optional.ofNullable(b.projects()), outcomes);
          break;
        }
      }
    }
    account.tables(Form.BASIC_EXPENDITURE).forEach(table -> basic(table, scopes, outcomes));
  }

  private static List<Scope> scopes(Account account) {
    List<Scope> scopes = new ArrayList<>();
    for (Form form : List.of(Form.INCOME_EXPENDITURE_TOTAL, Form.APPROPRIATION_TOTAL)) {
      for (List<Entry> table : account.tables(form)) {
        scopes.add(
            new Scope(
                title(table),
                BudgetSums.row(table, SPENT).orElse(null),
                BudgetSums.row(table, BASIC).orElse(null),
                BudgetSums.row(table, PROJECTS).orElse(null)));
      }
    }
    for (Form form : List.of(Form.EXPENDITURE, Form.GENERAL_EXPENDITURE)) {
      for (List<Entry> table : account.tables(form)) {
        Optional<Entry> all =
            table.stream()
                .filter(e -> e.subject() == null && SPENT.matcher(Compact.of(e.name())).matches())
                .filter(e -> !Account.isDoubtful(e))
                .findFirst();
        all.ifPresent(
            line ->
                scopes.add(
                    new Scope(
                        title(table),
                        Account.cell(line, TOTALS.toArray(String[]::new)).orElse(null),
                        Account.cell(line, "基本支出").orElse(null),
                        Account.cell(line, "项目支出").orElse(null))));
      }
    }
    return scopes;
  }

  /**
   * A table of basic expenditure belongs to the table of its scope, 财政拨款 or 一般公共预算; where that one
   * has no column for it, to another of the same total that has.
   */
  private static void basic(List<Entry> table, List<Scope> scopes, Outcomes outcomes) {
    Optional<Account.Stated> all =
        table.stream()
            .filter(e -> e.subject() == null && Compact.of(e.name()).equals("合计"))
            .filter(e -> !Account.isDoubtful(e))
            .flatMap(e -> Account.cell(e, TOTALS.toArray(String[]::new)).stream())
            .findFirst();
    String word = title(table).contains("一般公共预算") ? "一般公共预算" : "财政拨款";
    List<Scope> own =
        scopes.stream().filter(s -> s.title().contains(word) && s.total() != null).toList();
    Optional<Account.Stated> basic =
        scopes.stream()
            .filter(s -> s.basic() != null)
            .filter(s -> own.stream().anyMatch(o -> isOne(o.total(), s.total())))
            .map(s -> Objects.requireNonNull(s.basic()))
            .findFirst();
    same(basic, all, outcomes);
  }

  private static boolean isOne(Account.@Nullable Stated a, Account.@Nullable Stated b) {
    return a != null && b != null && !Rounding.differ(a.reading(), b.reading());
  }

  private static Optional<Account.Stated> first(Account account, Form form, Pattern name) {
    List<List<Entry>> tables = account.tables(form);
    return tables.size() == 1 ? BudgetSums.row(tables.getFirst(), name) : Optional.empty();
  }

  private static String title(List<Entry> table) {
    Entry first = table.getFirst();
    return first.table() == null ? "" : first.table().title();
  }

  private static void same(
      Optional<Account.Stated> a, Optional<Account.Stated> b, Outcomes outcomes) {
    if (a.isEmpty() || b.isEmpty()) {
      outcomes.cannot("两张表没有都读到");
    } else {
      Cases.same(a.get(), named(a.get()), b.get(), named(b.get()), outcomes);
    }
  }

  private static String named(Account.Stated stated) {
    Entry entry = stated.entry();
    String label = stated.reading().label();
    boolean column = !label.equals(entry.name()) && BASIC_OR_PROJECTS.contains(label);
    return "《"
        + (entry.table() == null ? "" : entry.table().title())
        + "》"
        + entry.name()
        + (column ? "的" + label : "");
  }
}
