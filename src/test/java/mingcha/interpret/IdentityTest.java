package mingcha.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import mingcha.disclosure.Disclosure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {
  private static String identity(String text) {
    return identity(text, Hints.NONE);
  }

  private static String identity(String text, Hints hints) {
    Disclosure d = Disclosures.content(Disclosures.FILE, text, hints).disclosure();
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
  void aTitlePageMayBreakTheTitleOverLines() {
    assertEquals(
        "云州市示范局 | 云岭省/云州市 990100 | 2023 | 部门决算 | 部门",
        identity("云州市示范局\n\n2023年度部门决算公开\n\n目 录\n第一部分 概况\t1\n第二部分 决算表\t3\n第一部分 概况\n"));
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
}
