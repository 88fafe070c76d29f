package mingcha.extract;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import mingcha.extract.Outcome.Empty;
import mingcha.extract.Outcome.Failed;
import mingcha.extract.Outcome.Reason;
import mingcha.extract.PdfScan.Scanned;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Reads PDF: the lines of text and the ruled tables of each page, with a box for every cell. Pages
 * whose text layer is missing or garbled are read off their picture ({@link Pictures}) where the
 * machine can, and the media type says how many were; else they become pictures that say why.
 */
public final class PdfExtractor implements Extractor {
  /** The thickest disclosure we know has 600 pages. */
  private static final int MOST_PAGES = 3_000;

  private static final long LARGEST_BYTES = 256L << 20;

  /** 3,000 pages take 15 seconds. */
  private static final Duration MOST_TIME = Duration.ofSeconds(60);

  private final Pulse pulse;

  public PdfExtractor() {
    this(Pulse.NONE);
  }

  PdfExtractor(Pulse pulse) {
    this.pulse = pulse;
  }

  @Override
  public Outcome extract(Path path, String file) {
    try {
      long size = Files.size(path);
      if (size > LARGEST_BYTES) {
        return new Failed(
            Reason.TOO_LARGE,
            String.format(
                Locale.ROOT, "%,d bytes; PDFs up to %,d bytes are read", size, LARGEST_BYTES));
      }
      if (size == 0) {
        return new Empty("no bytes");
      }
      return Truncation.lacksEnd(path) ? readRemains(path, file, size) : readWhole(path, file);
    } catch (InvalidPasswordException e) {
      return new Failed(Reason.ENCRYPTED, "it opens with a password only");
    } catch (PdfScan.TooSlow e) {
      return new Failed(Reason.TIMEOUT, "not through after " + MOST_TIME.toSeconds() + " seconds");
    } catch (NoSuchFileException e) {
      return new Failed(Reason.VANISHED, "no longer there when it was opened");
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains("decryption material")) {
        return new Failed(Reason.ENCRYPTED, "it opens with a certificate only");
      }
      return new Failed(Reason.CORRUPT, Damage.said(e));
    } catch (RuntimeException | StackOverflowError e) {
      // PDFBox meets damage with exceptions of all kinds.
      return new Failed(Reason.CORRUPT, Damage.said(e));
    } catch (OutOfMemoryError e) {
      return new Failed(Reason.TOO_LARGE, "it needs more memory than there is");
    }
  }

  private Outcome readWhole(Path path, String file) throws IOException {
    try (PDDocument document = load(path)) {
      return read(document, file);
    }
  }

  /** Servers and mailers cut the last bytes off; that is no harm while no page is lost. */
  private Outcome readRemains(Path path, String file, long size) throws IOException {
    try (PDDocument document = load(path)) {
      if (PdfRemains.areWhole(document, path)) {
        return read(document, file);
      }
    } catch (InvalidPasswordException | PdfScan.TooSlow e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Too little is left for PDFBox to make sense of.
      return Truncation.failed(size);
    }
    return Truncation.failed(size);
  }

  private static PDDocument load(Path path) throws IOException {
    return Loader.loadPDF(path.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache());
  }

  private Outcome read(PDDocument document, String file) throws IOException {
    int count = document.getNumberOfPages();
    if (count == 0) {
      return new Failed(Reason.CORRUPT, "there are no pages in it");
    }
    if (count > MOST_PAGES) {
      return new Failed(
          Reason.TOO_LARGE, count + " pages; PDFs up to " + MOST_PAGES + " pages are read");
    }
    PdfPages pages = new PdfPages(file);
    Pictures pictures = new Pictures(pulse);
    PDFRenderer renderer = new PDFRenderer(document);
    renderer.setSubsamplingAllowed(true);
    long deadline = System.nanoTime() + MOST_TIME.toNanos();
    for (int i = 0; i < count; i++) {
      int index = i;
      try {
        Scanned scanned = PdfScan.scan(document.getPage(i), deadline + pictures.nanos());
        pictures.add(
            scanned, dpi -> renderer.renderImageWithDPI(index, dpi, ImageType.GRAY), pages);
      } catch (InterruptedIOException | PdfScan.TooSlow e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        // One page less is not the end of the others.
        pictures.damaged(Damage.said(e), pages);
      }
    }
    return pictures.outcome("application/pdf", pages);
  }
}
