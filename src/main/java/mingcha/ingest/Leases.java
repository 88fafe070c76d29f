package mingcha.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who among the ingesters of a data directory reads a file, or writes a disclosure. A lease is a
 * lock of the operating system on one byte of {@code leases.lock}, at the place that the hash of
 * its name gives: it ends with its process however that ends, at once, and needs no clock. Two
 * names of one place (of 2⁶²) would wait for each other, no more.
 */
final class Leases implements AutoCloseable {
  private static final long PAUSE_MILLIS = 10;

  private final FileChannel channel;
  private final Map<String, FileLock> files = new ConcurrentHashMap<>();

  private Leases(FileChannel channel) {
    this.channel = channel;
  }

  static Leases open(Path dataDir) throws IOException {
    Files.createDirectories(dataDir);
    return new Leases(
        FileChannel.open(
            dataDir.resolve("leases.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
  }

  /** Takes a file to read it; false if another ingester has it. */
  boolean take(Scanner.Found file) throws IOException {
    String name = name(file);
    FileLock lock = tryLock(place(name));
    if (lock != null) {
      files.put(name, lock);
    }
    return lock != null;
  }

  /** Gives a file back, if it is held. */
  void giveBack(Scanner.Found file) throws IOException {
    FileLock lock = files.remove(name(file));
    if (lock != null) {
      lock.release();
    }
  }

  /** Disclosures that nobody else writes until this is closed. */
  static final class Held implements AutoCloseable {
    private final List<FileLock> locks = new ArrayList<>();

    @Override
    public void close() throws IOException {
      for (FileLock lock : locks) {
        lock.release();
      }
    }
  }

  /**
   * Waits until it has all of these disclosures. All take them in one order, so that no two wait
   * for each other.
   */
  Held hold(Collection<String> disclosures) throws IOException {
    TreeMap<Long, String> places = new TreeMap<>();
    disclosures.forEach(id -> places.put(place("disclosure " + id), id));
    Held held = new Held();
    boolean all = false;
    try {
      for (long place : places.keySet()) {
        held.locks.add(lock(place));
      }
      all = true;
      return held;
    } finally {
      if (!all) {
        held.close();
      }
    }
  }

  private FileLock lock(long place) throws IOException {
    FileLock lock = tryLock(place);
    while (lock == null) {
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while another ingester writes the disclosure", e);
      }
      lock = tryLock(place);
    }
    return lock;
  }

  private @Nullable FileLock tryLock(long place) throws IOException {
    try {
      return channel.tryLock(place, 1, false);
    } catch (OverlappingFileLockException e) {
      return null; // This process holds it.
    }
  }

  private static String name(Scanner.Found file) {
    return "file " + file.root() + "\n" + file.file();
  }

  private static long place(String name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(name.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong() >>> 2;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
