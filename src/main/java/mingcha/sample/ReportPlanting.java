package mingcha.sample;

import java.util.List;
import mingcha.sample.Document.Grid;
import mingcha.sample.Document.Heading;
import mingcha.sample.Document.Paragraph;
import mingcha.sample.Document.Part;

/** A report on an evaluation, whose scores do not add up, below the glossary. */
final class ReportPlanting {
  private static final String PLACE = "第四部分.*";

  private ReportPlanting() {}

  /** A group's score is not that of its indicators. */
  static Planting group() {
    return PartPlanting.added(
        PLACE,
        "B1",
        new Heading(2, "一、绩效评价指标分析情况"),
        new Heading(4, "1、B1组织管理（满分6分，得4分）"),
        new Paragraph("（1）B101组织机构规范性（满分3分，得3分）"),
        new Paragraph("按规定设立了项目管理机构，职责明确，对实施过程进行了考评监督。"),
        new Paragraph("（2）B102管理制度健全性（满分3分，得3分）"),
        new Paragraph("制定了专项资金管理办法，明确了支持范围和标准。"));
  }

  /** The last row of a score table is not the sum of those above. */
  static Planting table() {
    List<List<String>> rows =
        List.of(
            List.of("一级指标", "二级指标", "分值", "得分"),
            List.of("产出指标", "数量指标", "30", "28"),
            List.of("效益指标", "社会效益指标", "40", "40"),
            List.of("满意度指标", "服务对象满意度指标", "30", "27"),
            List.of("合计", "", "100", "97"));
    Part scores = new Grid(Grid.Kind.PROJECT, "绩效评价得分情况表", List.of(), rows, 1, "");
    return PartPlanting.added(PLACE, "97", new Heading(2, "一、绩效评价结论"), scores);
  }

  /** What a project cost by its parts: the total does not add up, or a rate is not its row's. */
  static Planting costs(String total, String rate, String wrong) {
    List<List<String>> rows =
        List.of(
            List.of("支出内容", "预算", "实际支出", "执行率"),
            List.of("土建工程", "3,200.00", "2,988.16", "93.38%"),
            List.of("机械车库", "1,400.00", "1,330.24", rate),
            List.of("停车系统", "620.00", "540.00", "87.10%"),
            List.of("其他费用", "380.00", "320.00", "84.21%"),
            List.of("合计", "5,600.00", total, "92.47%"));
    Part costs = new Grid(Grid.Kind.PROJECT, "项目资金使用情况表", List.of(), rows, 1, "");
    return PartPlanting.added(PLACE, wrong, new Heading(2, "一、项目资金使用情况"), costs);
  }

  /** A grade that is not the score's. */
  static Planting grade() {
    return PartPlanting.added(
        "（四）预算绩效情况说明", "93.50", new Paragraph("部门整体支出绩效评价得分为93.50分，绩效评价等级为“良”。"));
  }

  /** A total that is told twice, and no table has. */
  static Planting twice() {
    return PartPlanting.withoutTable("部门决算公开相关信息统计表")
        .then(
            PartPlanting.added(
                "（一）机关运行经费支出情况说明", "7777.77", new Paragraph("综上，本部门机关运行经费支出7777.77万元。")));
  }

  /** A change that its own amounts belie. */
  static Planting change() {
    return PartPlanting.added(
        "（四）预算绩效情况说明", "38.25", new Paragraph("项目资金总计530.95万元，与年初预算相比，增加132.50万元，增长38.25%。"));
  }
}
