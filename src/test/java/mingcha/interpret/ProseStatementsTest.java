package mingcha.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import mingcha.disclosure.EntryKind;
import org.junit.jupiter.api.Test;

class ProseStatementsTest {
  private static String statements(String text) {
    return Disclosures.printed(
        Disclosures.content("示范局2023年度部门决算\n第四部分 绩效评价情况\n" + text), EntryKind.STATEMENT);
  }

  @Test
  void aCampaignNamedInPassingHasItsFigures() {
    assertEquals(
        "家具焕新专项消费券: 发放 issued 1000000元; 核销 redeemed 308000元; 核销率 redemption_rate 30.8%; "
            + "带动消费 consumption_driven 2648200元; 杠杆率 leverage 8.6倍",
        statements("10月启动了100万元的家具焕新专项消费券发放，共核销30.8万元，核销率30.8%，带动消费264.82万元，杠杆率8.6。"));
  }

  @Test
  void aCampaignIsNamedByItsTitleAndItsVouchers() {
    assertEquals(
        "“悦享金秋”政府消费券: 发放金额 issued 5000000元; 核销金额 redeemed 1000000元;"
            + " 核销率 redemption_rate 20.00%",
        statements("举行了“悦享金秋”专项促消费活动，利用平台发放两期政府消费券，累计发放金额500万元，核销金额100万元，核销率20.00%。"));
  }

  @Test
  void whatFollowsTheNamedCampaignBelongsToIt() {
    assertEquals(
        """
        家电消费券: 发放家电消费券 issued 1000000元
        家电消费券: 核销率 redemption_rate 50%\
        """,
        statements("发放家电消费券100万元。消费券核销率50%。"));
  }

  @Test
  void anySentenceWithFiguresNamesWhatItSpeaksOf() {
    assertEquals(
        """
        签约项目: 签约项目 - 18个; 总投资 - 20270000000元
        群众满意度: 群众满意度 - 95%\
        """,
        statements("签约项目18个，总投资202.7亿元。群众满意度达到95%。"));
  }

  @Test
  void countsInWordsAreFiguresOfSpeech() {
    assertEquals("", statements("认真贯彻落实中央八项规定精神，新增一名职工。"));
  }

  @Test
  void datesDocumentsAndOrdinalsAreNoFigures() {
    assertEquals("", statements("依据财预〔2015〕88号第3条，2023年6月30日前第2批完成。"));
  }

  @Test
  void scoresOfAnIndicatorAreItsWeightAndItsScore() {
    assertEquals(
        "B105绩效自评完整性: 绩效自评完整性（满分 weight 3分; 得 score 2.5分",
        statements("（5）B105绩效自评完整性（满分3分，得2.5分）"));
  }
}
