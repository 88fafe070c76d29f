package mingcha.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import mingcha.disclosure.EntryKind;
import org.junit.jupiter.api.Test;

class SubjectLinesTest {
  private static final String LINES =
      """
      合计: 本年支出合计 expenditure 125000元; 基本支出 basic_expenditure 100000元; 项目支出 project_expenditure 25000元
      201 一般公共服务支出: 本年支出合计 executed 125000元; 基本支出 basic_expenditure 100000元; 项目支出 project_expenditure 25000元
      20113 商贸事务: 本年支出合计 executed 125000元; 基本支出 basic_expenditure 100000元; 项目支出 project_expenditure 25000元
      2011301 行政运行: 本年支出合计 executed 100000元; 基本支出 basic_expenditure 100000元; 项目支出 project_expenditure 0元
      2011399 其他商贸事务支出: 本年支出合计 executed 25000元; 基本支出 basic_expenditure 0元; 项目支出 project_expenditure 25000元\
      """;

  private static String lines(String text) {
    return Disclosures.printed(Disclosures.content(text), EntryKind.LINE);
  }

  @Test
  void aGridGivesItsLines() {
    assertEquals(
        LINES,
        lines(
            """
            云州市示范局2023年度部门决算
            第二部分 决算表
            支出决算表
            公开03表
            部门：云州市示范局
            金额单位：万元
            项目\t\t本年支出合计\t基本支出\t项目支出
            科目代码\t科目名称\t\t\t
            栏次\t\t1\t2\t3
            合计\t\t12.50\t10.00\t2.50
            201\t一般公共服务支出\t12.50\t10.00\t2.50
            20113\t商贸事务\t12.50\t10.00\t2.50
            2011301\t行政运行\t10.00\t10.00\t0.00
            2011399\t其他商贸事务支出\t2.50\t0.00\t2.50
            注：本表反映各项支出情况。
            """));
  }

  @Test
  void theTextOfAPdfGivesTheSameLines() {
    assertEquals(
        LINES,
        lines(
            """
            云州市示范局2023年度部门决算
            第二部分 决算表
             支出决算表
            公开 03 表
            部门：示范局 2023 年度 单位：万元
            项 目
            本年支出合计 基本支出 项目支出功能分类
            科目编码
            科目名称
            栏次 1 2 3
            合计 12.50 10.00 2.50

            201
            一般公共

            服务支出
            12.50 10.00 2.50

            20113 商贸事务 12.50 10.00 2.50
            - 7 -
            2011301 行政运行 10.0010.000.00
            2011399
            其他商贸事务

            2.50 0.00 2.50
            支出
            注：本表反映各项支出情况。
            """));
  }

  @Test
  void oneCellALineGivesTheSameLines() {
    assertEquals(
        LINES,
        lines(
            """
            云州市示范局2023年度部门决算
            第二部分 决算表
            支出决算表
            单位：万元
            \t科目编码
            \t科目名称
            \t本年支出合计
            \t基本支出
            \t项目支出
            \t栏次
            \t1
            \t2
            \t3
            \t合计
            \t12.50
            \t10.00
            \t2.50

            \t201
            \t一般公共服务支出
            \t12.50
            \t10.00
            \t2.50

            \t20113
            \t商贸事务
            \t12.50
            \t10.00
            \t2.50

            \t2011301
            \t行政运行
            \t10.00
            \t10.00
            \t0.00

            \t2011399
            \t其他商贸事务支出
            \t2.50
            \t0.00
            \t2.50
            """));
  }

  @Test
  void aBlankCellGivesNoReadingAndAPrintedZeroOne() {
    assertEquals(
        """
        合计: 小计 executed 10000元; 项目支出 project_expenditure 10000元
        205 教育支出: 小计 executed 10000元; 基本支出 basic_expenditure 0元; 项目支出 project_expenditure 10000元\
        """,
        lines(
            """
            一般公共预算财政拨款支出决算表
            单位：万元
            项目\t\t本年支出\t\t
            科目代码\t科目名称\t小计\t基本支出\t项目支出
            栏次\t\t1\t2\t3
            合计\t\t1.00\t\t1.00
            205\t教育支出\t1.00\t0.00\t1.00
            """));
  }

  @Test
  void whereBlankCellsWereLostTheSumsDecideTheColumn() {
    assertEquals(
        """
        合计: 小计 executed 50000元; 基本支出 basic_expenditure 30000元; 项目支出 project_expenditure 20000元
        201 一般公共服务支出: 小计 executed 50000元; 基本支出 basic_expenditure 30000元; 项目支出 project_expenditure 20000元
        2010301 行政运行: 小计 executed 30000元; 基本支出 basic_expenditure 30000元
        2010302 一般行政管理事务: 小计 executed 20000元; 项目支出 project_expenditure 20000元\
        """,
        lines(
            """
            一般公共预算财政拨款支出决算表
            单位：万元
            科目编码 科目名称 小计 基本支出 项目支出
            栏次 1 2 3
            合计 5.00 3.00 2.00
            201 一般公共服务支出 5.00 3.00 2.00
            2010301 行政运行 3.00 3.00
            2010302 一般行政管理事务 2.00 2.00
            """));
  }

  @Test
  void whereTheSumsAllowTwoColumnsTheFigureKeepsADoubt() {
    assertEquals(
        """
        合计: 小计 executed 40000元; 基本支出 basic_expenditure 20000元; 项目支出 project_expenditure 20000元
        201 一般公共服务支出: 小计 executed 20000元;  - 20000元 doubted
        205 教育支出: 小计 executed 20000元;  - 20000元 doubted\
        """,
        lines(
            """
            一般公共预算财政拨款支出决算表
            单位：万元
            科目编码 科目名称 小计 基本支出 项目支出
            栏次 1 2 3
            合计 4.00 2.00 2.00
            201 一般公共服务支出 2.00 2.00
            205 教育支出 2.00 2.00
            """));
  }

  @Test
  void inABudgetTheTotalColumnIsTheInitialBudget() {
    assertEquals(
        """
        合计: 合计 budget_initial 30000元; 基本支出 basic_expenditure 10000元; 项目支出 project_expenditure 20000元
        205 教育支出: 合计 budget_initial 30000元; 基本支出 basic_expenditure 10000元; 项目支出 project_expenditure 20000元\
        """,
        lines(
            """
            云州市示范局2024年部门预算
            一般公共预算支出表
            单位：元
            科目编码\t科目名称\t合计\t基本支出\t项目支出
            合计\t\t30,000\t10,000\t20,000
            205\t教育支出\t30,000\t10,000\t20,000
            """));
  }
}
