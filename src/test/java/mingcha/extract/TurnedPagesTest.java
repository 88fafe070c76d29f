package mingcha.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.StringJoiner;
import mingcha.disclosure.Box;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A wide table is set on a page that lies: with /Rotate, so that a reader shows it upright, or
 * without, so that its type stands on its side. Either is read, and boxed, like the upright one.
 */
class TurnedPagesTest {
  private static final float WIDTH = 700;
  private static final float HEIGHT = 400;

  private static final String UPRIGHT =
      """
      Table 3 @90,84
      0,0 1x1 Code @100,100 100x20
      0,1 1x2 Amount @200,100 200x20
      1,0 1x1 30201 @100,120 100x20
      1,1 1x1 1,642.08 @200,120 100x20
      1,2 1x1 0.50 @300,120 100x20\
      """;

  @TempDir private Path folder = Path.of("");

  /** The table, turned to the left by quarters, on a page that may be turned back. */
  private Path drawn(int quarters, boolean turnedBack) throws IOException {
    Path file = folder.resolve(quarters + (turnedBack ? "-back" : "") + ".pdf");
    boolean sideways = quarters % 2 == 1;
    try (PDDocument document = new PDDocument()) {
      PDPage page =
          new PDPage(sideways ? new PDRectangle(HEIGHT, WIDTH) : new PDRectangle(WIDTH, HEIGHT));
      page.setRotation(turnedBack ? quarters * 90 : 0);
      document.addPage(page);
      try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
        stream.transform(
            switch (quarters) {
              case 0 -> new Matrix();
              case 1 -> new Matrix(0, 1, -1, 0, HEIGHT, 0);
              case 2 -> new Matrix(-1, 0, 0, -1, WIDTH, HEIGHT);
              default -> new Matrix(0, -1, 1, 0, 0, WIDTH);
            });
        table(stream);
      }
      document.save(file.toFile());
    }
    return file;
  }

  private static void table(PDPageContentStream stream) throws IOException {
    for (int y : new int[] {300, 280, 260}) {
      line(stream, 100, y, 400, y);
    }
    for (int x : new int[] {100, 200, 400}) {
      line(stream, x, 300, x, 260);
    }
    line(stream, 300, 280, 300, 260);
    text(stream, 90, 306, "Table 3");
    text(stream, 110, 286, "Code");
    text(stream, 210, 286, "Amount");
    text(stream, 110, 266, "30201");
    text(stream, 210, 266, "1,642.08");
    text(stream, 310, 266, "0.50");
  }

  private static void line(PDPageContentStream stream, int x0, int y0, int x1, int y1)
      throws IOException {
    stream.moveTo(x0, y0);
    stream.lineTo(x1, y1);
    stream.stroke();
  }

  private static void text(PDPageContentStream stream, int x, int y, String text)
      throws IOException {
    stream.beginText();
    stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
    stream.newLineAtOffset(x, y);
    stream.showText(text);
    stream.endText();
  }

  private static String read(Path pdf) {
    StringJoiner lines = new StringJoiner("\n");
    Outcome outcome = new PdfExtractor().extract(pdf, "a.pdf");
    for (Page page : assertInstanceOf(Outcome.Extracted.class, outcome).pages()) {
      for (Block block : page.blocks()) {
        if (block instanceof Block.Grid grid) {
          for (Block.GridCell cell : grid.cells()) {
            Box box = Objects.requireNonNull(cell.source().box());
            lines.add(
                "%d,%d %dx%d %s @%s %dx%d"
                    .formatted(
                        cell.row(),
                        cell.column(),
                        cell.rowSpan(),
                        cell.columnSpan(),
                        cell.text(),
                        corner(box),
                        Math.round(box.width()),
                        Math.round(box.height())));
          }
        } else if (block instanceof Block.Text text) {
          lines.add(text.text() + " @" + corner(Objects.requireNonNull(text.source().box())));
        }
      }
    }
    return lines.toString();
  }

  private static String corner(Box box) {
    return Math.round(box.x()) + "," + Math.round(box.y());
  }

  @Test
  void aTableIsReadAndBoxedTheSameHoweverItLies() throws IOException {
    for (int quarters = 0; quarters < 4; quarters++) {
      for (boolean turnedBack : new boolean[] {false, true}) {
        assertEquals(
            UPRIGHT,
            read(drawn(quarters, turnedBack)),
            quarters + " quarters" + (turnedBack ? ", turned back" : ""));
      }
    }
  }
}
