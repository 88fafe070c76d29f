package mingcha.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.StringJoiner;
import mingcha.disclosure.Content;
import mingcha.disclosure.EntryKind;
import org.junit.jupiter.api.Test;

/** Forms of self-evaluation as provinces lay them out. */
class FormLayoutsTest {
  private static String read(String text) {
    Content content = Disclosures.content(text);
    StringJoiner printed = new StringJoiner("\n");
    printed.add(Disclosures.printed(content, EntryKind.PROJECT));
    return printed.add(Disclosures.printed(content, EntryKind.INDICATOR)).toString();
  }

  /** Shanghai: the figures stand beside their labels, the header of the indicators in two rows. */
  @Test
  void labelsWithTheirFigureBeside() {
    assertEquals(
        """
        文化配送: 当年预算数（元） budget_adjusted 4000元; 上年预算数（元） - 3500元; 预算执行数（元） executed 3800元; 预算执行率（%） execution_rate 95.00%; 绩效等级 grade ?; 合计 score 96分
        立项依据充分性: 指标目标值 - ?; 分值 weight 30分; 得分 score 30分
        配送场次: 指标目标值 - 12场; 分值 weight 70分; 得分 score 66分\
        """,
        read(
            """
            云州市文化局2024年度项目绩效自评结果信息
            项目名称：\t文化配送\t\t预算单位：\t文化馆\t
            当年预算数（元）\t4,000.00\t\t上年预算数（元）：\t3,500.00\t
            预算执行数（元）：\t3,800.00\t\t预算执行率（%）：\t95.00%\t
            绩效等级：\t优\t\t\t\t
            项目绩效目标\t\t\t\t权重\t得分
            一级指标\t二级指标\t三级指标\t指标目标值\t\t
            决策\t项目立项\t立项依据充分性\t充分\t30\t30
            产出\t数量指标\t配送场次\t≥12场\t70\t66
            合计\t\t\t\t100\t96
            """));
  }

  /** Sichuan: sign and unit in columns of their own, 合计 for 总分. */
  @Test
  void signAndUnitStandApart() {
    assertEquals(
        """
        水库养护: 年初预算 budget_initial 1380000元; 调整后预算数 budget_adjusted 1265000元; 预算执行数 executed 986700元; 预算执行率 execution_rate 78.00%; 权重 - 10分; 得分 - 7.8分; 合计 score 95.6分
        养护水库: 指标值 - 23座; 完成值 - 22座; 分值 weight 50分; 得分 score 47.8分
        群众满意度: 指标值 - 90%; 完成值 satisfaction 93%; 分值 weight 40分; 得分 score 40分\
        """,
        read(
            """
            部门预算项目支出绩效自评表
            项目名称\t51182423T000004567891-水库养护\t\t\t\t\t\t
            预算执行情况（10分）\t年度预算数（万元）\t年初预算\t调整后预算数\t预算执行数\t预算执行率\t权重\t得分
            \t总额\t138.00\t126.50\t98.67\t78.00%\t10\t7.8
            一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t完成值\t权重\t得分
            产出指标\t数量指标\t养护水库\t＝\t23\t座\t22\t50\t47.8
            满意度指标\t服务对象满意度指标\t群众满意度\t≥\t90\t%\t93\t40\t40
            合计\t\t\t\t\t\t\t100\t95.6
            """));
  }

  /** Guangdong: 支出率 for 执行率, a column that is none of the prescribed ones. */
  @Test
  void columnsThatNobodyPrescribed() {
    assertEquals(
        """
        设备购置: 年初预算金额 budget_initial 3200元; 调整后预算金额 budget_adjusted 3000元; 实际支出金额 executed 2700元; 支出率（%） execution_rate 90%; 分值 - 10分; 得分 - 9分; 自评总分 score 95分
        患者满意度（%）: 预期指标值 - 90%; 实际完成指标值 satisfaction 92.4%; 分值 weight 10分; 得分 score 10分\
        """,
        read(
            """
            2023年度项目支出绩效自评表
            项目名称\t设备购置\t\t\t\t\t\t
            资金使用情况（元）\t年初预算金额\t调整后预算金额\t其中省级\t实际支出金额\t支出率（%）\t分值\t得分
            \t3,200\t3,000\t700\t2,700\t90\t10\t9
            一级指标\t二级指标\t三级指标\t预期指标值\t实际完成指标值\t分值\t自评得分\t未达标原因
            满意度指标\t服务对象满意度指标\t患者满意度（%）\t≥90\t92.4\t10\t10\t
            自评总分\t\t\t\t\t100\t95\t
            """));
  }

  /** A transfer's form has no points (财预〔2020〕10号). */
  @Test
  void aTransferIsAProjectWithoutPoints() {
    assertEquals(
        """
        农村综合改革转移支付: 全年预算数（A） budget_adjusted 45620000元; 全年执行数（B） executed 41058000元; 预算执行率（B/A×100%） execution_rate 90.00%
        建设示范村个数: 指标值 - 38个; 全年实际完成值 - 36个
        村民满意度: 指标值 - 90%; 全年实际完成值 satisfaction 94%\
        """,
        read(
            """
            中央对地方专项转移支付区域绩效自评表
            转移支付（项目）名称\t农村综合改革转移支付\t\t\t\t
            地方主管部门\t云岭省财政厅\t\t资金使用单位\t各县财政局\t
            资金投入情况（万元）\t\t全年预算数（A）\t全年执行数（B）\t预算执行率（B/A×100%）\t
            \t年度资金总额：\t4562.00\t4105.80\t90.00%\t
            \t其中：中央财政资金\t3800.00\t3458.00\t91.00%\t
            一级指标\t二级指标\t三级指标\t指标值\t全年实际完成值\t未完成原因和改进措施
            产出指标\t数量指标\t建设示范村个数\t≥38个\t36个\t个别县进度慢
            满意度指标\t服务对象满意度指标\t村民满意度\t≥90%\t94%\t
            """));
  }

  /** Between the weight and the points stands how they are given. */
  @Test
  void aDepartmentsIndicatorsSayHowTheirPointsAreGiven() {
    Content content =
        Disclosures.content(
            """
            2023年度部门整体支出绩效自评表
            部门名称\t云州市自然资源局\t\t\t\t
            部门预算资金情况（万元）\t项目\t年初预算数\t调整后预算数\t实际支出数\t预算执行率
            \t支出合计\t26\t51\t48.45\t95%
            \t基本支出\t14\t15\t15\t100%
            一级指标\t二级指标\t三级指标\t分值\t评分标准\t自评得分
            履职效能\t整体效能\t绩效目标完成情况\t60\t按比例计分\t58.5
            管理效率\t预算编制\t事前绩效评估\t40\t应评尽评\t40
            合计\t\t\t100\t\t98.5
            评价等级\t优\t\t\t\t
            """);
    assertEquals(
        """
        部门整体支出: 年初预算数 budget_initial 260000元; 调整后预算数 budget_adjusted 510000元; 实际支出数 executed 484500元; 预算执行率 execution_rate 95%; 合计 score 98.5分; 评价等级 grade ?
        绩效目标完成情况: 分值 weight 60分; 得分 score 58.5分
        事前绩效评估: 分值 weight 40分; 得分 score 40分
        基本支出: 年初预算数 budget_initial 140000元; 调整后预算数 budget_adjusted 150000元; 实际支出数 executed 150000元; 预算执行率 execution_rate 100%\
        """,
        Disclosures.printed(content, EntryKind.LINE)
            + "\n"
            + Disclosures.printed(content, EntryKind.INDICATOR)
            + "\n"
            + Disclosures.printed(content, EntryKind.ROW));
  }

  /** Chongqing: the score at the top, 指标名称 for the levels, a coefficient before the points. */
  @Test
  void theScoreStandsAtTheTop() {
    assertEquals(
        """
        水体治理: 年初预算数 budget_initial 15000000元; 全年（调整）预算数 budget_adjusted 13200000元; 全年执行数 executed 11088000元; 执行率（%） execution_rate 84.00%; 执行率权重（分） - 10分; 执行率得分（分） - 8.4分; 自评总分（分） score 91.6分
        治理水体数量: 年初指标值 - 12处; 全年完成值 - 11处; 分值 weight 60分; 得分 score 55.2分
        群众满意度: 年初指标值 - 90%; 全年完成值 satisfaction 87%; 分值 weight 30分; 得分 score 28分\
        """,
        read(
            """
            2023年度项目绩效目标自评表
            项目名称\t水体治理\t项目编码\t50023422T000002345678\t自评总分（分）\t91.6\t\t\t
            项目资金（万元）\t年初预算数\t全年（调整）预算数\t全年执行数\t执行率（%）\t执行率权重（分）\t执行率得分（分）\t\t
            年度总金额\t1,500.00\t1,320.00\t1,108.80\t84.00\t10\t8.4\t\t
            其中：财政拨款\t1,500.00\t1,320.00\t1,108.80\t84.00\t\t\t\t
            指标名称\t计量单位\t指标性质\t年初指标值\t全年完成值\t得分系数（%）\t指标权重（分）\t指标得分（分）\t说明
            治理水体数量\t处\t≥\t12\t11\t92\t60\t55.2\t征地滞后
            群众满意度\t%\t≥\t90\t87\t82.5\t30\t28\t
            """));
  }

  /** Hubei: points without weights. */
  @Test
  void pointsWithoutWeights() {
    assertEquals(
        """
        营造林面积: 年初目标值（A） - 2万亩; 实际完成值（B） - 2.1万亩; 得分 score 40分
        群众满意度: 年初目标值（A） - 90%; 实际完成值（B） satisfaction 86%; 得分 score 38分\
        """,
        Disclosures.printed(
            Disclosures.content(
                """
                2023年度云州市林业局部门整体绩效自评表
                单位名称\t云州市林业局\t\t\t\t
                预算执行情况（万元）\t\t预算数（A）\t执行数（B）\t执行率（B/A）\t得分（20分×执行率）
                \t部门整体支出总额\t5,620.00\t5,084.85\t90.48%\t18.1
                一级指标\t二级指标\t三级指标\t年初目标值（A）\t实际完成值（B）\t得分
                产出指标\t数量指标\t营造林面积\t2万亩\t2.1万亩\t40
                满意度指标\t服务对象满意度指标\t群众满意度\t≥90%\t86%\t38
                总分\t\t\t\t\t96.1
                """),
            EntryKind.INDICATOR));
  }
}
