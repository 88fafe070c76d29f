package mingcha.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;
import org.junit.jupiter.api.Test;

/** 绩效目标表 of budgets: projects with what is planned for them, before anything was attained. */
class TargetFormsTest {
  private static final String FORM =
      """
      国有资本经营预算支出预算表
      单位：万元
      科目编码\t科目名称\t金额
      合计\t\t0.00
      项目支出绩效目标表
      （2023年度）
      项目名称\t河道清淤\t\t\t
      主管部门\t云州市水务局\t\t实施单位\t云州市河道所
      项目资金（万元）\t年度资金总额：\t\t\t120.50
      \t其中：财政拨款\t\t\t100.00
      \t其他资金\t\t\t20.50
      总体目标\t清淤十二公里，汛期前完工，两岸居民满意。\t\t\t
      绩效指标\t一级指标\t二级指标\t三级指标\t指标值
      \t产出指标\t数量指标\t清淤长度\t≥12公里
      \t\t质量指标\t验收合格率\t100%
      \t满意度指标\t服务对象满意度指标\t居民满意度\t≥90%
      项目支出绩效目标表
      （2023年度）
      项目名称\t泵站值守\t\t\t
      项目资金（万元）\t年度资金总额：\t\t\t30.00
      绩效指标\t一级指标\t二级指标\t三级指标\t指标值
      \t产出指标\t时效指标\t响应时间\t≤30分钟
      """;

  private static final String READ =
      """
      project 河道清淤: 年度资金总额 budget_initial 1205000元; 财政拨款 - 1000000元; 其他资金 - 205000元
      indicator 清淤长度 (河道清淤/产出指标/数量指标): 指标值 12公里 '≥12公里'
      indicator 验收合格率 (河道清淤/产出指标/质量指标): 指标值 100% '100%'
      indicator 居民满意度 (河道清淤/满意度指标/服务对象满意度指标): 指标值 90% '≥90%'
      project 泵站值守: 年度资金总额 budget_initial 300000元
      indicator 响应时间 (泵站值守/产出指标/时效指标): 指标值 30分钟 '≤30分钟'\
      """;

  private static String read(String text) {
    return printed(Disclosures.content("云州市水务局2023年度部门预算\n" + text));
  }

  private static String printed(Content content) {
    StringJoiner lines = new StringJoiner("\n");
    for (Entry entry : content.entries()) {
      if (entry.kind() == EntryKind.PROJECT
          || entry.kind() == EntryKind.ROW
          || (entry.kind() == EntryKind.LINE && entry.name().contains("整体"))) {
        StringJoiner readings = new StringJoiner("; ");
        for (Reading reading : entry.readings()) {
          String metric = reading.metric() == null ? "-" : reading.metric();
          String doubt = reading.doubt() == null ? "" : "?";
          readings.add(reading.label() + " " + metric + " " + value(reading) + doubt);
        }
        String kind = entry.kind().name().toLowerCase(Locale.ROOT);
        lines.add(kind + " " + entry.name() + ": " + readings);
      } else if (entry.kind() == EntryKind.INDICATOR) {
        int project = Math.max(0, entry.path().size() - 3);
        StringJoiner readings = new StringJoiner("; ");
        for (Reading reading : entry.readings()) {
          readings.add(reading.label() + " " + value(reading) + " '" + reading.raw() + "'");
        }
        lines.add(
            "indicator %s (%s): %s"
                .formatted(
                    entry.name(),
                    String.join("/", entry.path().subList(project, entry.path().size())),
                    readings));
      }
    }
    return lines.toString();
  }

  private static String value(Reading reading) {
    return (reading.value() == null ? "?" : reading.value().toPlainString())
        + (reading.unit() == null ? "" : reading.unit());
  }

  @Test
  void aFormHasItsProjectItsMoneyAndWhatIsAimedAt() {
    assertEquals(READ, read(FORM));
  }

  @Test
  void theSameFormInPlainLinesGivesTheSame() {
    assertEquals(READ, read(FORM.replaceAll("\t+", " ").replaceAll("(?m)^ ", "")));
  }

  @Test
  void aFormStandsUnderItsOwnTitle() {
    Content content = Disclosures.content("云州市水务局2023年度部门预算\n" + FORM);
    assertEquals(
        List.of(List.of("项目支出绩效目标表"), List.of("项目支出绩效目标表")),
        content.entries().stream()
            .filter(e -> e.kind() == EntryKind.PROJECT)
            .map(Entry::path)
            .toList());
  }

  @Test
  void inLinesOfTextTheUnitMayStandApartAndBelow() {
    assertEquals(
        """
        project 河道清淤: 年度资金总额 budget_initial 1205000元; 财政拨款 - 1205000元
        indicator 清淤长度 (项目支出绩效目标表/河道清淤/数量指标): 指标值 12公里 '≥12公里'\
        """,
        read(
            """
            项目支出绩效目标表
            项目名称 河道清淤
            年度资金总额： 120.50
            项目资金（万元） 其中：财政拨款 120.50
            绩效指标 一级指标 二级指标 三级指标 指标值
            数量指标 清淤长度 ≥12 公里
            """));
  }

  @Test
  void whatIsPlannedForSeveralYearsIsNoBudget() {
    assertEquals(
        """
        project 堤防加固: 中期资金总额 - 9000000元; 年度资金总额 budget_initial 3000000元; 财政拨款 - 9000000元
        indicator 加固长度 (堤防加固/产出指标/数量指标): 年度指标值 2公里 '2公里'; 权重 20分 '20'\
        """,
        read(
            """
            项目支出绩效目标申报表
            项目名称\t堤防加固\t\t\t\t
            资金情况（万元）\t中期资金总额：\t900\t年度资金总额：\t\t300
            \t其中：财政拨款\t900\t其中：财政拨款\t\t
            \t一级指标\t二级指标\t三级指标\t年度指标值\t权重
            \t产出指标\t数量指标\t加固长度\t2公里\t20
            """));
  }

  @Test
  void aTableOfSeveralProjectsHasAnIndicatorARow() {
    assertEquals(
        """
        indicator 监测断面 (水质监测/产出指标/数量指标): 指标值 8个 '8'
        project 水质监测: 预算金额 budget_initial 50000元
        indicator 达标率 (水质监测/产出指标/质量指标): 指标值 95% '95'
        indicator 知晓率 (节水宣传/效益指标/社会效益指标): 指标值 80% '80'
        project 节水宣传: 预算金额 budget_initial 20000元\
        """,
        read(
            """
            项目支出绩效目标表
            单位：元
            项目名称\t预算金额\t项目目标\t一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位
            水质监测\t50,000.00\t按月监测。\t产出指标\t数量指标\t监测断面\t=\t8\t个
            \t\t\t\t质量指标\t达标率\t≥\t95\t%
            节水宣传\t20,000.00\t人人节水。\t效益指标\t社会效益指标\t知晓率\t≥\t80\t%
            """));
  }

  @Test
  void aWholeDepartmentsGoalsAreALineAndIndicatorsAndNoProject() {
    assertEquals(
        """
        line 部门整体支出: 金额合计 budget_initial 9000000元; 财政拨款 - 8000000元; 其他资金 - 1000000元
        row 河湖治理 治理重点河段: 总额 - 700; 财政拨款 - 650; 其他资金 - 50
        row 供水保障 管网改造: 总额 - 200; 财政拨款 - 150; 其他资金 - 50
        indicator 治理河长 (部门整体支出/产出指标/数量指标): 指标值 40公里 '≥40公里'\
        """,
        read(
            """
            部门整体支出绩效目标表
            （2023年度）
            部门名称\t云州市水务局\t\t\t\t
            年度主要任务\t任务名称\t主要内容\t预算金额（万元）\t\t
            \t\t\t总额\t财政拨款\t其他资金
            \t河湖治理\t治理重点河段\t700\t650\t50
            \t供水保障\t管网改造\t200\t150\t50
            \t金额合计\t\t900\t800\t100
            年度总体目标\t河湖治理有成效，供水有保障。\t\t\t\t
            年度绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t
            \t产出指标\t数量指标\t治理河长\t≥40公里\t
            """));
  }
}
