package mingcha.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import org.junit.jupiter.api.Test;

/** 项目支出表 of budgets: a project a row. */
class ProjectBudgetTableTest {
  private static String projects(String text) {
    return Disclosures.printed(
        Disclosures.content("云州市示范镇人民政府2024年部门预算\n" + text), EntryKind.PROJECT);
  }

  @Test
  void aRowIsAProjectAndWhereItsMoneyComesFromStandsBeside() {
    assertEquals(
        """
        村级运转经费: 合计 budget_initial 2100000元; 一般公共预算 - 2100000元
        集镇改造: 合计 budget_initial 850000元; 政府性基金预算 - 800000元; 单位资金 - 50000元\
        """,
        projects(
            """
            表10
            项目支出表
            单位：万元
            类型\t项目名称\t项目单位\t合计\t本年拨款\t\t单位资金
            \t\t\t\t一般公共预算\t政府性基金预算\t
            特定目标类\t村级运转经费\t示范镇人民政府\t210.00\t210.00\t\t
            特定目标类\t集镇改造\t示范镇人民政府\t85.00\t\t80.00\t5.00
            合计\t\t\t295.00\t210.00\t80.00\t5.00
            """));
  }

  @Test
  void aUnitAboveItsProjectsAndAKindOfThemAreNone() {
    assertEquals(
        """
        科技券兑付: 资金总额 budget_initial 100元; 当年预算 - 50元; 上年结转 - 50元
        道路配套: 资金总额 budget_initial 200元; 当年预算 - 200元\
        """,
        projects(
            """
            部门项目支出情况表
            公开09表　单位：元
            单位/项目名称\t资金总额\t财政拨款\t\t绩效目标
            \t\t当年预算\t上年结转\t
            合计\t300\t250\t50\t
            云州市示范镇人民政府\t300\t250\t50\t
            特定目标类\t300\t250\t50\t
            科技券兑付\t100\t50\t50\t支持8家企业购买科技服务
            道路配套\t200\t200\t\t完成3条道路
            """));
  }

  @Test
  void ofSeveralRowsEachIsAPart() {
    assertEquals(
        """
        人居环境整治: 预算金额（元） budget_initial 4000元 doubted
        综治经费: 预算金额（元） budget_initial 500元\
        """,
        projects(
            """
            2024年项目支出预算明细表
            序号\t项目名称\t经济分类\t预算金额（元）
            1\t人居环境整治\t办公费\t4000
            \t\t委托业务费\t6000
            2\t综治经费\t劳务费\t500
            """));
  }

  @Test
  void procurementIsNoProject() {
    assertEquals(
        "",
        projects(
            """
            项目支出采购表
            单位：万元
            项目名称\t采购品目\t数量\t金额
            办公设备\t台式机\t3\t1.5
            """));
  }

  @Test
  void theKindOfAProjectAndItsGoalAreItsText() {
    Content content =
        Disclosures.content(
            """
            云州市示范镇人民政府2024年部门预算
            项目支出表
            单位：万元
            类型\t项目名称\t项目单位\t金额\t绩效目标
            22-特定目标类\t道路配套\t示范镇人民政府\t85.00\t完成3条道路，改善出行
            """);
    assertEquals(
        List.of("22-特定目标类\n完成3条道路，改善出行"),
        content.entries().stream()
            .filter(entry -> entry.kind() == EntryKind.PROJECT)
            .map(Entry::text)
            .toList());
  }

  @Test
  void theYearsBudgetIsNotThatOfAllYears() {
    assertEquals(
        "救助: 项目总额 - 90000元; 2024年预算数 budget_initial 30000元",
        projects(
            """
            “三公”经费支出表
            单位：万元
            “三公”经费合计\t因公出国（境）费\t公务用车购置费\t公务用车运行费\t公务接待费
            3\t0\t0\t2\t1
            表10：2024年重点项目支出预算表
            单位：万元
            单位名称/项目名称\t项目总额\t2024年预算数
            云州市民政局\t9.00\t3.00
            救助\t9.00\t3.00
            """));
  }
}
