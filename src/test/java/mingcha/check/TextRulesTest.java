package mingcha.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sentences of an explanation give is recomputed from the sentences alone. */
class TextRulesTest {
  @TempDir private Path folder = Path.of("");

  private static final String TOLD =
      """
      示范局2023年度部门决算
      第三部分 2023年度部门决算情况说明
      十、其他重要事项的情况说明
      """;

  private static final String BUDGET =
      """
      示范局2024年部门预算
      第二部分 2024年部门预算情况说明
      一、收支预算总体情况说明
      """;

  @Test
  void oneShareOfAListIsOfNoWhole() {
    String list = "收入预算5000.00万元，其中拨款收入4800.00万元，占%s%%；基金收入150.00万元，占3.00%%；上年结转50.00万元，占1.00%%。\n";
    assertEquals(
        "warn ratio-recompute/share 写为69.00%，而4800.00万元÷5000.00万元=96%",
        findings(BUDGET + list.formatted("69.00")));
    assertEquals("", findings(BUDGET + list.formatted("96.00")));
  }

  @Test
  void aShareIsOfTheWholeThatItNames() {
    String told =
        "政府采购支出总额200.00万元。授予中小企业合同金额150.00万元，占政府采购支出总额的75.00%%，其中：授予小微企业合同金额120.00万元，占授予中小企业合同金额的%s%%。\n";
    assertEquals(
        "warn ratio-recompute/share 写为60.00%，而120.00万元÷150.00万元=80%",
        findings(TOLD + told.formatted("60.00")));
    assertEquals("", findings(TOLD + told.formatted("80.00")));
  }

  @Test
  void anItemWithoutAnAmountHasNoShareToRecompute() {
    String told =
        "政府采购支出总额200.00万元。授予中小企业合同金额150.00万元，占政府采购支出总额的75.00%；货物采购授予中小企业合同金额占授予中小企业合同金额的30.00%。\n";
    assertEquals("", findings(TOLD + told));
  }

  @Test
  void partsWhoseSharesAreAllAddUp() {
    String list = "支出预算%s万元，其中：基本支出2000.00万元，占40.00%%；项目支出3000.00万元，占60.00%%。\n";
    assertEquals(
        "warn total-versus-items/shares 总额写为5300.00万元，占比合计100%的2项之和为5000万元",
        only("total-versus-items/shares", BUDGET + list.formatted("5300.00")));
    assertEquals("", findings(BUDGET + list.formatted("5000.00")));
  }

  @Test
  void whatWasCompletedFollowsFromTheSentence() {
    String told = "培训费预算10.00万元，支出决算8.00万元，完成预算的%s%%。\n";
    assertEquals(
        "warn ratio-recompute/completion-in-text 写为60.00%，而8.00万元÷10.00万元=80%",
        findings(TOLD + told.formatted("60.00")));
    assertEquals("", findings(TOLD + told.formatted("80.00")));
    assertEquals(
        "warn ratio-recompute/completion-in-text 写为85.00%，而9.00万元÷12.00万元=75%",
        findings(TOLD + "“三公”经费支出决算9.00万元，完成“三公”经费预算12.00万元的85.00%。\n"));
  }

  @Test
  void aDifferenceIsThatOfItsTwoAmounts() {
    String told = "会议费预算10.00万元，支出决算8.00万元，决算数较预算数%s万元，主要原因是厉行节约。\n";
    assertEquals(
        "warn ratio-recompute/difference-in-text 写为减少3.00万元，而8.00万元－10.00万元=-2万元",
        findings(TOLD + told.formatted("减少3.00")));
    assertEquals(
        "warn ratio-recompute/difference-in-text 写为增加2.00万元，而8.00万元－10.00万元=-2万元",
        findings(TOLD + told.formatted("增加2.00")));
    assertEquals("", findings(TOLD + told.formatted("减少2.00")));
  }

  @Test
  void lastYearsBudgetIsNotThisOnes() {
    String told = "“三公”经费预算30.00万元，比2023年预算%s万元减少3.00万元，下降9.09%%。\n";
    assertEquals(
        "warn ratio-recompute/difference-in-text 写为减少3.00万元，而30.00万元－38.00万元=-8万元",
        findings(BUDGET + told.formatted("38.00")));
    assertEquals("", findings(BUDGET + told.formatted("33.00")));
  }

  @Test
  void aChangeRepeatsTheNameOfItsAmount() {
    String told = "培训费支出决算8.00万元，主要用于业务培训。决算数较上年增加1.00万元，增长%s%%。\n";
    assertEquals(
        "warn ratio-recompute/change-of-passage 培训费支出决算8.00万元，增长写为15.29%，而1.00万元÷7万元=14.29%",
        findings(TOLD + told.formatted("15.29")));
    assertEquals("", findings(TOLD + told.formatted("14.29")));
  }

  @Test
  void aChangeMayBeOfTheTotalThatOpensItsSentence() {
    assertEquals("", findings(TOLD + "收入总计1862.40万元，其中年初结转和结余62.40万元，较2022年减少137.60万元，下降6.88%。\n"));
  }

  @Test
  void lessByAnAmountAndMoreByAPercentage() {
    assertEquals(
        "warn direction-conflict/change 年初预算减少10.00万元，却增长5.26%",
        only(
            "direction-conflict",
            TOLD + "“教育费附加安排的支出”（款）2023年度决算200.00万元，比2023年年初预算减少10.00万元，增长5.26%。\n"));
  }

  @Test
  void whatIsNamedOneByOneIsAsManyAsSaid() {
    String told = "本部门内设机构%s个，分别为办公室、规划科、法规科、人事科。\n";
    assertEquals("warn count-conflict/listed 写为6个，所列名称为4个", findings(TOLD + told.formatted("6")));
    assertEquals("", findings(TOLD + told.formatted("4")));
    assertEquals("", findings(TOLD + "本部门内设机构6个，分别为办公室、规划科、法规科等。\n"));
    assertEquals("", findings(TOLD + "本部门内设机构16个，包括：办公室、规划科、法规科。\n"));
  }

  @Test
  void unitsAddUpByTheirKind() {
    String told = "下属二级预算单位%s个，其中行政单位1个，参照公务员法管理的事业单位0个，其他事业单位2个。\n";
    assertEquals("warn count-conflict/listed 写为5个，所列3类之和为3个", findings(TOLD + told.formatted("5")));
    assertEquals("", findings(TOLD + told.formatted("3")));
    assertEquals("", findings(TOLD + "实有编制68人，其中：行政编制18人，事业编制50人；在职行政人员17人，事业人员47人。\n"));
  }

  @Test
  void anAmountAloneLostItsWan() {
    String told =
        "基本支出1.00万元、2.00万元、3.00万元、4.00万元、5.00万元、6.00万元、7.00万元、8.00万元、9.00万元、10.00万元、11.00万元、12.00万元。\n开支会议费2%s。\n";
    assertEquals(
        "warn unit-suspect/alone 写为2元，说明中另有12个金额以万元为单位，没有以元为单位的",
        only("unit-suspect", TOLD + told.formatted("元")));
    assertEquals("", only("unit-suspect", TOLD + told.formatted("万元")));
    assertEquals("", only("unit-suspect", TOLD + told.formatted("万元") + "人均补助标准为300元。\n"));
  }

  @Test
  void theValueOfCountedDevicesIsPrescribed() {
    assertEquals(
        "warn unit-suspect/threshold 写为“单位价值100元以上设备”", findings(TOLD + "单位价值100元以上设备2台（套）。\n"));
    assertEquals("", findings(TOLD + "单位价值100万元（含）以上设备（不含车辆）2台（套）。\n"));
  }

  @Test
  void aClassIsTheSumOfItsItemsWhereTheOthersAre() {
    String told =
        """
        1.社会保障和就业（类）支出90.00万元，主要用于养老保险。
        2.农林水（类）支出%s万元，主要用于水利。
        （1）社会保障和就业支出（类）行政事业单位养老支出（款）养老保险缴费支出（项）90.00万元。
        （2）农林水支出（类）水利（款）行政运行（项）100.00万元。
        （3）农林水支出（类）水利（款）防汛（项）50.00万元。
        """;
    assertEquals(
        "warn total-versus-items/classes-in-text 农林水写为180.00万元，所列2项之和为150万元",
        only("classes-in-text", BUDGET + told.formatted("180.00")));
    assertEquals("", only("classes-in-text", BUDGET + told.formatted("150.00")));
  }

  @Test
  void theWholeChangesByWhatItsItemsDo() {
    String told =
        """
        示范局2023年度部门决算
        第三部分 2023年度部门决算情况说明
        九、“三公”经费支出决算情况说明
        “三公”经费支出决算18.00万元，决算数较上年%s万元。其中：
        1.因公出国（境）费支出0.00万元，与上年持平。
        2.公务接待费支出6.00万元，决算数较上年减少2.00万元。
        3.公务用车购置及运行维护费支出12.00万元，决算数较上年增加1.00万元。
        """;
    assertEquals(
        "warn total-versus-items/changes 减少写为3.00万元，各分项增减额之和为-1万元",
        only("total-versus-items/changes", told.formatted("减少3.00")));
    assertEquals("", only("total-versus-items/changes", told.formatted("减少1.00")));
  }

  @Test
  void aTotalIsTheYearsOwnAndWhatIsCarriedOver() {
    String told = "支出总计100.00万元，其中本年支出合计80.00万元，年末结转和结余%s万元。\n";
    assertEquals(
        "warn total-versus-items/balance-in-text 支出总计写为100.00万元，支出合计与年末结转结余之和为105万元",
        findings(TOLD + told.formatted("25.00")));
    assertEquals("", findings(TOLD + told.formatted("20.00")));
  }

  @Test
  void fourEconomicClassesAreAllOfBasicExpenditure() {
    String told =
        """
        基本支出100.00万元，其中：
        （一）工资福利支出%s万元。
        （二）商品和服务支出15.00万元。
        （三）对个人和家庭补助支出4.00万元。
        （四）资本性支出1.00万元。
        """;
    assertEquals(
        "warn total-versus-items/economic-in-text 基本支出写为100.00万元，各经济分类之和为110万元",
        only("economic-in-text", TOLD + told.formatted("90.00")));
    assertEquals("", only("economic-in-text", TOLD + told.formatted("80.00")));
  }

  @Test
  void eachIsListedOnceAndNoneIsLeftOut() {
    String told = "实行绩效目标管理的项目%s个，涉及预算100.00万元，分别为：公路养护项目60.00万元、危桥改造项目%s万元。\n";
    assertEquals(
        "warn total-versus-items/each 总数写为100.00万元，各项之和为90万元",
        only("total-versus-items/each", BUDGET + told.formatted("2", "30.00")));
    assertEquals(
        "warn total-versus-items/each 写为3个，所列为2个",
        only("total-versus-items/each", BUDGET + told.formatted("3", "40.00")));
    assertEquals("", only("total-versus-items/each", BUDGET + told.formatted("2", "40.00")));
    assertEquals("", findings(TOLD + "有2个项目超过100万元，分别为招商项目164.92万元、展会项目490.00万元。\n"));
  }

  @Test
  void whatIsReservedForSmallFirmsIsSomeOfProcurement() {
    String told = "政府采购预算总额600.00万元。面向中小企业预留%s万元。\n";
    assertEquals(
        "warn total-versus-items/small-firms 写为680.00万元，政府采购总额为600.00万元",
        findings(BUDGET + told.formatted("680.00")));
    assertEquals("", findings(BUDGET + told.formatted("480.00")));
  }

  @Test
  void whatTheGeneralBudgetPaysForIsSomeOfProcurement() {
    assertEquals(
        "",
        findings(
            BUDGET
                + "政府采购预算总额900.00万元：政府采购货物预算200.00万元、政府采购工程预算500.00万元、政府采购服务预算200.00万元；"
                + "其中一般公共预算拨款政府采购700.00万元：政府采购货物预算200.00万元、政府采购工程预算300.00万元、政府采购服务预算200.00万元。\n"));
  }

  @Test
  void aDisclosureInPartsExplainsItsTerms() {
    String told =
        """
        示范局2023年度部门决算
        第一部分 示范局概况
        负责示范工作。
        第二部分 2023年度部门决算表
        第三部分 2023年度部门决算情况说明
        一、收入支出决算总体情况说明
        收入支出均为0.00万元。
        二、收入决算情况说明
        收入为0.00万元。
        三、支出决算情况说明
        支出为0.00万元。
        四、“三公”经费支出决算情况说明
        没有“三公”经费支出。
        五、机关运行经费支出情况说明
        没有机关运行经费支出。
        六、政府采购支出情况说明
        没有政府采购支出。
        """;
    assertEquals(
        "info section-missing/glossary 各标题和各段落都没有提到名词解释", only("section-missing/glossary", told));
    assertEquals(
        "", only("section-missing/glossary", told + "第四部分 名词解释\n一、“三公”经费：指因公出国、公务用车和接待费。\n"));
  }

  @Test
  void aFundOfWhichATableHasNothingAndTheTextAnAmount() {
    String told =
        """
        示范局2023年度部门决算
        第二部分 2023年度部门决算表
        政府性基金预算财政拨款收入支出决算表
        公开08表
        金额单位：万元
        科目编码\t科目名称\t年初结转和结余\t本年收入\t本年支出\t年末结转和结余
        合计\t\t\t\t\t
        注：本部门没有政府性基金收支，本表无数据。
        第三部分 2023年度部门决算情况说明
        七、政府性基金预算财政拨款支出决算情况说明
        2023年度政府性基金预算财政拨款支出%s万元。
        """;
    assertEquals(
        "warn cross-table/no-data 表写明无数据，文字为60.00万元",
        only("cross-table/no-data", told.formatted("60.00")));
    assertEquals("", only("cross-table/no-data", told.formatted("0.00")));
  }

  private String only(String rule, String text) {
    return findings(text).lines().filter(l -> l.contains(rule)).collect(Collectors.joining("\n"));
  }

  private String findings(String text) {
    return Drafts.findings(folder, text);
  }
}
