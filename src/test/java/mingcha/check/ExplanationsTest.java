package mingcha.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the explanations of a final account say of names, years, units and kinds. */
class ExplanationsTest {
  @TempDir private Path folder = Path.of("");

  private static final String ACCOUNT =
      """
      青屿市商务局2023年度部门决算
      支出决算表
      金额单位：万元
      项目\t\t本年支出合计\t基本支出\t项目支出
      功能分类科目编码\t科目名称\t\t\t
      合计\t\t30.25\t20.00\t10.25
      201\t一般公共服务支出\t30.25\t20.00\t10.25
      20113\t商贸事务\t30.25\t20.00\t10.25
      2011301\t行政运行\t20.00\t20.00\t
      2011308\t招商引资\t10.25\t\t10.25
      第三部分 2023年度部门决算情况说明
      三、支出决算情况说明
      本年支出合计30.25万元，其中：基本支出20.00万元，占66.12%；项目支出10.25万元，占33.88%。与2022年度相比，支出减少0.40万元，下降1.31%。
      五、一般公共预算财政拨款支出决算情况说明
      1.一般公共服务支出（类）商贸事务（款）招商引资（项）。年初预算为10.25万元，支出决算为10.25万元，完成年初预算的100.00%。
      """;

  private String findings(String text) {
    return Checks.findings(Drafts.read(folder, text)).stream()
        .map(f -> f.severity() + " " + f.rule() + " " + f.text().split("。")[0])
        .collect(Collectors.joining("\n"));
  }

  @Test
  void explanationsThatAgreeAreSilent() {
    assertEquals("", findings(ACCOUNT));
  }

  @Test
  void aSubjectThatNoTableHasIsFound() {
    assertEquals(
        "warn name-conflict/told 对外贸易管理：文字写为“对外贸易管理（项）”，各支出表中没有这一科目",
        findings(ACCOUNT.replace("招商引资（项）", "对外贸易管理（项）")));
  }

  @Test
  void aNameThatIsNoSubjectsIsAHint() {
    assertEquals(
        "info name-conflict/told 一般公共预算服务支出：文字写为“一般公共预算服务支出（类）”，各支出表中没有这一科目",
        findings(ACCOUNT.replace("一般公共服务支出（类）", "一般公共预算服务支出（类）")));
  }

  @Test
  void theNarrativeMayLeaveOutTheWordExpenditure() {
    assertEquals("", findings(ACCOUNT.replace("一般公共服务支出（类）", "一般公共服务（类）")));
  }

  @Test
  void whatIsComparedIsTheYearBefore() {
    assertEquals(
        "warn year-conflict/compared 与2021年度相比：文字与2021年比较，本件为2023年，上年为2022年",
        findings(ACCOUNT.replace("与2022年度相比", "与2021年度相比")));
  }

  @Test
  void aShareWithoutItsSignIsAHint() {
    assertEquals(
        "info wording/percent-sign ，占66.12：“…：基本支出20.00万元，占66.12；项目支出10.25万元…”",
        findings(ACCOUNT.replace("占66.12%；", "占66.12；")));
  }

  @Test
  void theSameDigitsInAnotherUnitAreSuspect() {
    assertEquals(
        "warn unit-suspect/same-figure 10.25元：文字写为10.25元，项目支出为10.25万元",
        findings(ACCOUNT.replace("项目支出10.25万元，占", "项目支出10.25元，占"))
            .lines()
            .filter(line -> line.contains("same-figure"))
            .collect(Collectors.joining("\n")));
  }

  @Test
  void aDepartmentsAccountThatCallsItselfAUnitsIsAHint() {
    assertEquals(
        "info name-conflict/caliber 第三部分2023年度单位决算情况说明：文中写为“第三部分2023年度单位决算情况说明”，本件为部门决算",
        findings(ACCOUNT.replace("第三部分 2023年度部门决算", "第三部分 2023年度单位决算")));
  }

  @Test
  void theUnitsIncludedAreThoseOfTheYear() {
    String text =
        ACCOUNT.replace(
            "支出决算表\n金额",
            """
            第一部分 部门概况
            二、部门机构设置
            纳入本部门2023年部门汇总决算编制范围的单位共3家。
            第二部分 2023年度部门决算表
            支出决算表
            金额\
            """);
    assertEquals("", findings(text));
    assertEquals(
        "warn year-conflict/narrative 纳入本部门2022年部门汇总决算编制范围…：文字写为2022年，本件为2023年",
        findings(text.replace("纳入本部门2023", "纳入本部门2022")));
  }

  @Test
  void ofNothingNothingIsAPercentage() {
    String text =
        ACCOUNT
            + """
            十、机关运行经费支出情况说明
            2023年度机关运行经费支出0.40万元，比上年增加0.40万元，增长100.00%，主要原因是上年没有此项支出。
            """;
    assertEquals(
        "info ratio-recompute/change 机关运行经费：本年数为0.40万元，增加0.40万元，上年数为0，写为增长100.00%；以0为基数无从计算",
        findings(text));
  }

  @Test
  void gradesThatAreAllListedAddUp() {
    String text =
        ACCOUNT
            + """
            十一、预算绩效管理情况
            绩效自评的2023年度项目4个，涉及预算金额8.42万元（其中，绩效评级为“优”的项目3个；绩效评级为“良”的项目1个；绩效评级为“合格”的项目0个；绩效评级为“不合格”的项目0个）。
            """;
    assertEquals("", findings(text));
    assertEquals(
        "warn count-conflict/grades 自评项目个数：写为4个项目，各等级之和为5个",
        findings(text.replace("“良”的项目1个", "“良”的项目2个")));
  }

  @Test
  void whoeverDeniesAFundHasNoFiguresOfIt() {
    String text =
        ACCOUNT.replace(
                "第三部分",
                """
            政府性基金预算财政拨款收入支出决算表
            金额单位：万元
            项目\t\t年初结转和结余\t本年收入\t本年支出\t\t\t年末结转和结余
            科目编码\t科目名称\t\t\t小计\t基本支出\t项目支出\t
            合计\t\t\t5.00\t5.00\t\t5.00\t
            212\t城乡社区支出\t\t5.00\t5.00\t\t5.00\t
            第三部分\
            """)
            + "八、政府性基金预算财政拨款收入支出决算情况说明\n青屿市商务局2023年度无政府性基金预算财政拨款收入和支出。\n";
    assertEquals(
        "warn cross-table/no-data 合计：文字写为没有此项收支，表中本年收入为5.00万元",
        findings(text)
            .lines()
            .filter(line -> line.contains("no-data"))
            .collect(Collectors.joining("\n")));
  }
}
