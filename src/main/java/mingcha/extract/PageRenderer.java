package mingcha.extract;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import mingcha.extract.PdfScan.Scanned;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.ofdrw.reader.OFDReader;

/**
 * Draws a page of a PDF, of an OFD or of a file of pictures as it is read: turned upright if its
 * type is turned, so that the boxes of what was read of it fit.
 */
final class PageRenderer {
  /** 120 dpi: 9-point type is read with ease. */
  private static final double SCALE = 120 / 72.0;

  private static final double LONGEST_PIXELS = 2_000;
  private static final int HEAD_BYTES = 1_024;
  private static final double LONGEST_POINTS = 20_000;
  private static final long SCAN_SECONDS = 10;

  private PageRenderer() {}

  /**
   * Draws into a PNG file.
   *
   * @param number from 1
   */
  static Picture draw(Path file, int number, Path target) throws IOException {
    String head = head(file);
    if (head.startsWith("PK")) {
      return OfdReader.open(file, reader -> ofd(reader, number, target));
    }
    Picture drawn = head.contains("%PDF-") ? null : ImageReader.draw(file, number, target);
    return drawn == null ? pdf(file, number, target) : drawn;
  }

  /** Kept originals have no name: what they are is seen by their first bytes. */
  private static String head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
    }
  }

  private static Picture pdf(Path pdf, int number, Path target) throws IOException {
    try (PDDocument document =
        Loader.loadPDF(pdf.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
      int count = document.getNumberOfPages();
      if (number > count) {
        return beyond(count);
      }
      PDPage page = document.getPage(number - 1);
      PDRectangle crop = page.getCropBox();
      double longest = Math.max(crop.getWidth(), crop.getHeight());
      if (!(longest > 0 && longest <= LONGEST_POINTS)) {
        return new Picture.None("the page is " + longest + " points long");
      }
      double scale = scale(longest);
      PDFRenderer renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      BufferedImage image = renderer.renderImage(number - 1, (float) scale, ImageType.RGB);
      return kept(turned(image, turns(page)), scale, target);
    } catch (InvalidPasswordException e) {
      return new Picture.None("it opens with a password only");
    }
  }

  private static Picture ofd(OFDReader reader, int number, Path target) throws IOException {
    int count = reader.getNumberOfPages();
    if (number > count) {
      return beyond(count);
    }
    OfdScan scan = OfdScan.of(reader, number);
    Scanned scanned = scan.scanned();
    double scale = scale(Math.max(scanned.width(), scanned.height()));
    BufferedImage image = OfdPicture.of(scan, scanned, scale);
    return kept(turned(image, PdfPages.turnsToUpright(scanned)), scale, target);
  }

  static Picture beyond(int count) {
    return new Picture.None("it has " + count + (count == 1 ? " page" : " pages"));
  }

  /** Pixels a point for a page that is so many points long. */
  static double scale(double longest) {
    return Math.min(SCALE, LONGEST_PIXELS / longest);
  }

  /** Written beside its place first: whoever looks there finds all of it or nothing. */
  static Picture kept(BufferedImage image, double scale, Path target) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    ImageIO.write(image, "png", part.toFile());
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    return new Picture.Drawn(scale);
  }

  private static int turns(PDPage page) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SCAN_SECONDS);
    return PdfPages.turnsToUpright(PdfScan.scan(page, deadline));
  }

  /** A picture turned right so many quarters. */
  private static BufferedImage turned(BufferedImage image, int quarters) {
    if (quarters == 0) {
      return image;
    }
    boolean sideways = quarters % 2 == 1;
    int width = sideways ? image.getHeight() : image.getWidth();
    int height = sideways ? image.getWidth() : image.getHeight();
    AffineTransform turn = new AffineTransform();
    turn.translate(width / 2.0, height / 2.0);
    turn.quadrantRotate(quarters);
    turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(image, result);
    return result;
  }
}
