package mingcha.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import mingcha.extract.Outcome.Empty;
import mingcha.extract.Outcome.Extracted;
import mingcha.extract.Outcome.Failed;
import mingcha.extract.Outcome.Reason;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of any type that is read, by what its bytes are: a PDF named .txt is a PDF. Safe for
 * use by several threads.
 */
public final class FileExtractor implements Extractor {
  private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String EXCEL =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int HEAD_BYTES = 1 << 16;
  private static final int MARK_WITHIN = 1024;
  private static final long LARGEST_BYTES = 128L << 20;

  static {
    // POI's own limit, a hundred times, is met by sheets with a million formatted empty rows.
    ZipSecureFile.setGraceEntrySize(ArchiveBudget.HARMLESS_BYTES);
    ZipSecureFile.setMinInflateRatio(1.0 / ArchiveBudget.MOST_RATIO);
  }

  private final TextExtractor text = new TextExtractor();
  private final Pulse pulse;
  private final PdfExtractor pdf;

  public FileExtractor() {
    this(Pulse.NONE);
  }

  FileExtractor(Pulse pulse) {
    this.pulse = pulse;
    this.pdf = new PdfExtractor(pulse);
  }

  /** Reads a file of one type. */
  private interface Reader {
    Outcome read(Path path, String file) throws IOException;
  }

  /** Reads a file of a type that has nothing to say but its pages. */
  private interface PageReader {
    List<Page> read(Path path, String file) throws IOException;
  }

  @Override
  public Outcome extract(Path path, String file) {
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(HEAD_BYTES);
      Failed truncated = Truncation.of(path, head);
      if (truncated != null) {
        return truncated;
      }
    } catch (IOException e) {
      return text.extract(path, file); // it says what is wrong
    }
    if (head.length == 0) {
      return new Empty("no bytes"); // whatever its name says that it is
    }
    if (isPdf(head) || file.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
      return pdf.extract(path, file);
    }
    if (OleReader.reads(head)) {
      return guarded(OleReader::read, path, file);
    }
    String type = type(head, path, file);
    return switch (type) {
      case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" ->
          read(WordReader::read, type, path, file);
      case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.ms-excel" ->
          guarded((p, f) -> ExcelReader.read(p, f, type), path, file);
      case "text/html", "application/xhtml+xml" -> read(HtmlReader::read, type, path, file);
      case OpenDocumentReader.TEXT, OpenDocumentReader.SHEETS ->
          guarded((p, f) -> OpenDocumentReader.read(p, f, type), path, file);
      case OfdReader.TYPE -> guarded((p, f) -> OfdReader.read(p, f, pulse), path, file);
      case "image/png", "image/jpeg", "image/tiff", "image/bmp", "image/gif" ->
          guarded((p, f) -> ImageReader.read(p, f, type, pulse), path, file);
      case "text/csv", "text/tab-separated-values" -> guarded(CsvReader::read, path, file);
      default -> text.extract(path, file);
    };
  }

  @Override
  public @Nullable Unpacked unpack(Path path, String file, Path folder) {
    try {
      return Archives.unpack(path, file, folder);
    } catch (IOException e) {
      String why = "it cannot be unpacked: " + e.getMessage();
      return new Unpacked(new Unpacked.Lost("", new Failed(Reason.UNREADABLE, why)), List.of());
    }
  }

  /** Word, Excel and OFD files are ZIP archives; what is in them tells which. */
  private static String type(byte[] head, Path path, String file) {
    String type = FileType.of(head, file);
    boolean zip = head.length > 1 && head[0] == 'P' && head[1] == 'K';
    if (!zip) {
      return type;
    }
    try (ZipFile archive = new ZipFile(path.toFile())) {
      String open = OpenDocumentReader.type(archive);
      if (open != null) {
        return open;
      }
      return archive.getEntry("word/document.xml") != null
          ? WORD
          : archive.getEntry("xl/workbook.xml") != null
              ? EXCEL
              : archive.getEntry("OFD.xml") != null ? OfdReader.TYPE : type;
    } catch (IOException e) {
      return type; // damaged; its name says what it was
    }
  }

  private static Outcome read(PageReader reader, String type, Path path, String file) {
    return guarded((p, f) -> outcome(type, reader.read(p, f)), path, file);
  }

  static Outcome outcome(String type, List<Page> pages) {
    return pages.stream().allMatch(page -> page.blocks().isEmpty())
        ? new Empty("neither text nor tables in it")
        : new Extracted(type, pages);
  }

  private static Outcome guarded(Reader reader, Path path, String file) {
    try {
      long size = Files.size(path);
      if (size > LARGEST_BYTES) {
        return new Failed(
            Reason.TOO_LARGE,
            String.format(
                Locale.ROOT,
                "%,d bytes; files of this type are read up to %,d",
                size,
                LARGEST_BYTES));
      }
      return reader.read(path, file);
    } catch (EncryptedDocumentException e) {
      return new Failed(Reason.ENCRYPTED, "it opens with a password only");
    } catch (OldFileFormatException e) {
      return new Failed(
          Reason.UNSUPPORTED, "written by an office of before 1997: " + e.getMessage());
    } catch (NoSuchFileException e) {
      return new Failed(Reason.VANISHED, "no longer there when it was opened");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      if (String.valueOf(e.getMessage()).contains("Zip bomb")) {
        return new Failed(
            Reason.BOMB,
            "a part of it unpacks to more than "
                + ArchiveBudget.MOST_RATIO
                + " times as many bytes");
      }
      // POI meets damage with exceptions of all kinds.
      return new Failed(Reason.CORRUPT, Damage.said(e));
    } catch (OutOfMemoryError e) {
      return new Failed(Reason.TOO_LARGE, "it needs more memory than there is");
    }
  }

  /** The mark may stand behind some junk (PDF 32000-1, annex H.3.4.1). */
  static boolean isPdf(byte[] head) {
    for (int i = 0; i + PDF.length <= Math.min(head.length, MARK_WITHIN); i++) {
      if (Arrays.equals(head, i, i + PDF.length, PDF, 0, PDF.length)) {
        return true;
      }
    }
    return false;
  }
}
