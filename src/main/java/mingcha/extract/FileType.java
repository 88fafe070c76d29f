package mingcha.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;

/** Names the type of a file by the magic of its first bytes and by its name. */
final class FileType {
  static final int HEAD_BYTES = 1 << 16;

  /** When neither bytes nor name tell. */
  static final String UNKNOWN = "application/octet-stream";

  private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

  private FileType() {}

  /** By bytes and name. */
  static String of(byte[] bytes, String file) {
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, file.substring(file.lastIndexOf('/') + 1));
    return detect(bytes, metadata);
  }

  /** By bytes alone. */
  static String of(byte[] bytes) {
    return detect(bytes, new Metadata());
  }

  private static String detect(byte[] bytes, Metadata metadata) {
    byte[] head = bytes.length > HEAD_BYTES ? Arrays.copyOf(bytes, HEAD_BYTES) : bytes;
    try {
      return TYPES.detect(new ByteArrayInputStream(head), metadata).getBaseType().toString();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }
}
