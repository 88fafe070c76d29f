package mingcha.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What adds up, though a rule might hold a figure for that of something else; and the like that
 * does not.
 */
class SoundSentencesTest {
  @TempDir private Path folder = Path.of("");

  private static final String TOLD =
      """
      示范局2023年度部门决算
      第二部分 2023年度部门决算情况说明
      一、收入支出决算总体情况
      """;

  private static final String GENERAL =
      """
      一般公共预算财政拨款支出决算表
      公开05表
      金额单位：万元
      科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
      \t合计\t80.00\t60.00\t20.00
      201\t一般公共服务支出\t80.00\t60.00\t20.00
      20113\t商贸事务\t80.00\t60.00\t20.00
      2011301\t行政运行\t80.00\t60.00\t20.00
      """;

  @Test
  void aShareIsOfWhatItsOwnClauseNames() {
    String told = "事业收入400.00万元，包括教育事业收入150.00万元和科研事业收入250.00万元。教育事业收入占事业收入的%s%，科研事业收入占62.50%。\n";
    assertEquals("", findings(TOLD + told.replace("%s", "37.50")));
  }

  @Test
  void changesBeforeAreNoAmount() {
    String told =
        "2023年度“三公”经费支出决算为31.00万元，决算数小于预算数：一是未安排出国，减少6.00万元；二是公务接待费减少1.40万元。"
            + "与上年相比，“三公”经费支出减少2.00万元，下降%s%。\n";
    assertEquals("", findings(TOLD + told.replace("%s", "6.06")));
    assertEquals(
        "warn ratio-recompute/change 下降写为9.06%，而2.00万元÷33万元=-6.06%",
        findings(TOLD + told.replace("%s", "9.06")));
  }

  @Test
  void expenditureOfAllFundsIsNotThatOfOne() {
    String told =
        """
        2023年度支出总计130.00万元。1.基本支出90.00万元，占本年支出的69.23%；2.项目支出40.00万元，占本年支出的30.77%。
        """;
    assertEquals("", findings(TOLD + told + GENERAL));
    String general =
        """
        二、一般公共预算财政拨款支出决算情况
        一般公共预算财政拨款支出80.00万元，其中：基本支出70.00万元，项目支出20.00万元。
        """;
    assertEquals(
        "warn cross-table/table-narrative 决算表格为60.00万元，文字为70.00万元\n"
            + "warn total-versus-items/sentence 总额写为80.00万元，所列2项之和为90万元",
        findings(TOLD + general + GENERAL));
  }

  @Test
  void classesBehindProjectsAreOfBoth() {
    String told =
        """
        支出合计130.00万元，其中：基本支出90.00万元，占69.23%；项目支出40.00万元，占30.77%。
        按经济分类，工资福利支出60.00万元，商品和服务支出40.00万元，对个人和家庭的补助10.00万元，资本性支出20.00万元。
        """;
    assertEquals("", findings(TOLD + told));
  }

  @Test
  void aSubjectIsPaidFromOtherMoneyToo() {
    String table =
        """
        支出决算表
        金额单位：万元
        科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
        \t合计\t130.00\t90.00\t40.00
        210\t卫生健康支出\t130.00\t90.00\t40.00
        21004\t公共卫生\t130.00\t90.00\t40.00
        2100403\t妇幼保健机构\t130.00\t90.00\t40.00
        """;
    String told = "一般公共预算财政拨款支出50.00万元，其中：卫生健康支出（类）公共卫生（款）妇幼保健机构（项）支出决算为%s万元。\n";
    assertEquals("", findings(TOLD + told.replace("%s", "50.00") + table));
    assertEquals(
        "warn amount-conflict/subject 表格为130.00万元，文字为150.00万元\n"
            + "warn total-versus-items/sentence 总额写为50.00万元，所列分项为150万元",
        findings(TOLD + told.replace("%s", "150.00") + table));
  }

  private String findings(String text) {
    return Drafts.findings(folder, text)
        .lines()
        .filter(line -> !line.contains("-missing/"))
        .reduce((a, b) -> a + "\n" + b)
        .orElse("");
  }
}
