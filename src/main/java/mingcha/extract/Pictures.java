package mingcha.extract;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mingcha.disclosure.Box;
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

  private static final Scanned NOTHING = new Scanned(List.of(), List.of(), 0, 0, 0, 595, 842);

  private final Pulse pulse;
  private int read;
  private int damaged;
  private int unread;

  /** Pictures of text, perhaps, on pages of text. */
  private int pictured;

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
   * Adds a page: its text, or what is read off its picture where that text is at fault, or both
   * where it has pictures of text upon it.
   *
   * @throws InterruptedIOException when the thread is interrupted
   */
  void add(Scanned scanned, Drawn drawn, PdfPages pages) throws IOException {
    String fault = TextLayer.fault(scanned);
    if (fault != null) {
      read(scanned, fault, drawn, pages);
      return;
    }
    List<Box> boxes = TextLayer.unread(scanned);
    if (boxes.isEmpty() || PdfPages.turnsToUpright(scanned) > 0) {
      pages.add(scanned);
    } else if (!Tesseract.isThere() || nanos > MOST_TIME.toNanos()) {
      pictured += boxes.size();
      pages.add(scanned);
    } else {
      pages.add(withPictures(scanned, boxes, drawn));
    }
  }

  private Scanned withPictures(Scanned page, List<Box> boxes, Drawn drawn) throws IOException {
    long start = System.nanoTime();
    try {
      int dpi = dpi(page.width(), page.height(), Math.clamp(page.dpi(), 100, 300));
      Scanned whole = PagePicture.within(page, boxes, drawn.draw(dpi), dpi);
      read += whole.equals(page) ? 0 : 1;
      return whole;
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      pictured += boxes.size();
      return page;
    } finally {
      nanos += System.nanoTime() - start;
      pulse.beat();
    }
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

  /** Adds a page that no picture is read of: with what others recognised on it, if they did. */
  void unread(Scanned scanned, String fault, String because, PdfPages pages) {
    if (TextLayer.isRecognised(scanned)) {
      pages.add(scanned);
      return;
    }
    unread++;
    why = because;
    pages.addUnread(scanned, fault + "; " + because);
  }

  /** Adds a page of which nothing is known but that it is damaged. */
  void damaged(String because, PdfPages pages) {
    unread++;
    damaged++;
    reason = Reason.CORRUPT;
    why = because;
    pages.addUnread(NOTHING, because);
  }

  /** That of the scan itself: enlarging it makes its edges ragged. */
  private static int dpi(Scanned scanned) {
    int wanted = TextLayer.isPicture(scanned) ? Math.clamp(scanned.dpi(), 100, 300) : Ocr.DPI;
    return dpi(scanned.width(), scanned.height(), wanted);
  }

  private static int dpi(double width, double height, int wanted) {
    double inches = width * height / (POINTS_PER_INCH * POINTS_PER_INCH);
    double most = Math.sqrt(MOST_PIXELS / Math.max(inches, 1e-6));
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
              reason,
              String.format(
                  Locale.ROOT,
                  "%d of %d pages are %s: %s",
                  unread,
                  all.size(),
                  damaged == unread ? "not read" : "pictures without text",
                  why));
    }
    String counts =
        (read == 0 ? "" : "; pages-by-ocr=" + read)
            + (unread == 0 ? "" : "; pages-without-text=" + unread)
            + (pictured == 0 ? "" : "; pictures-not-read=" + pictured)
            + (turned.isEmpty() ? "" : "; turned=" + String.join(",", turned));
    return new Extracted(type + counts, all);
  }

  private static boolean isPicture(Page page) {
    return page.blocks().size() == 1 && page.blocks().getFirst() instanceof Block.Picture;
  }
}
