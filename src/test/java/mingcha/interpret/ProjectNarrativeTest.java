package mingcha.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import mingcha.disclosure.EntryKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectNarrativeTest {
  @TempDir Path folder;

  private String projects(String text) {
    return ProjectExample.read(folder, text, EntryKind.PROJECT);
  }

  @Test
  void aReportNamesItsProjectInATitleThatMayBeWrapped() {
    assertEquals(
        "2023年度“乐购云溪”消费券: (execution_rate=98.5) (budget_adjusted=400000) (redemption_rate=98.5)"
            + " (redeemed=394000) (consumption_driven=3152000) (leverage=8) (score=91.2) (grade=优)",
        projects(
            """
            云溪县商务局

            2023年度“乐购云溪”消费

            券项目绩效评价报告

            一、基本情况

            2023年度“乐购云溪”消费券项目预算资金共计 40.00 万元，共计核销 394,000.00
            元，核销率 98.50%，预算执行率 98.5%，带动消费 315.20 万元，杠杆率为 8。

            三、评价结论

            综合评分90分（含）以上为“优”。本项目综合得分为 91.2 分，评价等级为“优”。
            （一）决策（标准得分20分，评价得分18分）
            """));
  }

  @Test
  void plansAndPartsAndOtherLevelsAreNotTheProjectsFigures() {
    assertEquals(
        "2023年市级护河资金: (execution_rate=90) (budget_adjusted=500000) (executed=450000)",
        projects(
            """
            2023年市级护河资金项目支出绩效评价报告

            一、项目概况

            省级财政预算拨付资金80万元，实际使用资金70万元；市级财政预算拨付资金50万元，实际使用资金45万元。预算执行率90%。预计带动消费120万元。
            """));
  }

  @Test
  void aSelfEvaluationSummaryGivesItsProject() {
    assertEquals(
        "路灯更换: (budget_adjusted=100000) (executed=95000) (score=98) (execution_rate=95)",
        projects("1.路灯更换项目自评综述：根据目标，项目自评得分98分。全年预算数为10.00万元，执行数为9.50万元，完成预算的95%。\n"));
  }

  @Test
  void projectsListedWithTheirMoneyAreProjects() {
    assertEquals(
        "护林防火经费: (executed=1200000)\n河道清淤: (executed=3001000)",
        projects("2023年我局共有2个项目支出决算金额超过100万元，分别为护林防火经费120万元，河道清淤300.1万元，属于总额超过100万元的重点项目。\n"));
  }

  @Test
  void aSummaryTableHasOneProjectARow() {
    assertEquals(
        "护林防火: budget_adjusted=1200000 executed=600000 execution_rate=50 score=85 grade=良\n"
            + "河道清淤: budget_adjusted=3000000 executed=3000000 execution_rate=100 score=100 grade=优",
        projects(
            """
            单位：万元
            序号\t项目名称\t全年预算数\t全年执行数\t预算执行率\t自评得分\t自评等级
            1\t护林防火\t120\t60\t50%\t85\t良
            2\t河道清淤\t300\t300\t100%\t100\t优
            \t合计\t420\t360\t\t\t
            """));
  }

  @Test
  void aSummaryTableOfNarrowColumnsIsPutTogetherAgain() {
    assertEquals(
        "2023年护林防火宣传: budget_adjusted=28800 executed=28800 execution_rate=100 score=99",
        projects(
            """
            单位:万元
            单位编
            码
            项目名称
            项目类
            型
            全年预
            算数
            全年执
            行数
            预算执
            行率
            自评
            得分
            901001
            云溪县
            林业局
            901
            云溪县
            林业局
            2023 年护林
            防火宣传
            可执
            行项目
            2.88 2.88 100% 99
            """));
  }
}
