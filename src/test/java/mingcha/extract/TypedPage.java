package mingcha.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import mingcha.extract.PdfScan.Glyph;
import mingcha.extract.PdfScan.Ruling;
import mingcha.extract.PdfScan.Scanned;

/** A page that a test sets with type of 10 points, in rows 20 points high. */
abstract class TypedPage {
  private final List<Glyph> glyphs = new ArrayList<>();
  private final List<Ruling> rulings = new ArrayList<>();

  final void text(double x, double row, String text) {
    double at = x;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      double width = c < 128 ? 5 : 10;
      glyphs.add(new Glyph(String.valueOf(c), at, 100 + 20 * row + 14, width, 10, 0, Glyph.SAID));
      at += width;
    }
  }

  /** Ends at {@code x}, as figures do. */
  final void figure(double x, double row, String text) {
    text(x - 5 * text.length(), row, text);
  }

  final void rule(double x0, double x1, double row) {
    rulings.add(new Ruling(x0, 100 + 20 * row, x1, 100 + 20 * row));
  }

  final void down(double x, double from, double to) {
    rulings.add(new Ruling(x, 100 + 20 * from, x, 100 + 20 * to));
  }

  final String read() {
    PdfPages pages = new PdfPages("a.pdf");
    pages.add(new Scanned(glyphs, rulings, 0, 0, 0, 595, 842));
    StringJoiner lines = new StringJoiner("\n");
    for (Block block : pages.pages().getFirst().blocks()) {
      switch (block) {
        case Block.Text text -> lines.add(text.text());
        case Block.Grid grid -> lines.add(grid(grid));
        case Block.Heading heading -> lines.add("# " + heading.text());
        case Block.Picture picture -> lines.add("picture");
      }
    }
    return lines.toString();
  }

  static String grid(Block.Grid grid) {
    StringBuilder text = new StringBuilder();
    int row = -1;
    for (Block.GridCell cell : grid.cells()) {
      text.append(cell.row() == row ? "" : row < 0 ? "|" : "\n|");
      row = cell.row();
      boolean merged = cell.rowSpan() > 1 || cell.columnSpan() > 1;
      text.append(cell.text())
          .append(merged ? " " + cell.rowSpan() + "x" + cell.columnSpan() : "")
          .append("|");
    }
    return text.toString();
  }
}
