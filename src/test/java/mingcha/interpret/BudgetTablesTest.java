package mingcha.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import mingcha.disclosure.EntryKind;
import org.junit.jupiter.api.Test;

/** Tables as provinces and districts lay them out in their budgets. */
class BudgetTablesTest {
  private static String lines(String text) {
    String budget = "云州市示范局2023年度部门预算\n" + text;
    return Disclosures.printed(Disclosures.content(budget), EntryKind.LINE);
  }

  @Test
  void aLevelAloneGoesOnFromTheRowAbove() {
    assertEquals(
        """
        201 一般公共服务支出: 合计 budget_initial 10200元; 基本支出 basic_expenditure 10000元; 项目支出 project_expenditure 200元
        20106 财政事务: 合计 budget_initial 10200元; 基本支出 basic_expenditure 10000元; 项目支出 project_expenditure 200元
        2010601 行政运行: 合计 budget_initial 10000元; 基本支出 basic_expenditure 10000元
        2010699 其他财政事务支出: 合计 budget_initial 200元; 项目支出 project_expenditure 200元
        合计: 合计 budget_initial 10200元; 基本支出 basic_expenditure 10000元; 项目支出 project_expenditure 200元\
        """,
        lines(
            """
            2023年部门一般公共预算支出功能分类预算表
            编制部门：云州市示范局 单位：元
            功能分类科目编码\t\t\t功能分类科目名称\t合计\t基本支出\t项目支出
            类\t款\t项\t\t\t\t
            201\t\t\t一般公共服务支出\t10,200\t10,000\t200
            \t06\t\t财政事务\t10,200\t10,000\t200
            \t\t01\t行政运行\t10,000\t10,000\t
            \t\t99\t其他财政事务支出\t200\t\t200
            合计\t\t\t\t10,200\t10,000\t200
            """));
  }

  @Test
  void theUnitMayStandInBrackets() {
    assertEquals(
        "201 一般公共服务支出: 金额 budget_initial 125000元",
        lines(
            """
            一般公共预算支出预算表
            （单位：万元）
            功能科目代码\t功能科目名称\t金额
            201\t一般公共服务支出\t12.50
            """));
  }

  @Test
  void aFigureIsNoCode() {
    assertEquals(
        "合计: 合计 expenditure 2706674500元; 基本支出 basic_expenditure 902224800元",
        lines(
            """
            支出预算总表
            单位：万元
            合计\t基本支出\t结转下年资金
            270,667.45\t90,222.48\t—
            """));
  }

  @Test
  void aSubtotalIsThatOfItsGroup() {
    assertEquals(
        """
        收入总计: 金额 revenue_total 95000元
        一般公共预算资金: 金额 - 90000元
        公共财政拨款(补助)资金: 金额 - 90000元
        其他资金: 金额 - 5000元
        事业收入: 金额 - 5000元\
        """,
        lines(
            """
            收入预算总表
            单位：万元
            项目名称\t\t金额
            收入总计\t\t9.50
            一般公共预算资金\t小计\t9.00
            \t公共财政拨款(补助)资金\t9.00
            其他资金\t小计\t0.50
            \t事业收入\t0.50
            """));
  }

  @Test
  void whatStandsBesideTheThreePublicItemsIsReadToo() {
    assertEquals(
        """
        “三公”经费: “三公”经费 three_public 30000元
        因公出国（境）费: 因公出国（境）费 overseas_travel 10000元
        公务接待费: 公务接待费 reception 20000元
        合计: 合计 - 60000元
        会议费: 会议费 - 20000元
        培训费: 培训费 - 10000元\
        """,
        lines(
            """
            一般公共预算“三公”经费、会议费、培训费支出预算表
            单位：万元
            合计\t“三公”经费\t\t\t\t\t\t会议费\t培训费
            \t小计\t因公出国（境）费\t公务用车购置及运行维护费\t\t\t公务接待费\t\t
            \t\t\t小计\t公务用车购置费\t公务用车运行维护费\t\t\t
            6.00\t3.00\t1.00\t\t\t\t2.00\t2.00\t1.00
            """));
  }

  @Test
  void operatingFundsStandBesideTheThreePublicItems() {
    assertEquals(
        """
        “三公”经费: “三公”经费 three_public 300元
        因公出国(境)费: 因公出国(境)费 overseas_travel 100元
        公务接待费: 公务接待费 reception 200元
        机关运行经费: 机关运行经费预算数 operating_funds 5000元\
        """,
        lines(
            """
            2023年部门“三公”经费和机关运行经费预算表
            单位：元
            “三公”经费预算数\t\t\t\t\t\t机关运行经费预算数
            合计\t因公出国(境)费\t公务接待费\t公务用车购置及运行费\t\t\t
            \t\t\t小计\t购置费\t运行费\t
            300\t100\t200\t\t\t\t5,000
            """));
  }
}
