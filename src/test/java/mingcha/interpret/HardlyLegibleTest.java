package mingcha.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import mingcha.disclosure.Box;
import mingcha.disclosure.Content;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Source;
import mingcha.extract.Block;
import mingcha.extract.Block.Grid;
import mingcha.extract.Block.GridCell;
import mingcha.extract.Page;
import mingcha.text.Lexicon;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A table off a picture, each cell with what recognition thinks of it. */
class HardlyLegibleTest {
  private final List<GridCell> cells = new ArrayList<>();

  private HardlyLegibleTest row(@Nullable Integer confidence, String... texts) {
    int row = cells.isEmpty() ? 0 : cells.getLast().row() + 1;
    for (int c = 0; c < texts.length; c++) {
      Source at = at(row, c).inTable(null, row, c);
      cells.add(new GridCell(row, c, 1, 1, texts[c], at, confidence));
    }
    return this;
  }

  private static Source at(int row, int column) {
    Box box = new Box(100.0 * column, 20.0 * row, 100, 20);
    return new Source("scan.pdf", 1, null, null, null, null, box);
  }

  /** Each figure, behind it its doubt. */
  private String read() {
    List<Block> blocks =
        List.of(
            new Block.Text("2022年度支出决算表", at(30, 0)),
            new Block.Text("金额单位：万元", at(31, 0)),
            new Grid(cells, at(0, 0)));
    Content content =
        new Interpreter(Lexicon.standard(), Metrics.standard())
            .interpret("scan.pdf", "0".repeat(64), List.of(new Page(1, blocks)), Hints.NONE);
    return content.entries().stream()
        .flatMap(entry -> entry.readings().stream())
        .map(reading -> reading.raw() + " " + Objects.requireNonNullElse(reading.doubt(), "sure"))
        .collect(Collectors.joining("\n"));
  }

  private HardlyLegibleTest header() {
    return row(95, "科目代码", "科目名称", "本年支出合计", "基本支出");
  }

  @Test
  void aFigureThatRecognitionCannotAgreeOnIsDoubtful() {
    header().row(40, "2011301", "行政运行", "590.64", "590.64");
    assertEquals(
        "590.64 hardly legible on the picture\n590.64 hardly legible on the picture", read());
  }

  @Test
  void aFigureWithAMajorityIsNot() {
    header().row(55, "2011301", "行政运行", "590.64", "590.64");
    assertEquals("590.64 sure\n590.64 sure", read());
  }

  @Test
  void whatIsNoPictureIsNot() {
    header().row(null, "2011301", "行政运行", "590.64", "590.64");
    assertEquals("590.64 sure\n590.64 sure", read());
  }

  /** The row is not read as if nothing were printed there: its sums cannot be checked. */
  @Test
  void whatIsNoFigureInAColumnOfFiguresIsKept() {
    header().row(95, "2011301", "行政运行", "590.64", "590.64");
    row(30, "2011308", "招商引资", "古0.00", "—");
    cells.set(10, sure(cells.get(10), "8.00"));
    assertEquals("590.64 sure\n590.64 sure\n8.00 sure", read(), "a dash is no figure");
    cells.set(11, new GridCell(2, 3, 1, 1, "古8.00", cells.get(11).source(), 30));
    assertEquals(
        "590.64 sure\n590.64 sure\n8.00 sure\n古8.00 hardly legible on the picture", read());
  }

  private static GridCell sure(GridCell cell, String text) {
    return new GridCell(cell.row(), cell.column(), 1, 1, text, cell.source(), 95);
  }
}
