package mingcha.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import org.junit.jupiter.api.Test;

/** 政府采购预算表 and 机关运行经费支出预算表 as provinces lay them out. */
class ProcurementLinesTest {
  private static final String BY_LEVELS =
      """
      2023年政府采购预算表
      公开表十二
      部门：云州市示范局 单位：万元
      采购品目大类\t专项名称\t经济科目\t采购物品名称\t采购组织形式\t总计
      合计\t\t\t\t\t31.50
      一、货物A\t\t\t\t\t21.50
      \t数据整理费\t办公设备购置\t\t\t21.50
      \t\t\t台式计算机\t分散自行组织\t9.50
      \t\t\t打印设备\t政府集中采购\t12.00
      三、服务C\t\t\t\t\t10.00
      \t会务费\t会议费\t\t\t6.00
      \t\t\t会议服务\t分散自行组织\t6.00
      \t\t培训费\t\t\t4.00
      \t\t\t会议服务\t分散自行组织\t4.00
      """;

  private static Content budget(String text) {
    return Disclosures.content("云州市示范局2023年度部门预算\n" + text);
  }

  private static String lines(String text) {
    return Disclosures.printed(budget(text), EntryKind.LINE);
  }

  @Test
  void eachRowIsALineNamedByItsItemOrItsLevels() {
    assertEquals(
        """
        合计: 总计 procurement 315000元
        货物A: 总计 budget_initial 215000元
        数据整理费 办公设备购置: 总计 budget_initial 215000元
        台式计算机: 总计 budget_initial 95000元
        打印设备: 总计 budget_initial 120000元
        服务C: 总计 budget_initial 100000元
        会务费 会议费: 总计 budget_initial 60000元
        会议服务: 总计 budget_initial 60000元
        培训费: 总计 budget_initial 40000元
        会议服务: 总计 budget_initial 40000元\
        """,
        lines(BY_LEVELS));
  }

  @Test
  void theTextNamesTheLevelsAbove() {
    List<Entry> lines = budget(BY_LEVELS).entries();
    assertEquals(
        "2023年政府采购预算表 货物A 数据整理费 办公设备购置 台式计算机 分散自行组织 9.50",
        lines.stream().filter(e -> e.name().equals("台式计算机")).findFirst().orElseThrow().text());
    assertEquals(
        "2023年政府采购预算表 服务C 会务费 培训费 会议服务 分散自行组织 4.00",
        lines.stream()
            .filter(e -> e.name().equals("会议服务"))
            .reduce((a, b) -> b)
            .orElseThrow()
            .text());
  }

  @Test
  void theTableHasItsHeadingNumberAndUnit() {
    Content content = budget(BY_LEVELS);
    assertEquals("十二", content.tables().getLast().ref().number());
    assertEquals("procurement", content.tables().getLast().ref().form());
    assertEquals("万元", content.tables().getLast().unit());
    assertEquals(
        List.of("2023年政府采购预算表"), content.entries().getLast().path(), "under its own heading");
  }

  @Test
  void amountsBySourceStandBesideTheSumAndQuantitiesAreNoMoney() {
    assertEquals(
        """
        合计: 数量 - 13; 面向中小企业预留资金 - 20000元; 合计 procurement 87000元; 一般公共预算 - 80000元; 单位资金 - 7000元
        办公家具购置: 数量 - 3; 面向中小企业预留资金 - 20000元; 合计 budget_initial 27000元; 一般公共预算 - 20000元; 单位资金 - 7000元
        办公楼物业管理: 数量 - 10; 合计 budget_initial 60000元; 一般公共预算 - 60000元\
        """,
        lines(
            """
            部门政府采购预算表
            单位：元
            预算项目\t采购项目\t采购目录\t计量单位\t数量\t面向中小企业预留资金\t政府采购预算\t\t
            \t\t\t\t\t\t合计\t一般公共预算\t单位资金
            1\t2\t3\t4\t5\t6\t7\t8\t9
            合计\t\t\t\t13\t20,000.00\t87,000.00\t80,000.00\t7,000.00
            机关运转\t办公家具购置\tA05010000 办公家具\t批\t3\t20,000.00\t27,000.00\t20,000.00\t7,000.00
            机关运转\t办公楼物业管理\tC21040000 物业管理服务\t月\t10\t\t60,000.00\t60,000.00\t
            """));
  }

  @Test
  void goodsWorksAndServicesMayBeColumns() {
    assertEquals(
        """
        合计: 合计 procurement 60000元; 货物 - 20000元; 服务 - 40000元
        示范局本级: 合计 budget_initial 20000元; 货物 - 20000元
        示范中心: 合计 budget_initial 40000元; 服务 - 40000元\
        """,
        lines(
            """
            政府采购支出预算表
            单位：万元
            单位名称\t合计\t货物\t工程\t服务
            合计\t6.00\t2.00\t\t4.00
            示范局本级\t2.00\t2.00\t\t
            示范中心\t4.00\t\t\t4.00
            """));
  }

  @Test
  void whatWasPlannedIsNotWhatWasBought() {
    assertEquals(
        """
        合计: 采购计划金额 - 90000元; 实际采购金额 procurement 80000元
        货物: 采购计划金额 - 90000元; 实际采购金额 executed 80000元\
        """,
        Disclosures.printed(
            Disclosures.content(
                """
                云州市示范局2023年度部门决算
                政府采购情况表
                单位：万元
                项目\t采购计划金额\t实际采购金额
                合计\t9.00\t8.00
                货物\t9.00\t8.00
                """),
            EntryKind.LINE));
  }

  @Test
  void linesOfTextAreRowsToo() {
    assertEquals(
        """
        合计: 总计 procurement 315000元
        货物A: 总计 budget_initial 215000元
        台式计算机（20万以下）: 总计 budget_initial 215000元\
        """,
        lines(
            """
            2023年政府采购预算表
            单位：万元
            采购品目大类 专项名称 采购物品名称 采购组织形式 总计
            合计 31.50
            一、货物 A 21.50
            台式计算机（20 万以下） 分散自行组织 21.50
            """));
  }

  @Test
  void operatingFundsAreToldByEconomicClass() {
    String table =
        """
        一般公共预算机关运行经费支出预算表
        单位：万元
        科目编码%1$s科目名称%1$s机关运行经费支出
        合计%1$s%1$s7.50
        302%1$s商品和服务支出%1$s6.00
        30201%1$s办公费%1$s6.00
        310%1$s其他资本性支出%1$s1.50
        """;
    String read =
        """
        合计: %1$s operating_funds 75000元
        302 商品和服务支出: %1$s budget_initial 60000元
        30201 办公费: %1$s budget_initial 60000元
        310 其他资本性支出: %1$s budget_initial 15000元\
        """;
    assertEquals(read.formatted("机关运行经费支出"), lines(table.formatted("\t")));
    assertEquals(read.formatted("机关运行经费支出"), lines(table.formatted(" ")));
  }

  /** On a page of its own the total is a grid of as many cells as it has, 合计 merged over four. */
  @Test
  void aTotalThatLostItsMergedColumnsIsCountedFromTheRight() {
    assertEquals(
        """
        办公设备: 数量 - 10; 合计 budget_initial 150000元; 一般公共预算 - 150000元
        集镇道路: 数量 - 1; 合计 budget_initial 600000元; 政府性基金预算 - 600000元
        合计: 合计 procurement 750000元; 一般公共预算 - 150000元; 政府性基金预算 - 600000元\
        """,
        lines(
            """
            政府采购预算表
            单位：万元
            采购项目名称\t采购品目\t计量单位\t数量\t合计\t一般公共预算\t政府性基金预算
            办公设备\t便携式计算机\t台\t10\t15.00\t15.00\t
            集镇道路\t市政道路工程\t项\t1\t60.00\t\t60.00
            合计\t75.00\t15.00\t60.00
            """));
  }
}
