package mingcha.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mingcha.disclosure.Form;
import mingcha.sample.Budget.Operations;
import mingcha.sample.Budget.ThreePublic;
import mingcha.sample.Document.Grid;
import mingcha.sample.Document.Grid.Kind;
import mingcha.sample.World.Code;

/** Tables 06 (basic expenditure by economic code), “三公”, and 10. */
final class SmallTables {
  private static final int BLOCKS = 3;

  private final World world;
  private final Budget budget;
  private final Style style;
  private final Ledger ledger;
  private final Captions captions;

  SmallTables(World world, Budget budget, Style style, Ledger ledger, Captions captions) {
    this.world = world;
    this.budget = budget;
    this.style = style;
    this.ledger = ledger;
    this.captions = captions;
  }

  /** Personnel in the first block of columns, public funds in the other two. */
  Grid basicExpenditure() {
    List<Code> personnel = codes("301", "303");
    List<Code> goods = codes("302");
    List<Code> capital = codes("310");
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("人员经费", Grid.LEFT, Grid.LEFT, "公用经费"));
    head.addAll(Collections.nCopies(5, Grid.LEFT));
    rows.add(head);
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < BLOCKS; i++) {
      labels.addAll(List.of("科目代码", "科目名称", "决算数"));
    }
    rows.add(labels);
    int longest = Math.max(personnel.size(), Math.max(goods.size(), capital.size()));
    for (int i = 0; i < longest; i++) {
      List<String> row = new ArrayList<>();
      for (List<Code> block : List.of(personnel, goods, capital)) {
        row.addAll(i < block.size() ? economic(block.get(i)) : List.of("", "", ""));
      }
      rows.add(row);
    }
    List<String> sums = new ArrayList<>(List.of("人员经费合计", Grid.LEFT));
    sums.add(sum("人员经费合计", budget.personnel()));
    sums.add("公用经费合计");
    sums.addAll(Collections.nCopies(4, Grid.LEFT));
    sums.add(sum("公用经费合计", budget.publicFunds()));
    rows.add(sums);
    return new Grid(
        Kind.STATUTORY,
        "一般公共预算财政拨款基本支出决算明细表",
        captions.of("06"),
        rows,
        2,
        "注：本表反映本年度一般公共预算财政拨款基本支出的明细。");
  }

  private List<Code> codes(String... prefixes) {
    List<Code> codes = new ArrayList<>();
    for (String prefix : prefixes) {
      world.economic().stream().filter(c -> c.code().startsWith(prefix)).forEach(codes::add);
    }
    return codes;
  }

  private List<String> economic(Code code) {
    Amount amount = budget.economicSum(code.code());
    String raw = style.cell(amount);
    ledger.line(
        Form.BASIC_EXPENDITURE,
        "06",
        code.code(),
        code.name(),
        List.of("决算数"),
        List.of(amount),
        List.of(raw));
    return List.of(code.code(), code.name(), raw);
  }

  private String sum(String name, Amount amount) {
    String raw = style.cell(amount);
    ledger.line(
        Form.BASIC_EXPENDITURE, "06", null, name, List.of("决算数"), List.of(amount), List.of(raw));
    return raw;
  }

  Grid threePublic(String number) {
    List<String> head = new ArrayList<>(List.of("预算数"));
    head.addAll(Collections.nCopies(5, Grid.LEFT));
    head.add("决算数");
    head.addAll(Collections.nCopies(5, Grid.LEFT));
    List<String> names = List.of("合计", "因公出国（境）费", "公务用车购置及运行维护费", Grid.LEFT, Grid.LEFT, "公务接待费");
    List<String> below = List.of(Grid.UP, Grid.UP, "小计", "公务用车购置费", "公务用车运行维护费", Grid.UP);
    List<List<String>> rows = new ArrayList<>();
    rows.add(head);
    rows.add(twice(names));
    rows.add(twice(below));
    List<String> numbering = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      numbering.add(Integer.toString(i));
    }
    rows.add(numbering);
    List<String> raws = new ArrayList<>();
    List<Amount> planned = parts(budget.threePublicBudget());
    List<Amount> spent = parts(budget.threePublic());
    planned.forEach(amount -> raws.add(style.cell(amount)));
    spent.forEach(amount -> raws.add(style.cell(amount)));
    rows.add(raws);
    List<String> items = List.of("合计", "因公出国（境）费", "公务用车购置及运行维护费", "公务用车购置费", "公务用车运行维护费", "公务接待费");
    for (int i = 0; i < items.size(); i++) {
      ledger.line(
          Form.THREE_PUBLIC,
          number,
          null,
          items.get(i),
          List.of("预算数", "决算数"),
          List.of(planned.get(i), spent.get(i)),
          List.of(raws.get(i), raws.get(i + items.size())));
    }
    return new Grid(
        Kind.STATUTORY,
        "财政拨款“三公”经费支出决算表",
        captions.of(number),
        rows,
        4,
        "注：本表反映本年度“三公”经费支出预决算情况，预算数为调整后的全年预算数。");
  }

  private static List<String> twice(List<String> cells) {
    List<String> twice = new ArrayList<>(cells);
    twice.addAll(cells);
    return twice;
  }

  private static List<Amount> parts(ThreePublic of) {
    return List.of(
        of.total(),
        of.overseas(),
        of.vehicles(),
        of.vehiclePurchase(),
        of.vehicleOperation(),
        of.reception());
  }

  Grid relatedInformation() {
    Operations operations = budget.operations();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("一、政府采购情况", Grid.LEFT, Grid.LEFT));
    rows.add(List.of("项目", "行次", "统计数"));
    money(rows, "合计", 1, operations.procurement());
    money(rows, "货物", 2, operations.goods());
    money(rows, "工程", 3, operations.works());
    money(rows, "服务", 4, operations.services());
    rows.add(List.of("二、机关运行经费", Grid.LEFT, Grid.LEFT));
    rows.add(List.of("项目", "行次", "统计数"));
    money(rows, "（一）行政单位", 5, operations.funds());
    rows.add(List.of("（二）参照公务员法管理事业单位", "6", ""));
    rows.add(List.of("三、国有资产占用情况", Grid.LEFT, Grid.LEFT));
    rows.add(List.of("（一）车辆数合计（辆）", "7", Integer.toString(operations.vehicles())));
    rows.add(List.of("1.执法执勤用车", "8", ""));
    rows.add(List.of("2.其他用车", "9", Integer.toString(operations.vehicles())));
    rows.add(List.of("（二）单价100万元（含）以上设备（不含车辆）", "10", ""));
    return new Grid(
        Kind.STATUTORY,
        "部门决算公开相关信息统计表",
        captions.of("10"),
        rows,
        0,
        "注：本表反映本年度政府采购、机关运行经费和国有资产占用情况。");
  }

  private void money(List<List<String>> rows, String name, int number, Amount amount) {
    String raw = style.cell(amount);
    ledger.line(
        Form.RELATED_INFORMATION, "10", null, name, List.of("统计数"), List.of(amount), List.of(raw));
    rows.add(List.of(name, Integer.toString(number), raw));
  }
}
