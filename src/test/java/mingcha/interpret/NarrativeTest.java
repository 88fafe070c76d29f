package mingcha.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NarrativeTest {
  private static final String TABLE =
      """
      第二部分 决算表
      一般公共预算财政拨款支出决算表
      单位：万元
      科目代码\t科目名称\t小计
      合计\t\t8.00
      201\t一般公共服务支出\t8.00
      20113\t商贸事务\t8.00
      2011301\t行政运行\t8.00
      第三部分 情况说明
      """;

  private static String statements(String text) {
    return Disclosures.printed(Disclosures.content("第三部分 情况说明\n" + text), EntryKind.STATEMENT);
  }

  private static String lines(String text) {
    return Disclosures.printed(Disclosures.content(TABLE + text), EntryKind.LINE);
  }

  @Test
  void whatIsSaidOfASubjectJoinsItsLine() {
    assertEquals(
        """
        合计: 小计 executed 80000元; 年初预算 budget_initial 100000元; 支出决算 executed 80000元; 完成年初预算 completion_rate 80%
        201 一般公共服务支出: 小计 executed 80000元
        20113 商贸事务: 小计 executed 80000元
        2011301 行政运行: 小计 executed 80000元; 年初预算 budget_initial 100000元; 支出决算 executed 80000元; 完成年初预算 completion_rate 80.00%\
        """,
        lines(
            """
            2023年度一般公共预算财政拨款支出年初预算为10万元，支出决算为8万元，完成年初预算的80%。其中：
            1．一般公共服务支出（类）商贸事务（款）行政运行（项）。
            年初预算为 10.00 万元，支出决算为 8.00 万元，完成年初预算的 80.00%。主要原因是人员经费减少 2 万元。
            """));
  }

  @Test
  void aPlainNameJoinsTheOneLineThatBearsIt() {
    assertEquals(
        """
        合计: 小计 executed 80000元
        201 一般公共服务支出: 小计 executed 80000元; 年初预算 budget_initial 100000元; 支出决算 executed 80000元; \
        完成年初预算 completion_rate 80%; 减少 executed_change_amount -20000元; 下降 executed_change -20%
        20113 商贸事务: 小计 executed 80000元
        2011301 行政运行: 小计 executed 80000元\
        """,
        lines(
            "1、一般公共服务支出年初预算10万元，支出决算8万元，完成年初预算的80%，用于公用经费。"
                + "较2022年决算减少2万元，下降20%，主要原因是项目减少3万元。\n"));
  }

  @Test
  void withoutItsLineASubjectIsAStatementWithItsCode() {
    assertEquals(
        "2011301 一般公共服务支出（类）商贸事务（款）行政运行（项）: "
            + "年初预算 budget_initial 100000元; 支出决算 executed 80000元; 完成年初预算 completion_rate 80%",
        statements(
            """
            （一）一般公共服务支出（类）
            1.商贸事务（款）行政运行（项）。年初预算10.00万元，支出决算8.00万元，完成年初预算的80%。
            """));
  }

  @Test
  void theBudgetMayStandBetweenTheWordsAndThePerCentOfIt() {
    assertEquals(
        """
        “三公”经费: 支出决算 three_public 125000元; 全年预算 three_public 200000元; 完成全年预算 execution_rate 62.50%
        公务用车购置及运行维护费: 支出决算 vehicle 100000元; 年初预算 vehicle 150000元; 完成年初预算 completion_rate 66.67%
        公务接待费: 支出决算 reception 25000元; 预算 reception 50000元; 完成预算 completion_rate 50.00%\
        """,
        statements(
            "“三公”经费支出决算为12.50万元，完成全年预算20.00万元的62.50%。其中：公务用车购置及运行维护费支出决算为10.00万元，"
                + "完成年初预算15.00万元的66.67%；公务接待费支出决算为2.50万元，完成预算5.00万元的50.00%。"));
  }

  @Test
  void aSentenceMayOnlyNameWhatTheNextIsAbout() {
    assertEquals(
        """
        因公出国（境）费用: 决算数 overseas_travel 0元
        公务接待费: 决算数 reception 2000元; 年初预算数 reception 5000元
        决算数: 减少 - 3000元\
        """,
        statements(
            "1.因公出国（境）费用。2023年决算数0.00万元，与2023年年初预算数持平。2.公务接待费。2023年决算数0.20万元，比2023年年初预算数0.50万元减少0.30万元。"));
  }

  @Test
  void lessThanTheBudgetOfTheYearIsNoChangeOnLastYear() {
    assertEquals(
        "“三公”经费: 决算数 three_public 32000元; 年初预算 three_public 40000元\n" + "“三公”经费财政拨款决算数: 减少 - 8000元",
        statements("2023年“三公”经费财政拨款决算数3.20万元，比2023年“三公”经费财政拨款年初预算4.00万元减少0.80万元。"));
  }

  @Test
  void whatAFundSpentIsNotWhatAllSpent() {
    assertEquals(
        """
        政府性基金预算财政拨款收入: 政府性基金预算财政拨款收入 - 0元
        基本支出: 基本支出 - 0元
        年末结转和结余: 年末结转和结余 - 0元\
        """,
        statements("八、政府性基金预算收入支出决算情况\n2023年度政府性基金预算财政拨款收入0万元；支出0万元，其中基本支出0万元；年末结转和结余0万元。"));
  }

  @Test
  void thePartsOfAChangeAreChangesToo() {
    assertEquals(
        """
        “三公”经费: 减少 three_public_change_amount -14000元; 下降 three_public_change -10.00%
        公务接待费: 减少 reception_change_amount -6000元; 下降 reception_change -20.00%
        基本建设类项目支出: 基本建设类项目支出 - 0元\
        """,
        statements(
            "“三公”经费支出决算数比上年减少1.40万元，下降10.00%。其中：公务接待费支出决算减少0.60万元，下降20.00%。\n基本建设类项目支出0.00万元。"));
  }

  @Test
  void changesOnLastYearAreSigned() {
    assertEquals(
        "机关运行经费: 机关运行经费 operating_funds 101700元; "
            + "减少 operating_funds_change_amount -86300元; 下降 operating_funds_change -45.90%",
        statements("2023 年度机关运行经费支出 10.17 万元，比 2022 年度减少 8.63 万元，下降 45.90%。\n"));
  }

  @Test
  void aRateChangesByPercentagePoints() {
    assertEquals(
        "公务接待费: 支出决算 reception 20000元; 预算执行率 execution_rate 80%; "
            + "提高 execution_rate_change 3.1个百分点",
        statements("2023年度公务接待费支出决算2万元，预算执行率为80%，比上年提高3.1个百分点。\n"));
  }

  @Test
  void aChangeOnTheBudgetIsNoChangeOnLastYear() {
    assertEquals(
        """
        机关运行经费: 机关运行经费 operating_funds 101700元
        机关运行经费支出: 与年初预算相比减少 - 86300元; 下降 - 45.90%\
        """,
        statements("2023年度机关运行经费支出10.17万元，与年初预算相比减少8.63万元，下降45.90%。\n"));
  }

  @Test
  void totalsOfBothSidesAreSaidOfEach() {
    assertEquals(
        """
        收入总计: 收、支总计 revenue_total 50000元; 增加 revenue_total_change_amount 10000元; 增长 revenue_total_change 25%
        支出总计: 收、支总计 expenditure_total 50000元; 增加 expenditure_total_change_amount 10000元; 增长 expenditure_total_change 25%\
        """,
        statements("2023年度收、支总计均为5万元。与上年度相比，收、支总计各增加1万元，增长25%。\n"));
  }

  @Test
  void completionOfABudgetThatIsNotNamedIsOfTheInitialOne() {
    assertEquals(
        "公务接待费: 预算数 reception 48400元; 支出决算数 reception 1600元; 完成预算 completion_rate 3.30%",
        statements("3.公务接待费预算数为4.84万元，支出决算数为0.16万元，完成预算的3.30%。\n"));
    assertEquals(
        "公务接待费: 全年预算 reception 48400元; 支出决算 reception 1600元; 完成预算 execution_rate 3.30%",
        statements("公务接待费全年预算4.84万元，支出决算0.16万元，完成预算的3.30%。\n"));
  }

  @Test
  void twoFiguresJoinedByACommaAreNobodysTotal() {
    assertEquals(
        """
        收、支:  - 41439100元 doubted
        收、支总计各下降: 支总计各下降 - 23.51% doubted; 支总计各下降 - 38.28% doubted\
        """,
        statements("2023年度收、支总计各是4125.49,4143.91万元。与上年度相比，收、支总计各下降23.51%、38.28%。\n"));
  }

  private static String planned(String text) {
    return Disclosures.printed(
        Disclosures.content("示范局2023年部门预算\n第三部分 情况说明\n" + text), EntryKind.STATEMENT);
  }

  @Test
  void aBudgetsTotalsAndChangesAreThoseOfTheInitialBudget() {
    assertEquals(
        """
        收入总计: 收入、支出预算总计 revenue_total 50000元; 增加 revenue_total_change_amount 10000元; \
        增长 revenue_total_change 25%
        支出总计: 收入、支出预算总计 expenditure_total 50000元; 增加 expenditure_total_change_amount 10000元; \
        增长 expenditure_total_change 25%
        2011301 一般公共服务（类）商贸事务（款）行政运行（项）: 行政运行 budget_initial 40000元; \
        减少 budget_initial_change_amount -20000元\
        """,
        planned(
            """
            示范局2023年度收入、支出预算总计5万元，与上年相比收、支预算总计各增加1万元，增长25%。
            1．一般公共服务（类）商贸事务（款）行政运行（项）支出4万元，与上年相比减少2万元。
            """));
  }

  @Test
  void theTotalOfOneSourceIsNotTheTotal() {
    assertEquals(
        """
        收入预算总计: 收入预算总计 revenue_total 50000元
        其他资金收入预算: 其他资金收入预算 - 0元\
        """,
        planned("收入预算总计5万元。其他资金收入预算总计0万元。\n"));
  }

  @Test
  void aPartByAnUnknownNameIsNotTheWhole() {
    assertEquals(
        """
        机关运行经费: 机关运行经费 operating_funds 50000元
        某项补助: 某项补助 - 10000元; 占 share 20%\
        """,
        statements("机关运行经费支出5万元，其中：某项补助1万元，占20%。\n"));
  }

  @Test
  void halfWidthPunctuationIsReadAlike() {
    assertEquals(
        "公务接待费: 公务接待费 reception 50000元; 减少 reception_change_amount -10000元",
        statements("公务接待费5万元,比2022年度减少1万元;主要原因是:压减了接待。\n"));
  }

  @Test
  void partsAreOfTheStageOfTheirWholeAndTheNextSentenceIsOfTheWhole() {
    assertEquals(
        """
        “三公”经费: 预算 three_public 140100元; 减少 three_public_change_amount -10000元
        公务接待费: 公务接待费 reception 40000元\
        """,
        statements("2023年“三公”经费支出预算为14.01万元，其中：公务接待费4万元。与上年相比减少1万元。\n"));
    assertEquals(Stage.INITIAL, stageOf("2023年“三公”经费支出预算为14.01万元，其中：公务接待费4万元。\n"));
  }

  private static @Nullable Stage stageOf(String text) {
    return Disclosures.content("第三部分 情况说明\n" + text).entries().stream()
        .filter(entry -> entry.name().equals("公务接待费"))
        .findFirst()
        .orElseThrow()
        .readings()
        .getFirst()
        .stage();
  }

  @Test
  void aNumberThatASpaceBreaksIsDoubted() {
    assertEquals("公务接待费: 公务接待费 reception 9681918元 doubted", statements("公务接待费支出968.191 8万元。\n"));
  }

  @Test
  void yuanAmongTenThousandsIsDoubted() {
    assertEquals(
        "公务接待费: 预算 reception 1.58元 doubted; 支出决算 reception 12000元",
        statements("公务接待费预算为1.58元，支出决算为1.20万元。\n"));
  }

  @Test
  void theYearOfWhatFollowsIsNoJoinedFigure() {
    assertEquals(
        "“三公”经费: 预算 three_public 445200元; 支出决算 three_public 226200元",
        statements("“三公”经费支出预算为44.52万元,2023年支出决算为22.62万元。\n"));
  }

  @Test
  void behindABracketTheTalkIsOfWhatStoodBeforeIt() {
    assertEquals(
        """
        公车购置及运行费: 公车购置及运行费 vehicle 950000元; 下降 vehicle_change -12.5%
        公务用车购置费: 公务用车购置费 vehicle_purchase 380000元
        公务用车运行费: 公务用车运行费 vehicle_operation 570000元\
        """,
        statements("公车购置及运行费95万元（其中公务用车购置费38万元，公务用车运行费57万元），比上年决算数下降12.5%。\n"));
  }

  @Test
  void aChangeOfSomethingWithoutAKnownNameIsNotThatOfWhatStoodBeforeIt() {
    assertEquals(
        """
        公务接待费: 公务接待费 reception 12000元
        印刷费: 印刷费 - 30000元; 较上年下降 - -21%\
        """,
        statements("公务接待费1.2万元，印刷费3万元，较上年下降21%。\n"));
  }

  @Test
  void inABudgetLastYearsBudgetIsLastYear() {
    assertEquals(
        """
        “三公”经费: 预算 three_public 27000元; 减少 three_public_change_amount -600元; 减幅 three_public_change -2.17%
        公务接待费: 公务接待费 reception 12000元; 增 reception_change_amount 100元\
        """,
        Disclosures.printed(
            Disclosures.content(
                """
                示范局2018年部门预算
                第三部分 情况说明
                2018年“三公”经费预算为2.7万元，其中公务接待费1.2万元。比2017年预算数减少0.06万元，减幅2.17%。公务接待费较上年增0.01万元。
                """),
            EntryKind.STATEMENT));
  }

  @Test
  void partsOfTheVehiclesInBrackets() {
    assertEquals(
        """
        公务用车购置及运行维护费: 公务用车购置及运行维护费 vehicle 240000元
        公务用车购置费: 公务用车购置费 vehicle_purchase 0元
        公务用车运行维护费: 公务用车运行维护费 vehicle_operation 240000元
        公务接待费: 公务接待费 reception 70000元\
        """,
        statements("公务用车购置及运行维护费24万元（其中购置费0元，运行维护费24万元）；公务接待费7万元。\n"));
  }

  /** What a place spends is not appropriated to it. */
  @Test
  void theExpenditureOfAPlaceHasTheNameThatItBears() {
    assertEquals(
        """
        一般公共预算支出: 一般公共预算支出 executed 4860000000元; 完成预算 completion_rate 96.4%\
        """,
        statements("2023年全县一般公共预算支出为48.60亿元，完成预算的96.4%。\n"));
  }

  @Test
  void aBudgetThatTellsLastYearsExecutionPlansNothingByIt() {
    String text = "2024 年全区一般公共预算支出512,400万元，完成调整预算的97.8%。\n2025年一般公共预算支出安排498,000万元。\n";
    assertEquals(
        """
        全区一般公共预算支出: 全区一般公共预算支出 - 5124000000元; 完成调整预算的 - 97.8%
        一般公共预算支出: 一般公共预算支出 - 4980000000元\
        """,
        Disclosures.printed(
            Disclosures.content("云州市示范区2025年财政预算\n一、预算安排\n" + text), EntryKind.STATEMENT));
  }

  @Test
  void whatIsComparedWithIsLastYears() {
    assertEquals(
        """
        “三公”经费: “三公”经费 three_public 285000元; “三公”经费 three_public 310000元; 减少 three_public_change_amount -25000元
        公务接待费: 公务接待费 reception 50000元; 公务接待费 reception 40000元; 增加 reception_change_amount 10000元\
        """,
        statements(
            "“三公”经费支出28.50万元，比2022年“三公”经费支出31.00万元减少2.50万元。" + "公务接待费5万元，与上年的4万元相比，增加1万元。\n"));
  }

  @Test
  void aShareOfTheWholeBudget() {
    assertEquals(
        "基本支出: 预算 basic_expenditure 143200元; 占总支出预算 share 43.97%",
        Disclosures.printed(
            Disclosures.content("云州市示范局2025年部门预算\n二、收支情况\n基本支出预算14.32万元，占总支出预算43.97%。\n"),
            EntryKind.STATEMENT));
  }
}
