package mingcha.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mingcha.disclosure.Box;
import mingcha.disclosure.Content;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Source;
import mingcha.extract.Block;
import mingcha.extract.Block.Grid;
import mingcha.extract.Block.GridCell;
import mingcha.extract.Page;
import mingcha.interpret.Hints;
import mingcha.interpret.Interpreter;
import mingcha.text.Lexicon;
import org.junit.jupiter.api.Test;

/** A table off a picture; a figure with a question mark behind it is hardly legible. */
class ConfirmedTest {
  private static final int SURE = 95;
  private static final int HARDLY = 40;

  /** The figures of each row, those in doubt with their mark. */
  private static String read(String... rows) {
    List<GridCell> cells = new ArrayList<>();
    row("科目代码|科目名称|本年支出合计|基本支出|项目支出", 0, cells);
    for (int r = 0; r < rows.length; r++) {
      row(rows[r], r + 1, cells);
    }
    List<Block> blocks =
        List.of(
            new Block.Text("某市商务局2022年度部门决算", at(0, 0)),
            new Block.Text("支出决算表", at(1, 0)),
            new Block.Text("金额单位：万元", at(2, 0)),
            new Grid(cells, at(3, 0)));
    Content content =
        Checks.checked(
            new Interpreter(Lexicon.standard(), Metrics.standard())
                .interpret("scan.pdf", "0".repeat(64), List.of(new Page(1, blocks)), Hints.NONE));
    return content.entries().stream()
        .filter(entry -> entry.kind() == EntryKind.LINE)
        .map(
            entry ->
                entry.readings().stream()
                    .map(r -> r.raw() + (r.doubt() == null ? "" : "?"))
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\n"));
  }

  private static void row(String texts, int row, List<GridCell> cells) {
    String[] parted = texts.split("\\|", -1);
    for (int c = 0; c < parted.length; c++) {
      boolean hardly = parted[c].endsWith("?");
      String text = hardly ? parted[c].substring(0, parted[c].length() - 1) : parted[c];
      Source source = at(4 + row, c).inTable(null, row, c);
      cells.add(new GridCell(row, c, 1, 1, text, source, hardly ? HARDLY : SURE));
    }
  }

  private static Source at(int row, int column) {
    Box box = new Box(100.0 * column, 20.0 * row, 100, 20);
    return new Source("scan.pdf", 1, null, null, null, null, box);
  }

  @Test
  void aSumOfSeveralFiguresConfirmsTheOneInDoubt() {
    assertEquals("590.64 500.00 90.64", read("2011301|行政运行|590.64|500.00|90.64?"));
    assertEquals("590.64 500.00 90.64", read("2011301|行政运行|590.64?|500.00|90.64"));
  }

  @Test
  void aSumThatDoesNotHoldConfirmsNothing() {
    assertEquals("590.64 500.00 90.54?", read("2011301|行政运行|590.64|500.00|90.54?"));
  }

  /** By a last digit rounded sums may differ, and misread ones. */
  @Test
  void norDoesOneThatHoldsButForRounding() {
    assertEquals("590.64 500.00 90.63?", read("2011301|行政运行|590.64|500.00|90.63?"));
  }

  @Test
  void twoInDoubtDoNotConfirmEachOther() {
    assertEquals("590.64 500.00? 90.64?", read("2011301|行政运行|590.64|500.00?|90.64?"));
  }

  /** 8.73 may be misread in the same way wherever it is printed. */
  @Test
  void theSameFigureOnceMoreIsNotEnough() {
    assertEquals("8.73 8.73?", read("2011301|行政运行|8.73|8.73?|"));
  }

  @Test
  void theSameFigureTwiceMoreIs() {
    assertEquals("8.73 8.73\n8.73 8.73", read("20113|商贸事务|8.73|8.73|", "2011301|行政运行|8.73|8.73?|"));
  }

  @Test
  void whatIsConfirmedConfirmsOthers() {
    assertEquals(
        """
        100.00 60.00 40.00
        30.00
        10.00""",
        read("20113|商贸事务|100.00|60.00|40.00?", "2011301|行政运行|||30.00?", "2011308|招商引资|||10.00"));
  }

  @Test
  void aFigureThatOneSumConfirmsAndAnotherDeniesStaysInDoubt() {
    assertEquals(
        """
        40.00
        70.00 40.00 30.00?
        11.00""",
        read("20113|商贸事务|||40.00", "2011301|行政运行|70.00|40.00|30.00?", "2011308|招商引资|||11.00"));
  }
}
