package mingcha.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import mingcha.check.Checks.Report;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small disclosures as text, read and checked, and what is said of them. */
class ChecksTest {
  @TempDir private Path folder = Path.of("");

  private Report report(String text) {
    return Checks.report(content(text));
  }

  private Content content(String text) {
    return Drafts.read(folder, text);
  }

  private String findings(String text) {
    return report(text).findings().stream()
        .map(f -> f.severity() + " " + f.rule() + " " + arithmetic(f))
        .collect(Collectors.joining("\n"));
  }

  /** The text without the rule's sentence, which is the same for all. */
  private static String arithmetic(Entry finding) {
    return finding.text().substring(0, finding.text().indexOf('。'));
  }

  private RuleCounts counts(String text, String rule) {
    return report(text).rules().stream()
        .filter(c -> c.rule().id().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static final String SUBJECTS =
      """
      示范局2023年度部门决算
      支出决算表
      公开03表
      金额单位：万元
      项目\t\t本年支出合计\t基本支出\t项目支出
      功能分类科目编码\t科目名称\t\t\t
      栏次\t\t1\t2\t3
      合计\t\t30.00\t20.00\t10.00
      201\t一般公共服务支出\t30.00\t20.00\t10.00
      20113\t商贸事务\t30.00\t20.00\t10.00
      2011301\t行政运行\t20.00\t20.00\t
      2011308\t招商引资\t10.00\t\t10.00
      """;

  @Test
  void aRuleThatFailsIsCountedAndStopsNoOther() {
    Rule faulty =
        new Rule() {
          @Override
          public Definition definition() {
            return new Definition("count-conflict/faulty", "数有误", "it fails", "none");
          }

          @Override
          public void check(Account account, Outcomes outcomes) {
            outcomes.holds();
            throw new IllegalStateException("on " + account.content().disclosure().title());
          }
        };
    RuleCounts counts = Checks.outcomes(faulty, new Account(content(SUBJECTS))).counts();
    assertEquals(new RuleCounts(faulty.definition(), 1, 0, Map.of(Checks.FAILED, 1)), counts);
  }

  @Test
  void sumsThatHoldAreSilentAndCounted() {
    assertEquals("", findings(SUBJECTS));
    assertEquals(9, counts(SUBJECTS, "total-versus-items/subjects").held());
    assertEquals(5, counts(SUBJECTS, "total-versus-items/columns").held());
  }

  @Test
  void whatStandsBelowASubtotalIsNotCountedTwice() {
    String parted =
        """
        示范局2023年度部门决算
        支出决算表
        金额单位：万元
        科目编码\t科目名称\t本年支出合计\t基本支出\t\t\t项目支出
        \t\t\t小计\t人员经费\t公用经费\t
        合计\t\t30.00\t20.00\t15.00\t5.00\t10.00
        """;
    assertEquals(1, counts(parted, "total-versus-items/columns").held());
    assertEquals(
        "warn total-versus-items/columns 合计：本年支出合计为31.00万元，各栏之和为30万元",
        findings(parted.replace("30.00", "31.00")));
  }

  @Test
  void aSubjectThatIsNotTheSumOfItsItemsIsFoundInItsColumn() {
    assertEquals(
        """
        warn total-versus-items/subjects 商贸事务：本年支出合计为30.00万元，下级2项之和为25万元
        warn total-versus-items/columns 招商引资：本年支出合计为5.00万元，各栏之和为10万元\
        """,
        findings(SUBJECTS.replace("招商引资\t10.00", "招商引资\t5.00")));
  }

  @Test
  void roundingWithinTheAddendsIsSilent() {
    assertEquals(
        "", findings(SUBJECTS.replace("行政运行\t20.00\t20.00\t", "行政运行\t20.01\t20.00\t0.01")));
  }

  private static final String COMPLETION =
      """
      示范局2023年度部门决算
      第三部分 2023年度部门决算情况说明
      五、一般公共预算财政拨款支出决算情况说明
      一般公共预算财政拨款支出年初预算为30.00万元，支出决算为33.00万元，完成年初预算的110.00%。其中：
      1.一般公共服务支出（类）商贸事务（款）行政运行（项）。年初预算为20.00万元，支出决算为22.00万元，完成年初预算的110.00%。
      2.一般公共服务支出（类）商贸事务（款）招商引资（项）。年初预算为10.00万元，支出决算为11.00万元，完成年初预算的110.00%。
      """;

  @Test
  void completionsAndItemisedBudgetsThatAgreeAreSilent() {
    assertEquals("", findings(COMPLETION));
    assertEquals(3, counts(COMPLETION, "ratio-recompute/completion-rate").held());
    assertEquals(1, counts(COMPLETION, "total-versus-items/initial-budget").held());
  }

  @Test
  void aWrongCompletionShowsItsArithmetic() {
    assertEquals(
        "warn ratio-recompute/completion-rate"
            + " 一般公共服务支出（类）商贸事务（款）招商引资（项）：写为101.00%，而11.00万元÷10.00万元=110%",
        findings(COMPLETION.replace("11.00万元，完成年初预算的110.00%", "11.00万元，完成年初预算的101.00%")));
  }

  @Test
  void ofABudgetOfNothingNoPercentageIsCompleted() {
    String text =
        COMPLETION
            .replace(
                "年初预算为10.00万元，支出决算为11.00万元，完成年初预算的110.00%", "年初预算为0万元，支出决算为11.00万元，完成年初预算的100%")
            .replace(
                "年初预算为30.00万元，支出决算为33.00万元，完成年初预算的110.00%",
                "年初预算为20.00万元，支出决算为33.00万元，完成年初预算的165.00%");
    assertEquals(
        "info ratio-recompute/completion-rate"
            + " 一般公共服务支出（类）商贸事务（款）招商引资（项）：年初预算0万元，支出决算11.00万元，写为完成年初预算的100%；以0为基数无从计算",
        findings(text));
  }

  @Test
  void itemisedBudgetsThatMissTheTotalAreFound() {
    assertEquals(
        "warn total-versus-items/initial-budget 一般公共预算财政拨款支出：2项年初预算之和为30万元，合计写为40.00万元",
        findings(
            COMPLETION.replace(
                "年初预算为30.00万元，支出决算为33.00万元，完成年初预算的110.00%",
                "年初预算为40.00万元，支出决算为33.00万元，完成年初预算的82.50%")));
  }

  @Test
  void aHeadingOfAnotherYearIsFound() {
    assertEquals(
        "warn year-conflict/heading 第三部分 2022年度部门决算情况说明：标题写为2022年，本件为2023年",
        findings(COMPLETION.replace("第三部分 2023", "第三部分 2022")));
  }

  @Test
  void threePublicItemsMustAddUp() {
    String table =
        """
        示范局2023年度部门决算
        “三公”经费支出决算表
        金额单位：万元
        项目\t预算数\t决算数
        合计\t3.00\t2.00
        1.因公出国（境）费用\t\t
        2.公务用车购置及运行维护费\t1.00\t0.50
        其中：公务用车运行维护费\t1.00\t0.50
        3.公务接待费\t2.00\t1.50
        """;
    assertEquals("", findings(table));
    assertEquals(
        "warn total-versus-items/three-public “三公”经费：写为2.00万元，各分项之和为4.5万元",
        findings(table.replace("2.00\t1.50", "2.00\t4.00")));
  }

  private static final String EVALUATION =
      """
      示范局2023年度部门决算
      第五部分 附件
      一、绩效评价指标分析情况
      1、B1 组织管理（满分6分，得6分）
      （1）B101 组织机构规范性（满分3分，得3分）
      按规定设立了项目管理机构，职责明确，对实施过程进行了考评监督。
      （2）B102 管理制度健全性（满分3分，得3分）
      制定了专项资金管理办法，明确了支持范围和标准。
      """;

  @Test
  void aGroupThatScoresOtherThanItsIndicatorsIsFound() {
    assertEquals("", findings(EVALUATION));
    assertEquals(
        "warn score-sum/group B1组织管理：写为满分6分、得4分，所属2项得分之和为6分",
        findings(EVALUATION.replace("满分6分，得6分", "满分6分，得4分")));
  }

  @Test
  void kindsOfVehiclesAddUp() {
    String text =
        """
        示范局2023年度部门决算
        第三部分 2023年度部门决算情况说明
        十二、国有资产占用情况说明
        截至2023年12月31日，本部门共有车辆3辆，其中：机要通信用车1辆、应急保障用车1辆、其他用车1辆。
        """;
    assertEquals("", findings(text));
    assertEquals(
        "warn count-conflict/vehicle-kinds 共有车辆：写为5辆，所列3类之和为3辆",
        findings(text.replace("共有车辆3辆", "共有车辆5辆")));
  }

  @Test
  void aChangeBehindTheItemsMayBeOfTheTotal() {
    String text =
        """
        示范局2024年部门预算
        第三部分 2024年部门预算情况说明
        四、一般公共预算“三公”经费支出预算情况说明
        “三公”经费支出预算为6.68万元，其中：因公出国（境）费0.00万元，公务用车购置及运行费6.68万元，公务接待费0.00万元。与上年相比减少14.00万元，下降67.70%。
        """;
    assertEquals("", findings(text));
    assertEquals(
        "warn ratio-recompute/change “三公”经费：下降写为76.70%，而14.00万元÷20.68万元=-67.7%",
        findings(text.replace("67.70%", "76.70%")));
  }

  private static final String VISITS =
      """
      示范局2023年度部门决算
      第三部分 2023年度部门决算情况说明
      九、财政拨款“三公”经费支出决算情况说明
      公务接待费支出0.24万元，共接待2批次，10人次。国内接待费0.24万元，共接待2批次，10人次；国（境）外接待费0万元，共接待国（境）外0批次，0人次。
      """;

  @Test
  void visitsThatAreCountedApartAddUp() {
    assertEquals("", findings(VISITS));
    assertEquals(
        "warn count-conflict/visits 接待批次：写为9批次，国内与国（境）外批次之和为2批次",
        findings(VISITS.replace("0.24万元，共接待2批次，10人次。国内", "0.24万元，共接待9批次，10人次。国内")));
    assertEquals(
        "warn count-conflict/visits 公务接待：写为0批次，5人次",
        findings(VISITS.replace("0批次，0人次", "0批次，5人次"))
            .lines()
            .filter(line -> line.contains("公务接待"))
            .findFirst()
            .orElse(""));
  }

  @Test
  void aTableOfAnotherYearIsFound() {
    String captioned = SUBJECTS.replace("金额单位：万元", "部门：示范局 2023年度 金额单位：万元");
    assertEquals("", findings(captioned));
    assertEquals(
        "warn year-conflict/table 支出决算表：表上写为2022年，本件为2023年",
        findings(captioned.replace("示范局 2023年度 金额", "示范局 2022年度 金额")));
  }

  @Test
  void aGradeToldBesideItsScoreIsThatOfTheStatedBands() {
    String text =
        """
        示范局2023年度部门决算
        第五部分 附件
        一、评价标准
        评分采用百分制，90分以上为“优”，75-89分为“良”，60-74分为“中”，60分以下为“差”。
        二、评价结论
        该项目绩效评价综合得分为78.50分，绩效评价结果为“良”。
        """;
    assertEquals("", findings(text));
    assertEquals(
        "warn score-conflict/grade 该项目绩效评价综合得分：得分78.50分，等级为优，按分档为良",
        findings(text.replace("结果为“良”", "结果为“优”")));
  }

  @Test
  void oneAmountInYuanAmongAListInWanIsSuspect() {
    String text =
        """
        示范局2023年度部门决算
        第三部分 2023年度部门决算情况说明
        六、一般公共预算财政拨款基本支出决算情况说明
        人员经费支出主要包括基本工资30.36万元、津贴补贴33.91万元、职业年金15.85万元、住房公积金25.89万元。
        """;
    assertEquals("", findings(text));
    assertEquals(
        "warn unit-suspect/sentence 职业年金：写为15.85元，同句的3个金额均以万元为单位",
        findings(text.replace("15.85万元", "15.85元")));
  }

  @Test
  void aClauseThatGoesBothWaysIsFound() {
    String text =
        """
        示范局2023年度部门决算
        第三部分 2023年度部门决算情况说明
        九、财政拨款“三公”经费支出决算情况说明
        公务接待费支出决算较上年减0.04万元，减0.01%，主要原因是接待减少。
        """;
    assertEquals("", findings(text));
    assertEquals(
        "warn direction-conflict/clause “减0.04万元，增0.01%”：减0.04万元，却增0.01%",
        findings(text.replace("，减0.01%", "，增0.01%")));
  }

  @Test
  void aMinusBehindAWordOfGrowthIsAHint() {
    assertEquals(
        "info direction-conflict/change 机关运行经费：写为“增加-5.00万元”、“增长-20.00%”",
        findings(
            """
            示范局2023年度部门决算
            第三部分 2023年度部门决算情况说明
            十、机关运行经费支出情况说明
            2023年度机关运行经费支出20.00万元，比上年增加-5.00万元，增长-20.00%，主要原因是人员减少。
            """));
  }

  @Test
  void everyRuleSaysInTwoLanguagesWhatItIsAndWhatItRestsOn() {
    List<Definition> rules = Checks.definitions();
    assertEquals(rules.size(), rules.stream().map(Definition::id).distinct().count());
    for (Definition rule : rules) {
      assertTrue(rule.chinese().endsWith("需要说明") || rule.chinese().contains("需要说明（"), rule.id());
      assertTrue(!rule.english().isBlank() && !rule.source().isBlank(), rule.id());
    }
  }

  @Test
  void aFindingHoldsTheFiguresAndWhereTheyStand() {
    Entry finding = report(COMPLETION.replace("第三部分 2023", "第三部分 2022")).findings().getFirst();
    assertEquals(
        List.of("2022 at 2", "2023 at 2"),
        finding.readings().stream()
            .map(r -> Objects.requireNonNull(r.value()) + " at " + r.source().line())
            .toList());
  }

  @Test
  void whatTwoRulesSeeInTheSameFiguresIsToldOnce() {
    String text =
        """
        示范局2023年度部门决算
        第三部分 2023年度部门决算情况说明
        春季消费券发放项目全年预算数为100万元，执行数为45.2万元，预算执行率为54.2%。
        """;
    assertEquals(
        "warn ratio-recompute/stated-execution 春季消费券发放：写为54.2%，而45.2万元÷100万元=45.2%",
        findings(text));
    assertEquals(Map.of(Checks.TOLD, 1), counts(text, "ratio-recompute/rate-in-text").unchecked());
  }
}
