package mingcha.ingest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The right to write to a data directory: a lock of the operating system on {@code writer.lock}, so
 * that it ends with the process however that ends. The file names its holder. Where the index can
 * have several writers each locks a byte of its own, its seat; else one locks all seats.
 */
final class WriterLock implements AutoCloseable {
  /** Beyond the text, which others must be able to read: on Windows a lock keeps readers out. */
  private static final long POSITION = 1L << 40;

  private static final int SEATS = 64;

  private final FileChannel channel;
  private final FileLock lock;
  private final int seat;

  private WriterLock(FileChannel channel, FileLock lock, int seat) {
    this.channel = channel;
    this.lock = lock;
    this.seat = seat;
  }

  /**
   * Takes the whole lock.
   *
   * @throws IngestProblem naming a holder, if another has it or a part of it
   */
  static WriterLock take(Path dataDir) throws IOException {
    return take(dataDir, false);
  }

  /**
   * Takes the first seat that is free.
   *
   * @throws IngestProblem naming a holder, if there is none
   */
  static WriterLock takeSeat(Path dataDir) throws IOException {
    return take(dataDir, true);
  }

  private static WriterLock take(Path dataDir, boolean one) throws IOException {
    Files.createDirectories(dataDir);
    Path file = dataDir.resolve("writer.lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      int seat = 0;
      FileLock lock = tryLock(channel, seat, one ? 1 : SEATS);
      while (lock == null && one && seat < SEATS - 1) {
        lock = tryLock(channel, ++seat, 1);
      }
      if (lock == null) {
        throw new IngestProblem(
            dataDir + " is being written by " + holder(file) + "; wait for it, or end it");
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(me().getBytes(StandardCharsets.UTF_8)), 0);
      return new WriterLock(channel, lock, seat);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** The number of this writer. */
  int seat() {
    return seat;
  }

  /** Another seat, until that is closed; null while somebody sits there. */
  @Nullable FileLock tryOther(int other) throws IOException {
    return tryLock(channel, other, 1);
  }

  private static @Nullable FileLock tryLock(FileChannel channel, int seat, int seats)
      throws IOException {
    try {
      return channel.tryLock(POSITION + seat, seats, false);
    } catch (OverlappingFileLockException e) {
      return null; // This process holds it.
    }
  }

  private static String me() {
    return String.format(
        Locale.ROOT,
        "process %d on %s since %s",
        ProcessHandle.current().pid(),
        host(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  private static String holder(Path file) {
    try {
      String text = Files.readString(file).strip();
      return text.isEmpty() ? "another process" : text;
    } catch (IOException e) {
      return "another process";
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "this host";
    }
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      channel.truncate(0);
      lock.release();
    }
  }
}
