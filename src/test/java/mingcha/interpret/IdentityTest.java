package mingcha.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Source;
import mingcha.extract.Block;
import mingcha.extract.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {
  private static String identity(String text) {
    return identity(text, Hints.NONE);
  }

  private static String identity(String text, Hints hints) {
    Disclosure d = Disclosures.content(Disclosures.FILE, text, hints).disclosure();
    return printed(d);
  }

  private static String printed(Disclosure d) {
    return "%s | %s %s | %s | %s | %s"
        .formatted(
            d.publisher(),
            String.join("/", d.region()),
            d.regionCode(),
            d.year(),
            d.type(),
            d.caliber());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "云州市示范局2023年度部门决算 > 云州市示范局 | 云岭省/云州市 990100 | 2023 | 部门决算 | 部门",
        "2021年度云州市示范局（本级）部门决算 > 云州市示范局 | 云岭省/云州市 990100 | 2021 | 部门决算 | 本级",
        "云州市示范区商务局2022年度单位决算公开 > 云州市示范区商务局 | 云岭省/云州市/示范区 990102 | 2022 | 单位决算 | 单位",
        "云岭省示范厅2019年度部门预算 > 云岭省示范厅 | 云岭省 990000 | 2019 | 部门预算 | 部门",
        "云州市展览中心（汇总）二〇二〇年度部门决算 > 云州市展览中心 | 云岭省/云州市 990100 | 2020 | 部门决算 | 部门",
        "碧州市鼓台县文化馆2024年单位预算公开说明 > 碧州市鼓台县文化馆 | 云岭省/碧州市/鼓台县 990223 | 2024 | 单位预算 | 单位",
      })
  void aTitleSaysWhichDisclosureItIs(String title, String identity) {
    assertEquals(identity.strip(), identity(title.strip() + "\n\n第一部分 概况\n"));
  }

  @Test
  void aReportThatWasCommissionedIsItsCommissioners() {
    assertEquals(
        "云州市财政局 | 云岭省/云州市 990100 | 2023 | 绩效评价报告 | null",
        identity(
            """
            2023年渠道疏浚项目绩效评价报告
            委托单位：云州市财政局
            评价机构：云州诚信会计师事务所（普通合伙）

            一、项目基本情况
            """));
    assertEquals(
        "云州市示范区水务局 | 云岭省/云州市/示范区 990102 | 2023 | 绩效评价报告 | null",
        identity(
            """
            2023年渠道疏浚项目绩效评价报告
            评价机构：云州诚信会计师事务所（普通合伙）
            项目单位： 云州市示范区水务局

            一、项目基本情况
            """));
  }

  /** Titles as they are published, of places at every level. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "上海市普陀区商务委员会2024年度部门决算 > 上海市普陀区商务委员会 | 上海市/普陀区 310107 | 2024 | 部门决算 | 部门",
        "上海市普陀区商务委员会2024年度单位决算 > 上海市普陀区商务委员会 | 上海市/普陀区 310107 | 2024 | 单位决算 | 单位",
        "上海市普陀区商务委员会（本级）2024年度单位决算 > 上海市普陀区商务委员会 | 上海市/普陀区 310107 | 2024 | 单位决算 | 本级",
        "上海市普陀区人民政府长寿路街道办事处2024年部门预算 > 上海市普陀区人民政府长寿路街道办事处 | 上海市/普陀区 310107 | 2024 | 部门预算 | 部门",
        "长沙县黄花镇2023年度部门决算 > 长沙县黄花镇 | 湖南省/长沙市/长沙县 430121 | 2023 | 部门决算 | 部门",
        "苏州工业园区娄葑街道办事处2023年度部门决算 > 苏州工业园区娄葑街道办事处 | 江苏省/苏州市/苏州工业园区 320576 | 2023 | 部门决算 | 部门",
        "晋城经济技术开发区管理委员会2023年度部门决算 > 晋城经济技术开发区管理委员会 | 山西省/晋城市 140500 | 2023 | 部门决算 | 部门",
        "延边朝鲜族自治州敦化市林业局2022年度部门决算 > 延边朝鲜族自治州敦化市林业局 | 吉林省/延边朝鲜族自治州/敦化市 222403 | 2022 | 部门决算 | 部门",
        "中国共产党晋城市委员会宣传部2023年度部门决算 > 中国共产党晋城市委员会宣传部 | 山西省/晋城市 140500 | 2023 | 部门决算 | 部门",
        "国家税务总局晋城市税务局2023年度部门决算 > 国家税务总局晋城市税务局 | 山西省/晋城市 140500 | 2023 | 部门决算 | 部门",
        "财政部2023年度部门决算 > 财政部 |  null | 2023 | 部门决算 | 部门",
        "晋城市商务局关于公开2023年度部门决算的说明 > 晋城市商务局 | 山西省/晋城市 140500 | 2023 | 部门决算 | 部门",
        "晋城市2023年度部门决算公开——晋城市商务局 > 晋城市商务局 | 山西省/晋城市 140500 | 2023 | 部门决算 | 部门",
        "会理市财政局2023年部门决算公开编制说明 > 会理市财政局 | 四川省/凉山彝族自治州/会理市 513402 | 2023 | 部门决算 | 部门",
        "长沙县2023年财政决算 > 长沙县人民政府 | 湖南省/长沙市/长沙县 430121 | 2023 | 政府决算 | 政府",
        "2024年晋城市政府预算公开 > 晋城市人民政府 | 山西省/晋城市 140500 | 2024 | 政府预算 | 政府",
        "关于晋城市2023年全市和市本级财政决算（草案）的报告 > 晋城市人民政府 | 山西省/晋城市 140500 | 2023 | 政府决算 | 政府",
        "江苏省2022年省级财政决算 > 江苏省人民政府 | 江苏省 320000 | 2022 | 政府决算 | 本级",
        "广州市黄埔区、广州开发区商务局2023年度部门决算 > 广州市黄埔区、广州开发区商务局 | 广东省/广州市/黄埔区 440112 | 2023 | 部门决算 | 部门",
        "北京市第101中学2023年度单位决算 > 北京市第101中学 | 北京市 110000 | 2023 | 单位决算 | 单位",
        "2023年度长沙市12345热线中心单位决算公开 > 长沙市12345热线中心 | 湖南省/长沙市 430100 | 2023 | 单位决算 | 单位",
        "首都医科大学附属北京同仁医院2023年度单位决算 > 首都医科大学附属北京同仁医院 | 北京市 110000 | 2023 | 单位决算 | 单位",
        "四川大学附属中学2023年度单位决算 > 四川大学附属中学 | 四川省 510000 | 2023 | 单位决算 | 单位",
        "南京市少年宫2024年度单位预算 > 南京市少年宫 | 江苏省/南京市 320100 | 2024 | 单位预算 | 单位",
        "晋城市教育局2019-2021年专项资金绩效评价报告 > 晋城市教育局 | 山西省/晋城市 140500 | 2021 | 绩效评价报告 | null",
        "2021-2023年临汾市产业扶持资金绩效评价报告 > null | 山西省/临汾市 141000 | 2023 | 绩效评价报告 | null",
        "阳泉市郊区2023年乡村振兴补助资金绩效评价报告 > null | 山西省/阳泉市/郊区 140311 | 2023 | 绩效评价报告 | null",
        "附件2 2023年度晋城市教育局校舍维修项目绩效自评报告 > 晋城市教育局 | 山西省/晋城市 140500 | 2023 | 绩效自评表 | null",
        "关于长沙县2023年财政预算执行情况和2024年财政预算草案的报告 > 长沙县人民政府 | 湖南省/长沙市/长沙县 430121 | 2024 | 政府预算 | 政府",
        "长沙县2023年一般公共预算支出决算表 > 长沙县人民政府 | 湖南省/长沙市/长沙县 430121 | 2023 | 政府决算 | 政府",
        "晋城市城区2024年部门预算汇编 > null | 山西省/晋城市/城区 140502 | 2024 | 部门预算 | 部门",
        "晋城市商务局2023年度部门整体支出绩效评价报告 > 晋城市商务局 | 山西省/晋城市 140500 | 2023 | 绩效评价报告 | null",
      })
  void titlesOfEveryLevel(String title, String identity) {
    assertEquals(identity.strip(), identity(title.strip() + "\n第一部分 概况\n一、主要职责\n贯彻方针政策。\n"));
  }

  /** A file of tables without a title: only its name, and those of its folders, say whose it is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "上海市普陀区财政局2024年度部门决算.pdf > 上海市普陀区财政局 | 上海市/普陀区 310107 | 2024 | 部门决算 | 部门",
        "js_江苏省人大办公厅__省人大办公厅2018预算公开.pdf > 江苏省人大办公厅 | 江苏省 320000 | 2018 | 部门预算 | 部门",
        "晋城市商务局/2023年部门决算公开表.xls > 晋城市商务局 | 山西省/晋城市 140500 | 2023 | 部门决算 | 部门",
        "2023年部门决算公开.zip!/晋城市商务局部门决算表.xls > 晋城市商务局 | 山西省/晋城市 140500 | 2023 | 部门决算 | 部门",
        "2023年度晋城市商务局部门决算公开表.xlsx > 晋城市商务局 | 山西省/晋城市 140500 | 2023 | 部门决算 | 部门",
        "20240830_晋城市商务局_2023决算.pdf > 晋城市商务局 | 山西省/晋城市 140500 | 2023 | 部门决算 | 部门",
        "001 晋城市财政局 2023年度部门决算.pdf > 晋城市财政局 | 山西省/晋城市 140500 | 2023 | 部门决算 | 部门",
        "附件1：晋城市商务局(本级)2023年单位决算.docx > 晋城市商务局 | 山西省/晋城市 140500 | 2023 | 单位决算 | 本级",
        "1.晋城市商务局2024年预算公开.pdf > 晋城市商务局 | 山西省/晋城市 140500 | 2024 | 部门预算 | 部门",
        "P020240830123456789.pdf > null |  null | null | null | null",
      })
  void aFilesNameSaysWhatTheTextDoesNot(String file, String identity) {
    Disclosure d = Disclosures.content(file, "收支总表\n单位：万元\n", Hints.NONE).disclosure();
    assertEquals(identity.strip(), printed(d));
  }

  /** The same publisher, as the narrative and the tables of one year name it. */
  @ParameterizedTest
  @CsvSource({
    "江苏省人民代表大会常务委员会办公厅, 江苏省人大常委会",
    "江苏省人大办公厅, 江苏省人大常委会办公厅",
    "中国共产党晋城市委员会宣传部, 晋城市委宣传部",
    "中国人民政治协商会议晋城市委员会办公室, 政协晋城市委员会办公室",
    "焦作市解放区商务局, 解放区商务局",
    "上海市普陀区人民政府长寿路街道办事处, 上海市普陀区长寿路街道",
    "长沙县黄花镇人民政府, 湖南省长沙县黄花镇",
    "晋城市发展和改革委员会, 晋城市发改委",
  })
  void onePublisherHasOneId(String name, String other) {
    assertEquals(id(name + "2023年度部门决算"), id(other + "2023年度部门决算"));
  }

  @ParameterizedTest
  @CsvSource({
    "晋城市商务局2023年度部门决算, 晋城市商务局2023年度单位决算",
    "晋城市商务局2023年度部门决算, 晋城市商务局2023年度部门预算",
    "晋城市商务局2023年度部门决算, 晋城市城区商务局2023年度部门决算",
    "晋城市商务局2023年度部门决算, 晋城市商务局（本级）2023年度部门决算",
    "中共晋城市委员会办公室2023年度部门决算, 政协晋城市委员会办公室2023年度部门决算",
    "晋城市2023年财政决算, 晋城市人民政府办公室2023年度部门决算",
    "晋城市2023年市本级财政决算, 晋城市2023年全市财政决算",
  })
  void differentDisclosuresHaveDifferentIds(String title, String other) {
    assertNotEquals(id(title), id(other));
  }

  @Test
  void thatADepartmentConsistsOfItselfIsSaidInItsNarrativeAndMakesNoOtherDisclosure() {
    String title = "晋城市商务局2023年度部门决算\n";
    String narrative = title + "第一部分 概况\n从决算单位构成看，本部门决算为本级决算。\n";
    assertEquals("晋城市商务局 | 山西省/晋城市 140500 | 2023 | 部门决算 | 本级", identity(narrative));
    assertEquals(id(title), Disclosures.content(narrative).disclosure().id());
  }

  private static String id(String title) {
    return Disclosures.content(title + "\n第一部分 概况\n").disclosure().id();
  }

  @Test
  void aTitlePageMayBreakTheTitleOverLines() {
    assertEquals(
        "云州市示范局 | 云岭省/云州市 990100 | 2023 | 部门决算 | 部门",
        identity("云州市示范局\n\n2023年度部门决算公开\n\n目 录\n第一部分 概况\t1\n第二部分 决算表\t3\n第一部分 概况\n"));
  }

  @Test
  void aTitlePageMayBreakItIntoFour() {
    assertEquals(
        "上海市普陀区商务委员会 | 上海市/普陀区 310107 | 2024 | 部门决算 | 部门",
        identity("上海市普陀区\n商务委员会\n2024年度\n部门决算\n目录\n第一部分 概况\n"));
  }

  @Test
  void withoutATitleTheCaptionsAndTheTextSayIt() {
    assertEquals(
        "云州市示范区商务局 | 云岭省/云州市/示范区 990102 | 2023 | 部门决算 | 本级",
        identity(
            """
            第一部分 云州市示范区商务局部门概况
            从决算单位构成看，本部门决算为本级决算。
            第二部分 2023 年度云州市示范区商务局部门决算表
            支出决算表
            部门：示范区商务局 2023 年度 单位：万元
            科目编码 科目名称 本年支出合计 基本支出 项目支出
            栏次 1 2 3
            合计 3.00 1.00 2.00
            第三部分 2022 年度部门决算情况说明
            2023 年度支出合计 3.00 万元，比 2022 年度减少 1.00 万元。
            """));
  }

  @Test
  void aNameThatTwoCountiesBearIsDecidedByWhatTheTextNamesAboveThem() {
    String text = "鼓台县水务局2023年度部门决算\n第一部分 概况\n一、职责\n贯彻碧州市委的决定。\n";
    assertEquals("鼓台县水务局 | 云岭省/碧州市/鼓台县 990223 | 2023 | 部门决算 | 部门", identity(text));
    assertEquals("鼓台县水务局 |  null | 2023 | 部门决算 | 部门", identity(text.replace("碧州市委", "上级")));
  }

  @Test
  void whatTheManifestSaysOverridesTheText() {
    Hints hints = new Hints("https://example.cn/1", null, "碧州市审计局", "990200", 2018, "单位决算");
    assertEquals(
        "碧州市审计局 | 云岭省/碧州市 990200 | 2018 | 单位决算 | 单位", identity("云州市示范局2023年度部门决算\n", hints));
  }

  @Test
  void aFileThatSaysNothingHasNoIdentity() {
    assertEquals("null |  null | null | null | null", identity("今天天气很好。\n"));
  }

  @Test
  void aMarkedTitleIsATitle() {
    Source at = Source.line(Disclosures.FILE, 1);
    List<Block> blocks =
        List.of(
            new Block.Heading(1, "云州市示范局关于2023年产业政策绩效评价的报告", at),
            new Block.Text("我局开展了绩效自评，现报告如下。", Source.line(Disclosures.FILE, 2)));
    Content content =
        new Interpreter(Disclosures.LEXICON, Metrics.standard())
            .interpret(
                Disclosures.FILE, "0".repeat(64), List.of(new Page(null, blocks)), Hints.NONE);
    assertEquals("云州市示范局 | 云岭省/云州市 990100 | 2023 | 绩效评价报告 | null", printed(content.disclosure()));
  }

  @Test
  void aFormNamesWhosItIsWhereNothingElseDoes() {
    String form =
        """
        项目支出绩效自评表
        （2023年度）
        项目名称\t管网更新\t\t
        主管部门\t%s\t实施单位\t云州市公园中心
        项目资金（万元）\t年初预算数\t全年预算数\t全年执行数
        年度资金总额\t3\t2\t1
        """;
    assertEquals(
        "云州市园林局 | 云岭省/云州市 990100 | 2023 | 绩效自评表 | null", identity(form.formatted("云州市园林局")));
    assertEquals(
        "null |  null | 2023 | 绩效自评表 | null",
        identity(form.formatted("云州市园林局") + form.formatted("云州市水务局")));
  }

  @Test
  void whoPublishesStandsBeforeTheYearThoughTheProjectsNameIsLonger() {
    assertEquals(
        "碧州市鼓台县第三中学 | 云岭省/碧州市/鼓台县 990223 | 2022 | 绩效评价报告 | null",
        identity("碧州市鼓台县第三中学2022年度“校舍维修改造与操场翻新”项目支出绩效评价报告\n一、项目概况\n"));
  }
}
