package mingcha.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import mingcha.disclosure.Box;
import mingcha.extract.Outcome.Extracted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that were fed into the scanner the wrong way, or not straight. */
class TiltTest {
  @TempDir private Path folder = Path.of("");

  /** The page of {@link OcrTest}, turned to the right by so many degrees on a larger sheet. */
  private static BufferedImage fed(double degrees) throws IOException {
    BufferedImage page = OcrTest.picture(200);
    int side = degrees % 90 == 0 ? 0 : 120;
    boolean onEnd = Math.abs(degrees) == 90 || degrees == 270;
    int width = (onEnd ? page.getHeight() : page.getWidth()) + side;
    int height = (onEnd ? page.getWidth() : page.getHeight()) + side;
    BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = sheet.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.translate(width / 2.0, height / 2.0);
    pen.rotate(Math.toRadians(degrees));
    pen.translate(-page.getWidth() / 2.0, -page.getHeight() / 2.0);
    pen.drawImage(page, 0, 0, null);
    pen.dispose();
    return sheet;
  }

  private static Tilt tilt(double lean, int turns) {
    return new Tilt(lean, turns);
  }

  @Test
  void whatLeansIsMeasured() throws IOException {
    for (double lean : new double[] {-3, -1.2, 0.4, 2}) {
      assertEquals(lean, Tilt.of(fed(lean)).lean(), 0.06);
    }
    assertEquals(tilt(0, 0), Tilt.of(fed(0)));
    assertEquals(tilt(0, 0), Tilt.of(fed(90)));
  }

  @Test
  void linesThatStandOnEndAreSeenWithoutReading() throws IOException {
    assertEquals(false, InkProfile.isSideways(Ink.of(fed(0))));
    assertEquals(false, InkProfile.isSideways(Ink.of(fed(180))));
    assertEquals(true, InkProfile.isSideways(Ink.of(fed(90))));
    assertEquals(true, InkProfile.isSideways(Ink.of(fed(270))));
  }

  @ParameterizedTest
  @CsvSource({"90, 3", "180, 2", "270, 1", "-2.5, 0", "183, 2"})
  void aPageIsReadAndShownUprightHoweverItWasFed(double degrees, int turns) throws IOException {
    OcrTest.needsTesseract();
    Path file = folder.resolve("fed.png");
    ImageIO.write(fed(degrees), "png", file.toFile());
    Extracted read =
        assertInstanceOf(Extracted.class, new FileExtractor().extract(file, "fed.png"));
    Block.Grid grid =
        assertInstanceOf(Block.Grid.class, read.pages().getFirst().blocks().getLast());
    assertEquals(
        "Code|Budget|Final|2011308|1,374.63||20805|27,664.22|0.50",
        grid.cells().stream().map(Block.GridCell::text).collect(Collectors.joining("|")));
    assertEquals(
        "image/png; pages-by-ocr=1" + (turns == 0 ? "" : "; turned=1:" + turns), read.mediaType());
    Path target = folder.resolve("page.png");
    Picture drawn = PageRenderer.draw(file, 1, turns, target);
    double scale = ((Picture.Drawn) drawn).scale();
    Box filled = Objects.requireNonNull(grid.cells().get(4).source().box());
    Box empty = Objects.requireNonNull(grid.cells().get(5).source().box());
    BufferedImage page = ImageIO.read(target.toFile());
    assertTrue(ink(page, filled, scale) > 50, "1,374.63 in its box");
    assertEquals(0, ink(page, empty, scale), "nothing in the box of an empty cell");
  }

  /** Dark pixels within a box, its lines apart. */
  private static int ink(BufferedImage page, Box box, double scale) {
    int dark = 0;
    for (double y = (box.y() + 3) * scale; y < (box.y() + box.height() - 3) * scale; y++) {
      for (double x = (box.x() + 3) * scale; x < (box.x() + box.width() - 3) * scale; x++) {
        dark += (page.getRGB((int) x, (int) y) & 0xFF) < 128 ? 1 : 0;
      }
    }
    return dark;
  }
}
