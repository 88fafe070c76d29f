package mingcha.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import mingcha.extract.Outcome.Empty;
import mingcha.extract.Outcome.Extracted;
import mingcha.extract.Outcome.Failed;
import mingcha.extract.Outcome.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain text ({@code .txt}, {@code .md}, and files without an extension that turn out to be
 * text) in any encoding that Chinese offices use. Files of other types fail with {@link
 * Reason#UNSUPPORTED} and the name of their type.
 */
public final class TextExtractor implements Extractor {
  /**
   * The largest text that is read. The longest departmental account we know is below 3 MB; a text
   * beyond 64 MiB is a dump of something else, and would take half a gigabyte of heap as blocks.
   */
  public static final long LARGEST_BYTES = 64L << 20;

  private static final Set<String> TEXT = Set.of("txt", "text", "md", "markdown");

  private final long largestBytes;

  public TextExtractor() {
    this(LARGEST_BYTES);
  }

  TextExtractor(long largestBytes) {
    this.largestBytes = largestBytes;
  }

  @Override
  public Outcome extract(Path path, String file) {
    try {
      return read(path, file);
    } catch (NoSuchFileException e) {
      return new Failed(Reason.VANISHED, "no longer there when it was opened");
    } catch (AccessDeniedException e) {
      return new Failed(Reason.UNREADABLE, "no permission to read it");
    } catch (IOException e) {
      return new Failed(Reason.UNREADABLE, said(e));
    } catch (RuntimeException e) {
      return new Failed(Reason.INTERNAL, e.getClass().getSimpleName() + ": " + said(e));
    }
  }

  private Outcome read(Path path, String file) throws IOException {
    if (!Files.isRegularFile(path)) {
      return notAFile(path);
    }
    String extension = extension(file);
    if (!extension.isEmpty() && !TEXT.contains(extension)) {
      return unsupported(FileType.of(head(path), file));
    }
    long size = Files.size(path);
    if (size > largestBytes) {
      return tooLarge(size);
    }
    byte[] bytes = bytes(path);
    if (bytes.length > largestBytes) {
      return tooLarge(bytes.length);
    }
    if (bytes.length == 0) {
      return new Empty("no bytes");
    }
    return switch (Charsets.detect(bytes)) {
      case Charsets.Text text -> extracted(text, bytes, file, extension);
      case Charsets.Binary binary -> notText(binary, bytes, file, extension);
    };
  }

  /** Junk that is named as text; without an extension it is not, and its type says more. */
  private static Outcome notText(
      Charsets.Binary binary, byte[] bytes, String file, String extension) {
    String type = extension.isEmpty() ? FileType.of(bytes, file) : FileType.UNKNOWN;
    return type.equals(FileType.UNKNOWN)
        ? new Failed(Reason.NOT_TEXT, binary.why())
        : unsupported(type);
  }

  private static Outcome extracted(
      Charsets.Text text, byte[] bytes, String file, String extension) {
    List<Page> pages = TextPages.of(text.decode(bytes), file);
    if (pages.isEmpty()) {
      return new Empty("white space only");
    }
    String type = extension.startsWith("m") ? "text/markdown" : "text/plain";
    return new Extracted(type + text.parameters(), pages);
  }

  private Outcome tooLarge(long size) {
    return new Failed(
        Reason.TOO_LARGE,
        String.format(
            Locale.ROOT, "%,d bytes; texts up to %,d bytes are read", size, largestBytes));
  }

  private static Outcome unsupported(String type) {
    return new Failed(Reason.UNSUPPORTED, type + " is not read yet");
  }

  private static Outcome notAFile(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return new Failed(Reason.UNREADABLE, "a folder, not a file");
    }
    if (Files.notExists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    return new Failed(Reason.UNREADABLE, "not a regular file");
  }

  /** One byte more than the largest, so that a file that grows meanwhile is noticed. */
  private byte[] bytes(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, largestBytes + 1));
    }
  }

  private static byte[] head(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(FileType.HEAD_BYTES);
    }
  }

  private static String extension(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** The message without the absolute path that file system exceptions put in front. */
  private static String said(Exception e) {
    @Nullable String reason =
        e instanceof java.nio.file.FileSystemException f ? f.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }
}
