package mingcha.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sentences and tables of evaluation reports, read and checked, and what is said of them. */
class ReportRulesTest {
  @TempDir private Path folder = Path.of("");

  private static final String DISCLOSURE =
      """
      示范局2023年度部门决算
      第三部分 情况说明
      一、收入支出决算总体情况说明
      2023年度收入总计30.00万元，支出总计30.00万元。
      第五部分 附件
      绩效评价报告
      """;

  /** What is found in a report below the explanations. */
  private String findings(String report) {
    return Drafts.findings(folder, DISCLOSURE + report);
  }

  @Test
  void aDigitTooManyBetweenTwoSeparatorsIsNamed() {
    assertEquals(
        "warn wording/grouping 写为“项目预算资金2,3384.38万元，及时到位，全部按规…”",
        findings("项目预算资金2,3384.38万元，及时到位，全部按规定使用。\n"));
    assertEquals("", findings("2022年、2023年预算资金分别为11,12.5万元。\n"));
  }

  @Test
  void moneyInThePlaceOfAPercentageIsNamed() {
    assertEquals(
        "warn unit-suspect/percent 写为“收入增加3.20万元，增长4.21万元，主要原因是当年增加了四…”",
        findings("收入增加3.20万元，增长4.21万元，主要原因是当年增加了四名人员。\n"));
    assertEquals("", findings("资金被占用5万元，收入增加3.20万元，支出增加4.21万元。\n"));
  }

  @Test
  void aFigureGivenThreeTimesWithOneSlip() {
    String twice = "市级财政实际使用资金283.815万元，按时拨付。\n各县实际使用资金283.815万元。\n";
    assertEquals(
        "warn amount-conflict/one-slip 2处写为283.815万元，一处写为283.185万元",
        findings(twice + "综上，实际使用资金283.185万元。\n"));
    assertEquals("", findings(twice + "省级财政实际使用资金473.025万元。\n"));
    assertEquals(
        "", findings("国土绿化：项目全年预算数为300.00万元。\n森林防火：项目全年预算数为300.00万元。\n病虫防治：项目全年预算数为400.00万元。\n"));
  }

  @Test
  void oneSentenceTwiceWithAnotherDirection() {
    String first = "死亡抚恤金及丧葬费减少293.24万元。\n";
    assertEquals(
        "warn amount-conflict/twins 一处写为“减少”，另一处写为“增加”",
        findings(first + "死亡抚恤金及丧葬费增加293.24万元。\n"));
    assertEquals("", findings(first + first));
  }

  @Test
  void theYearOfANameIsTheSameEverywhere() {
    String three = "2023年度重阳节百货消费券活动共三期。\n".repeat(3);
    assertEquals(
        "warn year-conflict/name 3处写为2023年，一处写为2022年", findings(three + "2022年度重阳节百货消费券活动覆盖全市。\n"));
    assertEquals("", findings(three + "2022年度元宵节汽车补贴活动覆盖全市。\n"));
  }

  @Test
  void aRateAgainstTheFiguresOfItsPassage() {
    String money = "项目预算资金19.80万元，资金及时到位，共计支出18.47万元，";
    assertEquals(
        "warn ratio-recompute/rate-in-text 写为39.28%，而18.47万元÷19.80万元=93.28%",
        findings(money + "预算执行率39.28%。\n"));
    assertEquals("", findings(money + "预算执行率93.28%。\n"));
    assertEquals("", findings(money + "预算执行率93.3%。\n"));
  }

  @Test
  void whatIsLeftIsTheFirstLessTheSecond() {
    assertEquals(
        "warn ratio-recompute/balance 结余写为15.575万元，而483.6万元-473.025万元=10.575万元",
        findings("省级财政拨付资金483.6万元，实际使用资金473.025万元，结余资金15.575万元。\n"));
    assertEquals("", findings("省级财政拨付资金483.6万元，实际使用资金473.025万元，结余资金10.575万元。\n"));
    assertEquals(
        "warn ratio-recompute/balance 差额写为191人，而6426人-6307人=119人",
        findings("实际补贴6307人，较计划人数6426人减少191人。\n"));
  }

  @Test
  void personsTimesTheStandard() {
    assertEquals(
        "warn ratio-recompute/per-head 资金写为964.05万元，而6307人×1500元=946.05万元",
        findings("对象共计6307人，每人发放1500元的购物券，实际使用资金964.05万元。\n"));
    assertEquals("", findings("对象共计6307人，每人发放1500元的购物券，实际使用资金946.05万元。\n"));
  }

  @Test
  void aListThatMissesItsTotalByOneDigit() {
    String listed = "资金1150万元，其中东县355万元、西县361万元、南县115万元、北县157万元、";
    assertEquals("", findings(listed + "中县162万元。\n"));
    assertEquals(
        "warn total-versus-items/listed 总数写为1150万元，所列5项之和为1154万元",
        findings(listed + "中县166万元。\n")
            .lines()
            .filter(l -> l.contains("listed"))
            .findFirst()
            .orElse(""));
    // Not all are listed.
    assertEquals("", findings(listed + "等。\n"));
  }

  @Test
  void scoresOfASentenceAddUp() {
    String three = "制定类指标权重为20分，得分为18分；实施类指标权重为30分，得分为30分；效果类指标权重为50分，得分为48分，";
    assertEquals("", findings(three + "总分96分。\n"));
    assertEquals("warn score-sum/told 总分写为98分，所列3类得分之和为96分", findings(three + "总分98分。\n"));
    assertEquals(
        "warn score-sum/told 得分率写为90%，而得分20分，分值20分", findings("决策类指标分值共计20分，实际得分20分，得分率为90%。\n"));
  }

  @Test
  void theSummaryOfScoresInLines() {
    String head = "得分情况表\n一级指标 决策 过程 产出 效益 总分\n权重 15 25 30 30 100\n";
    assertEquals(
        "",
        findings(head + "得分 15 24.99 26.00 29.75 95.74\n得分率 100% 99.96% 86.67% 99.17% 95.74%\n"));
    assertEquals(
        "warn score-sum/matrix 得分合计写为95.74，各项之和为91.74",
        findings(head + "得分 15 24.99 22.00 29.75 95.74\n"));
  }

  @Test
  void theFormOfADepartmentInLines() {
    String rows =
        """
        部门整体自评表
        一级指标 二级指标 三级指标 指标值 完成值 分值 得分
        目标相关性 相关 100% 10 10
        指标合理性 合理 100% 10 10
        预算完整性 完整 100% 20 20
        工作完成率 ≥90% 91% 20 20
        任务完成率 ≥90% 92% 20 16
        带动就业 提升 100% 10 10
        """;
    assertEquals("", findings(rows + "群众满意度 ≥90% 95% 10 10\n总分 100 96\n"));
    assertEquals(
        "warn score-sum/lines 7项得分之和为95分，总分写为96分",
        findings(rows + "群众满意度 ≥90% 95% 10 9\n总分 100 96\n"));
    assertEquals(
        "warn score-sum/lines 7项分值之和（含执行率）为105分，应为100分",
        findings(rows + "群众满意度 ≥90% 95% 15 10\n总分 100 96\n"));
  }

  @Test
  void theWeightBehindAGroupsName() {
    String table =
        """
        绩效评价指标体系表
        一级指标\t二级指标\t目标值
        决策（%d分）\t立项依据充分性（5分）\t充分
        \t绩效目标合理性（5分）\t合理
        过程（20分）\t资金到位率（10分）\t100%%
        \t管理制度健全性（10分）\t健全
        产出（40分）\t发放及时性（20分）\t及时
        \t发放准确性（20分）\t准确
        """;
    assertEquals("", findings(table.formatted(10)));
    assertEquals("warn score-sum/brackets 分值写为15分，所属2项之和为10分", findings(table.formatted(15)));
  }

  @Test
  void theScoreOfAHeadingIsThatOfItsText() {
    String heading = "（1）B101组织机构规范性（满分3分，得3分）\n职责明确。根据评分标准，本指标得";
    assertEquals("", findings(heading + "3分。\n"));
    assertEquals("warn score-conflict/heading 标题写为得3分，正文写为得2分", findings(heading + "2分。\n"));
  }

  @Test
  void eachBandHasAGradeOfItsOwn() {
    String bands = "等级划分为：90分（含）以上为“优”，80分（含）-90分为“良”，60分（含）-80分为“%s”，60分以下为“差”。\n";
    assertEquals("", findings(bands.formatted("中")));
    assertEquals("warn score-conflict/scheme 各档依次写为优、良、良、差", findings(bands.formatted("良")));
  }

  @Test
  void aSlipIsOneDigitTwoExchangedOrThePoint() {
    assertTrue(Slip.between("283.815", "283.185"));
    assertTrue(Slip.between("283.815", "28.3815"));
    assertTrue(Slip.between("6307", "637"));
    assertTrue(Slip.between("95.74", "95.14"));
    assertFalse(Slip.between("473.025", "283.815"));
    assertFalse(Slip.between("100", "100"));
  }
}
