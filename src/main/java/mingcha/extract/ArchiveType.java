package mingcha.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The archives that are opened, each known by its first bytes. */
enum ArchiveType {
  ZIP,
  TAR,
  GZIP,
  SEVEN_Z;

  private static final int HEAD_BYTES = 512;
  private static final int TAR_MAGIC_AT = 257;
  private static final byte[] TAR_MAGIC = "ustar".getBytes(StandardCharsets.US_ASCII);

  /** Documents that are archives inside. */
  private static final Pattern DOCUMENT =
      Pattern.compile(".*\\.(?:docx?|docm|xlsx?|xlsm|pptx?|wps|et|dps|ofd|od[tsp]|epub)");

  private static final List<String> DOCUMENT_PARTS =
      List.of("[Content_Types].xml", "OFD.xml", "mimetype");

  /** What a file may be, by its name and its first bytes; null if it is certainly none. */
  static @Nullable ArchiveType perhaps(Path path, String file) throws IOException {
    if (DOCUMENT.matcher(file.toLowerCase(Locale.ROOT)).matches()) {
      return null;
    }
    try (InputStream in = Files.newInputStream(path)) {
      return of(in.readNBytes(HEAD_BYTES));
    }
  }

  /** What it is; null if it is none. */
  static @Nullable ArchiveType of(Path path, String file) throws IOException {
    ArchiveType type = perhaps(path, file);
    return type == ZIP && isDocument(path) ? null : type;
  }

  static @Nullable ArchiveType of(byte[] head) {
    if (starts(head, "504b0304") || starts(head, "504b0506")) {
      return ZIP;
    }
    if (starts(head, "377abcaf271c")) {
      return SEVEN_Z;
    }
    return starts(head, "1f8b08") ? GZIP : isTar(head) ? TAR : null;
  }

  static boolean isTar(byte[] head) {
    int end = TAR_MAGIC_AT + TAR_MAGIC.length;
    return head.length >= end
        && Arrays.equals(head, TAR_MAGIC_AT, end, TAR_MAGIC, 0, TAR_MAGIC.length);
  }

  private static boolean isDocument(Path path) {
    try (ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1)) {
      return DOCUMENT_PARTS.stream().anyMatch(part -> zip.getEntry(part) != null);
    } catch (IOException e) {
      return false; // damaged: opening it will say how
    }
  }

  private static boolean starts(byte[] head, String hex) {
    byte[] magic = HexFormat.of().parseHex(hex);
    return head.length >= magic.length
        && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
  }
}
