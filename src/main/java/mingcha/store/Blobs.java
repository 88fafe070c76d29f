package mingcha.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files named by a SHA-256, in 256 folders. One is written beside its place, forced to the disk and
 * moved there at once, so that a name always has its whole content.
 */
final class Blobs {
  private final Path folder;
  private final String suffix;

  Blobs(Path folder, String suffix) {
    this.folder = folder;
    this.suffix = suffix;
  }

  Optional<Path> find(String sha256) {
    Path path = path(sha256);
    return Files.exists(path) ? Optional.of(path) : Optional.empty();
  }

  /** Copies a file and gives the hash of what was copied. */
  String copy(Path source) throws IOException {
    try (InputStream in = Files.newInputStream(source)) {
      MessageDigest digest = sha256();
      Path part = part();
      try {
        write(
            part,
            out -> {
              byte[] buffer = new byte[1 << 16];
              for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
              }
            });
        String name = HexFormat.of().formatHex(digest.digest());
        if (find(name).isEmpty()) {
          move(part, path(name));
        }
        return name;
      } finally {
        Files.deleteIfExists(part);
      }
    }
  }

  /** Puts what {@code writer} writes in place of what was there. */
  void put(String sha256, Writer writer) throws IOException {
    Path part = part();
    try {
      write(part, writer);
      move(part, path(sha256));
    } finally {
      Files.deleteIfExists(part);
    }
  }

  void delete(String sha256) throws IOException {
    Files.deleteIfExists(path(sha256));
  }

  /** Deletes what a killed process left half written. */
  void sweep() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".part")).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** The hash of a file's bytes. */
  static String hash(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  interface Writer {
    void to(OutputStream out) throws IOException;
  }

  private Path path(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256 + suffix);
  }

  private Path part() throws IOException {
    Files.createDirectories(folder);
    return Files.createTempFile(folder, "", ".part");
  }

  private static void write(Path part, Writer writer) throws IOException {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      OutputStream out = Channels.newOutputStream(channel);
      writer.to(out);
      out.flush();
      channel.force(true);
    }
  }

  private static void move(Path part, Path to) throws IOException {
    Path folder = to.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
      Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      force(folder);
    }
  }

  /** Makes a new name last; Windows neither needs nor can do it. */
  private static void force(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
