package mingcha.extract;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import mingcha.extract.Outcome.Failed;
import mingcha.extract.Outcome.Reason;
import mingcha.extract.PdfScan.Scanned;
import org.jspecify.annotations.Nullable;

/** Reads pictures of pages, a TIFF of many pages too, as it does the pages of a scanned PDF. */
final class ImageReader {
  /** Beyond it a picture is no page, or made to fill the memory. */
  private static final long MOST_PIXELS = 120_000_000;

  private static final int MOST_PAGES = 600;

  /** What most pages are, on their longer side. */
  private static final double A4_INCHES = 297 / 25.4;

  private static final double POINTS_PER_INCH = 72;

  private ImageReader() {}

  /** What is done with pictures while their file is open. */
  private interface Visit<T extends @Nullable Object> {
    T to(javax.imageio.ImageReader reader) throws IOException;
  }

  static Outcome read(Path path, String file, String type, Pulse pulse) throws IOException {
    Outcome unknown = new Failed(Reason.CORRUPT, "no " + type + " that can be read");
    return open(path, unknown, reader -> pages(reader, file, type, pulse));
  }

  /** Draws a page as large as it was taken to be when it was read; null if it is no picture. */
  static @Nullable Picture draw(Path path, int number, int turns, Path target) throws IOException {
    return ImageReader.<@Nullable Picture>open(
        path, null, reader -> drawn(reader, number, turns, target));
  }

  private static <T extends @Nullable Object> T open(Path path, T unknown, Visit<T> visit)
      throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(path.toFile())) {
      Iterator<javax.imageio.ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return unknown;
      }
      javax.imageio.ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        return visit.to(reader);
      } finally {
        reader.dispose();
      }
    }
  }

  private static Picture drawn(javax.imageio.ImageReader reader, int number, int turns, Path target)
      throws IOException {
    int count = reader.getNumImages(true);
    if (number > count) {
      return PageRenderer.beyond(count);
    }
    int index = number - 1;
    long pixels = (long) reader.getWidth(index) * reader.getHeight(index);
    if (pixels > MOST_PIXELS) {
      return new Picture.None("it has " + pixels + " pixels");
    }
    BufferedImage image = reader.read(index);
    Scanned scanned = scanned(image.getWidth(), image.getHeight());
    double scale = PageRenderer.scale(Math.max(scanned.width(), scanned.height()));
    int wide = (int) Math.round(scanned.width() * scale);
    int high = (int) Math.round(scanned.height() * scale);
    BufferedImage page = OfdScan.sized(image, wide, high);
    return PageRenderer.kept(Tilt.of(page).turnedRight(turns).upright(page), scale, target);
  }

  private static Outcome pages(
      javax.imageio.ImageReader reader, String file, String type, Pulse pulse) throws IOException {
    int count = reader.getNumImages(true);
    if (count > MOST_PAGES) {
      return new Failed(Reason.TOO_LARGE, count + " pictures in one file");
    }
    PdfPages pages = new PdfPages(file);
    Pictures pictures = new Pictures(pulse);
    for (int i = 0; i < count; i++) {
      long pixels = (long) reader.getWidth(i) * reader.getHeight(i);
      if (pixels > MOST_PIXELS) {
        return new Failed(Reason.TOO_LARGE, "a picture of " + pixels + " pixels");
      }
      Scanned scanned = scanned(reader.getWidth(i), reader.getHeight(i));
      int index = i;
      pictures.read(scanned, "a picture", dpi -> drawn(reader.read(index), scanned, dpi), pages);
    }
    return pictures.outcome(type, pages);
  }

  /** A page as large as A4: the resolution that a picture says it has is often none of its own. */
  private static Scanned scanned(int width, int height) {
    double dpi = Math.max(width, height) / A4_INCHES;
    double points = POINTS_PER_INCH / dpi;
    return new Scanned(
        List.of(), List.of(), 0, 1, (int) Math.round(dpi), points * width, points * height);
  }

  private static BufferedImage drawn(BufferedImage image, Scanned scanned, int dpi) {
    return OfdScan.sized(
        image,
        (int) Math.round(scanned.width() / POINTS_PER_INCH * dpi),
        (int) Math.round(scanned.height() / POINTS_PER_INCH * dpi));
  }
}
