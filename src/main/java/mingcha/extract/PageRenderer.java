package mingcha.extract;

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
 * Draws a page of a PDF, of an OFD or of a file of pictures as it is read: upright if its type is
 * turned, or if it was read off a picture that leans or lies the wrong way ({@link Tilt}), so that
 * the boxes of what was read of it fit.
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
   * @param turns how many quarters to the right the picture of the page was turned by to be read
   */
  static Picture draw(Path file, int number, int turns, Path target) throws IOException {
    String head = head(file);
    if (head.startsWith("PK")) {
      return OfdReader.open(file, reader -> ofd(reader, number, turns, target));
    }
    Picture drawn = head.contains("%PDF-") ? null : ImageReader.draw(file, number, turns, target);
    return drawn == null ? pdf(file, number, turns, target) : drawn;
  }

  /** Kept originals have no name: what they are is seen by their first bytes. */
  private static String head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
    }
  }

  private static Picture pdf(Path pdf, int number, int turns, Path target) throws IOException {
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
      return kept(asRead(image, scanned(page), turns), scale, target);
    } catch (InvalidPasswordException e) {
      return new Picture.None("it opens with a password only");
    }
  }

  private static Picture ofd(OFDReader reader, int number, int turns, Path target)
      throws IOException {
    int count = reader.getNumberOfPages();
    if (number > count) {
      return beyond(count);
    }
    OfdScan scan = OfdScan.of(reader, number);
    Scanned scanned = scan.scanned();
    double scale = scale(Math.max(scanned.width(), scanned.height()));
    BufferedImage image = OfdPicture.of(scan, scanned, scale);
    return kept(asRead(image, scanned, turns), scale, target);
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

  private static Scanned scanned(PDPage page) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SCAN_SECONDS);
    return PdfScan.scan(page, deadline);
  }

  private static BufferedImage asRead(BufferedImage image, Scanned scanned, int turns) {
    return TextLayer.fault(scanned) == null
        ? new Tilt(0, PdfPages.turnsToUpright(scanned)).upright(image)
        : Tilt.of(image).turnedRight(turns).upright(image);
  }
}
