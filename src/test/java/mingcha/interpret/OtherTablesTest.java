package mingcha.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mingcha.disclosure.Content;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Table;
import org.junit.jupiter.api.Test;

class OtherTablesTest {
  private static final String PROCUREMENT =
      """
      示范局2023年部门预算
      政府采购预算表
      金额单位：万元
      采购品目\t采购方式\t数量\t预算金额\t执行率
      台式计算机\t集中采购\t3\t1.50\t60%
      办公家具\t分散采购\t\t——\t
      合计\t\t3\t1.50\t60%
      """;

  @Test
  void rowsOfAnyOtherTableKeepTheirPrintedLabels() {
    assertEquals(
        """
        台式计算机 集中采购: 数量 - 3; 预算金额 - 15000元; 执行率 execution_rate 60%
        合计: 数量 - 3; 预算金额 - 15000元; 执行率 execution_rate 60%\
        """,
        Disclosures.printed(Disclosures.content(PROCUREMENT), EntryKind.ROW));
  }

  @Test
  void theWholeTableIsKeptWithItsEmptyCells() {
    Content content = Disclosures.content(PROCUREMENT);
    assertEquals(
        List.of("政府采购预算表, 万元, 1 header row, 20 cells"),
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
}
