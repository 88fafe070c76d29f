package mingcha.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Stage;
import mingcha.sample.Document.Grid;
import mingcha.sample.Document.Grid.Kind;
import mingcha.sample.Document.Heading;
import mingcha.sample.Document.Paragraph;
import mingcha.sample.Document.Part;
import mingcha.sample.Project.Vouchers;
import mingcha.sample.Truth.Figure;
import mingcha.sample.Truth.IndicatorTruth;
import mingcha.sample.Truth.ProjectTruth;

/**
 * A project's 绩效自评表, in one of two prescribed forms: a province's, with its analysis inside the
 * form, or the national one of 财预〔2020〕10号, with a summary in front of it.
 */
final class ProjectForm {
  private final String publisher;
  private final String code;
  private final int year;
  private final Project project;
  private final Style style;
  private final Dice dice;
  private final Telling table;
  private final Telling narrative;
  private final ProjectTale tale;

  ProjectForm(String publisher, String code, int year, Project project, Style style, Dice dice) {
    this.publisher = publisher;
    this.code = code;
    this.year = year;
    this.project = project;
    this.style = style;
    this.dice = dice;
    this.table = new Telling(style, Basis.TABLE);
    this.narrative = new Telling(style, Basis.NARRATIVE);
    this.tale = new ProjectTale(year, project, narrative, dice);
  }

  List<Part> parts(int number, Ledger ledger) {
    List<Part> parts = style.nationalForm() ? national(number) : List.of(provincial());
    ledger.project(truth());
    return parts;
  }

  private ProjectTruth truth() {
    List<Figure> figures = new ArrayList<>(table.figures());
    figures.addAll(narrative.figures());
    Vouchers vouchers = project.vouchers();
    return new ProjectTruth(
        project.name(),
        project.template().subject(),
        project.template().voucher(),
        project.execution().toString(),
        project.initial().yuan(),
        project.adjusted().yuan(),
        project.executed().yuan(),
        project.tableRate(),
        tellsRate() ? project.narrativeRate() : null,
        project.score(),
        project.grade(),
        vouchers == null || vouchers.redeemed().isZero() ? null : vouchers.redemptionRate(),
        figures,
        project.indicators().stream()
            .map(
                i ->
                    new IndicatorTruth(
                        i.family(),
                        i.kind(),
                        i.name(),
                        i.target(),
                        i.attained(),
                        i.unit(),
                        i.weight(),
                        i.score()))
            .toList());
  }

  private boolean tellsRate() {
    return narrative.figures().stream().anyMatch(f -> f.metric().equals("execution_rate"));
  }

  private Grid provincial() {
    int width = 10;
    List<List<String>> rows = new ArrayList<>();
    rows.add(row(width, "项目名称", Grid.LEFT, project.name()));
    rows.add(
        List.of(
            "主管部门及代码",
            Grid.LEFT,
            code + "-" + publisher,
            Grid.LEFT,
            Grid.LEFT,
            "预算单位",
            code + "001-" + publisher,
            Grid.LEFT,
            Grid.LEFT,
            Grid.LEFT));
    rows.add(
        List.of(
            "项目资金预算安排及执行进度（万元）",
            Grid.LEFT,
            "年初预算数",
            Grid.LEFT,
            "全年预算数",
            "全年执行数",
            "资金结（转）余",
            "执行率",
            "得分",
            "偏差原因分析及改进措施"));
    rows.add(
        List.of(
            Grid.UP, Grid.UP, "目标申报数", "预算编制数", Grid.UP, Grid.UP, Grid.UP, Grid.UP, Grid.UP,
            Grid.UP));
    String initial =
        table.wan("budget_initial", Stage.INITIAL, project.initial(), brief(project.initial()));
    String adjusted =
        table.wan("budget_adjusted", Stage.ADJUSTED, project.adjusted(), brief(project.adjusted()));
    String executed =
        table.wan("executed", Stage.FINAL, project.executed(), brief(project.executed()));
    String rate =
        table.bareRate("execution_rate", project.tableRate(), project.tableRate().toPlainString());
    String points = project.rateScore().toPlainString();
    for (String label : List.of("资金总额：", "市县区财政资金")) {
      rows.add(
          List.of(
              Grid.UP,
              label,
              initial,
              initial,
              adjusted,
              executed,
              brief(project.left()),
              rate,
              points,
              ""));
    }
    goals(rows, width, "项目年度绩效目标", "年度目标");
    rows.add(
        List.of(
            "绩效指标", "一级指标", "二级指标", "三级指标", "年初指标值", "调整后指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"));
    String family = "";
    String kind = "";
    for (Indicator i : project.indicators()) {
      rows.add(
          List.of(
              Grid.UP,
              i.family().equals(family) ? Grid.UP : i.family(),
              i.kind().equals(kind) ? Grid.UP : i.kind(),
              i.name(),
              i.signedTarget(),
              i.signedTarget(),
              i.signedAttained(),
              Integer.toString(i.weight()),
              i.score().toPlainString(),
              i.reason()));
      family = i.family();
      kind = i.kind();
    }
    List<String> total = new ArrayList<>(List.of("总分"));
    total.addAll(Collections.nCopies(width - 3, Grid.LEFT));
    total.add(table.number("score", project.score(), "分"));
    total.add(project.grade());
    rows.add(total);
    analysis(rows, width);
    return new Grid(Kind.PROJECT, "项目支出绩效自评表", List.of("（" + year + "年度）"), rows, 0, "");
  }

  private String brief(Amount amount) {
    return style.grouped() && amount.hundreds() >= 100_000 && amount.hundreds() % 100 == 0
        ? amount.grouped().substring(0, amount.grouped().length() - 3)
        : amount.brief();
  }

  private void goals(List<List<String>> rows, int width, String label, String goal) {
    List<String> head = new ArrayList<>(List.of(label, goal));
    head.addAll(Collections.nCopies(width / 2 - 2, Grid.LEFT));
    head.add("实际完成情况");
    head.addAll(Collections.nCopies(width - head.size(), Grid.LEFT));
    rows.add(head);
    List<String> body = new ArrayList<>(List.of(Grid.UP, project.template().goal() + "。"));
    body.addAll(Collections.nCopies(width / 2 - 2, Grid.LEFT));
    body.add(tale.attained());
    body.addAll(Collections.nCopies(width - body.size(), Grid.LEFT));
    rows.add(body);
  }

  private void analysis(List<List<String>> rows, int width) {
    List<String> labels =
        List.of(
            "项目实施和预算执行情况", "产出情况", "效益情况", "满意度情况", "主要经验做法", "项目管理中存在的主要问题及原因分析", "下一步改进措施及管理建议");
    List<String> texts =
        List.of(
            tale.execution(),
            "各项产出指标完成情况见上表，" + project.template().quality() + "符合要求。",
            project.template().benefit() + "，社会反映较好。",
            "通过走访和问卷了解，" + project.template().asked() + "总体满意。",
            "任务分解到岗，按月调度进度。",
            project.execution() == Execution.FULL ? "无" : ProjectMaker.reason(dice),
            "加强前期论证，提高预算编制的准确性。");
    for (int i = 0; i < labels.size(); i++) {
      List<String> row =
          new ArrayList<>(
              List.of(i == 0 ? "项目绩效分析" : Grid.UP, labels.get(i), Grid.LEFT, texts.get(i)));
      row.addAll(Collections.nCopies(width - row.size(), Grid.LEFT));
      rows.add(row);
    }
  }

  private List<Part> national(int number) {
    List<Part> parts = new ArrayList<>();
    parts.add(
        new Paragraph(
            number
                + "."
                + project.name()
                + "项目自评综述：根据年初设定的绩效目标，项目自评得分"
                + narrative.number("score", project.score(), "分")
                + "分，自评等级为“"
                + project.grade()
                + "”。全年预算数为"
                + tale.told("budget_adjusted", Stage.ADJUSTED, project.adjusted())
                + "，执行数为"
                + tale.told("executed", Stage.FINAL, project.executed())
                + tale.summaryRate()
                + "。项目绩效目标完成情况："
                + tale.attained()));
    List<List<String>> rows = new ArrayList<>();
    int width = 11;
    rows.add(row(width, "项目名称", project.name()));
    rows.add(row(width, "主管部门", publisher + "（部门）"));
    rows.add(row(width, "实施单位", publisher));
    rows.add(padded(width, "项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率（%）", "得分"));
    String initial =
        table.wan("budget_initial", Stage.INITIAL, project.initial(), project.initial().brief());
    String adjusted =
        table.wan(
            "budget_adjusted", Stage.ADJUSTED, project.adjusted(), project.adjusted().brief());
    String executed =
        table.wan("executed", Stage.FINAL, project.executed(), project.executed().brief());
    String rate =
        table.bareRate("execution_rate", project.tableRate(), project.tableRate().toPlainString());
    rows.add(
        padded(
            width,
            Grid.UP,
            "年度资金总额",
            initial,
            adjusted,
            executed,
            "10",
            rate,
            project.rateScore().toPlainString()));
    rows.add(padded(width, Grid.UP, "其中：财政拨款", initial, adjusted, executed, "——", rate, "——"));
    rows.add(padded(width, Grid.UP, "上年结转资金", "", "", "", "——", "", "——"));
    rows.add(padded(width, Grid.UP, "其他资金", "0", "0", "0", "——", "0", "——"));
    goals(rows, width, "年度总体目标", "预期目标");
    rows.add(
        List.of(
            "绩效指标",
            "一级指标",
            "二级指标",
            "三级指标",
            "指标方向",
            "年度指标值",
            "实际完成值",
            "计量单位",
            "分值",
            "得分",
            "偏差原因分析及改进措施"));
    String family = "";
    String kind = "";
    for (Indicator i : project.indicators()) {
      rows.add(
          List.of(
              Grid.UP,
              i.family().equals(family) ? Grid.UP : i.family(),
              i.kind().equals(kind) ? Grid.UP : i.kind(),
              i.name(),
              i.sign().words(),
              i.target(),
              i.attained(),
              i.unit(),
              Integer.toString(i.weight()),
              i.score().toPlainString(),
              i.reason()));
      family = i.family();
      kind = i.kind();
    }
    List<String> total = new ArrayList<>(List.of("总分"));
    total.addAll(Collections.nCopies(7, Grid.LEFT));
    total.add("100");
    total.add(table.number("score", project.score(), "分"));
    total.add("");
    rows.add(total);
    parts.add(new Grid(Kind.PROJECT, "项目支出绩效自评表", List.of("（" + year + "年度）"), rows, 0, ""));
    if (project.vouchers() != null) {
      parts.add(new Heading(3, project.name() + "项目实施情况"));
      parts.add(new Paragraph(tale.execution()));
    }
    return parts;
  }

  private static List<String> row(int width, String... cells) {
    List<String> row = new ArrayList<>(List.of(cells));
    row.addAll(Collections.nCopies(width - row.size(), Grid.LEFT));
    return row;
  }

  /** The last cell is merged over what is left of the row. */
  private static List<String> padded(int width, String... cells) {
    return row(width, cells);
  }
}
