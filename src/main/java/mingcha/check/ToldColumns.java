package mingcha.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;
import mingcha.disclosure.Table;

/**
 * What the narrative says of a table's column or row, found by its name: 事业收入 in the total row of
 * the income table, 工资福利支出 in the table of basic expenditure, 财政拨款收入总计 in that of the
 * appropriations.
 */
final class ToldColumns implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "cross-table/told-by-name",
          "文字说明中的金额与决算表中同名栏目或科目不一致，需要说明",
          "An amount of the narrative differs from the table's column or row of that name",
          "财预〔2016〕143号：公开的决算表与文字说明应当一致");

  private static final Pattern BEFORE =
      Pattern.compile("(?:其中|主要包括|主要是|主要用于|包括|本年|年初|[（(]?[一二三四五六七八九\\d]{1,2}[）)、.．]|[：:]|公开)+");
  private static final Pattern TOTALS = Pattern.compile("(?:财政拨款)?(?:收入、?支出|收入|支出|收、支|收支)?决?算?总计");

  private static final Pattern OF_INCOME = Pattern.compile("[^三]{0,3}、收入决算(?:情况)?说明");
  private static final Pattern OF_EXPENDITURE = Pattern.compile("[^三]{0,3}、支出决算(?:情况)?说明");
  private static final Pattern OF_BASIC = Pattern.compile(".*一般公共预算财政拨款基本支出.*");
  private static final Pattern OF_APPROPRIATION = Pattern.compile(".*、财政拨款收.*总体情况.*");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    columns(account, Form.INCOME, "收入", OF_INCOME, outcomes);
    columns(account, Form.EXPENDITURE, "支出", OF_EXPENDITURE, outcomes);
    rows(account, outcomes);
    appropriation(account, outcomes);
  }

  /**
   * The narrative about one table, whose figures have no metric: those that have are checked by it.
   */
  private static List<Account.Stated> said(Account account, Pattern heading) {
    List<Account.Stated> said = new ArrayList<>();
    Map<String, Boolean> isAbout = new HashMap<>();
    for (Entry entry : account.statements()) {
      if (entry.path().stream()
          .anyMatch(h -> isAbout.computeIfAbsent(h, each -> heading.matcher(each).matches()))) {
        Account.sure(entry)
            .filter(r -> "元".equals(r.unit()) && r.basis() == Basis.NARRATIVE && r.metric() == null)
            .forEach(r -> said.add(new Account.Stated(entry, r)));
      }
    }
    return said;
  }

  private static String name(Reading reading) {
    return Compact.behind(BEFORE, Compact.of(reading.label()));
  }

  private static void columns(
      Account account, Form form, String part, Pattern heading, Outcomes outcomes) {
    List<List<Entry>> tables = account.tables(form);
    Optional<Entry> total =
        tables.size() == 1
            ? tables.getFirst().stream().filter(e -> e.name().equals("合计")).findFirst()
            : Optional.empty();
    if (account.isBudget() || total.isEmpty() || Account.isDoubtful(total.get())) {
      outcomes.cannot("没有" + part + "决算表，或不止一张");
      return;
    }
    Set<String> labels = labels(account, form);
    for (Account.Stated each : said(account, heading)) {
      String name = name(each.reading());
      Optional<Account.Stated> cell = Account.cell(total.get(), name);
      if (cell.isPresent()) {
        Cases.same(cell.get(), "表格", each, "文字", outcomes);
      } else if (labels.contains(name)) {
        blank(total.get(), each, outcomes);
      }
    }
  }

  /** A blank cell of the total row is 0. */
  private static void blank(Entry total, Account.Stated said, Outcomes outcomes) {
    if (Rounding.value(said.reading()).signum() == 0) {
      outcomes.holds();
      return;
    }
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            said.entry(),
            said.entry().name(),
            "表格合计行的这一栏为空白，文字为" + Figures.printed(said.reading()),
            List.of(said.reading(), Account.table(total).getFirst())));
  }

  private static Set<String> labels(Account account, Form form) {
    Set<String> labels = new HashSet<>();
    for (Table table : account.content().tables()) {
      if (form.id().equals(table.ref().form())) {
        table.cells().stream()
            .filter(c -> c.row() < table.headerRows())
            .forEach(c -> labels.add(Compact.of(c.text())));
      }
    }
    return labels;
  }

  /** Economic subjects; 公务接待费 and the like of basic expenditure bear a metric and stay out. */
  private static void rows(Account account, Outcomes outcomes) {
    List<Entry> basic = account.lines(Form.BASIC_EXPENDITURE);
    if (account.isBudget()
        || basic.isEmpty()
        || account.tables(Form.BASIC_EXPENDITURE).size() > 1) {
      outcomes.cannot("没有基本支出表，或不止一张");
      return;
    }
    for (Account.Stated each : said(account, OF_BASIC)) {
      String name = name(each.reading());
      basic.stream()
          .filter(line -> line.subject() != null && line.name().equals(name))
          .findFirst()
          .filter(line -> !Account.isDoubtful(line))
          .flatMap(line -> Account.cell(line))
          .ifPresent(cell -> Cases.same(cell, "表格", each, "文字", outcomes));
    }
  }

  private static void appropriation(Account account, Outcomes outcomes) {
    List<Account.Stated> totals =
        account.lines(Form.APPROPRIATION_TOTAL).stream()
            .filter(line -> line.name().endsWith("总计") && !Account.isDoubtful(line))
            .flatMap(line -> Account.cell(line).stream())
            .toList();
    if (account.isBudget() || totals.isEmpty()) {
      outcomes.cannot("没有财政拨款收入支出决算总表");
      return;
    }
    for (Account.Stated each : said(account, OF_APPROPRIATION)) {
      String name = name(each.reading());
      if (each.reading().stage() == Stage.FINAL && TOTALS.matcher(name).matches()) {
        Cases.same(totals.getFirst(), "表格", each, "文字", outcomes);
      }
    }
  }
}
