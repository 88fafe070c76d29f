package mingcha.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a reader sees to contradict itself without a second table: sentences, titles, rows, forms.
 */
class PlainContradictionsTest {
  @TempDir private Path folder = Path.of("");

  private static final String TOLD =
      """
      示范局2023年度部门决算
      第三部分 2023年度部门决算情况说明
      十、其他重要事项的情况说明
      """;

  private static final String TABLE =
      """
      示范局2023年度部门决算
      支出决算表
      公开03表
      金额单位：万元
      项目\t\t本年支出合计\t基本支出\t项目支出
      功能分类科目编码\t科目名称\t\t\t
      栏次\t\t1\t2\t3
      合计\t\t30.00\t20.00\t10.00
      201\t一般公共服务支出\t30.00\t20.00\t10.00
      20113\t商贸事务\t30.00\t20.00\t10.00
      2011301\t行政运行\t20.00\t20.00\t
      2011308\t招商引资\t10.00\t\t10.00
      """;

  private static final String SECTIONS =
      """
      示范局2023年度部门决算
      第三部分 2023年度部门决算情况说明
      一、收入支出决算总体情况说明
      2023年度收入总计30.00万元，支出总计30.00万元。
      二、收入决算情况说明
      2023年度收入合计30.00万元。
      三、支出决算情况说明
      2023年度支出合计30.00万元。
      四、财政拨款收入支出决算总体情况说明
      财政拨款收、支总计均为30.00万元。
      五、一般公共预算财政拨款支出决算情况说明
      一般公共预算财政拨款支出30.00万元。
      """;

  @Test
  void whatRisesBecomesMore() {
    assertEquals(
        "warn direction-conflict/from-to 写为提高，而60%小于80%",
        findings(TOLD + "集中采购的比例由上年的80%提高到60%。\n"));
    assertEquals(
        "warn direction-conflict/from-to 写为减少，而120万元大于100万元",
        findings(TOLD + "会议费从2022年的100万元减少到120万元。\n"));
    assertEquals("", findings(TOLD + "会议费从2022年的1.2万元减少至9000元，税率由8.4%降低为7.5%。\n"));
    assertEquals("", findings(TOLD + "全省排名由第8位上升到第3位，招生由5月提高到6个班。\n"));
  }

  @Test
  void whatAProjectExecutedOfItsBudgetIsItsRate() {
    String told = "1.森林防火项目绩效自评综述：全年预算数为200.00万元，执行数为110.00万元，完成预算的%s%。\n";
    assertEquals(
        "warn ratio-recompute/stated-execution 写为53.00%，而110.00万元÷200.00万元=55%",
        findings(TOLD + told.replace("%s", "53.00")));
    assertEquals("", findings(TOLD + told.replace("%s", "55.00")));
  }

  @Test
  void theGeneralBudgetsExpenditureIsOneFigureWhereverItIsTold() {
    String told =
        """
        五、一般公共预算财政拨款支出决算情况说明
        2023年度一般公共预算财政拨款支出30.00万元，占本年支出合计的60%。
        2023年度一般公共预算财政拨款支出AGAIN万元，主要用于以下方面。
        """;
    assertEquals(
        "warn amount-conflict/told-twice 一处为30.00万元，另一处为36.00万元",
        findings(TOLD + told.replace("AGAIN", "36.00")));
    assertEquals("", findings(TOLD + told.replace("AGAIN", "30.00")));
  }

  @Test
  void smallAndMicroFirmsAreSomeOfTheMediumAndSmall() {
    String told = "授予中小企业合同金额10.00万元，占政府采购支出总额的100%，其中：授予小微企业合同金额%s万元。\n";
    assertEquals(
        "warn total-versus-items/small-firms 写为12.00万元，授予中小企业合同金额为10.00万元",
        findings(TOLD + told.replace("%s", "12.00")));
    assertEquals("", findings(TOLD + told.replace("%s", "10.00")));
  }

  @Test
  void twoKindsOfVehiclesAreAllWhereTheLastIsTheRest() {
    assertEquals(
        "warn count-conflict/vehicle-kinds 写为5辆，所列2类之和为4辆",
        findings(TOLD + "年末共有车辆5辆，其中，机要通信用车1辆、其他用车3辆。\n"));
    assertEquals("", findings(TOLD + "年末共有车辆5辆，其中，机要通信用车1辆、应急保障用车3辆。\n"));
  }

  @Test
  void whatIsSaidToBeAsMuchIsAsMuch() {
    String told =
        """
        示范局2023年度部门决算
        第三部分 2023年度部门决算情况说明
        五、一般公共预算财政拨款支出决算情况说明
        1.一般公共服务支出（类）商贸事务（款）行政运行（项）。年初预算为20.00万元，支出决算为%s万元，决算数与年初预算数%s。
        """;
    assertEquals(
        "warn direction-conflict/budget 写为决算数等于预算数，而决算数为22.00万元，预算数为20.00万元",
        findings(told.formatted("22.00", "持平")));
    assertEquals("", findings(told.formatted("20.00", "一致")));
    assertEquals("", findings(told.formatted("20.10", "基本持平")));
  }

  @Test
  void aSubjectHasOneRow() {
    String row = "2011301\t行政运行\t20.00\t20.00\t\n";
    assertEquals(
        "warn total-versus-items/row-twice 列了两行，分别为20.00万元和20.00万元",
        findings(TABLE.replace(row, row + row)));
    assertEquals("", findings(TABLE));
  }

  @Test
  void oneTitleOfABudgetAmongThoseOfAnAccount() {
    assertEquals(
        "warn name-conflict/kind 写为“三、支出预算情况说明”，其他5处均为决算",
        only("name-conflict/kind", SECTIONS.replace("三、支出决算情况", "三、支出预算情况")));
    assertEquals("", only("name-conflict/kind", SECTIONS));
  }

  private static String form(String name, String rate, String score) {
    return """
    项目支出绩效自评表
    （2023年度）
    项目名称\t\t%s\t\t\t\t\t\t\t
    主管部门及代码\t\t261-示范局\t\t\t预算单位\t261001-示范局\t\t\t
    项目资金预算安排及执行进度（万元）\t\t年初预算数\t\t全年预算数\t全年执行数\t资金结（转）余\t执行率\t得分\t偏差原因分析及改进措施
    \t\t目标申报数\t预算编制数\t\t\t\t\t\t
    \t资金总额：\t100\t100\t100\t%s\t\t%s\t%s\t
    项目年度绩效目标\t年度目标\t\t\t\t实际完成情况\t\t\t\t
    \t办好展会。\t\t\t\t已办好。\t\t\t\t
    """
        .formatted(name, rate, rate, score);
  }

  @Test
  void executionIsScoredAsInTheOtherForms() {
    String others = form("春季展会", "90", "9") + form("夏季展会", "85", "8.5") + form("秋季展会", "70", "7");
    assertEquals(
        "warn score-conflict/execution 执行率80%，得分10，按比例为8",
        only("score-conflict/execution", TOLD + others + form("冬季展会", "80", "10")));
    String bands = form("春季展会", "90", "10") + form("夏季展会", "85", "9") + form("秋季展会", "70", "7");
    assertEquals("", only("score-conflict/execution", TOLD + bands + form("冬季展会", "80", "10")));
  }

  @Test
  void operatingCostsAreNoMoreThanPublicFunds() {
    String told =
        """
        示范局2023年度部门决算
        第三部分 2023年度部门决算情况说明
        六、一般公共预算财政拨款基本支出决算情况说明
        基本支出30.00万元，其中：人员经费20.00万元，公用经费10.00万元。
        十、其他重要事项的情况说明
        2023年度机关运行经费支出%s万元。
        """;
    assertEquals(
        "info cross-table/operating-funds 机关运行经费为12.00万元，公用经费为10.00万元",
        only("cross-table/operating-funds", told.formatted("12.00")));
    assertEquals("", only("cross-table/operating-funds", told.formatted("8.00")));
  }

  private String only(String rule, String text) {
    return findings(text).lines().filter(l -> l.contains(rule)).collect(Collectors.joining("\n"));
  }

  private String findings(String text) {
    return Drafts.findings(folder, text);
  }
}
