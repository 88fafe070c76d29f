package mingcha.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Columns beside those of the year's own amounts: the year before, the change, a rate. */
class BudgetColumnsTest {
  private static String lines(String text) {
    return Disclosures.printed(Disclosures.content(text), EntryKind.LINE);
  }

  @Test
  void theYearBeforeAndTheChangeAreNotThisYearsBudget() {
    assertEquals(
        """
        合计: 2024年执行数 - 70000元; 小计 budget_initial 80000元; 基本支出 basic_expenditure 60000元; 项目支出 project_expenditure 20000元; 增减额 - 10000元; 增减% - 14.29%
        201 一般公共服务支出: 2024年执行数 - 70000元; 小计 budget_initial 80000元; 基本支出 basic_expenditure 60000元; 项目支出 project_expenditure 20000元; 增减额 - 10000元; 增减% - 14.29%\
        """,
        lines(
            """
            云州市示范街道办事处2025年部门预算
            预算公开表5
            一般公共预算支出表
            单位：千元
            科目编码\t科目名称\t2024年执行数\t2025年预算数\t\t\t2025年预算数比2024年执行数\t
            \t\t\t小计\t基本支出\t项目支出\t增减额\t增减%
            \t合计\t70\t80\t60\t20\t10\t14.29%
            201\t一般公共服务支出\t70\t80\t60\t20\t10\t14.29%
            预算公开表6
            """));
  }

  @Test
  void threePublicItemsBesideThoseOfTheYearBefore() {
    assertEquals(
        """
        “三公”经费: “三公”经费 three_public 30000元; “三公”经费 three_public 20000元; 增减额 three_public_change_amount -10000元; 增减% three_public_change -33.33%
        因公出国（境）费用: 因公出国（境）费用 overseas_travel 0元; 因公出国（境）费用 overseas_travel 0元; 增减额 overseas_travel_change_amount 0元; 增减% overseas_travel_change 0%
        公务接待费: 公务接待费 reception 30000元; 公务接待费 reception 20000元; 增减额 reception_change_amount -10000元; 增减% reception_change -33.33%
        公务用车购置及运行维护费: 公务用车购置及运行维护费 vehicle 0元; 公务用车购置及运行维护费 vehicle 0元; 增减额 vehicle_change_amount 0元; 增减% vehicle_change 0%\
        """,
        lines(
            """
            云州市示范街道办事处2025年部门预算
            “三公”经费支出情况表
            单位：千元
            项目\t2024年预算数\t2025年预算数\t增减额\t增减%
            合计\t30\t20\t-10\t-33.33%
            一、因公出国（境）费用\t0\t0\t0\t0
            二、公务接待费\t30\t20\t-10\t-33.33%
            三、公务用车购置及运行维护费\t0\t0\t0\t0
            预算公开表9
            项目支出表
            单位：千元
            项目名称\t合计
            道路保洁\t2000
            合计\t2000
            """));
  }

  @Test
  void eachColumnIsOfItsYear() {
    String text =
        """
        云州市农业局%s
        “三公”经费支出表
        单位：万元
        项目\t2012年决算数\t2013年预算数\t2013年决算数
        “三公”经费合计\t5\t4\t3
        1.因公出国（境）经费\t0\t0\t0
        2.公务用车购置及运行维护费\t3\t2.5\t2
        3.公务接待费\t2\t1.5\t1
        """;
    assertEquals(
        List.of(Stage.PRIOR, Stage.ADJUSTED, Stage.FINAL), stages(text.formatted("2013年部门决算")));
    assertEquals(
        List.of(Stage.PRIOR, Stage.PRIOR, Stage.PRIOR), stages(text.formatted("2014年部门预算")));
  }

  private static List<@Nullable Stage> stages(String text) {
    return Disclosures.content(text).entries().stream()
        .filter(entry -> entry.kind() == EntryKind.LINE)
        .findFirst()
        .orElseThrow()
        .readings()
        .stream()
        .<@Nullable Stage>map(Reading::stage)
        .toList();
  }

  @Test
  void theTotalOfBasicExpenditureHasItsParts() {
    assertEquals(
        """
        合计: 合计 basic_expenditure 900元; 人员经费 personnel 700元; 公用经费 public_funds 200元
        301 工资福利支出: 合计 budget_initial 700元; 人员经费 - 700元
        30101 基本工资: 合计 budget_initial 700元; 人员经费 - 700元
        302 商品和服务支出: 合计 budget_initial 200元; 公用经费 - 200元
        30201 办公费: 合计 budget_initial 200元; 公用经费 - 200元\
        """,
        lines(
            """
            云州市示范镇人民政府2024年部门预算
            一般公共预算基本支出表
            公开06表　单位：元
            部门预算支出经济分类\t\t政府预算支出经济分类\t\t2024年基本支出\t\t
            科目编码\t科目名称\t科目编码\t科目名称\t合计\t人员经费\t公用经费
            \t合计\t\t合计\t900\t700\t200
            301\t工资福利支出\t\t\t700\t700\t
            30101\t基本工资\t50101\t工资奖金津补贴\t700\t700\t
            302\t商品和服务支出\t\t\t200\t\t200
            30201\t办公费\t50201\t办公经费\t200\t\t200
            """));
  }

  @Test
  void whatWasReachedOfABudgetIsARate() {
    assertEquals(
        "201 一般公共服务支出: 预算数 budget_initial 5200000元; 调整预算数 budget_adjusted 5600000元; 决算数 executed 5320000元; 决算数为调整预算数的% execution_rate 95.0%; 决算数为上年决算数的% - 103.1%",
        lines(
            """
            鼓台县2023年财政决算
            2023年一般公共预算支出决算表
            单位：万元
            科目编码\t科目名称\t预算数\t调整预算数\t决算数\t决算数为调整预算数的%\t决算数为上年决算数的%
            201\t一般公共服务支出\t520\t560\t532\t95.0\t103.1
            """));
  }

  @Test
  void anOfficesCodeIsNoSubjects() {
    assertEquals(
        "合计: 合计 revenue 700000元; 小计 - 600000元; 一般公共预算 - 600000元; 上年结转 - 100000元",
        lines(
            """
            云州市教育局2024年部门预算
            收入总表
            单位：万元
            部门代码\t部门名称\t合计\t本年收入\t\t上年结转
            \t\t\t小计\t一般公共预算\t
            合计\t\t70\t60\t60\t10
            201\t云州市教育局\t70\t60\t60\t10
            201001\t云州市教育局机关\t70\t60\t60\t10
            """));
  }

  @Test
  void basicExpenditureHasASumOfItsOwn() {
    assertEquals(
        """
        合计: 合计 budget_initial 90元; 小计 basic_expenditure 60元; 人员经费 personnel 50元; 公用经费 public_funds 10元; 项目支出 project_expenditure 30元
        205 教育支出: 合计 budget_initial 90元; 小计 basic_expenditure 60元; 人员经费 personnel 50元; 公用经费 public_funds 10元; 项目支出 project_expenditure 30元\
        """,
        lines(
            """
            云州市教育局2024年部门预算
            财政拨款支出表
            单位：元
            科目编码\t科目名称\t合计\t基本支出\t\t\t项目支出
            \t\t\t小计\t人员经费\t公用经费\t
            合计\t\t90\t60\t50\t10\t30
            205\t教育支出\t90\t60\t50\t10\t30
            """));
  }

  @Test
  void whatWasSpentStandsBehindTheCarryoverAndTheIncome() {
    assertEquals(
        """
        合计: 年初结转和结余 - 0元; 本年收入 - 256元; 合计 executed 255元; 基本支出 basic_expenditure 124元; 项目支出 project_expenditure 131元; 年末结转和结余 - 1元
        210 医疗卫生与计划生育支出: 年初结转和结余 - 0元; 本年收入 - 256元; 合计 executed 255元; 基本支出 basic_expenditure 124元; 项目支出 project_expenditure 131元; 年末结转和结余 - 1元\
        """,
        lines(
            """
            云州市卫生和计划生育局2016年部门决算
            一般公共预算财政拨款支出决算表
            单位：元
            科目编码\t科目名称\t年初结转和结余\t本年收入\t本年支出\t\t\t年末结转和结余
            \t\t\t\t合计\t基本支出\t项目支出\t
            合计\t\t0\t256\t255\t124\t131\t1
            210\t医疗卫生与计划生育支出\t0\t256\t255\t124\t131\t1
            """));
  }
}
