package mingcha.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Figures that a report works out of others right beside them: rates, averages, differences, totals
 * of its tables.
 */
class WorkedOutFiguresTest {
  @TempDir private Path folder = Path.of("");

  private static final String TOLD =
      """
      示范局2023年度部门决算
      第二部分 2023年度部门决算情况说明
      十、其他重要事项的情况说明
      """;

  @Test
  void aRateIsWhatItsNameSaysOfTheTwoFiguresBeforeIt() {
    String roofs = "农村厕所改造计划改造2,000户，实际改造1,876户，完成率%s%。\n";
    assertEquals("", findings(TOLD + roofs.replace("%s", "93.80")));
    assertEquals(
        "warn ratio-recompute/defined-rate 写为98.30%，而1,876户÷2,000户=93.8%",
        findings(TOLD + roofs.replace("%s", "98.30")));
    String staff = "核定编制186名，年末实有在职人员%s人，在职人员控制率为93.55%。\n";
    assertEquals("", findings(TOLD + staff.replace("%s", "174")));
    assertEquals(
        "warn ratio-recompute/defined-rate 写为93.55%，而147人÷186名=79.03%",
        findings(TOLD + staff.replace("%s", "147")));
  }

  @Test
  void aBudgetIsAdjustedByItsChangeAndWhatIsLeftIsAShareOfIt() {
    String told =
        "2023年年初预算126.50万元，调整后全年预算158.20万元，预算调整率%a%；" + "全年支出151.04万元，年末结转结余7.16万元，结转结余率%b%。\n";
    assertEquals("", findings(TOLD + told.replace("%a", "25.06").replace("%b", "4.53")));
    assertEquals(
        "warn ratio-recompute/defined-rate 写为29.06%，而（158.20万元－126.50万元）÷126.50万元=25.06%",
        findings(TOLD + told.replace("%a", "29.06").replace("%b", "4.53")));
    assertEquals(
        "warn ratio-recompute/defined-rate 写为4.93%，而7.16万元÷158.20万元=4.53%",
        findings(TOLD + told.replace("%a", "25.06").replace("%b", "4.93")));
  }

  @Test
  void anAverageIsTheAmountDividedByTheNumber() {
    String cars = "公务用车运行维护费86.10万元，保有量28辆，较上年减少2辆，车均%s万元。\n";
    assertEquals("", findings(TOLD + cars.replace("%s", "3.08")));
    assertEquals(
        "warn ratio-recompute/average 写为3.80万元，而86.10万元÷28辆=3.075万元",
        findings(TOLD + cars.replace("%s", "3.80")));
    String guests = "公务接待费0.56万元（接待7批45人次，人均%s元）。\n";
    assertEquals("", findings(TOLD + guests.replace("%s", "124")));
    assertEquals(
        "warn ratio-recompute/average 写为142元，而0.56万元÷45人次=0.012444万元",
        findings(TOLD + guests.replace("%s", "142")));
    assertEquals("", findings(TOLD + "接待45人次，支出0.56万元，人均标准不超过150元。\n"));
  }

  @Test
  void aChangeIsWhatTheFigureThatItNamesGives() {
    String cost = "全年培训费支出11.36万元，比预算的15万元节约3.64万元，比上年的12.40万元%s。\n";
    assertEquals("", findings(TOLD + cost.replace("%s", "下降8.4%")));
    assertEquals(
        "warn ratio-recompute/against-named 写为增长8.4%，而11.36万元－12.40万元=-1.04万元，为-8.39%",
        findings(TOLD + cost.replace("%s", "增长8.4%")));
    assertEquals(
        "warn ratio-recompute/against-named 写为节约3.64万元，而11.36万元－16万元=-4.64万元",
        findings(TOLD + cost.replace("15万元", "16万元").replace("%s", "下降8.4%")));
  }

  @Test
  void pointsAreTheDifferenceOfTwoRates() {
    String told = "综合利用率达到82%，比目标值80%高%s个百分点；入库率由90.5%提高到93%，提高2.5个百分点。\n";
    assertEquals("", findings(TOLD + told.replace("%s", "2")));
    assertEquals(
        "warn ratio-recompute/points 写为高4个百分点，而82%－80%=2个百分点",
        findings(TOLD + told.replace("%s", "4")));
  }

  @Test
  void theFinalAccountExceedsTheBudgetByTheirDifference() {
    String told = "1.防汛。年初预算为88.00万元，支出决算为90.12万元，完成年初预算的102.41%，决算数%s，主要原因：水位站改造。\n";
    assertEquals("", findings(TOLD + told.replace("%s", "大于年初预算数2.12万元")));
    assertEquals(
        "warn amount-conflict/difference-of-budget 写为大于2.21万元，而90.12万元－88.00万元=2.12万元",
        findings(TOLD + told.replace("%s", "大于年初预算数2.21万元")));
    assertEquals(
        "warn amount-conflict/difference-of-budget 写为小于2.12万元，而90.12万元－88.00万元=2.12万元",
        findings(TOLD + told.replace("%s", "小于年初预算数2.12万元")));
  }

  @Test
  void bracketsHoldAllKinds() {
    String told = "年末共有设备%s台（血液分析仪1台、彩超2台、呼吸机4台），账面原值48.60万元。\n";
    assertEquals("", findings(TOLD + told.replace("%s", "7")));
    assertEquals(
        "warn count-conflict/bracket 总数写为9台，括号中3类之和为7台", findings(TOLD + told.replace("%s", "9")));
    assertEquals("", findings(TOLD + "年末共有设备9台（其中：血液分析仪1台、彩超2台）。\n"));
  }

  private static final String REPORT =
      """
      滨海市城市管理局2023年公共停车场建设项目绩效评价报告
      一、项目基本情况
      （一）资金情况
      表1 项目资金使用情况表
      序号\t支出内容\t预算\t实际支出\t执行率\t结余
      1\t土建工程\t3,200.00\t%s\t93.38%\t211.84
      2\t机械车库\t1,400.00\t1,330.24\t95.02%\t69.76
      3\t停车系统\t620.00\t540.00\t87.10%\t80.00
      4\t其他费用\t380.00\t320.00\t84.21%\t60.00
      \t合计\t5,600.00\t%t\t92.47%\t421.60
      """;

  @Test
  void aTablesTotalAndItsColumnsAreSeenFromItsRows() {
    assertEquals("", findings(REPORT.replace("%s", "2,988.16").replace("%t", "5,178.40")));
    assertEquals(
        """
        warn total-versus-items/table-total 合计写为5,178.40，所列4行之和为5088.40
        warn ratio-recompute/table-column 执行率写为93.38%，而2,898.16÷3,200.00=90.57%，其余各行均相符\
        """,
        findings(REPORT.replace("%s", "2,898.16").replace("%t", "5,178.40")));
    assertEquals(
        """
        warn total-versus-items/table-total 合计写为5,718.40，所列4行之和为5178.40
        warn ratio-recompute/table-column 执行率写为92.47%，而5,718.40÷5,600.00=102.11%，其余各行均相符\
        """,
        findings(REPORT.replace("%s", "2,988.16").replace("%t", "5,718.40")));
  }

  @Test
  void aTableMayLieOnItsSide() {
    String table =
        """
        滨海市城市管理局2023年公共停车场建设项目绩效评价报告
        二、新增泊位情况
        项目\t江畔路\t中山公园\t体育馆\t合计
        新增泊位\t620\t480\t768\t1,868
        投资\t2,046.00\t1,872.00\t%s\t5,178.40
        """;
    assertEquals("", findings(table.replace("%s", "1,260.40")));
    assertEquals(
        "warn total-versus-items/table-total 合计写为5,178.40，所列3行之和为5538.40",
        findings(table.replace("%s", "1,620.40")));
  }

  @Test
  void aReportsScoresGoTogether() {
    String report =
        """
        滨海市城市管理局2023年公共停车场建设项目绩效评价报告
        三、绩效评价指标分析
        1.组织实施，满分12分，得%s分。其中：制度健全性5分，得5分；制度执行7分，得%p分，扣1分。
        """;
    assertEquals("", findings(report.replace("%s", "11.00").replace("%p", "6")));
    assertEquals(
        "warn score-sum/prose 得分写为11.50分，所列2项之和为11分",
        findings(report.replace("%s", "11.50").replace("%p", "6")));
    assertEquals(
        "warn score-sum/prose 满分7分，得分9分\nwarn score-sum/prose 得分写为11.00分，所列2项之和为14分",
        findings(report.replace("%s", "11.00").replace("%p", "9")));
    assertEquals(
        "warn score-sum/prose 扣分写为1分，而7分－5分=2分",
        findings(report.replace("%s", "10.00").replace("%p", "5")));
  }

  @Test
  void theYearThatOpensAReportIsItsOwn() {
    String told =
        """
        临海市望湖街道办事处2023年度部门决算说明
        二、收支总体情况
        %s年，我街道收入68.42万元，较上年的65.10万元增加3.32万元。
        """;
    assertEquals("", findings(told.replace("%s", "2023")));
    assertEquals(
        "warn year-conflict/narrative 文字写为2022年，本件为2023年", findings(told.replace("%s", "2022")));
    assertEquals(
        "", findings(told.replace("%s年，我街道收入68.42万元", "2022年，我街道收入65.10万元，2023年收入68.42万元")));
  }

  @Test
  void whatIsMoreAndLessIsNoKindAndWhatIsComparedNoAverage() {
    assertEquals("", findings(TOLD + "年末实有民警186人；较上年增加36人（新录用58人、退休22人）。\n"));
    assertEquals(
        "",
        findings(
            TOLD
                + "公务用车运行维护费91.06万元（保有41辆，车均2.22万元，比上年车均2.30万元减少0.08万元）。\n"
                + "经费支出123.58万元，比预算130.00万元少支6.42万元。其中：公务用车购置费31.20万元，公务用车运行维护费91.06万元，公务接待费1.32万元。\n"));
  }

  private String findings(String text) {
    return Drafts.findings(folder, text)
        .lines()
        .filter(line -> !line.contains("-missing/"))
        .reduce((a, b) -> a + "\n" + b)
        .orElse("");
  }
}
