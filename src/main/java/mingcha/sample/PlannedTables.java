package mingcha.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import mingcha.disclosure.Form;
import mingcha.sample.Budget.Spending;
import mingcha.sample.Budget.ThreePublic;
import mingcha.sample.Document.Grid;
import mingcha.sample.Document.Grid.Kind;
import mingcha.sample.World.Code;
import org.jspecify.annotations.Nullable;

/** The nine tables of a 部门预算, as the budget law's template numbers them. */
final class PlannedTables {
  private static final List<String> FUNDS = List.of("合计", "一般公共预算", "政府性基金预算", "国有资本经营预算");

  private final World world;
  private final Budget plan;
  private final Style style;
  private final Ledger ledger;
  private final SubjectRows subjects;
  private final Captions captions;

  PlannedTables(World world, Budget plan, Style style, Ledger ledger) {
    this.world = world;
    this.plan = plan;
    this.style = style;
    this.ledger = ledger;
    this.subjects = new SubjectRows(world, style, ledger);
    this.captions = new Captions(plan.publisher().name(), plan.year());
  }

  List<Grid> all() {
    return List.of(
        total(),
        subjects(
            Form.INCOME,
            "02",
            "部门收入总表",
            List.of("合计", "一般公共预算", "政府性基金预算"),
            plan.spendings(),
            s -> List.of(s.total(), s.total().minus(fund(s)), fund(s))),
        spending(Form.EXPENDITURE, "03", "部门支出总表", plan.spendings()),
        appropriation(),
        spending(Form.GENERAL_EXPENDITURE, "05", "一般公共预算支出表", plan.general()),
        basic(),
        threePublic(),
        spending(Form.GOVERNMENT_FUND, "08", "政府性基金预算支出表", plan.fund()),
        spending(Form.STATE_CAPITAL, "09", "国有资本经营预算支出表", List.of()));
  }

  private Amount fund(Spending spending) {
    String code = spending.subject().code();
    return Amount.sum(
        plan.fund().stream()
            .filter(s -> s.subject().code().startsWith(code))
            .map(Spending::total)
            .toList());
  }

  private record Item(String name, List<Amount> amounts) {}

  private Grid total() {
    Amount fund = Budget.sum(plan.fund(), Spending::total);
    List<Item> left = new ArrayList<>();
    left.add(new Item("一、一般公共预算拨款收入", List.of(plan.expenditure().minus(fund))));
    left.add(new Item("二、政府性基金预算拨款收入", List.of(fund)));
    left.add(new Item("三、国有资本经营预算拨款收入", List.of(Amount.ZERO)));
    List<Item> right = new ArrayList<>();
    int number = 1;
    for (Spending each : classes(plan.spendings())) {
      right.add(
          new Item(
              TotalTables.numeral(number++) + "、" + each.subject().name(), List.of(each.total())));
    }
    sides(left, right, plan.expenditure(), List.of(plan.expenditure()));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("收入", Grid.LEFT, "支出", Grid.LEFT));
    rows.add(List.of("项目", "预算数", "项目", "预算数"));
    body(Form.INCOME_EXPENDITURE_TOTAL, "01", left, right, List.of("预算数"), rows);
    return grid("01", "部门收支总表", Kind.STATUTORY, rows, 2);
  }

  private Grid appropriation() {
    Amount fund = Budget.sum(plan.fund(), Spending::total);
    Amount general = plan.expenditure().minus(fund);
    List<Item> left = new ArrayList<>();
    left.add(new Item("（一）一般公共预算拨款", List.of(general)));
    left.add(new Item("（二）政府性基金预算拨款", List.of(fund)));
    left.add(new Item("（三）国有资本经营预算拨款", List.of(Amount.ZERO)));
    List<Item> right = new ArrayList<>();
    int number = 1;
    for (Spending each : classes(plan.spendings())) {
      Amount ofFund = fund(each);
      right.add(
          new Item(
              "（" + TotalTables.numeral(number++) + "）" + each.subject().name(),
              List.of(each.total(), each.total().minus(ofFund), ofFund, Amount.ZERO)));
    }
    sides(left, right, plan.expenditure(), List.of(plan.expenditure(), general, fund, Amount.ZERO));
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("收入", Grid.LEFT, "支出"));
    head.addAll(Collections.nCopies(FUNDS.size(), Grid.LEFT));
    rows.add(head);
    List<String> header = new ArrayList<>(List.of("项目", "预算数", "项目"));
    header.addAll(FUNDS);
    rows.add(header);
    body(Form.APPROPRIATION_TOTAL, "04", left, right, FUNDS, rows);
    return grid("04", "财政拨款收支总表", Kind.STATUTORY, rows, 2);
  }

  private List<Spending> classes(List<Spending> leaves) {
    return Budget.tree(world, leaves).stream()
        .filter(s -> s.subject().code().length() == 3)
        .toList();
  }

  /** Both sides as long as each other, with 合计 of the year and 总计 below. */
  private static void sides(
      List<Item> left, List<Item> right, Amount income, List<Amount> expenditure) {
    while (left.size() < right.size()) {
      left.add(new Item("", List.of()));
    }
    while (right.size() < left.size()) {
      right.add(new Item("", List.of()));
    }
    left.add(new Item("本年收入合计", List.of(income)));
    right.add(new Item("本年支出合计", expenditure));
    left.add(new Item("上年结转", List.of(Amount.ZERO)));
    right.add(new Item("结转下年", Collections.nCopies(expenditure.size(), Amount.ZERO)));
    left.add(new Item("收入总计", List.of(income)));
    right.add(new Item("支出总计", expenditure));
  }

  private void body(
      Form form,
      String number,
      List<Item> left,
      List<Item> right,
      List<String> columns,
      List<List<String>> rows) {
    for (int i = 0; i < left.size(); i++) {
      List<String> row = new ArrayList<>(cells(form, number, left.get(i), List.of("预算数")));
      row.addAll(cells(form, number, right.get(i), columns));
      rows.add(row);
    }
  }

  private List<String> cells(Form form, String number, Item item, List<String> columns) {
    List<String> cells = new ArrayList<>(List.of(item.name()));
    if (item.amounts().isEmpty()) {
      columns.forEach(column -> cells.add(""));
      return cells;
    }
    List<String> raws = item.amounts().stream().map(style::cell).toList();
    ledger.line(form, number, null, item.name(), columns, item.amounts(), raws);
    cells.addAll(raws);
    return cells;
  }

  private Grid spending(Form form, String number, String title, List<Spending> leaves) {
    return subjects(
        form,
        number,
        title,
        List.of("合计", "基本支出", "项目支出"),
        leaves,
        s -> List.of(s.total(), s.basic(), s.project()));
  }

  private Grid subjects(
      Form form,
      String number,
      String title,
      List<String> labels,
      List<Spending> leaves,
      Function<Spending, List<Amount>> figures) {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("科目编码", "科目名称"));
    header.addAll(labels);
    rows.add(header);
    rows.addAll(subjects.of(form, number, labels, leaves, figures));
    return grid(number, title, Kind.SUBJECTS, rows, 1);
  }

  /** Economic codes in one column, personnel and public funds beside each other. */
  private Grid basic() {
    List<String> labels = List.of("合计", "人员经费", "公用经费");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("部门预算支出经济分类科目", Grid.LEFT, "本年一般公共预算基本支出", Grid.LEFT, Grid.LEFT));
    rows.add(List.of("科目编码", "科目名称", "合计", "人员经费", "公用经费"));
    rows.add(economic(null, "合计", plan.personnel(), plan.publicFunds(), labels));
    for (Code code : world.economic()) {
      Amount amount = plan.economicSum(code.code());
      boolean person = code.code().startsWith("301") || code.code().startsWith("303");
      if (!amount.isZero()) {
        rows.add(
            economic(
                code.code(),
                code.name(),
                person ? amount : Amount.ZERO,
                person ? Amount.ZERO : amount,
                labels));
      }
    }
    return grid("06", "一般公共预算基本支出表", Kind.SUBJECTS, rows, 2);
  }

  private List<String> economic(
      @Nullable String code, String name, Amount personnel, Amount goods, List<String> labels) {
    List<Amount> amounts = List.of(personnel.plus(goods), personnel, goods);
    List<String> raws = amounts.stream().map(style::cell).toList();
    ledger.line(Form.BASIC_EXPENDITURE, "06", code, name, labels, amounts, raws);
    List<String> row =
        new ArrayList<>(code == null ? List.of(name, Grid.LEFT) : List.of(code, name));
    row.addAll(raws);
    return row;
  }

  private Grid threePublic() {
    ThreePublic of = plan.threePublic();
    List<String> items = List.of("合计", "因公出国（境）费", "公务用车购置及运行费", "公务用车购置费", "公务用车运行费", "公务接待费");
    List<Amount> amounts =
        List.of(
            of.total(),
            of.overseas(),
            of.vehicles(),
            of.vehiclePurchase(),
            of.vehicleOperation(),
            of.reception());
    List<String> raws = amounts.stream().map(style::cell).toList();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("“三公”经费合计", "因公出国（境）费", "公务用车购置及运行费", Grid.LEFT, Grid.LEFT, "公务接待费"));
    rows.add(List.of(Grid.UP, Grid.UP, "小计", "公务用车购置费", "公务用车运行费", Grid.UP));
    rows.add(raws);
    for (int i = 0; i < items.size(); i++) {
      if (!raws.get(i).isEmpty()) {
        ledger.line(
            Form.THREE_PUBLIC,
            "07",
            null,
            items.get(i),
            List.of(i == 0 ? "“三公”经费合计" : items.get(i)),
            List.of(amounts.get(i)),
            List.of(raws.get(i)));
      }
    }
    return grid("07", "一般公共预算“三公”经费支出表", Kind.STATUTORY, rows, 2);
  }

  private Grid grid(
      String number, String title, Kind kind, List<List<String>> rows, int headerRows) {
    boolean empty = kind == Kind.SUBJECTS && rows.size() == headerRows + 1;
    String note = empty ? "注：本部门没有此项预算，本表无数据。" : "";
    return new Grid(kind, title, captions.of(number), rows, headerRows, note);
  }
}
