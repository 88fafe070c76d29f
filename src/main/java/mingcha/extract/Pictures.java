package mingcha.extract;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mingcha.extract.Outcome.Empty;
import mingcha.extract.Outcome.Extracted;
import mingcha.extract.Outcome.Failed;
import mingcha.extract.Outcome.Reason;
import mingcha.extract.PdfScan.Scanned;
import org.jspecify.annotations.Nullable;

/** Reads the pages of a file off their pictures, and counts what became of them. */
final class Pictures {
  /**
   * A thick scan of 150 pages takes ten minutes, and thrice as long where others want the processor
   * too; what is beyond stays unread, and is counted.
   */
  private static final Duration MOST_TIME = Duration.ofMinutes(30);

  /** A2 at the resolution that is wanted; larger pages are rendered coarser. */
  private static final double MOST_PIXELS = 16e6;

  private static final double POINTS_PER_INCH = 72;

  private final Pulse pulse;
  private int read;
  private int unread;
  private long nanos;
  private final List<String> turned = new ArrayList<>();
  private @Nullable String why;
  private Reason reason = Reason.UNSUPPORTED;

  /** Tells the pulse of each page that it has recognised. */
  Pictures(Pulse pulse) {
    this.pulse = pulse;
  }

  /** A page that can be drawn. */
  interface Drawn {
    BufferedImage draw(int dpi) throws IOException;
  }

  /**
   * Adds a page to the pages, read off its picture or as unread.
   *
   * @param scanned what its text layer says
   * @param fault what is wrong with that
   * @throws InterruptedIOException when the thread is interrupted
   */
  void read(Scanned scanned, String fault, Drawn drawn, PdfPages pages) throws IOException {
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
      int dpi = dpi(scanned);
      PagePicture.Read page = PagePicture.read(drawn.draw(dpi), dpi);
      pages.add(page.page());
      if (page.tilt().turns() > 0) {
        turned.add(pages.count() + ":" + page.tilt().turns());
      }
      read++;
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      reason = Reason.CORRUPT;
      unread(scanned, fault, "its picture cannot be read: " + e.getMessage(), pages);
    } finally {
      nanos += System.nanoTime() - start;
      pulse.beat();
    }
  }

  /** Adds a page that no picture is read of. */
  void unread(Scanned scanned, String fault, String because, PdfPages pages) {
    unread++;
    why = because;
    pages.addUnread(scanned, fault + "; " + because);
  }

  /** That of the scan itself: enlarging it makes its edges ragged. */
  private static int dpi(Scanned scanned) {
    double inches = scanned.width() * scanned.height() / (POINTS_PER_INCH * POINTS_PER_INCH);
    double most = Math.sqrt(MOST_PIXELS / Math.max(inches, 1e-6));
    int wanted = TextLayer.isPicture(scanned) ? Math.clamp(scanned.dpi(), 100, 300) : Ocr.DPI;
    return Math.clamp((long) most, 1, wanted);
  }

  /** How long reading pictures took so far. */
  long nanos() {
    return nanos;
  }

  /**
   * What became of the file. The media type says how many pages were read off their picture, how
   * many were not read, and of those that lie there the wrong way by how many quarters to the right
   * each was turned: {@code turned=2:1,5:2}. Whoever draws them has to turn them alike.
   */
  Outcome outcome(String type, PdfPages pages) {
    List<Page> all = pages.pages();
    if (all.stream().allMatch(page -> page.blocks().isEmpty() || isPicture(page))) {
      return unread == 0
          ? new Empty("no text: " + all.size() + (all.size() == 1 ? " page" : " pages"))
          : new Failed(
              reason, unread + " of " + all.size() + " pages are pictures without text: " + why);
    }
    String counts =
        (read == 0 ? "" : "; pages-by-ocr=" + read)
            + (unread == 0 ? "" : "; pages-without-text=" + unread)
            + (turned.isEmpty() ? "" : "; turned=" + String.join(",", turned));
    return new Extracted(type + counts, all);
  }

  private static boolean isPicture(Page page) {
    return page.blocks().size() == 1 && page.blocks().getFirst() instanceof Block.Picture;
  }
}
