package mingcha.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mingcha.sample.Document.Grid;
import mingcha.sample.Document.Heading;
import mingcha.sample.Document.Paragraph;
import mingcha.sample.Document.Part;

/** Reports on evaluations, below the glossary, whose sentences or tables contradict themselves. */
final class ProsePlanting {
  private static final int COLUMNS = 10;
  private static final String PLACE = "第四部分.*";

  private ProsePlanting() {}

  private static Planting told(String where, String... paragraphs) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Heading(2, "一、项目基本情况"));
    for (String paragraph : paragraphs) {
      parts.add(new Paragraph(paragraph));
    }
    return PartPlanting.added(PLACE, where, parts.toArray(Part[]::new));
  }

  private static Planting table(String where, String title, List<List<String>> rows) {
    Part table = new Grid(Grid.Kind.PROJECT, title, List.of(), rows, 1, "");
    return PartPlanting.added(PLACE, where, new Heading(2, "一、绩效评价结论"), table);
  }

  /** One digit of a figure that is given twice more. */
  static Planting slip() {
    return told(
        "283.185",
        "该项目市级财政实际发放使用资金283.815万元，全部拨付到位。",
        "经核查，各县实际发放使用资金283.815万元，及时足额。",
        "综上，市级财政实际发放使用资金283.185万元。");
  }

  /** One of four years of a name. */
  static Planting yearOfName() {
    return told(
        "2015",
        "2016年度重阳节百货消费券活动的实施，促进了市场消费。",
        "2016年度重阳节百货消费券活动共覆盖商户三十余家。",
        "2015年度重阳节百货消费券活动得到了市民的好评。",
        "2016年度重阳节百货消费券活动带动了餐饮消费。");
  }

  static Planting rate() {
    return told("39.28", "项目预算资金19.80万元，资金及时到位，共计支出18.47万元，预算执行率39.28%。");
  }

  static Planting balance() {
    return told("15.575", "市级财政拨付资金483.6万元，实际使用资金473.025万元，结余资金15.575万元。");
  }

  static Planting perHead() {
    return told("964.05", "补贴对象共计6307人，每人发放1500元的购物券，实际使用资金964.05万元。");
  }

  /** One digit of one of the counties' figures. */
  static Planting listed() {
    return told("153", "奖补资金共1150万元，其中东县355万元、西县361万元、南县115万元、北县153万元、中县162万元。");
  }

  static Planting scores() {
    return told("98", "制定类指标权重为20分，得分为18分；实施类指标权重为30分，得分为30分；效果类指标权重为50分，得分为48分，总分98分。");
  }

  static Planting scheme() {
    return told("良", "等级划分为：90分（含）以上为“优”，80分（含）-90分为“良”，60分（含）-80分为“良”，60分以下为“差”。");
  }

  /** One sentence twice. */
  static Planting twins() {
    return told("239.24", "死亡抚恤金及丧葬费减少293.24万元。", "与此同时，工作平稳。", "死亡抚恤金及丧葬费减少239.24万元。");
  }

  static Planting heading() {
    return PartPlanting.added(
        PLACE,
        "2分",
        new Heading(2, "一、绩效评价指标分析情况"),
        new Paragraph("（1）B101组织机构规范性（满分3分，得3分）"),
        new Paragraph("按规定设立了项目管理机构，职责明确。根据评分标准，本指标得2分。"));
  }

  /** The groups of a summary side by side. */
  static Planting matrix() {
    return table(
        "68.67%",
        "绩效评价综合得分情况表",
        List.of(
            List.of("一级指标", "决策", "过程", "产出", "效益", "总分"),
            List.of("权重", "15", "25", "30", "30", "100"),
            List.of("得分", "15", "24.5", "26", "29.5", "95"),
            List.of("得分率", "100%", "98%", "68.67%", "98.33%", "95%")));
  }

  /** A weight behind a group's name. */
  static Planting brackets() {
    return table(
        "15",
        "绩效评价指标体系表",
        List.of(
            List.of("一级指标", "二级指标", "目标值"),
            List.of("决策（15分）", "立项依据充分性（5分）", "充分"),
            List.of("", "绩效目标合理性（5分）", "合理"),
            List.of("过程（20分）", "资金到位率（10分）", "100%"),
            List.of("", "管理制度健全性（10分）", "健全"),
            List.of("产出（40分）", "发放及时性（20分）", "及时"),
            List.of("", "发放准确性（20分）", "准确"),
            List.of("效益（25分）", "拉动消费（15分）", "提升"),
            List.of("", "群众满意度（10分）", "90%")));
  }

  /** The form of a whole department. */
  static Planting lines() {
    return table(
        "99",
        "部门整体绩效自评表",
        List.of(
            List.of("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"),
            List.of("投入管理", "目标管理", "目标相关性", "相关", "相关", "10", "10"),
            List.of("投入管理", "目标管理", "指标合理性", "合理", "合理", "10", "10"),
            List.of("投入管理", "预算管理", "预算完整性", "完整", "完整", "20", "20"),
            List.of("产出指标", "履职目标", "工作完成率", "≥90%", "91%", "20", "20"),
            List.of("产出指标", "履职目标", "任务完成率", "≥90%", "92%", "20", "16"),
            List.of("效益指标", "履职效益", "带动就业", "提升", "提升", "10", "10"),
            List.of("满意度", "满意度", "群众满意度", "≥90%", "95%", "10", "10"),
            List.of("总分", "", "", "", "", "100", "99")));
  }

  /** One of the four classes of basic expenditure. */
  static Planting economic() {
    return told(
        "106.66", "基本支出106.66万元，其中：工资福利支出80.00万元；商品和服务支出15.00万元；对个人和家庭的补助4.00万元；资本性支出1.00万元。");
  }

  /** Full marks for a part, where all others are scored in proportion. */
  static Planting executionScores() {
    Planting forms =
        PartPlanting.added(
            PLACE,
            "得分10",
            form("春季展会", "90", "9"),
            form("夏季展会", "85", "8.5"),
            form("秋季展会", "70", "7"),
            form("冬季展会", "80", "10"));
    return (document, dice) ->
        document.parts().stream().anyMatch(ProsePlanting::isAlike)
            ? forms.in(document, dice)
            : Optional.empty();
  }

  /** A form of another layout is set otherwise. */
  private static boolean isAlike(Part part) {
    return part instanceof Grid grid
        && grid.kind() == Grid.Kind.PROJECT
        && grid.rows().getFirst().size() == COLUMNS;
  }

  private static Part form(String name, String rate, String score) {
    List<List<String>> rows =
        List.of(
            List.of("项目名称", "", name, "", "", "", "", "", "", ""),
            List.of("主管部门及代码", "", "261-示范局", "", "", "预算单位", "261001-示范局", "", "", ""),
            List.of(
                "项目资金预算安排及执行进度（万元）",
                "",
                "年初预算数",
                "",
                "全年预算数",
                "全年执行数",
                "资金结（转）余",
                "执行率",
                "得分",
                "偏差原因分析及改进措施"),
            List.of("", "", "目标申报数", "预算编制数", "", "", "", "", "", ""),
            List.of("", "资金总额：", "100", "100", "100", rate, "", rate, score, ""),
            List.of("项目年度绩效目标", "年度目标", "", "", "", "实际完成情况", "", "", "", ""),
            List.of("", "办好展会。", "", "", "", "已办好。", "", "", "", ""));
    return new Grid(Grid.Kind.PROJECT, "项目支出绩效自评表", List.of(), rows, 0, "");
  }
}
