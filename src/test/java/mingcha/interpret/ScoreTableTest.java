package mingcha.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import mingcha.disclosure.EntryKind;
import org.junit.jupiter.api.Test;

class ScoreTableTest {
  private static String indicators(String table) {
    return Disclosures.printed(
        Disclosures.content("示范局2023年度部门决算\n绩效评价指标评分表\n" + table), EntryKind.INDICATOR);
  }

  @Test
  void everyLevelHasItsWeightAndTheLowestItsScore() {
    assertEquals(
        """
        A政策制定: 分值 weight 20分
        A1政策决策: 分值 weight 6分
        A101出台必要性: 分值 weight 2分; 得分 score 2分
        A102立项充分性: 分值 weight 4分; 得分 score 3.5分
        合计: 分值 weight 20分; 得分 score 19.5分\
        """,
        indicators(
            """
            一级指标\t分值\t二级指标\t分值\t三级指标\t分值\t得分
            A 政策制定\t20\tA1 政策决策\t6\tA101 出台必要性\t2\t2
            \t\t\t\tA102 立项充分性\t4\t3.5
            合计\t\t\t\t\t20\t19.5
            """));
  }

  @Test
  void displacedCellsAreReadInTheirOrder() {
    assertEquals(
        """
        C3对象满意度: 分值 weight 5分
        C301知晓度: 分值 weight 2分; 得分 score 1分\
        """,
        indicators(
            """
            一级指标\t分值\t二级指标\t分值\t三级指标\t分值\t得分
            C3 对象满意度\t5\tC301 知晓度\t2\t1\t\t
            """));
  }

  @Test
  void whatGoesOnBelowBelongsToTheIndicatorAbove() {
    assertEquals(
        """
        决策: 分值 weight 20分
        程序合规性: 分值 weight 2分; 得分 score 2分\
        """,
        indicators(
            """
            一级指标\t三级指标\t\t\t完成情况\t得分
            \t指标名称\t分值\t指标解释\t\t
            决策(20分)\t程序合规性\t2\t是否合规\t\t
            \t\t\t\t经研究同意，得2分。\t2
            """));
  }

  @Test
  void aCellALineIsReadWithoutAGrid() {
    assertEquals(
        """
        立项依据: 分值 weight 5分; 得分 score 5分
        立项程序: 分值 weight 3分; 得分 score 2.5分
        合计: 分值 weight 100分; 得分 score 99.5分\
        """,
        indicators(
            """
            \t一级指标
            \t二级指标
            \t评分说明
            \t总分
            \t得分
            \t决策
            \t立项依据
            \t1.是否符合规划
            \t5
            \t5
            \t立项程序
            \t1.是否按程序申请
            \t3
            \t2.5
            \t合计
            \t100
            \t99.5
            """));
  }

  @Test
  void theReportsTotalIsItsProjectsScore() {
    String report =
        """
        示范局2023年度部门决算
        第四部分 附件
        惠民补贴项目支出绩效评价报告
        一、基本情况
        项目概况：发放补贴，预算资金50万元，已支出50万元。
        一级指标\t二级指标\t分值\t得分
        决策\t立项依据\t5\t5
        合计\t\t100\t99.5
        """;
    assertEquals(
        "惠民补贴: 预算资金 budget_adjusted 500000元; 已支出 executed 500000元; 得分 score 99.5分",
        Disclosures.printed(Disclosures.content(report), EntryKind.PROJECT));
  }
}
