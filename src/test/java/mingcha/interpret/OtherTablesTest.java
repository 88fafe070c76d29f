package mingcha.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mingcha.disclosure.Content;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Table;
import org.junit.jupiter.api.Test;

class OtherTablesTest {
  private static final String ASSETS =
      """
      示范局2023年部门预算
      资产配置预算表
      金额单位：万元
      资产名称\t配置方式\t数量\t预算金额\t执行率
      台式计算机\t更新\t3\t1.50\t60%
      办公家具\t新增\t\t——\t
      合计\t\t3\t1.50\t60%
      """;

  @Test
  void rowsOfAnyOtherTableKeepTheirPrintedLabels() {
    assertEquals(
        """
        台式计算机 更新: 数量 - 3; 预算金额 - 15000元; 执行率 execution_rate 60%
        合计: 数量 - 3; 预算金额 - 15000元; 执行率 execution_rate 60%\
        """,
        Disclosures.printed(Disclosures.content(ASSETS), EntryKind.ROW));
  }

  @Test
  void anotherTablesNameEndsAStatutoryTable() {
    Content content =
        Disclosures.content(
            """
            示范局2023年部门预算
            一般公共预算基本支出预算表
            单位：万元
            科目编码\t科目名称\t金额
            301\t工资福利支出\t2.00
            一般公共预算机关运行经费支出预算表
            单位：万元
            科目编码\t科目名称\t机关运行经费支出
            302\t商品和服务支出\t1.00
            “三公”经费、会议费、培训费支出预算
            表
            公开表九
            单位：万元
            合计\t“三公”经费\t\t\t会议费
            \t小计\t因公出国（境）费\t公务接待费\t
            3.00\t1.00\t0\t1.00\t2.00
            """);
    assertEquals(
        """
        301 工资福利支出: 金额 budget_initial 20000元
        302 商品和服务支出: 机关运行经费支出 budget_initial 10000元
        “三公”经费: “三公”经费 three_public 10000元
        因公出国（境）费: 因公出国（境）费 overseas_travel 0元
        公务接待费: 公务接待费 reception 10000元
        合计: 合计 - 30000元
        会议费: 会议费 - 20000元\
        """,
        Disclosures.printed(content, EntryKind.LINE));
    assertEquals("九", content.tables().getLast().ref().number());
  }

  @Test
  void aNewHeaderBeginsANewTable() {
    assertEquals(
        """
        甲: 数量 - 3; 金额 - 15000元
        乙: 年初预算 - 2; 年末结转 - 0\
        """,
        Disclosures.printed(
            Disclosures.content(
                """
                示范局2023年部门预算
                采购表
                金额单位：万元
                品名\t数量\t金额
                甲\t3\t1.50
                科目名称\t年初预算\t年末结转
                乙\t2\t0
                """),
            EntryKind.ROW));
  }

  @Test
  void theWholeTableIsKeptWithItsEmptyCells() {
    Content content = Disclosures.content(ASSETS);
    assertEquals(
        List.of("资产配置预算表, 万元, 1 header row, 20 cells"),
        content.tables().stream().map(OtherTablesTest::shown).toList());
  }

  @Test
  void aTableOfWordsGivesNoRows() {
    assertEquals(
        "",
        Disclosures.printed(
            Disclosures.content("示范局2023年部门预算\n名称\t职责\n办公室\t负责文电\n"), EntryKind.ROW));
  }

  private static String shown(Table table) {
    return "%s, %s, %d header row, %d cells"
        .formatted(table.ref().title(), table.unit(), table.headerRows(), table.cells().size());
  }

  @Test
  void cellsALineThatComeOutEvenAreATable() {
    assertEquals(
        """
        接待费: 支出(万元) - 715300元
        购置费: 支出(万元) - 4238100元; 减少率 - 5%\
        """,
        Disclosures.printed(
            Disclosures.content(
                """
                示范局2023年度部门决算
                经费表
                项目\t
                支出(万元)\t
                减少率\t
                接待费\t
                71.53\t
                -\t
                购置费\t
                423.81\t
                5%\t
                """),
            EntryKind.ROW));
  }

  @Test
  void cellsALineThatDoNotComeOutEvenHaveNoLabels() {
    assertEquals(
        """
        使用表:  - 32
        使用表:  - 660\
        """,
        Disclosures.printed(
            Disclosures.content("示范局2023年度部门决算\n使用表\n因公出国团组数\t\n32\t\n660\t\n"), EntryKind.ROW));
  }
}
