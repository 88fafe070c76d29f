package mingcha.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import mingcha.disclosure.EntryKind;
import org.junit.jupiter.api.Test;

class TotalsTest {
  private static String lines(String text) {
    return Disclosures.printed(Disclosures.content(text), EntryKind.LINE);
  }

  @Test
  void inTheTextOfAPdfTheLeftHalfMayBeGluedToTheRight() {
    assertEquals(
        """
        本年收入合计: 本年收入合计 revenue 90000元
        本年支出合计: 本年支出合计 expenditure 90000元
        收入总计: 收入总计 revenue_total 95000元
        支出总计: 支出总计 expenditure_total 95000元\
        """,
        lines(
            """
            收入支出决算总表
            公开 01 表
            部门：示范局 2023 年度 单位：万元
            收入 支出
            项 目 行次 决算数 项 目 行次 决算数
            一、一般公共预算财政拨款收入 1 9.00一、一般公共服务支出 32 9.00
            本年收入合计 27 9.00本年支出合计 58 9.00
            30 61
            总计 31 9.50 总计 62 9.50
            """));
  }

  @Test
  void theTotalsOfTheAppropriationAreNotThoseOfTheDisclosure() {
    assertEquals(
        """
        本年收入合计: 本年收入合计 fiscal_appropriation 80000元
        本年支出合计: 本年支出合计 - 80000元\
        """,
        lines(
            """
            财政拨款收入支出决算总表
            单位：万元
            项目\t行次\t金额\t项目\t行次\t合计
            本年收入合计\t27\t8.00\t本年支出合计\t59\t8.00
            """));
  }

  @Test
  void theOrderOfThreePublicItemsIsPrescribedAndItsSumsConfirmIt() {
    String table =
        """
        财政拨款“三公”经费支出决算表
        单位：万元
        预算数 决算数
        1 2 3 4 5 6 7 8 9 10 11 12
        3.00 0.00 1.00 0.00 1.00 2.00 2.50 0.00 1.00 0.00 1.00 1.50
        """;
    assertEquals(
        """
        “三公”经费: “三公”经费 three_public 30000元; “三公”经费 three_public 25000元
        因公出国（境）费: 因公出国（境）费 overseas_travel 0元; 因公出国（境）费 overseas_travel 0元
        公务用车购置及运行维护费: 公务用车购置及运行维护费 vehicle 10000元; 公务用车购置及运行维护费 vehicle 10000元
        公务用车购置费: 公务用车购置费 vehicle_purchase 0元; 公务用车购置费 vehicle_purchase 0元
        公务用车运行维护费: 公务用车运行维护费 vehicle_operation 10000元; 公务用车运行维护费 vehicle_operation 10000元
        公务接待费: 公务接待费 reception 20000元; 公务接待费 reception 15000元\
        """,
        lines(table));
    String broken = lines(table.replace("1.50", "9.90"));
    assertEquals(
        "公务接待费: 公务接待费 reception 20000元; 公务接待费 reception 99000元 doubted",
        broken.substring(broken.lastIndexOf('\n') + 1));
  }

  @Test
  void anEmptyThreePublicTableGivesNoLines() {
    assertEquals(
        "",
        lines(
            """
            财政拨款“三公”经费支出决算表
            单位：万元
            合计\t因公出国（境）费\t小计\t购置费\t运行费\t公务接待费
            1\t2\t3\t4\t5\t6
            说明：本表无数据
            """));
  }
}
