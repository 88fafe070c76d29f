package mingcha.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mingcha.disclosure.Box;
import mingcha.disclosure.Source;
import mingcha.extract.Block.Grid;
import mingcha.extract.Block.GridCell;
import mingcha.extract.PdfScan.Glyph;
import org.junit.jupiter.api.Test;

/** The last row of a table on one page, and the first on the next, in cells six characters wide. */
class CutRowsTest {
  private static final double EM = 10;

  private final CutRows cuts = new CutRows();
  private final List<List<Block>> pages = new ArrayList<>();

  /** A page with nothing but a table; cells are parted by {@code |}. */
  private CutRowsTest page(String... rows) {
    List<GridCell> cells = new ArrayList<>();
    for (int r = 0; r < rows.length; r++) {
      String[] texts = rows[r].split("\\|", -1);
      for (int c = 0; c < texts.length; c++) {
        Box box = new Box(6 * EM * c, 2 * EM * r, 6 * EM, 2 * EM);
        Source source =
            new Source("a.pdf", pages.size() + 1, null, null, null, null, box).inTable(null, r, c);
        GridCell cell = new GridCell(r, c, 1, 1, texts[c], source);
        cuts.note(cell, glyphs(texts[c], box));
        cells.add(cell);
      }
    }
    Source whole = cells.getFirst().source().inTable(null, null, null);
    pages.add(new ArrayList<>(List.of(new Grid(cells, whole))));
    return this;
  }

  private static List<Glyph> glyphs(String text, Box box) {
    List<Glyph> glyphs = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      double x = box.x() + EM * i;
      glyphs.add(new Glyph(text.substring(i, i + 1), x, box.y() + EM, EM, EM, 0, Glyph.SAID));
    }
    return glyphs;
  }

  /** What the pages say when rows are joined: rows on lines of their own, a blank line a page. */
  private String joined() {
    cuts.join(pages);
    return pages.stream()
        .map(page -> page.stream().map(CutRowsTest::printed).collect(Collectors.joining()))
        .collect(Collectors.joining("\n"));
  }

  private static String printed(Block block) {
    StringBuilder text = new StringBuilder();
    for (GridCell cell : ((Grid) block).cells()) {
      text.append(cell.column() > 0 ? "|" : "").append(cell.text());
      text.append(cell.column() == 1 ? "\n" : "");
    }
    return text.toString();
  }

  @Test
  void aNameThatThePageCutsIsWholeAgainAndKeepsItsFigure() {
    page("国防支出|1.00", "社会保障和就|12.50").page("业支出|", "农林水支出|3.00");
    assertEquals(
        """
        国防支出|1.00
        社会保障和就业支出|12.50

        农林水支出|3.00
        """,
        joined());
  }

  @Test
  void whatIsLeftOfThePageBeginsAtRowZero() {
    page("社会保障和就|12.50").page("业支出|", "农林水支出|3.00").joined();
    Grid rest = (Grid) pages.get(1).getFirst();
    assertEquals(0, rest.cells().getFirst().row());
    assertEquals(0, rest.cells().getFirst().source().row());
  }

  @Test
  void aNameWithRoomBehindItIsNotCut() {
    page("国防|1.00").page("支出|", "农林水支出|3.00");
    assertEquals("国防|1.00\n\n支出|\n农林水支出|3.00\n", joined());
  }

  @Test
  void aNameOfItsOwnIsNoRestOfAnother() {
    page("社会保障和就|1.00").page("二、项目|", "农林水支出|3.00");
    assertEquals("社会保障和就|1.00\n\n二、项目|\n农林水支出|3.00\n", joined());
  }

  @Test
  void aFigureIsNeverCut() {
    page("社会保障和就|123,45").page("业支出|6.78", "农林水支出|3.00");
    assertEquals("社会保障和就|123,45\n\n业支出|6.78\n农林水支出|3.00\n", joined());
  }

  @Test
  void tablesOfOtherColumnsAreNotJoined() {
    page("社会保障和就|12.50").page("业支出", "农林水支出");
    cuts.join(pages);
    assertEquals(2, ((Grid) pages.get(1).getFirst()).cells().size());
  }

  @Test
  void aRestMayBeAllThatThePageHasOfTheTable() {
    page("社会保障和就|12.50").page("业支出|");
    assertEquals("社会保障和就业支出|12.50\n\n", joined());
  }

  @Test
  void theRowsBelowARestAreCutAtTheirPagesEndToo() {
    page("社会保障和就|1.00").page("业支出|", "卫生健康管理|2.00").page("事务|", "农林水支出|3.00");
    assertEquals(
        """
        社会保障和就业支出|1.00

        卫生健康管理事务|2.00

        农林水支出|3.00
        """,
        joined());
  }

  @Test
  void aCodeInANarrowColumnIsCutToo() {
    page("20805|12.50").page("01|", "20806|3.00");
    assertEquals("2080501|12.50\n\n20806|3.00\n", joined());
  }

  @Test
  void aFigureThatIsNoneWithoutItsRestIsCut() {
    page("资金总额为|12,55").page("|2.38", "农林水支出|3.00");
    assertEquals("资金总额为|12,552.38\n\n农林水支出|3.00\n", joined());
  }

  /** In a narrow column, among figures of two decimals. */
  @Test
  void anAmountThatLacksADecimalOfItsColumnIsCut() {
    page("20701|881.00", "208|1,929.6").page("|9", "210|12.00", "211|3.00");
    assertEquals("20701|881.00\n208|1,929.69\n\n210|12.00\n211|3.00\n", joined());
  }

  /** Among those of one it is whole. */
  @Test
  void anAmountLikeThoseOfItsColumnIsNot() {
    page("20701|881.0", "208|1,929.6").page("|9", "210|12.0", "211|3.0");
    assertEquals("20701|881.0\n208|1,929.6\n\n|9\n210|12.0\n211|3.0\n", joined());
  }

  /** 年12月底前 alone is no target, nor is 5万元. */
  @Test
  void theValuesOfAnIndicatorAreCutWithItsName() {
    Box[] boxes = {
      new Box(0, 0, 30, 20),
      new Box(30, 0, 30, 20),
      new Box(60, 0, 40, 20),
      new Box(100, 0, 70, 20),
      new Box(170, 0, 30, 20)
    };
    cells(boxes, "时效指|资金支|2024|≤1062.7|10");
    cells(boxes, "标|付完成|年12月底前|5万元|", "成本指标|成本控制|≤664|≤664|10");
    assertEquals(
        """
        时效指标 0-0|资金支付完成 1-1|2024年12月底前 2-2|≤1062.75万元 3-3|10 4-4

        成本指标 0-0|成本控制 1-1|≤664 2-2|≤664 3-3|10 4-4
        """,
        spread());
  }

  @Test
  void aRowOfItsOwnBelowAFullRowIsNotItsRest() {
    Box[] boxes = {new Box(0, 0, 40, 20), new Box(40, 0, 40, 20), new Box(80, 0, 40, 20)};
    cells(boxes, "二级指标|三级指标|指标值", "成本指标|成本控制|70", "数量指标|发放数量|≥80");
    cells(boxes, "质量指标|审核通过|≥95", "成本指标|成本控制|≤664");
    assertEquals(
        """
        二级指标 0-0|三级指标 1-1|指标值 2-2
        成本指标 0-0|成本控制 1-1|70 2-2
        数量指标 0-0|发放数量 1-1|≥80 2-2

        质量指标 0-0|审核通过 1-1|≥95 2-2
        成本指标 0-0|成本控制 1-1|≤664 2-2
        """,
        spread());
  }

  @Test
  void aSentenceGoesOnWithAFigure() {
    page("资金总额|9.00", "执行情况|支付，率").page("|55%。", "产出情况|良好。");
    assertEquals("资金总额|9.00\n执行情况|支付，率55%。\n\n产出情况|良好。\n", joined());
  }

  @Test
  void aHeaderAtThePagesEndGoesWithItsTable() {
    page("科目编码名称|本年支出").page("201|12.50", "206|3.00");
    assertEquals("\n科目编码名称|本年支出\n201|12.50\n206|3.00\n", joined());
  }

  @Test
  void aHeaderIsWholeAgainOverTheColumnsOfItsTable() {
    Box[] left = {new Box(0, 0, 40, 20), new Box(40, 0, 25, 20), new Box(65, 0, 25, 20)};
    cells(left, "项目|基本|项目");
    Box[] right = {new Box(0, 0, 20, 20), new Box(20, 0, 20, 20), left[1], left[2]};
    cells(right, "编码|名称|支出|支出", "201|农业|12.50|3.00");
    assertEquals(
        """
        项目 0-1|基本支出 2-2|项目支出 3-3
        编码 0-0|名称 1-1
        201 0-0|农业 1-1|12.50 2-2|3.00 3-3
        """,
        spread());
  }

  @Test
  void aRowOfOtherNamesBelowAHeaderIsItsOwn() {
    page("项目名称|单位").page("消费券|1.00", "培训|2.00");
    assertEquals("\n项目名称|单位\n消费券|1.00\n培训|2.00\n", joined());
  }

  /** A page with a table whose cells stand in these boxes, row below row. */
  private void cells(Box[] boxes, String... rows) {
    List<GridCell> cells = new ArrayList<>();
    for (int r = 0; r < rows.length; r++) {
      String[] texts = rows[r].split("\\|", -1);
      for (int c = 0; c < texts.length; c++) {
        Box box = new Box(boxes[c].x(), 20 * r, boxes[c].width(), 20);
        Source source =
            new Source("a.pdf", pages.size() + 1, null, null, null, null, box).inTable(null, r, c);
        GridCell cell = new GridCell(r, c, 1, 1, texts[c], source);
        cuts.note(cell, glyphs(texts[c], box));
        cells.add(cell);
      }
    }
    Source whole = cells.getFirst().source().inTable(null, null, null);
    pages.add(new ArrayList<>(List.of(new Grid(cells, whole))));
  }

  /** As {@link #joined()}, with the columns that each cell reaches over. */
  private String spread() {
    cuts.join(pages);
    StringBuilder text = new StringBuilder();
    for (List<Block> page : pages) {
      text.append(text.isEmpty() ? "" : "\n");
      for (Block block : page) {
        int row = 0;
        for (GridCell cell : ((Grid) block).cells()) {
          text.append(cell.row() > row ? "\n" : cell.column() > 0 ? "|" : "");
          row = cell.row();
          int last = cell.column() + cell.columnSpan() - 1;
          text.append(cell.text()).append(' ').append(cell.column()).append('-').append(last);
        }
        text.append('\n');
      }
    }
    return text.toString();
  }
}
