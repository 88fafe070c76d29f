package mingcha.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import mingcha.disclosure.Form;
import mingcha.sample.Budget.Spending;
import mingcha.sample.Document.Grid;
import mingcha.sample.Document.Grid.Kind;

/** The statutory tables whose rows are subject codes: 02, 03, 05, and those of 基金 and 国有资本. */
final class SubjectTables {
  private final Budget budget;
  private final SubjectRows subjects;
  private final Captions captions;

  SubjectTables(World world, Budget budget, Style style, Ledger ledger, Captions captions) {
    this.budget = budget;
    this.subjects = new SubjectRows(world, style, ledger);
    this.captions = captions;
  }

  Grid income() {
    return flat(
        Form.INCOME,
        "02",
        "收入决算表",
        List.of("本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"),
        s -> padded(List.of(s.income(), s.appropriated()), 4, s.other()),
        "注：本表反映本年度取得的各项收入。");
  }

  Grid expenditure() {
    return flat(
        Form.EXPENDITURE,
        "03",
        "支出决算表",
        List.of("本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"),
        s -> padded(List.of(s.total(), s.basic()), 0, s.project(), 3),
        "注：本表反映本年度的各项支出。");
  }

  Grid generalExpenditure() {
    List<String> leaves = List.of("小计", "基本支出", "项目支出");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("项目", Grid.LEFT, "本年支出", Grid.LEFT, Grid.LEFT));
    rows.add(header("科目代码", "科目名称", leaves));
    return body(
        Form.GENERAL_EXPENDITURE,
        "05",
        "一般公共预算财政拨款支出决算表",
        rows,
        leaves,
        budget.general(),
        s -> List.of(s.appropriatedTotal(), s.basic(), s.appropriatedProject()),
        "注：本表反映本年度一般公共预算财政拨款的支出。");
  }

  Grid governmentFund(String number) {
    List<String> leaves = List.of("年初结转和结余", "本年收入", "小计", "基本支出", "项目支出", "年末结转和结余");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("项目", Grid.LEFT, "年初结转和结余", "本年收入", "本年支出", Grid.LEFT, Grid.LEFT, "年末结转和结余"));
    rows.add(List.of("科目代码", "科目名称", Grid.UP, Grid.UP, "小计", "基本支出", "项目支出", Grid.UP));
    return body(
        Form.GOVERNMENT_FUND,
        number,
        "政府性基金预算财政拨款收入支出决算表",
        rows,
        leaves,
        budget.fund(),
        s -> List.of(Amount.ZERO, s.appropriated(), s.total(), s.basic(), s.project(), Amount.ZERO),
        "注：本表反映本年度政府性基金预算财政拨款的收入、支出及结转结余。"
            + (budget.fund().isEmpty() ? "说明：本年度没有政府性基金收支，本表无数据。" : ""));
  }

  Grid stateCapital(String number) {
    List<String> leaves = List.of("合计", "基本支出", "项目支出");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("项目", Grid.LEFT, "本年支出", Grid.LEFT, Grid.LEFT));
    rows.add(header("科目代码", "科目名称", leaves));
    return body(
        Form.STATE_CAPITAL,
        number,
        "国有资本经营预算财政拨款支出决算表",
        rows,
        leaves,
        List.of(),
        s -> Collections.nCopies(3, Amount.ZERO),
        "注：本表反映本年度国有资本经营预算财政拨款的支出。说明：本年度没有国有资本经营预算支出，本表无数据。");
  }

  /** A table whose columns have one header cell each, two rows high. */
  private Grid flat(
      Form form,
      String number,
      String title,
      List<String> columns,
      Function<Spending, List<Amount>> figures,
      String note) {
    List<List<String>> rows = new ArrayList<>();
    List<String> first = new ArrayList<>(List.of("项目", Grid.LEFT));
    first.addAll(columns);
    rows.add(first);
    rows.add(header("科目代码", "科目名称", Collections.nCopies(columns.size(), Grid.UP)));
    return body(form, number, title, rows, columns, budget.spendings(), figures, note);
  }

  private static List<String> header(String code, String name, List<String> columns) {
    List<String> row = new ArrayList<>(List.of(code, name));
    row.addAll(columns);
    return row;
  }

  private Grid body(
      Form form,
      String number,
      String title,
      List<List<String>> rows,
      List<String> labels,
      List<Spending> leaves,
      Function<Spending, List<Amount>> figures,
      String note) {
    List<String> numbering = new ArrayList<>(List.of("栏次", Grid.LEFT));
    for (int i = 1; i <= labels.size(); i++) {
      numbering.add(Integer.toString(i));
    }
    rows.add(numbering);
    int headerRows = rows.size();
    rows.addAll(subjects.of(form, number, labels, leaves, figures));
    return new Grid(Kind.SUBJECTS, title, captions.of(number), rows, headerRows, note);
  }

  private static List<Amount> padded(List<Amount> first, int zeros, Amount last) {
    return padded(first, zeros, last, 0);
  }

  private static List<Amount> padded(List<Amount> first, int zeros, Amount then, int more) {
    List<Amount> amounts = new ArrayList<>(first);
    amounts.addAll(Collections.nCopies(zeros, Amount.ZERO));
    amounts.add(then);
    amounts.addAll(Collections.nCopies(more, Amount.ZERO));
    return amounts;
  }
}
