package mingcha.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * Tables without lines whose rows stand as near to each other as the lines of a name do: what a
 * word processor prints of a table without borders.
 */
class OpenTablesTest extends TypedPage {
  /** In rows of 20 points. */
  private static final double LINE = 0.65;

  /** How much higher digits stand in a typeface of their own. */
  private static final double DIGITS = -0.1;

  private int line;

  private void next() {
    line++;
  }

  private double at() {
    return LINE * line;
  }

  private void row(String code, String name, String... figures) {
    next();
    text(100, at() + DIGITS, code);
    text(150, at(), name);
    for (int i = 0; i < figures.length; i++) {
      figure(360 + 60 * i, at() + DIGITS, figures[i]);
    }
  }

  private void header() {
    text(170, at(), "项目");
    text(372, at(), "本年支出");
    next();
    text(100, at(), "编码");
    text(180, at(), "科目名称");
    text(320, at(), "小计");
    text(372, at(), "基本支出");
    text(432, at(), "项目支出");
  }

  private void body() {
    row("201", "一般公共服务支出", "1,537.40", "1,500.00", "37.40");
    row("20805", "机关事业单位基本养老保险", "82.47", "82.47");
    next();
    text(150, at(), "缴费支出");
    row("210", "卫生健康支出", "65.36", "65.36", "");
    row("216", "商业服务业等支出", "516.61", "", "516.61");
  }

  private static final String READ =
      """
      |项目 1x2|本年支出 1x3|
      |编码|科目名称|小计|基本支出|项目支出|
      |201|一般公共服务支出|1,537.40|1,500.00|37.40|
      |20805|机关事业单位基本养老保险缴费支出|82.47|82.47||
      |210|卫生健康支出|65.36|65.36||
      |216|商业服务业等支出|516.61||516.61|\
      """;

  @Test
  void headersOfSeveralColumnsStandInTheMiddleOfThem() {
    header();
    body();
    assertEquals(READ, read());
  }

  @Test
  void linesAroundTheHeaderAloneChangeNothing() {
    rule(90, 490, 0);
    header();
    next();
    rule(90, 490, at() + 0.1);
    body();
    assertEquals(READ, read());
  }

  @Test
  void norDoesALineBelowTheTable() {
    rule(90, 490, 0);
    header();
    next();
    rule(90, 490, at() + 0.1);
    body();
    next();
    rule(90, 490, at() + 0.2);
    assertEquals(READ, read());
  }

  /** 收入 stands above 行次 and 金额, above neither of the columns to its left and right. */
  @Test
  void aHeaderBetweenColumnsIsThatOfNoEmptyOne() {
    text(200, at(), "收入");
    text(455, at(), "支出");
    next();
    text(120, at(), "项目");
    text(240, at(), "行次");
    text(290, at(), "金额");
    text(380, at(), "项目");
    text(500, at(), "行次");
    text(550, at(), "金额");
    String[] names = {"财政拨款收入", "事业收入", "其他收入", "合计"};
    for (int i = 0; i < names.length; i++) {
      next();
      text(100, at(), names[i]);
      text(245, at() + DIGITS, String.valueOf(i + 1));
      figure(320, at() + DIGITS, "2,477.15");
      text(360, at(), "教育支出");
      text(505, at() + DIGITS, String.valueOf(i + 5));
      figure(580, at() + DIGITS, "2,477.15");
    }
    assertEquals(
        """
        |收入 1x3|支出 1x3|
        |项目|行次|金额|项目|行次|金额|
        |财政拨款收入|1|2,477.15|教育支出|5|2,477.15|
        |事业收入|2|2,477.15|教育支出|6|2,477.15|
        |其他收入|3|2,477.15|教育支出|7|2,477.15|
        |合计|4|2,477.15|教育支出|8|2,477.15|\
        """,
        read());
  }
}
