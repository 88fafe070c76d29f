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

  private final TextExtractor text = new TextExtractor();
  private final PdfExtractor pdf = new PdfExtractor();

  /** Reads a file of one type. */
  private interface Reader {
    List<Page> read(Path path, String file) throws IOException;
  }

  @Override
  public Outcome extract(Path path, String file) {
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(HEAD_BYTES);
    } catch (IOException e) {
      return text.extract(path, file); // it says what is wrong
    }
    if (isPdf(head) || file.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
      return pdf.extract(path, file);
    }
    String type = type(head, path, file);
    return switch (type) {
      case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" ->
          read(WordReader::read, type, path, file);
      case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.ms-excel" ->
          read(ExcelReader::read, type, path, file);
      case "text/html", "application/xhtml+xml" -> read(HtmlReader::read, type, path, file);
      default ->
          type.equals("application/x-tika-msoffice") && isNamedOffice(file)
              ? read(ExcelReader::read, "application/vnd.ms-excel", path, file)
              : text.extract(path, file);
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

  /** Word and Excel files are ZIP archives; what is in them tells which. */
  private static String type(byte[] head, Path path, String file) {
    String type = FileType.of(head, file);
    boolean zip = head.length > 1 && head[0] == 'P' && head[1] == 'K';
    if (!zip) {
      return type;
    }
    try (ZipFile archive = new ZipFile(path.toFile())) {
      return archive.getEntry("word/document.xml") != null
          ? WORD
          : archive.getEntry("xl/workbook.xml") != null ? EXCEL : type;
    } catch (IOException e) {
      return type; // damaged; its name says what it was
    }
  }

  /** Encrypted packages, and old workbooks, are known by their names only. */
  private static boolean isNamedOffice(String file) {
    return file.toLowerCase(Locale.ROOT).matches(".*\\.(?:xlsx?|et|docx?|wps)");
  }

  private static Outcome read(Reader reader, String type, Path path, String file) {
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
      List<Page> pages = reader.read(path, file);
      return pages.stream().allMatch(page -> page.blocks().isEmpty())
          ? new Empty("neither text nor tables in it")
          : new Extracted(type, pages);
    } catch (EncryptedDocumentException e) {
      return new Failed(Reason.ENCRYPTED, "it opens with a password only");
    } catch (NoSuchFileException e) {
      return new Failed(Reason.VANISHED, "no longer there when it was opened");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // POI meets damage with exceptions of all kinds.
      return new Failed(
          Reason.CORRUPT, "damaged: " + e.getClass().getSimpleName() + " " + e.getMessage());
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
