package mingcha.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mingcha.disclosure.Form;
import mingcha.sample.Budget.Spending;
import mingcha.sample.Document.Grid;
import mingcha.sample.Document.Grid.Kind;
import mingcha.sample.World.Code;

/** Tables 01 and 04: income on the left, expenditure by 类 on the right. */
final class TotalTables {
  /** The 类 in the order and with the names in which both tables print them all. */
  private static final Map<String, String> CLASSES = new LinkedHashMap<>();

  static {
    String[] classes = {
      "201 一般公共服务支出",
      "202 外交支出",
      "203 国防支出",
      "204 公共安全支出",
      "205 教育支出",
      "206 科学技术支出",
      "207 文化旅游体育与传媒支出",
      "208 社会保障和就业支出",
      "210 卫生健康支出",
      "211 节能环保支出",
      "212 城乡社区支出",
      "213 农林水支出",
      "214 交通运输支出",
      "215 资源勘探工业信息等支出",
      "216 商业服务业等支出",
      "217 金融支出",
      "219 援助其他地区支出",
      "220 自然资源海洋气象等支出",
      "221 住房保障支出",
      "222 粮油物资储备支出",
      "223 国有资本经营预算支出",
      "224 灾害防治及应急管理支出",
      "229 其他支出",
      "231 债务还本支出",
      "232 债务付息支出",
      "234 抗疫特别国债安排的支出"
    };
    for (String each : classes) {
      CLASSES.put(each.substring(0, 3), each.substring(4));
    }
  }

  private static final String[] NUMERALS = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  private static final String NO_FIGURE = "";

  private final Budget budget;
  private final Style style;
  private final Ledger ledger;
  private final Captions captions;

  TotalTables(Budget budget, Style style, Ledger ledger, Captions captions) {
    this.budget = budget;
    this.style = style;
    this.ledger = ledger;
    this.captions = captions;
  }

  static String numeral(int number) {
    return number <= 10
        ? NUMERALS[number]
        : (number < 20 ? "" : NUMERALS[number / 10]) + "十" + NUMERALS[number % 10];
  }

  private record Item(String name, List<Amount> amounts) {}

  Grid incomeAndExpenditure() {
    Amount general = budget.appropriation().minus(fundIncome());
    List<Item> left = new ArrayList<>();
    left.add(item("一、一般公共预算财政拨款收入", general));
    left.add(item("二、政府性基金预算财政拨款收入", fundIncome()));
    for (String name : List.of("三、国有资本经营预算财政拨款收入", "四、上级补助收入", "五、事业收入", "六、经营收入", "七、附属单位上缴收入")) {
      left.add(item(name, Amount.ZERO));
    }
    left.add(item("八、其他收入", budget.otherIncome()));
    List<Item> right = new ArrayList<>();
    int number = 1;
    for (Map.Entry<String, String> each : CLASSES.entrySet()) {
      right.add(item(numeral(number++) + "、" + each.getValue(), ofClass(each.getKey()).total()));
    }
    fill(left, right.size());
    left.add(item("本年收入合计", budget.income()));
    right.add(item("本年支出合计", budget.expenditure()));
    left.add(item("使用非财政拨款结余和专用结余", Amount.ZERO));
    right.add(item("结余分配", Amount.ZERO));
    left.add(item("年初结转和结余", budget.opening()));
    right.add(item("年末结转和结余", budget.closing()));
    left.add(item("总计", budget.grandTotal()));
    right.add(item("总计", budget.grandTotal()));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("收入", Grid.LEFT, Grid.LEFT, "支出", Grid.LEFT, Grid.LEFT));
    rows.add(List.of("项目", "行次", "金额", "项目", "行次", "金额"));
    rows.add(List.of("栏次", "", "1", "栏次", "", "2"));
    body(Form.INCOME_EXPENDITURE_TOTAL, "01", left, right, List.of("金额"), rows);
    return new Grid(
        Kind.STATUTORY, "收入支出决算总表", captions.of("01"), rows, 3, "注：本表反映本年度的总收支和年末结转结余。");
  }

  Grid appropriation() {
    Amount general = budget.appropriation().minus(fundIncome());
    List<Item> left = new ArrayList<>();
    left.add(item("一、一般公共预算财政拨款", general));
    left.add(item("二、政府性基金预算财政拨款", fundIncome()));
    left.add(item("三、国有资本经营预算财政拨款", Amount.ZERO));
    List<Item> right = new ArrayList<>();
    int number = 1;
    for (Map.Entry<String, String> each : CLASSES.entrySet()) {
      Spending sum = Budget.below(new Code(each.getKey(), each.getValue()), budget.general());
      Spending fund = Budget.below(new Code(each.getKey(), each.getValue()), budget.fund());
      right.add(
          fourfold(
              numeral(number++) + "、" + each.getValue(), sum.appropriatedTotal(), fund.total()));
    }
    fill(left, right.size());
    left.add(item("本年收入合计", budget.appropriation()));
    right.add(fourfold("本年支出合计", budget.generalExpenditure(), fundExpenditure()));
    left.add(item("年初财政拨款结转和结余", budget.opening()));
    right.add(fourfold("年末财政拨款结转和结余", budget.closing(), Amount.ZERO));
    left.add(item("一般公共预算财政拨款", budget.opening()));
    left.add(item("政府性基金预算财政拨款", Amount.ZERO));
    left.add(item("国有资本经营预算财政拨款", Amount.ZERO));
    fill(right, left.size());
    left.add(item("总计", budget.appropriationGrandTotal()));
    right.add(
        fourfold("总计", budget.generalExpenditure().plus(budget.closing()), fundExpenditure()));
    List<List<String>> rows = new ArrayList<>();
    List<String> columns = List.of("合计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款");
    rows.add(
        List.of(
            "收入", Grid.LEFT, Grid.LEFT, "支出", Grid.LEFT, Grid.LEFT, Grid.LEFT, Grid.LEFT,
            Grid.LEFT));
    List<String> header = new ArrayList<>(List.of("项目", "行次", "金额", "项目", "行次"));
    header.addAll(columns);
    rows.add(header);
    rows.add(List.of("栏次", "", "1", "栏次", "", "2", "3", "4", "5"));
    body(Form.APPROPRIATION_TOTAL, "04", left, right, columns, rows);
    return new Grid(
        Kind.STATUTORY, "财政拨款收入支出决算总表", captions.of("04"), rows, 3, "注：本表反映本年度财政拨款的总收支和年末结转结余。");
  }

  private void body(
      Form form,
      String number,
      List<Item> left,
      List<Item> right,
      List<String> columns,
      List<List<String>> rows) {
    for (int i = 0; i < right.size(); i++) {
      List<String> row = new ArrayList<>(cells(form, number, left.get(i), List.of("金额"), i + 1));
      row.addAll(cells(form, number, right.get(i), columns, right.size() + i + 1));
      rows.add(row);
    }
  }

  private List<String> cells(
      Form form, String number, Item item, List<String> columns, int lineNumber) {
    List<String> cells = new ArrayList<>(List.of(item.name(), Integer.toString(lineNumber)));
    if (item.amounts().isEmpty()) {
      columns.forEach(column -> cells.add(NO_FIGURE));
      return cells;
    }
    List<String> raws = item.amounts().stream().map(style::cell).toList();
    ledger.line(form, number, null, item.name(), columns, item.amounts(), raws);
    cells.addAll(raws);
    return cells;
  }

  private static void fill(List<Item> items, int size) {
    while (items.size() < size) {
      items.add(new Item("", List.of()));
    }
  }

  private static Item item(String name, Amount amount) {
    return new Item(name, List.of(amount));
  }

  private static Item fourfold(String name, Amount general, Amount fund) {
    return new Item(name, List.of(general.plus(fund), general, fund, Amount.ZERO));
  }

  private Spending ofClass(String code) {
    return Budget.below(new Code(code, ""), budget.spendings());
  }

  private Amount fundIncome() {
    return Budget.sum(budget.fund(), Spending::appropriated);
  }

  private Amount fundExpenditure() {
    return Budget.sum(budget.fund(), Spending::total);
  }
}
