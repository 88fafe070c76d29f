package mingcha.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import mingcha.disclosure.Box;
import mingcha.extract.Outcome.Extracted;
import mingcha.sample.Format;
import mingcha.sample.SampleWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages drawn in a worker: what was read in a box is what is seen in it. */
class PageRendererTest {
  @TempDir private Path folder = Path.of("");

  /** A page with one word near its corner, the type turned and the page turned. */
  private Path page(int typeTurned, int pageTurned, float points) throws IOException {
    Path file = folder.resolve(typeTurned + "-" + pageTurned + ".pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(new PDRectangle(points, points * 1.4f));
      page.setRotation(pageTurned);
      document.addPage(page);
      try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
        stream.beginText();
        stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 20);
        stream.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(typeTurned), 120, 90));
        stream.showText("MMMM");
        stream.endText();
      }
      document.save(file.toFile());
    }
    return file;
  }

  private static Box box(Path pdf) {
    Extracted read = (Extracted) new PdfExtractor().extract(pdf, "a.pdf");
    return Objects.requireNonNull(read.pages().getFirst().blocks().getFirst().source().box());
  }

  /** The share of dark points in the box, and in all of the picture. */
  private static List<Double> dark(BufferedImage image, Box box, double scale) {
    int within = 0;
    int all = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        boolean dark = (image.getRGB(x, y) & 0xFF) < 128;
        boolean inBox =
            x >= (box.x() - 1) * scale
                && x <= (box.x() + box.width() + 1) * scale
                && y >= (box.y() - 1) * scale
                && y <= (box.y() + box.height() + 1) * scale;
        all += dark ? 1 : 0;
        within += dark && inBox ? 1 : 0;
      }
    }
    return List.of((double) within, (double) all);
  }

  @Test
  void whatWasReadStandsInItsBoxHoweverThePageIsTurned() throws IOException {
    List<String> wrong = new ArrayList<>();
    try (Workers workers =
        new Workers(new Limits(Duration.ofSeconds(50), 256), Hostile.classPath())) {
      for (int type : new int[] {0, 90, 180, 270}) {
        for (int turned : new int[] {0, 90}) {
          Path pdf = page(type, turned, 400);
          Path target = folder.resolve("page.png");
          double scale = ((Picture.Drawn) workers.draw(pdf, 1, 0, target)).scale();
          List<Double> dark = dark(ImageIO.read(target.toFile()), box(pdf), scale);
          if (dark.get(1) < 500 || dark.get(0) < 0.9 * dark.get(1)) {
            wrong.add("type " + type + ", page " + turned + ": " + dark);
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void theCellsOfAnOfdStandWhereTheyWereRead() throws IOException {
    SampleWriter.write(folder, 1, 7, Format.OFD, Set.of());
    Path ofd;
    try (Stream<Path> files = Files.list(folder)) {
      ofd = files.filter(file -> file.toString().endsWith(".ofd")).findFirst().orElseThrow();
    }
    Extracted read = (Extracted) new FileExtractor().extract(ofd, "a.ofd");
    Path target = folder.resolve("page.png");
    int seen = 0;
    for (Page page : read.pages().subList(0, 4)) {
      for (Block block : page.blocks()) {
        if (block instanceof Block.Text text && text.source().box() != null) {
          int number = Objects.requireNonNull(text.source().page());
          Picture drawn = PageRenderer.draw(ofd, number, 0, target);
          double scale = ((Picture.Drawn) drawn).scale();
          List<Double> dark = dark(ImageIO.read(target.toFile()), text.source().box(), scale);
          assertTrue(dark.get(0) > 0, () -> text.text() + " is not where it was read");
          seen++;
          break;
        }
      }
    }
    assertTrue(seen > 1, () -> "pages with text: " + read.pages().size());
  }

  @Test
  void aScanIsDrawnAsLargeAsItWasRead() throws IOException {
    BufferedImage scan = new BufferedImage(600, 850, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = scan.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 600, 850);
    pen.setColor(Color.BLACK);
    pen.fillRect(300, 425, 60, 85);
    pen.dispose();
    Path file = folder.resolve("kept");
    ImageIO.write(scan, "png", file.toFile());
    Path target = folder.resolve("page.png");
    double scale = ((Picture.Drawn) PageRenderer.draw(file, 1, 0, target)).scale();
    double point = 297 / 25.4 * 72 / 850;
    Box box = new Box(300 * point, 425 * point, 60 * point, 85 * point);
    List<Double> dark = dark(ImageIO.read(target.toFile()), box, scale);
    assertTrue(dark.get(0) > 5_000, dark::toString);
    assertEquals(dark.get(1), dark.get(0));
    assertEquals(new Picture.None("it has 1 page"), PageRenderer.draw(file, 2, 0, target));
  }

  @Test
  void aLargePageIsDrawnSmallAndAPageThatIsNotThereIsNone() throws IOException {
    Path pdf = page(0, 0, 9_000);
    Path target = folder.resolve("page.png");
    assertTrue(PageRenderer.draw(pdf, 1, 0, target) instanceof Picture.Drawn);
    BufferedImage image = ImageIO.read(target.toFile());
    assertTrue(image.getHeight() <= 2_001, image.getHeight() + " pixels");
    assertEquals(new Picture.None("it has 1 page"), PageRenderer.draw(pdf, 2, 0, target));
    assertEquals(
        new Picture.None("the page is 28000.0 points long"),
        PageRenderer.draw(page(0, 90, 20_000), 1, 0, target));
  }

  @Test
  void aPageThatTakesForEverIsNotDrawn() throws IOException {
    Path bomb = Hostile.endless(folder.resolve("bomb.pdf"));
    try (Workers workers =
        new Workers(new Limits(Duration.ofSeconds(2), 256), Hostile.classPath())) {
      assertEquals(
          new Picture.None("not through after 2 seconds"),
          workers.draw(bomb, 1, 0, folder.resolve("page.png")));
      Path junk = Files.writeString(folder.resolve("junk.pdf"), "no PDF");
      assertEquals(
          new Picture.None("damaged: it ends where more was announced, near byte 6"),
          workers.draw(junk, 1, 0, folder.resolve("page.png")));
    }
  }
}
