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
        一般公共预算财政拨款收入: 决算数 - 90000元
        一般公共服务支出: 决算数 executed 90000元
        本年收入合计: 决算数 revenue 90000元
        本年支出合计: 决算数 expenditure 90000元
        收入总计: 决算数 revenue_total 95000元
        支出总计: 决算数 expenditure_total 95000元\
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
        本年收入合计: 金额 fiscal_appropriation 80000元
        本年支出合计: 合计 - 80000元\
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

  @Test
  void economicClassesStandAbreastAndTheirTotalsMayBeShifted() {
    assertEquals(
        """
        301 工资福利支出: 决算数 executed 600000元
        302 商品和服务支出: 决算数 executed 100000元
        30101 基本工资: 决算数 executed 600000元
        30201 办公费: 决算数 executed 100000元
        人员经费合计: 决算数 personnel 600000元
        公用经费合计: 决算数 public_funds 100000元\
        """,
        lines(
            """
            一般公共预算财政拨款基本支出决算表
            公开06表
            金额单位：万元
            人员经费\t\t\t公用经费\t\t
            科目编码\t科目名称\t决算数\t科目编码\t科目名称\t决算数
            301\t工资福利支出\t60.00\t302\t商品和服务支出\t10.00
            30101\t基本工资\t60.00\t30201\t办公费\t10.00
            30102\t津贴补贴\t\t30202\t印刷费\t——
            人员经费合计\t\t60.00\t公用经费合计\t10.00\t
            """));
  }

  @Test
  void inTheTextOfAPdfAnAmountIsGluedToTheNextCodeOrBroken() {
    assertEquals(
        """
        301 工资福利支出: 决算数 executed 1633400元
        302 商品和服务支出: 决算数 executed 101700元
        307 债务利息及费用支出: 决算数 executed 0元
        30108 机关事业单位基本养老保险缴费: 决算数 executed 190400元
        30206 电费: 决算数 executed 0元
        人员经费合计: 决算数 personnel 1690300元
        公用经费合计: 决算数 public_funds 101700元\
        """,
        lines(
            """
            一般公共预算财政拨款基本支出决算明细表
            公开 06 表
            部门：示范局 2023年度 单位：万元
            经济分类
            科目编码
            科目名称 决算数
            301 工资福利支出
            163.3
            4
            302 商品和服务支出 10.17307 债务利息及费用支出 0.00
            30108
            机关事业单位基本养老保险
            缴费
            19.0430206 电费 0.00
            人员经费合计 169.03 公用经费合计 10.17
            """));
  }

  @Test
  void theAppropriationIsToldApartByFundAndNamesMayBeWrapped() {
    assertEquals(
        """
        一般公共预算财政拨款: 金额 - 80000元
        文化旅游体育与传媒支出: 合计 executed 80000元; 一般公共预算财政拨款 - 80000元; 政府性基金预算财政拨款 - 0元; 国有资本经营预算财政拨款 - 0元
        本年收入合计: 金额 fiscal_appropriation 80000元
        本年支出合计: 合计 - 80000元; 一般公共预算财政拨款 - 80000元; 政府性基金预算财政拨款 - 0元; 国有资本经营预算财政拨款 - 0元\
        """,
        lines(
            """
            财政拨款收入支出决算总表
            公开 04 表
            单位：万元
            收入 支出
            项 目 行次 金额 项 目 行次 合计
            一般公共预算
            财政拨款
            政府性基金预
            算财政拨款
            国有资本经营
            预算财政拨款
            栏 次 1 栏 次 2 3 4 5
            一、一般公共预算财政拨款 1 8.00
            7
            七、文化旅游体育与传媒支
            出
            39 8.00 8.00 0.00 0.00
            本年收入合计 27 8.00 本年支出合计 59 8.00 8.00 0.00 0.00
            """));
  }

  @Test
  void threePublicItemsMayHaveBudgetAndFinalAccountUnderEach() {
    assertEquals(
        """
        “三公”经费: “三公”经费 three_public 9500元; “三公”经费 three_public 8000元
        公务接待费: 公务接待费 reception 9500元; 公务接待费 reception 8000元\
        """,
        lines(
            """
            财政拨款“三公”经费支出决算表
            单位：万元
            合计\t\t因公出国（境）费\t\t公务接待费\t
            预算数\t决算数\t预算数\t决算数\t预算数\t决算数
            0.95\t0.80\t\t\t0.95\t0.80
            """));
  }

  @Test
  void threePublicItemsMayBeRows() {
    assertEquals(
        """
        “三公”经费: “三公”经费 three_public 30000元; “三公”经费 three_public 20000元
        公务用车购置及运行维护费: 公务用车购置及运行维护费 vehicle 10000元; 公务用车购置及运行维护费 vehicle 5000元
        公务用车运行维护费: 公务用车运行维护费 vehicle_operation 10000元; 公务用车运行维护费 vehicle_operation 5000元
        公务接待费: 公务接待费 reception 20000元; 公务接待费 reception 15000元\
        """,
        lines(
            """
            “三公”经费支出决算表
            单位：万元
            项目\t预算数\t决算数
            合计\t3.00\t2.00
            1.因公出国（境）费用\t\t
            2.公务用车购置及运行维护费\t1.00\t0.50
            其中：公务用车运行维护费\t1.00\t0.50
            3.公务接待费\t2.00\t1.50
            """));
  }

  @Test
  void threePublicItemsMayStandBelowEachOtherWithTheirBlanks() {
    assertEquals(
        """
        “三公”经费: “三公”经费 three_public 30000元; “三公”经费 three_public 20000元
        因公出国（境）费: 因公出国（境）费 overseas_travel 10000元
        公务接待费: 公务接待费 reception 20000元; 公务接待费 reception 20000元\
        """,
        lines(
            """
            “三公”经费支出决算表
            单位：万元
            项 目\t
            预 算 数\t
            决 算 数\t
            合 计\t
            3.00\t
            2.00\t
            因公出国（境）费\t
            1.00\t
            \t
            公务接待费\t
            2.00\t
            2.00\t
            公务用车购置费\t
            """));
  }

  @Test
  void whereBlankCellsOfThreePublicWereLostTheSumsSayWhatIsLeft() {
    assertEquals(
        """
        “三公”经费: “三公”经费 three_public 220000元; “三公”经费 three_public 87700元
        公务用车购置及运行费: 公务用车购置及运行费 vehicle 140000元; 公务用车购置及运行费 vehicle 84700元
        公务用车购置费: 公务用车购置费 vehicle_purchase 140000元 doubted; 公务用车购置费 vehicle_purchase 84700元 doubted
        公务接待费: 公务接待费 reception 80000元; 公务接待费 reception 3000元\
        """,
        lines(
            """
            “三公”经费支出决算表
            单位：万元
            合计\t因公出国（境）费\t公务用车购置及运行费\t公务接待费\t\t\t\t\t\t\t\t
            小计\t公务用车购置费\t公务用车运行费\t\t\t\t\t\t\t\t\t
            预算数\t决算数\t预算数\t决算数\t预算数\t决算数\t预算数\t决算数\t预算数\t决算数\t预算数\t决算数
            22.00\t8.77\t14.00\t8.47\t14.00\t8.47\t8.00\t0.30\t
            """));
  }

  @Test
  void aBudgetsTotalsAreTheInitialOnes() {
    assertEquals(
        """
        财政拨款: 金额 - 90000元
        一般公共服务支出: 金额 budget_initial 90000元
        基本支出: 金额 basic_expenditure 40000元
        项目支出: 金额 project_expenditure 50000元\
        """,
        lines(
            """
            示范局2023年部门预算
            收支预算总表
            单位：万元
            收入\t\t支出\t\t\t
            项目名称\t金额\t功能科目名称\t金额\t项目名称\t金额
            一、财政拨款\t9.00\t一、一般公共服务支出\t9.00\t一、基本支出\t4.00
            二、其他资金\t\t二、外交支出\t\t二、项目支出\t5.00
            """));
  }
}
