package mingcha.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.extract.Outcome.Failed;
import mingcha.extract.Outcome.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Knows files that break off, as downloads do that were cut short. Libraries repair what is there
 * of a PDF, and half of a disclosure would pass for the whole; so these are not read at all, and
 * the ledger says that they are to be fetched again.
 */
final class Truncation {
  /** Behind the end of a PDF may stand a signature's padding, or a server's page. */
  private static final int PDF_TAIL = 64 << 10;

  private static final int PDF_HEAD = 2048;

  /** The end of a ZIP archive, with the longest comment (APPNOTE 4.3.16). */
  private static final int ZIP_TAIL = 22 + 0xFFFF;

  private static final int SEVEN_Z_HEAD = 32;

  /** How long a PDF says that it is, if it is made for the web (PDF 32000-1, annex F.3.3). */
  private static final Pattern LINEARIZED =
      Pattern.compile("/Linearized\\b[^>]*?/L\\s+(\\d{1,12})");

  private Truncation() {}

  /** That it breaks off; null if it does not, or nobody can say. */
  static @Nullable Failed of(Path path, byte[] head) throws IOException {
    long size = Files.size(path);
    boolean whole =
        FileExtractor.isPdf(head)
            ? true // what is left of it shows it
            : switch (ArchiveType.of(head)) {
              case ZIP -> contains(tail(path, size, ZIP_TAIL), "PK\u0005\u0006");
              case SEVEN_Z -> isWholeSevenZ(head, size);
              case TAR, GZIP -> true; // unpacking them shows it
              case null -> true;
            };
    return whole ? null : failed(size);
  }

  static Failed failed(long size) {
    return new Failed(Reason.TRUNCATED, "it breaks off after " + size + " bytes");
  }

  /** That a PDF lacks its end; all its pages may be there still ({@link PdfRemains}). */
  static boolean lacksEnd(Path path) throws IOException {
    long size = Files.size(path);
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(PDF_HEAD);
    }
    return FileExtractor.isPdf(head) && !isEnded(path, head, size);
  }

  private static boolean isEnded(Path path, byte[] head, long size) throws IOException {
    Matcher linearized = LINEARIZED.matcher(new String(head, StandardCharsets.ISO_8859_1));
    if (linearized.find() && Long.parseLong(linearized.group(1)) > size) {
      return false;
    }
    // Some programs forget one of the two.
    byte[] tail = tail(path, size, PDF_TAIL);
    return contains(tail, "%%EOF") || contains(tail, "startxref");
  }

  /** Its header says where the list of its files ends (7zFormat.txt, SignatureHeader). */
  private static boolean isWholeSevenZ(byte[] head, long size) {
    if (head.length < SEVEN_Z_HEAD) {
      return false;
    }
    ByteBuffer header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    long offset = header.getLong(12);
    long length = header.getLong(20);
    return offset < 0 || length < 0 || offset > size || SEVEN_Z_HEAD + offset + length <= size;
  }

  private static byte[] tail(Path path, long size, int most) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      byte[] tail = new byte[(int) Math.min(size, most)];
      file.seek(size - tail.length);
      file.readFully(tail);
      return tail;
    }
  }

  private static boolean contains(byte[] bytes, String mark) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(mark);
  }
}
