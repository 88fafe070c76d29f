package mingcha.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import mingcha.disclosure.EntryKind;
import org.junit.jupiter.api.Test;

class RelatedInformationTest {
  private static final String OPERATIONS =
      """
      机构运行信息表
      公开10表
      金额单位：万元
      项目\t行次\t预算数\t统计数\t项目\t行次\t统计数
      一、“三公”经费支出\t1\t—\t—\t（三）国内公务接待批次（个）\t13\t30
      （一）支出合计\t2\t15.00\t12.50\t其中：外事接待批次（个）\t14\t0
      1．因公出国（境）费\t3\t0.00\t0.00\t（四）国内公务接待人次（人）\t15\t210
      2．公务用车购置及运行维护费\t4\t11.00\t10.00\t二、机关运行经费\t23\t125.60
      （1）公务用车购置费\t5\t\t\t（一）行政单位\t24\t125.60
      （2）公务用车运行维护费\t6\t11.00\t10.00\t三、国有资产占用情况\t26\t—
      3．公务接待费\t7\t4.00\t2.50\t（一）车辆数合计（辆）\t27\t5
      其中：外事接待费\t8\t—\t0.00\t1.机要通信用车\t30\t2
      （二）相关统计数\t9\t—\t—\t2.应急保障用车\t31\t3
      1．公务用车保有量（辆）\t12\t—\t5\t（二）单价100万元（含）以上设备（台，套）\t35\t1
      \t\t\t\t四、政府采购支出信息\t36\t—
      \t\t\t\t（一）政府采购支出合计\t37\t24.60
      """;

  private static String lines(String text) {
    return Disclosures.printed(Disclosures.content(text), EntryKind.LINE);
  }

  @Test
  void vehiclesAreCountedAndNotPaidInYuan() {
    assertEquals(
        """
        政府采购：合计: 统计数 procurement 246000元
        机关运行经费：行政单位: 统计数 operating_funds 1220600元
        车辆数合计（辆）: 统计数 vehicle_count 1辆
        其他用车: 统计数 - 1辆\
        """,
        lines(
            """
            部门决算公开相关信息统计表
            公开10表
            金额单位：万元
            一、政府采购情况\t\t
            项目\t行次\t统计数
            合计\t1\t24.60
            二、机关运行经费\t\t
            项目\t\t统计数
            （一）行政单位\t5\t122.06
            三、国有资产占用情况\t\t
            （一）车辆数合计（辆）\t7\t1
            1.主要负责人用车\t8\t
            2.其他用车\t9\t1
            """));
  }

  @Test
  void aHeadingWithoutAHeaderOfItsOwnEndsTheSectionAboveToo() {
    assertEquals(
        """
        机关运行经费：行政单位: 统计数 operating_funds 1220600元
        车辆数合计（辆）: 统计数 vehicle_count 4辆
        其他用车: 统计数 - 4辆\
        """,
        lines(
            """
            部门决算公开相关信息统计表
            金额单位：万元
            二、机关运行经费
            项目 行次 统计数
            （一）行政单位 5 122.06
            三、国有资产占用情况
            （一）车辆数合计（辆） 7 4
            1.其他用车 9 4
            """));
  }

  @Test
  void informationOnOperationsIsOneTableThoughItsHalvesStandAbreast() {
    assertEquals(
        """
        国内公务接待批次（个）: 统计数 reception_batches 30个
        “三公”经费：支出合计: 预算数 three_public 150000元; 统计数 three_public 125000元
        “三公”经费：其中：外事接待批次（个）: 统计数 - 0个
        因公出国（境）费: 预算数 overseas_travel 0元; 统计数 overseas_travel 0元
        国内公务接待人次（人）: 统计数 reception_visitors 210人
        公务用车购置及运行维护费: 预算数 vehicle 110000元; 统计数 vehicle 100000元
        机关运行经费: 统计数 operating_funds 1256000元
        机关运行经费：行政单位: 统计数 - 1256000元
        公务用车运行维护费: 预算数 vehicle_operation 110000元; 统计数 vehicle_operation 100000元
        公务接待费: 预算数 reception 40000元; 统计数 reception 25000元
        车辆数合计（辆）: 统计数 vehicle_count 5辆
        “三公”经费：其中：外事接待费: 统计数 - 0元
        机要通信用车: 统计数 - 2辆
        应急保障用车: 统计数 - 3辆
        公务用车保有量（辆）: 统计数 vehicle_count 5辆
        单价100万元（含）以上设备（台，套）: 统计数 - 1台，套
        政府采购：政府采购支出合计: 统计数 procurement 246000元\
        """,
        lines(OPERATIONS));
    // Without its grid, a figure alone on its line may be of either column.
    String doubted =
        lines(OPERATIONS)
            .replace("外事接待费: 统计数 - 0元", "外事接待费: 统计数 - 0元 doubted")
            .replace("procurement 246000元", "procurement 246000元 doubted");
    assertEquals(doubted, lines(OPERATIONS.replace("\t", " ")));
  }
}
