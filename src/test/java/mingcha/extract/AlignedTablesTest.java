package mingcha.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tables that lack lines, with type of 10 points in rows 20 points high. */
class AlignedTablesTest extends TypedPage {
  private void rows() {
    text(100, 2, "201");
    text(160, 2, "一般公共服务支出");
    figure(360, 2, "1,537.40");
    figure(460, 2, "0.50");
    text(100, 3, "20113");
    text(160, 3, "商贸事务");
    figure(360, 3, "37.40");
  }

  @Test
  void linesBetweenRowsAloneMakeATableWithItsHeaderTree() {
    for (double y : new double[] {0, 2, 3, 4}) {
      rule(90, 470, y);
    }
    rule(300, 470, 1);
    text(100, 0.5, "编码");
    text(180, 0.5, "名称");
    text(350, 0, "本年支出");
    text(310, 1, "基本支出");
    text(420, 1, "项目支出");
    rows();
    assertEquals(
        """
        |编码 2x1|名称 2x1|本年支出 1x2|
        |基本支出|项目支出|
        |201|一般公共服务支出|1,537.40|0.50|
        |20113|商贸事务|37.40||\
        """,
        read());
  }

  @Test
  void threeLinesMakeATableAndAWrappedNameStaysInItsRow() {
    rule(90, 470, 0);
    rule(90, 470, 1);
    rule(90, 470, 5.5);
    text(100, 0, "编码");
    text(180, 0, "名称");
    text(320, 0, "支出");
    text(430, 0, "其中");
    text(100, 2, "201");
    text(160, 1.7, "一般公共服务");
    text(160, 2.3, "支出");
    figure(360, 2, "1,537.40");
    figure(460, 2, "0.50");
    text(100, 3, "20113");
    text(160, 3, "商贸事务");
    figure(360, 3, "37.40");
    text(100, 4, "205");
    text(160, 4, "教育支出");
    figure(360, 4, "1.00");
    text(100, 6, "说明：无。");
    assertEquals(
        """
        |编码|名称|支出|其中|
        |201|一般公共服务支出|1,537.40|0.50|
        |20113|商贸事务|37.40||
        |205|教育支出|1.00||
        说明：无。\
        """,
        read());
  }

  @Test
  void aHeaderAtTheLeftOfAWideColumnHeadsTheFiguresAtItsRight() {
    for (double y = 0; y < 6; y++) {
      rule(90, 560, y);
    }
    for (double y : new double[] {0, 3}) {
      text(100, y, "项目");
      text(250, y, "行次");
      text(300, y, "统计数");
    }
    text(100, 1, "合计");
    text(250, 1, "1");
    figure(550, 1, "1.06");
    text(100, 2, "二、机关运行经费");
    text(100, 4, "行政单位");
    text(250, 4, "5");
    figure(550, 4, "31.72");
    assertEquals(
        """
        |项目|行次|统计数|
        |合计|1|1.06|
        |二、机关运行经费|||
        |项目|行次|统计数|
        |行政单位|5|31.72|\
        """,
        read());
  }

  @Test
  void aLongNameInAColumnOfBlanksIsOfItsHeadersColumn() {
    for (int row = 0; row <= 14; row++) {
      rule(90, 300, row);
    }
    text(110, 0, "项目");
    text(190, 0, "行次");
    text(260, 0, "金额");
    for (int row = 1; row < 13; row++) {
      figure(210, row, String.valueOf(row + 15));
      figure(290, row, "1.00");
    }
    text(100, 13, "年初结转和结余");
    figure(210, 13, "28");
    figure(290, 13, "4.12");
    String[] lines = read().split("\n");
    assertEquals("|项目|行次|金额|", lines[0]);
    assertEquals("|年初结转和结余|28|4.12|", lines[13]);
  }

  @Test
  void aTableWithoutAnyLinesIsFoundByItsFigures() {
    text(100, 0, "部门：商务局");
    text(400, 0, "单位：万元");
    text(100, 1, "编码");
    text(180, 1, "名称");
    text(320, 1, "支出");
    text(430, 1, "其中");
    rows();
    text(100, 4, "205");
    text(160, 4, "教育支出");
    figure(360, 4, "1.00");
    text(100, 6, "2023年度支出增加1.00万元，主要是人员经费。");
    assertEquals(
        """
        部门：商务局 单位：万元
        |编码|名称|支出|其中|
        |201|一般公共服务支出|1,537.40|0.50|
        |20113|商贸事务|37.40||
        |205|教育支出|1.00||
        2023年度支出增加1.00万元，主要是人员经费。\
        """,
        read());
  }

  @Test
  void aTableThatIsOpenAtItsSidesKeepsItsOuterColumns() {
    for (int y = 2; y <= 4; y++) {
      rule(90, 470, y);
    }
    for (double x : new double[] {150, 300, 400}) {
      down(x, 2, 4);
    }
    rows();
    assertEquals(
        """
        |201|一般公共服务支出|1,537.40|0.50|
        |20113|商贸事务|37.40||\
        """,
        read());
  }

  @Test
  void rowsWithoutLinesBetweenThemArePartedByTheirAmounts() {
    rule(90, 470, 2);
    rule(90, 470, 4);
    for (double x : new double[] {90, 150, 300, 400, 470}) {
      down(x, 2, 4);
    }
    rows();
    assertEquals(
        """
        |201|一般公共服务支出|1,537.40|0.50|
        |20113|商贸事务|37.40||\
        """,
        read());
  }

  @Test
  void proseBetweenTwoLinesIsNoTable() {
    rule(90, 470, 0);
    rule(90, 470, 6);
    for (int i = 1; i < 5; i++) {
      text(100, i, "2023年度支出增加1.00万元主要是人员经费增加");
    }
    assertEquals("2023年度支出增加1.00万元主要是人员经费增加\n".repeat(4).strip(), read());
  }

  @Test
  void aContentsPageIsNoTable() {
    for (int i = 0; i < 5; i++) {
      text(100, i, "第" + i + "部分 部门概况");
      figure(460, i, String.valueOf(i + 1));
    }
    assertEquals("第0部分 部门概况 1", read().lines().findFirst().orElseThrow());
  }

  /** An empty column has a header only, and a wrapped name stands around its figures. */
  private void openTable() {
    text(100, -0.35, "科目");
    text(100, 0.35, "编码");
    text(160, 0, "科目名称");
    text(290, 0, "合计");
    text(345, 0, "上级补助");
    text(400, 0, "其他");
    text(100, 1.5, "201");
    text(160, 1.5, "一般公共服务");
    figure(330, 1.5, "1,537.40");
    figure(440, 1.5, "1,537.40");
    text(100, 3, "20113");
    text(160, 2.7, "商贸事务及");
    text(160, 3.3, "其他");
    figure(330, 3, "37.40");
    text(100, 4.5, "205");
    text(160, 4.5, "教育支出");
    figure(330, 4.5, "1.00");
    figure(440, 4.5, "1.00");
  }

  @Test
  void anEmptyColumnOfAnOpenTableIsFoundByItsHeader() {
    openTable();
    assertEquals(
        """
        |科目编码|科目名称|合计|上级补助|其他|
        |201|一般公共服务|1,537.40||1,537.40|
        |20113|商贸事务及其他|37.40|||
        |205|教育支出|1.00||1.00|\
        """,
        read());
  }

  /** It may have slipped there from the next column: no line is drawn around it. */
  @Test
  void aRowWhoseFiguresFitNoColumnIsOneCell() {
    openTable();
    text(100, 6, "207");
    text(160, 6, "文化支出");
    figure(312, 6, "9.99");
    assertEquals(
        """
        |科目编码|科目名称|合计|上级补助|其他|
        |201|一般公共服务|1,537.40||1,537.40|
        |20113|商贸事务及其他|37.40|||
        |205|教育支出|1.00||1.00|
        |207 文化支出 9.99 1x5|\
        """,
        read());
  }

  /** Small type between cells without lines: 4 points are all that parts the headers. */
  @Test
  void headersThatNearlyTouchAreOfSeveralColumns() {
    text(160, 0, "科目名称");
    text(290, 0, "基本支出");
    text(334, 0, "项目支出");
    text(378, -0.25, "上缴上级支");
    text(378, 0.25, "出");
    text(432, 0, "经营支出");
    for (int row = 1; row < 5; row++) {
      text(160, 1.5 * row, "教育支出");
      figure(330, 1.5 * row, "1,537.40");
      figure(374, 1.5 * row, "37.40");
    }
    assertEquals(
        """
        |科目名称|基本支出|项目支出|上缴上级支出|经营支出|
        |教育支出|1,537.40|37.40|||
        |教育支出|1,537.40|37.40|||
        |教育支出|1,537.40|37.40|||
        |教育支出|1,537.40|37.40|||\
        """,
        read());
  }

  /** Its first line stands above the first figure, and would head the last column otherwise. */
  @Test
  void aNameThatIsWrappedAroundTheFirstRowIsNoHeader() {
    rule(90, 560, 0);
    rule(90, 560, 1);
    rule(90, 560, 16);
    text(100, 0, "编码");
    text(160, 0, "名称");
    text(260, 0, "决算数");
    text(300, 0, "编码");
    text(350, 0, "名称");
    text(430, 0, "决算数");
    text(100, 2, "30302");
    text(160, 2, "退休费");
    figure(290, 2, "73.06");
    text(300, 2, "31099");
    text(340, 1.7, "其他资本性");
    text(340, 2.3, "支出");
    for (int row = 3; row < 15; row++) {
      text(100, row, String.valueOf(30300 + row));
      text(160, row, "医疗费");
      figure(290, row, "1.00");
    }
    text(300, 15, "公用经费合计");
    figure(460, 15, "141.00");
    assertEquals(
        """
        |编码|名称|决算数|编码|名称|决算数|
        |30302|退休费|73.06|31099|其他资本性支出||
        |30303|医疗费|1.00||||\
        """,
        read().lines().limit(3).collect(Collectors.joining("\n")));
  }

  /** A workbook printed with narrow columns: what it says cannot be told apart any more. */
  @Test
  void aTableWithMoreNumbersOfColumnsThanColumnsIsNone() {
    text(100, 0, "科目编码");
    text(160, 0, "本年收入合计财政拨款收入事业收入");
    text(100, 1, "栏次");
    text(160, 1, "1");
    text(220, 1, "2");
    text(260, 1, "3");
    for (int row = 2; row < 6; row++) {
      text(100, row, "20113");
      text(160, row, "1,537.40");
      text(220, row, "1,537.40");
    }
    assertEquals(
        """
        科目编码 本年收入合计财政拨款收入事业收入
        栏次 1 2 3
        20113 1,537.40 1,537.40\
        """,
        read().lines().limit(3).collect(Collectors.joining("\n")));
  }

  @Test
  void twoRowsOfManyFiguresAreATable() {
    String[] headers = {"名称", "年初", "全年", "执行", "结余", "得分"};
    for (int i = 0; i < headers.length; i++) {
      text(100 + 70 * i, 0, headers[i]);
    }
    for (int row = 1; row < 3; row++) {
      text(100, row, "总额");
      for (int i = 1; i < headers.length; i++) {
        figure(120 + 70 * i, row, "49.54");
      }
    }
    assertEquals(
        """
        |名称|年初|全年|执行|结余|得分|
        |总额|49.54|49.54|49.54|49.54|49.54|
        |总额|49.54|49.54|49.54|49.54|49.54|\
        """,
        read());
  }
}
