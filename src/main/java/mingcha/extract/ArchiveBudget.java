package mingcha.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import mingcha.extract.Outcome.Reason;

/**
 * What may come out of one archive, with all the archives in it. A year of a province's departments
 * is a thousand files and a gigabyte; text shrinks to a twentieth, a bomb to a thousandth and less.
 */
final class ArchiveBudget {
  static final int DEEPEST = 4;
  private static final int MOST_FILES = 20_000;
  private static final long MOST_BYTES = 4L << 30;
  private static final int MOST_RATIO = 200;

  /** Small enough to be harmless at any ratio. */
  private static final long HARMLESS_BYTES = 32L << 20;

  private final Path folder;
  private int files;
  private long bytes;

  ArchiveBudget(Path folder) {
    this.folder = folder;
  }

  /** An archive that is not unpacked, and why. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1;
    final Reason reason;

    Refused(Reason reason, String detail) {
      super(detail);
      this.reason = reason;
    }
  }

  /** What comes out of one archive of so many bytes. */
  final class Of {
    private final long packed;
    private long unpacked;

    Of(long packed) {
      this.packed = packed;
    }

    /** Writes a file of it to the disk. */
    Path save(InputStream in) throws IOException {
      if (++files > MOST_FILES) {
        throw new Refused(Reason.BOMB, "more than " + MOST_FILES + " files in it");
      }
      Path file = folder.resolve(Integer.toString(files));
      try (OutputStream out = Files.newOutputStream(file)) {
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          count(n);
          out.write(buffer, 0, n);
        }
      }
      return file;
    }

    private void count(int n) throws Refused {
      unpacked += n;
      bytes += n;
      if (unpacked > HARMLESS_BYTES && unpacked / MOST_RATIO > packed) {
        throw new Refused(
            Reason.BOMB,
            String.format(
                Locale.ROOT,
                "%,d bytes of it unpack to more than %d times as many",
                packed,
                MOST_RATIO));
      }
      if (bytes > MOST_BYTES) {
        throw new Refused(
            Reason.BOMB,
            String.format(Locale.ROOT, "it unpacks to more than %,d bytes", MOST_BYTES));
      }
    }
  }

  /** The whole is spent: nothing more comes out of anything in it. */
  boolean spent() {
    return files > MOST_FILES || bytes > MOST_BYTES;
  }
}
