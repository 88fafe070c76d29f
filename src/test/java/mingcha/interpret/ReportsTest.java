package mingcha.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.StringJoiner;
import mingcha.disclosure.Content;
import mingcha.disclosure.EntryKind;
import org.junit.jupiter.api.Test;

/** Reports on policies and whole departments, and the tables in them. */
class ReportsTest {
  private static String read(String text) {
    Content content = Disclosures.content(text);
    StringJoiner printed = new StringJoiner("\n");
    for (EntryKind kind : new EntryKind[] {EntryKind.PROJECT, EntryKind.LINE}) {
      if (content.entries().stream().noneMatch(entry -> entry.kind() == kind)) {
        continue;
      }
      printed.add(kind + ": " + Disclosures.printed(content, kind).replace("\n", " | "));
    }
    return printed.toString();
  }

  @Test
  void whatIsReportedOfAPolicy() {
    assertEquals(
        """
        project: 2023年外贸稳增长政策: 预算执行率 execution_rate 97.2%; 资金到位率 arrival_rate 92.5%; 预算资金 budget_initial 20000000元; 调整后预算 budget_adjusted 18500000元; 全年实际支出 executed 17982000元; 综合评分 score 92.5分; 等级 grade ?; 得分 score 92.5分\
        """,
        read(
            """
            云州市商务局关于2023年外贸稳增长政策绩效评价的报告
            一、政策基本情况
            2023年外贸稳增长政策预算资金2,000万元，调整后预算1,850万元，资金到位率92.5%，全年实际支出1,798.20万元，预算执行率97.2%。
            二、评价结论
            外贸稳增长政策绩效评价综合评分为92.5分，评价等级为优秀。
            附表：评价指标表
            一级指标\t分值\t二级指标\t分值\t评价得分
            政策制定\t40\t政策依据\t40\t38.5
            政策效果\t60\t政策产出\t60\t54
            合计\t100\t\t100\t92.5
            """));
  }

  @Test
  void aWholeDepartmentIsNoProject() {
    assertEquals(
        """
        line: 部门整体支出: 预算执行率 execution_rate 94%; 年初预算 budget_initial 39600000元; 调整后预算 budget_adjusted 88754000元; 全年执行 executed 83429200元; 自评得分 score 95.4分; 等级 grade ?\
        """,
        read(
            """
            2023年度鼓台县交通运输局部门整体支出绩效自评报告
            一、基本情况
            职责略。
            二、绩效情况
            年初预算3,960万元，调整后预算8,875.4万元，全年执行8,342.92万元，预算执行率94%。自评得分95.4分，评价等级为“优”。
            """));
  }

  @Test
  void aTableWithTargetsAndPoints() {
    assertEquals(
        """
        维修校舍面积: 分值 weight 60分; 目标值 - 620平方米; 完成值 - 600平方米; 得分 score 58分
        师生满意度: 分值 weight 40分; 目标值 - 95%; 完成值 satisfaction 97%; 得分 score 40分\
        """,
        Disclosures.printed(
            Disclosures.content(
                """
                鼓台县第三中学2022年度校舍维修项目支出绩效评价报告
                一、项目概况
                项目预算总额365万元。
                二、绩效指标完成情况
                一级指标\t二级指标\t三级指标\t分值\t目标值\t完成值\t得分\t得分率
                产出\t数量指标\t维修校舍面积\t60\t620平方米\t600平方米\t58\t96.7%
                满意度\t服务对象满意度\t师生满意度\t40\t≥95%\t97%\t40\t100%
                合计\t\t\t100\t\t\t98\t
                """),
            EntryKind.INDICATOR));
  }
}
