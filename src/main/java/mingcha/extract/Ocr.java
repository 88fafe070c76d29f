package mingcha.extract;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mingcha.disclosure.Box;
import mingcha.extract.InkLines.Stroke;
import mingcha.extract.InkStrips.Cell;
import mingcha.extract.InkStrips.Strip;
import mingcha.extract.PdfScan.Glyph;
import mingcha.extract.PdfScan.Ruling;
import mingcha.extract.PdfScan.Scanned;
import mingcha.extract.RuledTables.Field;
import mingcha.extract.RuledTables.Lattice;
import mingcha.extract.Tesseract.Mode;
import mingcha.extract.Tesseract.Word;

/**
 * Reads the picture of a page into the same glyphs and lines that the pages of a PDF are read into,
 * so that tables are found in the same way. Lines are found first and wiped from the picture:
 * letters that touch them are misread. What stands in cells is read line by line ({@link
 * InkStrips}), and what stands outside of them as a page.
 */
final class Ocr {
  /** The resolution that recognition is best at, and that pages are rendered with. */
  static final int DPI = 200;

  private static final double POINTS_PER_INCH = 72;

  private final Ink ink;
  private final int dpi;
  private final double scale;
  private final List<Ruling> rulings = new ArrayList<>();
  private final List<Glyph> glyphs = new ArrayList<>();

  /**
   * Finds the lines, and reads nothing yet.
   *
   * @param dpi the picture's resolution
   */
  Ocr(BufferedImage picture, int dpi) {
    this.ink = Ink.of(picture);
    this.dpi = dpi;
    this.scale = POINTS_PER_INCH / dpi;
    for (Stroke stroke : InkLines.of(ink, dpi)) {
      rulings.add(ruling(stroke));
      ink.wipe(stroke.x0() - 2, stroke.y0() - 2, stroke.x1() + 2, stroke.y1() + 2);
    }
  }

  /** What is on it but for the lines; as it is read this goes. */
  Ink type() {
    return ink;
  }

  /** Reads it, once. */
  Scanned read() throws IOException {
    List<Lattice> lattices = RuledTables.of(rulings);
    cells(lattices);
    for (Lattice lattice : lattices) {
      Box box = lattice.box();
      ink.wipe(pixel(box.x()), pixel(box.y()), right(box), bottom(box));
    }
    if (!ink.isBlank()) {
      Row row = null;
      int lineTop = 0;
      for (Word word : Tesseract.read(ink.picture(), Mode.PAGE, dpi)) {
        if (row == null || word.lineTop() != lineTop) {
          if (row != null) {
            row.end();
          }
          lineTop = word.lineTop();
          row = new Row(lineTop + word.lineHeight() / 2.0, word.lineHeight());
        }
        row.add(word, word.x(), word.width());
      }
      if (row != null) {
        row.end();
      }
    }
    return new Scanned(glyphs, rulings, 0, 1, dpi, scale * ink.width(), scale * ink.height());
  }

  private Ruling ruling(Stroke stroke) {
    double x = scale * (stroke.x0() + stroke.x1() + 1) / 2;
    double y = scale * (stroke.y0() + stroke.y1() + 1) / 2;
    return stroke.along()
        ? new Ruling(scale * stroke.x0(), y, scale * (stroke.x1() + 1), y)
        : new Ruling(x, scale * stroke.y0(), x, scale * (stroke.y1() + 1));
  }

  private void cells(List<Lattice> lattices) throws IOException {
    InkStrips strips = new InkStrips(ink);
    for (Lattice lattice : lattices) {
      for (Field field : lattice.fields()) {
        Box box = field.box();
        strips.add(pixel(box.x()) + 1, pixel(box.y()) + 1, right(box) - 1, bottom(box) - 1);
      }
    }
    Map<Cell, List<CellReader.Read>> cells = new LinkedHashMap<>();
    for (CellReader.Read read : CellReader.read(strips, dpi)) {
      cells.computeIfAbsent(read.strip().cell(), c -> new ArrayList<>()).add(read);
    }
    for (List<CellReader.Read> lines : cells.values()) {
      lines.sort(Comparator.comparingInt(read -> read.strip().y0()));
      // What is misread may be wrapped: 就业文 and 出.
      List<Glyph> cell = new ArrayList<>();
      for (CellReader.Read read : lines) {
        Strip strip = read.strip();
        Row row = new Row((strip.y0() + strip.y1() + 1) / 2.0, strip.height());
        read.words().forEach(word -> row.add(word, word.x(), word.width()));
        cell.addAll(row.line);
      }
      glyphs.addAll(Misread.label(Misread.corrected(cell)));
    }
  }

  private int pixel(double points) {
    return (int) Math.round(points / scale);
  }

  private int right(Box box) {
    return pixel(box.x() + box.width());
  }

  private int bottom(Box box) {
    return pixel(box.y() + box.height());
  }

  /**
   * The command says where words stand, not their characters: Chinese are as wide as each other.
   * Its words are in order even where its boxes overlap, so a character stands behind the one
   * before it.
   */
  private final class Row {
    final double centre;
    final double high;
    final List<Glyph> line = new ArrayList<>();
    double behind;
    char last;

    Row(double centre, double high) {
      this.centre = centre;
      this.high = high;
    }

    void add(Word word, double left, double wide) {
      int[] characters = word.text().codePoints().toArray();
      double total = 0;
      for (int c : characters) {
        total += breadth(c);
      }
      double size = scale * high;
      // Boxes are too narrow or too wide by half a character; columns stand further apart.
      boolean words = PdfLines.isLatin(last) || PdfLines.isLatin((char) characters[0]);
      double x =
          line.isEmpty() || (left > behind && (words || left - behind > 1.5 * high))
              ? left
              : behind;
      last = (char) characters[characters.length - 1];
      for (int c : characters) {
        double width = Math.max(1, left + wide - x) * breadth(c) / total;
        total -= breadth(c);
        line.add(
            new Glyph(
                Character.toString(c),
                scale * x,
                scale * centre + 0.35 * size,
                scale * width,
                size,
                0,
                (int) Math.round(word.confidence())));
        x += width;
        behind = x;
      }
    }

    void end() {
      glyphs.addAll(Misread.corrected(line));
    }
  }

  private static double breadth(int character) {
    return character < 0x2E80 ? 0.5 : 1;
  }
}
