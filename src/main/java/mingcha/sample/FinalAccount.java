package mingcha.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import mingcha.sample.Truth.Cell;
import mingcha.sample.Truth.Completion;
import mingcha.sample.Truth.Identity;
import mingcha.sample.Year.Funded;
import mingcha.sample.Year.Spending;
import org.jspecify.annotations.Nullable;

/** A 部门决算 in our own words: its text, and the truth of the figures in it. */
final class FinalAccount {
  static final String MARK = "（示例数据：地名、单位和数字均为虚构）";

  private final World world;
  private final Year year;
  private final @Nullable Year before;
  private final Layout tables;
  private final Layout forms;
  private final StringBuilder out = new StringBuilder();
  private final List<Cell> cells = new ArrayList<>();
  private final List<Truth.Project> projects = new ArrayList<>();
  private final List<Completion> completions = new ArrayList<>();

  FinalAccount(World world, Year year, @Nullable Year before, Layout tables, Layout forms) {
    this.world = world;
    this.year = year;
    this.before = before;
    this.tables = tables;
    this.forms = forms;
  }

  /** The text; {@link #truth} is filled by writing it. */
  String text() {
    paragraph(year.publisher());
    paragraph(year.year() + "年度部门决算公开");
    paragraph(MARK);
    paragraph("第一部分 概况");
    paragraph("一、部门职责");
    paragraph("本部门设在" + String.join("", year.place().path()) + "，负责本行政区域内的有关行政管理和公共服务工作。");
    paragraph("第二部分 " + year.year() + "年度部门决算表");
    income();
    expenditure("03", "支出决算表", "expenditure", "本年支出合计", false);
    expenditure("05", "一般公共预算财政拨款支出决算表", "general_expenditure", "小计", true);
    paragraph("第三部分 情况说明");
    narrative();
    paragraph("第四部分 附件");
    year.projects().forEach(this::form);
    return out.toString();
  }

  Truth truth() {
    return new Truth(
        new Identity(
            year.publisher() + year.year() + "年度部门决算公开",
            year.publisher(),
            year.place().path(),
            year.place().code(),
            year.year(),
            "部门决算",
            "部门"),
        cells,
        projects,
        completions);
  }

  private void income() {
    List<String> columns =
        List.of("本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入");
    table("02", "收入决算表", "income", columns, s -> padded(columns.size(), s.total(), s.total()));
  }

  private void expenditure(
      String number, String title, String form, String total, boolean general) {
    List<String> columns =
        general
            ? List.of(total, "基本支出", "项目支出")
            : List.of(total, "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出");
    table(
        number,
        title,
        form,
        columns,
        s -> padded(columns.size(), s.total(), s.basic(), s.project()));
  }

  private void table(
      String number,
      String title,
      String form,
      List<String> columns,
      Function<Spending, List<Amount>> amounts) {
    paragraph(title);
    paragraph("公开" + number + "表");
    paragraph("部门名称：" + year.publisher());
    paragraph(year.year() + "年度");
    paragraph("金额单位：万元");
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("项目", "", columns));
    rows.add(row("科目代码", "科目名称", blanks(columns.size())));
    rows.add(row("栏次", "", numbers(columns.size())));
    Spending all =
        new Spending(new World.Item("", "合计"), Amount.ZERO, year.basic(), year.project());
    rows.add(row("合计", "", printed(form, null, "合计", columns, amounts.apply(all))));
    for (Spending line : year.tree(world)) {
      String code = line.item().code();
      String name = line.item().name();
      rows.add(row(code, name, printed(form, code, name, columns, amounts.apply(line))));
    }
    tables.rows(out, rows);
    paragraph("");
    paragraph("注：本表反映部门本年度收支情况，" + MARK);
  }

  /**
   * The cells of a row; zero is printed as 0.00 where blanks would vanish, and left blank
   * elsewhere.
   */
  private List<String> printed(
      String form, @Nullable String code, String name, List<String> columns, List<Amount> amounts) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < amounts.size(); i++) {
      Amount amount = amounts.get(i);
      boolean blank = amount.hundreds() == 0 && tables == Layout.TABBED;
      texts.add(blank ? "" : amount.wan());
      if (!blank) {
        cells.add(new Cell(form, code, name, columns.get(i), amount.yuan(), amount.wan()));
      }
    }
    return texts;
  }

  private void narrative() {
    paragraph("一、收入支出决算总体情况说明");
    Amount total = year.total();
    String change = before == null ? "" : change(total, before.total());
    paragraph(
        year.year() + "年度收入总计" + total.said() + "万元，支出总计" + total.said() + "万元" + change + "。");
    paragraph("二、支出决算情况说明");
    paragraph(
        "本年支出合计"
            + total.said()
            + "万元，其中：基本支出"
            + year.basic().said()
            + "万元，占"
            + year.basic().percentOf(total)
            + "%；项目支出"
            + year.project().said()
            + "万元，占"
            + year.project().percentOf(total)
            + "%。");
    paragraph("三、一般公共预算财政拨款支出决算情况说明");
    int number = 1;
    for (Spending line : year.subjects().values()) {
      String path =
          world.parent(line.item().code().substring(0, 3))
              + "（类）"
              + world.parent(line.item().code().substring(0, 5))
              + "（款）"
              + line.item().name()
              + "（项）";
      BigDecimal rate = line.total().percentOf(line.initial());
      paragraph(
          number++
              + "."
              + path
              + "。年初预算为"
              + line.initial().said()
              + "万元，支出决算为"
              + line.total().said()
              + "万元，完成年初预算的"
              + rate
              + "%。");
      completions.add(
          new Completion(line.item().name(), line.initial().yuan(), line.total().yuan(), rate));
    }
  }

  private static String change(Amount now, Amount then) {
    Amount difference = now.minus(then);
    boolean up = difference.hundreds() >= 0;
    Amount size = new Amount(Math.abs(difference.hundreds()));
    return "，与上年相比"
        + (up ? "增加" : "减少")
        + size.said()
        + "万元，"
        + (up ? "增长" : "下降")
        + size.percentOf(then)
        + "%";
  }

  private void form(Funded project) {
    paragraph("项目支出绩效自评表");
    paragraph("（" + year.year() + "年度）");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("项目名称", project.name()));
    rows.add(List.of("主管部门", year.publisher(), "实施单位", year.publisher()));
    rows.add(List.of("项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"));
    List<String> money =
        List.of(
            project.initial().wan(),
            project.adjusted().wan(),
            project.executed().wan(),
            "10",
            project.tableRate() + "%",
            project.ratePoints().toString());
    rows.add(row("", "年度资金总额", money));
    rows.add(row("", "其中：当年财政拨款", money));
    rows.add(row("", "其他资金", List.of("0", "0", "0", "—", "—", "—")));
    rows.add(List.of("年度总体目标", "预期目标", "", "实际完成情况"));
    rows.add(List.of("", "按时完成本项目的工作任务", "", "已按计划推进，受益对象反映良好"));
    rows.add(List.of("绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"));
    int points = project.score() - project.ratePoints().intValue();
    rows.add(List.of("", "产出指标", "数量指标", "完成工作任务数", "≥10项", "≥12项", "50", "" + points / 2));
    rows.add(
        List.of(
            "", "满意度指标", "服务对象满意度", "受益群众满意度", "≥90%", "≥92%", "40", "" + (points - points / 2)));
    rows.add(List.of("总分", "", "", "", "", "", "100", "" + project.score(), project.grade()));
    forms.rows(out, rows);
    paragraph("");
    if (project.told()) {
      paragraph(
          "项目实施和预算执行情况："
              + project.name()
              + "年初预算"
              + project.initial().said()
              + "万元，实际支出"
              + project.executed().said()
              + "万元，预算执行率为"
              + project.narrativeRate()
              + "%。");
    }
    projects.add(
        new Truth.Project(
            project.name(),
            project.initial().yuan(),
            project.adjusted().yuan(),
            project.executed().yuan(),
            project.tableRate(),
            project.told() ? project.narrativeRate() : null,
            BigDecimal.valueOf(project.score()),
            project.grade()));
  }

  private void paragraph(String text) {
    out.append(text).append("\n\n");
  }

  private static List<Amount> padded(int size, Amount... first) {
    List<Amount> amounts = new ArrayList<>(Arrays.asList(first));
    amounts.addAll(Collections.nCopies(size - first.length, Amount.ZERO));
    return amounts;
  }

  private static List<String> row(String first, String second, List<String> rest) {
    List<String> row = new ArrayList<>(List.of(first, second));
    row.addAll(rest);
    return row;
  }

  private static List<String> blanks(int size) {
    return Collections.nCopies(size, "");
  }

  private static List<String> numbers(int size) {
    List<String> numbers = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      numbers.add(Integer.toString(i));
    }
    return numbers;
  }
}
