package mingcha.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads a file of any type that is read, by what its bytes are: a PDF named .txt is a PDF. Safe for
 * use by several threads.
 */
public final class FileExtractor implements Extractor {
  private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
  private static final int HEAD_BYTES = 1024;

  private final TextExtractor text = new TextExtractor();
  private final PdfExtractor pdf = new PdfExtractor();

  @Override
  public Outcome extract(Path path, String file) {
    return isPdf(path) || file.toLowerCase(java.util.Locale.ROOT).endsWith(".pdf")
        ? pdf.extract(path, file)
        : text.extract(path, file);
  }

  /** The mark may stand behind some junk (PDF 32000-1, annex H.3.4.1). */
  private static boolean isPdf(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] head = in.readNBytes(HEAD_BYTES);
      for (int i = 0; i + PDF.length <= head.length; i++) {
        if (Arrays.equals(head, i, i + PDF.length, PDF, 0, PDF.length)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false; // whoever reads it says what is wrong
    }
  }
}
