package mingcha.extract;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import mingcha.extract.Outcome.Reason;
import mingcha.extract.PdfScan.Scanned;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/** Reads pages of a PDF off their pictures, and counts what became of them. */
final class PdfPictures {
  /** A thick scan of 150 pages takes ten minutes; what is beyond stays unread, and is counted. */
  private static final Duration MOST_TIME = Duration.ofMinutes(10);

  /** A2 at the resolution that is wanted; larger pages are rendered coarser. */
  private static final double MOST_PIXELS = 16e6;

  private static final double POINTS_PER_INCH = 72;

  private final PDFRenderer renderer;
  private final PDDocument document;
  private int read;
  private int unread;
  private long nanos;
  private @Nullable String why;
  private Reason reason = Reason.UNSUPPORTED;

  PdfPictures(PDDocument document) {
    this.document = document;
    this.renderer = new PDFRenderer(document);
    renderer.setSubsamplingAllowed(true);
  }

  /**
   * Adds the page at {@code index} to the pages, read off its picture or as unread.
   *
   * @param scanned what its text layer says
   * @param fault what is wrong with that
   * @throws InterruptedIOException when the thread is interrupted
   */
  void read(int index, Scanned scanned, String fault, PdfPages pages) throws IOException {
    if (!Tesseract.isThere()) {
      unread(scanned, fault, "the tesseract command with chi_sim is not there to read it", pages);
      return;
    }
    if (nanos > MOST_TIME.toNanos()) {
      reason = Reason.TIMEOUT;
      String late = "recognition stopped after " + MOST_TIME.toMinutes() + " minutes";
      unread(scanned, fault, late, pages);
      return;
    }
    long start = System.nanoTime();
    try {
      int dpi = dpi(scanned, document.getPage(index).getCropBox());
      BufferedImage picture = renderer.renderImageWithDPI(index, dpi, ImageType.GRAY);
      pages.add(Ocr.read(picture, dpi));
      read++;
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      reason = Reason.CORRUPT;
      unread(scanned, fault, "its picture cannot be read: " + e.getMessage(), pages);
    } finally {
      nanos += System.nanoTime() - start;
    }
  }

  private void unread(Scanned scanned, String fault, String because, PdfPages pages) {
    unread++;
    why = because;
    pages.addUnread(scanned, fault + "; " + because);
  }

  /** That of the scan itself: enlarging it makes its edges ragged. */
  private static int dpi(Scanned scanned, PDRectangle crop) {
    double inches = crop.getWidth() * crop.getHeight() / (POINTS_PER_INCH * POINTS_PER_INCH);
    double most = Math.sqrt(MOST_PIXELS / Math.max(inches, 1e-6));
    int wanted = TextLayer.isPicture(scanned) ? Math.clamp(scanned.dpi(), 100, 300) : Ocr.DPI;
    return Math.clamp((long) most, 1, wanted);
  }

  /** How long reading pictures took so far. */
  long nanos() {
    return nanos;
  }

  int unread() {
    return unread;
  }

  Reason reason() {
    return reason;
  }

  /** Why no page of so many was read. */
  String said(int pages) {
    return unread + " of " + pages + " pages are pictures without text: " + why;
  }

  /** For the media type: how many pages were read off their picture, and how many were not read. */
  String parameters() {
    return (read == 0 ? "" : "; pages-by-ocr=" + read)
        + (unread == 0 ? "" : "; pages-without-text=" + unread);
  }
}
