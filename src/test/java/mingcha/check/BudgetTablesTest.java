package mingcha.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tables of a departmental budget, of all money, of appropriations and of the general budget.
 */
class BudgetTablesTest {
  @TempDir private Path folder = Path.of("");

  private static final String BUDGET =
      """
      青屿市商务局2024年度部门预算
      第一部分 部门概况
      一、主要职能
      主管商务工作。
      第二部分 2024年度部门预算表
      收支预算总表
      单位：万元
      收入\t\t支出
      项目名称\t金额\t项目名称\t金额
      一、财政拨款\t90.50\t一、基本支出\t60.25
      1.一般公共预算\t90.50\t二、项目支出\t35.25
      2.政府性基金预算\t\t\t
      二、其他资金\t5.00\t\t
      当年收入小计\t95.50\t当年支出小计\t95.50
      上年结转资金\t\t结转下年资金\t
      收入合计\t95.50\t支出合计\t95.50
      支出预算总表
      单位：万元
      合计\t基本支出\t项目支出
      95.50\t60.25\t35.25
      一般公共预算支出预算表
      单位：万元
      功能科目代码\t功能科目名称\t合计\t基本支出\t项目支出
      \t合计\t90.50\t60.25\t30.25
      201\t一般公共服务支出\t90.50\t60.25\t30.25
      20113\t商贸事务\t90.50\t60.25\t30.25
      2011301\t行政运行\t60.25\t60.25\t
      2011308\t招商引资\t30.25\t\t30.25
      一般公共预算基本支出预算表
      单位：万元
      科目编码\t科目名称\t金额
      \t合计\t60.25
      301\t工资福利支出\t50.25
      30101\t基本工资\t50.25
      302\t商品和服务支出\t10.00
      30201\t办公费\t10.00
      一般公共预算机关运行经费支出预算表
      单位：万元
      科目编码\t科目名称\t机关运行经费支出
      \t合计\t10.00
      302\t商品和服务支出\t10.00
      30201\t办公费\t6.00
      30211\t差旅费\t4.00
      第三部分 2024年度部门预算情况说明
      五、财政拨款支出预算情况说明
      1．商贸事务（款）招商引资（项）支出30.25万元，与上年持平。
      """;

  private String findings(String text) {
    return Checks.findings(Drafts.read(folder, text)).stream()
        .map(f -> f.severity() + " " + f.rule() + " " + f.text().split("。")[0])
        .collect(Collectors.joining("\n"));
  }

  @Test
  void tablesThatAgreeAreSilent() {
    assertEquals("", findings(BUDGET));
  }

  @Test
  void bothSidesOfTheTotalTableAreEqual() {
    assertEquals(
        """
        warn total-versus-items/budget 收入合计：收入合计为97.50万元，支出合计为95.50万元
        warn total-versus-items/budget 收入合计：金额写为97.50万元，本年合计与结转之和为95.5万元\
        """,
        findings(BUDGET.replace("收入合计\t95.50", "收入合计\t97.50")));
  }

  @Test
  void numberedRowsAddUp() {
    assertEquals(
        "warn total-versus-items/numbered 当年收入小计：金额写为95.50万元，编号的2行之和为97.5万元",
        findings(BUDGET.replace("其他资金\t5.00", "其他资金\t7.00")));
  }

  @Test
  void tablesOfOneTotalHaveOneBasicExpenditure() {
    assertEquals(
        "warn cross-table/budget 基本支出：《收支预算总表》基本支出为60.25万元，《支出预算总表》合计的基本支出为61.25万元",
        findings(BUDGET.replace("95.50\t60.25\t35.25", "95.50\t61.25\t34.25"))
            .lines()
            .limit(1)
            .collect(Collectors.joining()));
  }

  @Test
  void basicExpenditureIsItsEconomicClasses() {
    assertEquals(
        """
        warn total-versus-items/budget 合计：金额写为62.25万元，2类之和为60.25万元
        warn cross-table/budget 合计：《一般公共预算支出预算表》合计的基本支出为60.25万元，《一般公共预算基本支出预算表》合计为62.25万元\
        """,
        findings(BUDGET.replace("\t合计\t60.25\n301", "\t合计\t62.25\n301")));
  }

  @Test
  void rowsWithCodesAddUpInAnyTable() {
    assertEquals(
        "warn total-versus-items/coded-rows 商品和服务支出：机关运行经费支出写为10.00万元，下级2行之和为12万元",
        findings(BUDGET.replace("差旅费\t4.00", "差旅费\t6.00")));
  }

  @Test
  void theNarrativeOfABudgetTellsWhatItsTablesPrint() {
    assertEquals(
        "warn amount-conflict/subject 招商引资：表格为30.25万元，文字为33.25万元",
        findings(BUDGET.replace("支出30.25万元，与上年", "支出33.25万元，与上年")));
  }

  @Test
  void theNarrativeMayTellOfAllFundsAsTheTotalTableDoes() {
    String allFunds =
        BUDGET
            .replace("一、基本支出\t60.25", "一、一般公共服务支出\t95.50")
            .replace("二、项目支出\t35.25", "\t")
            .replace("商贸事务（款）招商引资（项）支出30.25万元", "一般公共服务（类）支出95.50万元");
    assertEquals("", findings(allFunds));
    assertEquals(
        "warn amount-conflict/subject 一般公共服务支出：表格为90.50万元，文字为95.05万元",
        findings(allFunds.replace("支出95.50万元，与上年", "支出95.05万元，与上年")));
  }
}
