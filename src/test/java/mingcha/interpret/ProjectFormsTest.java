package mingcha.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFormsTest {
  private static final String TREES =
      "budget_initial=2000000 budget_adjusted=1200000 executed=1200000 execution_rate=100"
          + " score=96 grade=优 (execution_rate=60) (budget_initial=2000000) (executed=1200000)";

  private static final String ROWS =
      """
      第五部分 附件

      项目名称\t\t云溪县行道树补植\t\t\t\t\t\t
      主管部门\t\t901-云溪县园林局\t\t\t预算单位\t901001-云溪县园林局\t\t
      项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\t
      \t资金总额\t200\t120\t120\t10\t100\t10\t
      \t其他资金\t0\t0\t0\t\t0\t\t
      年度绩效目标\t年度目标\t\t\t实际完成情况\t\t\t\t
      \t补植行道树两千株，方便居民出行。\t\t\t补植一千二百株，2023年预算下达200万元，实际执行120万元，预算执行率为60%，执行率达不到95%是因为雨季。\t\t\t\t
      绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因
      \t产出指标\t数量指标\t补植株数\t≥2000株\t1200株\t20\t12\t雨季
      \t满意度指标\t服务对象满意度\t居民满意度\t≥90%\t93%\t10\t10\t
      总分\t\t\t\t\t\t\t96\t优
      """;

  @TempDir Path folder;

  private String projects(String text) {
    return ProjectExample.read(folder, text, EntryKind.PROJECT);
  }

  @Test
  void aFormInRowsOfCellsIsRead() {
    assertEquals("云溪县行道树补植: " + TREES, projects(ROWS));
  }

  @Test
  void theSameFormWithOneCellALineGivesTheSame() {
    StringBuilder cells = new StringBuilder();
    for (String line : ROWS.lines().skip(2).toList()) {
      for (String cell : line.split("\t", -1)) {
        cells.append('\t').append(cell).append('\n');
      }
      cells.append('\n');
    }
    assertEquals("云溪县行道树补植: " + TREES, projects(cells.toString()));
  }

  private static final String WEB_PAGE =
      """
      部门预算项目支出绩效自评表 |
      项目名称 | 51000021R000000019951-云溪县行道树补植 |
      主管部门 | 云溪县园林局 |
      预算执行情况(10分) | 年度预算数(万元) | 年初预算 | 调整后预算数 | 预算执行数 | 预算执行率 | 权重 | 得分 |
      总额 | 200.00 | 120.00 | 120.00 | 100.00% | 10 | 10 |
      其中:财政资金 | 200.00 | 120.00 | 120.00 | 100.00% | / | / |
      """;

  private static final String WEB_PAGE_READ =
      "云溪县行道树补植: budget_initial=2000000 budget_adjusted=1200000 executed=1200000"
          + " execution_rate=100";

  @Test
  void barsOfAWebPagePartCells() {
    assertEquals(WEB_PAGE_READ, projects(WEB_PAGE));
  }

  @Test
  void aFormInOneColumnIsPartedAtItsLabels() {
    assertEquals(WEB_PAGE_READ, projects(WEB_PAGE.replaceAll("\\| (?=\\S)", "|\n")));
  }

  @Test
  void theSameFormInPlainLinesGivesTheSame() {
    String plain =
        ROWS.lines().skip(2).map(l -> l.replaceAll("\t+", " ")).reduce("", (a, b) -> a + b + "\n");
    assertEquals("云溪县行道树补植: " + TREES, projects(plain));
  }

  @Test
  void aRowWithALostCellIsDecidedByItsArithmetic() {
    assertEquals(
        "云溪县行道树补植: budget_initial=2000000 budget_adjusted=1200000 executed=900000 carryover=300000"
            + " execution_rate=75",
        projects(
            """
            项目名称\t\t云溪县行道树补植
            项目资金（万元）\t年初预算数\t全年预算数\t全年执行数\t资金结余\t执行率\t得分
            \t\t资金总额:\t\t200\t120\t90\t30\t75
            """));
  }

  /** The columns between were cut off on paper: 0 is what is left of the money, and no rate. */
  @Test
  void columnsThatAreMerelySupposedAreDoubtedUnlessTheirArithmeticHolds() {
    String lines =
        """
        项目名称 云溪县行道树补植
        主管部门及代码 261-云溪县园林局
        项目资金（万元） 年初预算数 全年预算数 全年执行数
        资金总额： 63 63 63 %s
        """;
    assertEquals(
        "云溪县行道树补植: budget_initial=630000? budget_adjusted=630000? executed=630000?"
            + " execution_rate=0?",
        projects(lines.formatted("0 100")));
    assertEquals(
        "云溪县行道树补植: budget_initial=630000 budget_adjusted=630000 executed=630000"
            + " execution_rate=100",
        projects(lines.formatted("100 10")));
  }

  @Test
  void aFigureRepeatedByASplitCellIsLeftOut() {
    assertEquals(
        "云溪县行道树补植: budget_initial=2000000 budget_adjusted=1200000 executed=900000 carryover=300000"
            + " execution_rate=75",
        projects(
            """
            项目名称\t\t云溪县行道树补植
            项目资金（万元）\t\t年初预算数\t\t全年预算数\t全年执行数\t资金结余\t执行率\t得分
            \t\t目标申报数\t预算编制数
            \t资金总额:\t200\t200\t120\t120\t90\t30\t75\t7.5
            """));
  }

  @Test
  void aRowThatNothingDecidesIsDoubted() {
    assertEquals(
        "云溪县行道树补植: budget_initial=2000000? budget_adjusted=1200000? executed=70000?",
        projects(
            """
            项目名称\t\t云溪县行道树补植
            项目资金（万元）\t年初预算数\t全年预算数\t全年执行数\t资金结余\t执行率\t得分
            \t\t\t\t资金总额:\t200\t120\t7
            """));
  }

  @Test
  void theOnlyPartWithFiguresIsTheWholeWhereTheTotalHasNone() {
    assertEquals(
        "云溪县行道树补植: budget_initial=20000 budget_adjusted=12000 executed=12000 execution_rate=100",
        projects(
            """
            项目名称\t\t云溪县行道树补植
            项目资金（元）\t年初预算数\t全年预算数\t全年执行数\t执行率
            \t资金总额
            \t财政资金\t20000\t12000\t12000\t100%
            \t其他资金\t0\t0\t0\t0
            """));
  }

  @Test
  void scoreAndGradeBelowTheWordTotalBelongToIt() {
    assertEquals(
        "云溪县行道树补植: score=92.5 grade=优", projects("项目名称\t\t云溪县行道树补植\n总分\t\t\n92.5\t\t\n优\t\t\n"));
  }

  @Test
  void indicatorsHaveTheirLevelsAndTheProjectInTheirPath() {
    assertEquals(
        "补植株数: weight=20 score=12\n居民满意度: satisfaction=93 weight=10 score=10",
        ProjectExample.read(folder, ROWS, EntryKind.INDICATOR));
    DraftEntry first =
        ProjectExample.reading(folder, ROWS).entries().stream()
            .filter(e -> e.kind() == EntryKind.INDICATOR)
            .findFirst()
            .orElseThrow();
    assertEquals("[云溪县行道树补植, 产出指标, 数量指标]", first.path().toString());
  }

  /** 产出 ends one page and 指标 begins the next, or its last character is printed on both. */
  @Test
  void aFirstLevelThatThePagesEndCutsIsTheSameLevel() {
    for (String rest : List.of("指标", "标")) {
      String first = rest.equals("标") ? "产出指标" : "产出";
      String cut =
          ROWS.replace("\t产出指标\t", "\t" + first + "\t")
              .replace(
                  "\t满意度指标\t服务对象满意度\t居民满意度\t≥90%\t93%\t10\t10\t\n",
                  "\t"
                      + rest
                      + "\t质量指标\t成活率\t≥95%\t96%\t10\t10\t\n"
                      + "\t\t时效指标\t完成时间\t6月\t6月\t10\t10\t\n");
      assertEquals(
          """
          补植株数 [云溪县行道树补植, %s, 数量指标]
          成活率 [云溪县行道树补植, 产出指标, 质量指标]
          完成时间 [云溪县行道树补植, 产出指标, 时效指标]\
          """
              .formatted(first),
          ProjectExample.reading(folder, cut).entries().stream()
              .filter(e -> e.kind() == EntryKind.INDICATOR)
              .map(e -> e.name() + " " + e.path())
              .collect(Collectors.joining("\n")));
    }
  }

  @Test
  void morePointsThanAnIndicatorHasAreReadWhereTheHeadersSayWhatIsWhat() {
    assertEquals(
        "补植株数: weight=20 score=22\n居民满意度: satisfaction=93 weight=10 score=10",
        ProjectExample.read(folder, ROWS.replace("20\t12\t", "20\t22\t"), EntryKind.INDICATOR));
  }

  @Test
  void theWordsOfAFormAreInItsProjectAndItsCellsAreConsumed() {
    ProjectReading read = ProjectExample.reading(folder, ROWS);
    DraftEntry project =
        read.entries().stream()
            .filter(e -> e.kind() == EntryKind.PROJECT)
            .findFirst()
            .orElseThrow();
    assertTrue(project.text().startsWith("补植行道树两千株，方便居民出行。\n补植一千二百株"), project.text());
    assertTrue(read.consumed().stream().anyMatch(s -> Integer.valueOf(9).equals(s.line())));
    assertFalse(read.consumed().stream().anyMatch(s -> Integer.valueOf(1).equals(s.line())));
  }

  @Test
  void aWholeDepartmentIsALineAndNoProject() {
    String text =
        """
        部门（单位）整体绩效自评表

        部门（单位）名称 云溪县园林局

        年初预算数 全年预算数 全年执行数 分值 执行率 得分

        部门预算总额（万元） 500 400 300 10 75 7.5

        总分 100 97.5
        """;
    assertEquals("", projects(text));
    DraftEntry line = ProjectExample.reading(folder, text).entries().getFirst();
    assertEquals(Scope.DISCLOSURE, line.scope());
    assertEquals(
        "部门整体支出: budget_initial=5000000 budget_adjusted=4000000 executed=3000000"
            + " execution_rate=75 score=97.5",
        ProjectExample.read(folder, text, EntryKind.LINE));
  }

  @Test
  void theFormAndTheMentionOfAProjectAreOneEntryButTwoYearsAreTwo() {
    assertEquals(
        """
        2023年行道树补植: score=90 (score=88) (grade=良)
        2022年行道树补植: score=80\
        """,
        projects(
            """
            项目名称\t\t2023年行道树补植
            总分\t\t90

            项目名称\t\t2022年行道树补植
            总分\t\t80

            我部门选取了2023年行道树补植项目开展部门评价，评价得分为88分，等级为良。
            """));
  }

  @Test
  void theAnalysisMayStandBelowTheForm() {
    assertEquals(
        "行道树补植: score=90 (execution_rate=45) (budget_initial=100000) (executed=45000)",
        projects(
            """
            项目名称\t\t行道树补植
            总分\t\t90

            项目实施和预算执行情况：行道树补植年初预算10万元，实际支出4.5万元，预算执行率为45%。
            路灯更换预算执行率为30%。
            """));
  }

  /** Where the columns of the next form were not told apart, what it says is not of this one. */
  @Test
  void aFormEndsWhereTheTitleOfTheNextStandsInACell() {
    assertEquals(
        "行道树补植: score=90",
        projects(
            """
            项目名称\t\t行道树补植
            总分\t\t90
            项目支出绩效自评表（2023年度）\t\t
            项目名称 路灯更换\t\t
            项目绩效分析\t项目实施和预算执行情况 年初预算77万元，实际支出33万元，预算执行率为42.86%。\t
            """));
  }

  /** Cells without lines around them are read as lines of text, wrapped where the cells end. */
  @Test
  void theAnalysisBelowTheFormMayBeWrapped() {
    assertEquals(
        "行道树补植: score=90 (execution_rate=45) (budget_initial=100000) (executed=45000)",
        projects(
            """
            项目名称\t\t行道树补植
            总分\t\t90

            项目绩效分析 预算执行情况 年初预算10万元，实际支出4.5
            万元，预算执行率为45%。
            产出情况 各项指标见上表。
            主要经验做法 路灯更换预算执行率为30%。
            """));
  }

  @Test
  void aFormWhoseCellsAreLinesOfTextIsPutTogether() {
    String text =
        """
        第五部分 附件
        项目支出绩效自评表
        (2019年度)
        项目名称
        云溪县行道树补植
        主管部门
        云溪县园林局
        实施单位
        云溪县苗圃
        项目资金
        (万元)
        年初
        预算数
        全年
        预算数
        全年
        执行数
        分值
        执行率
        得分
        年度资金总额
        200
        120
        72
        10
        60%
        6
        其中:当年财政拨款
        200
        120
        72
        一级指标
        二级指标
        三级指标
        年度
        指标值
        实际
        完成值
        分值
        得分
        偏差原因分析及改进措施
        产出指标
        数量指标
        补植株数
        2000
        1200
        50
        30
        雨季
        效益指标
        社会效益
        指标
        居民出行
        100
        100
        40
        40
        总分
        100
        76
        """;
    assertEquals(
        "云溪县行道树补植: budget_initial=2000000 budget_adjusted=1200000 executed=720000 execution_rate=60"
            + " score=76",
        projects(text));
    assertEquals(
        """
        补植株数: weight=50 score=30
        居民出行: weight=40 score=40\
        """,
        ProjectExample.read(folder, text, EntryKind.INDICATOR));
  }

  @Test
  void aFormOnOneLineIsPutTogetherToo() {
    assertEquals(
        "云溪县行道树补植: budget_initial=2000000 budget_adjusted=1200000 executed=720000 execution_rate=60"
            + " (budget_initial=2000000) (executed=720000)",
        projects(
            "第五部分 附件\n项目支出绩效自评表 (2022年度) 项目名称 云溪县行道树补植 主管部门 901-云溪县园林局 实施单位 901001-云溪县苗圃"
                + " 项目资金 (万元) 年初预算数 全年预算数 全年执行数 分值 执行率 得分 年度资金总额: 200 120 72 10 60 6"
                + " 年度总体目标 预期目标 实际完成情况 本项目共申请预算资金200万元。 本项目共完成预算资金72万元。"
                + " 绩效指标 一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因"
                + " 产出指标 数量指标 补植株数 ≥2000株 1200 50 30\n"));
  }
}
