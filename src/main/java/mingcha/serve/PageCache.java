package mingcha.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of pages on the disk, drawn when they are first asked for: {@code
 * pages/ab/ab…/12t1x1667.png} is page 12, turned right once, at 1.667 pixels a point. The least
 * recently drawn are deleted when there are too many. Safe for use by several threads.
 */
final class PageCache {
  /** Some 5,000 pages. */
  private static final long MOST_BYTES = 1L << 30;

  /** Two are drawn at a time; more than this waiting would only be a crowd. */
  private static final int WAITING = 8;

  private static final int FAILURES = 1_000;

  private final Path folder;
  private final PageDrawer drawer;
  private final long mostBytes;
  private final Semaphore waiting = new Semaphore(WAITING);
  private final ReentrantLock[] locks = new ReentrantLock[64];

  /** What could not be drawn would cost as much the next time. */
  private final Map<String, String> failures =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
              return size() > FAILURES;
            }
          });

  private long bytes = -1;

  PageCache(Path folder, PageDrawer drawer) {
    this(folder, drawer, MOST_BYTES);
  }

  PageCache(Path folder, PageDrawer drawer, long mostBytes) {
    this.folder = folder;
    this.drawer = drawer;
    this.mostBytes = mostBytes;
    for (int i = 0; i < locks.length; i++) {
      locks[i] = new ReentrantLock();
    }
  }

  /** A PNG file. */
  record Drawn(Path path, double scale) {}

  /** There is no picture of this page. */
  static final class NoPicture extends Exception {
    private static final long serialVersionUID = 1;

    NoPicture(String reason) {
      super(reason);
    }
  }

  /** So many are waiting for pictures that one more shall come again. */
  static final class Busy extends Exception {
    private static final long serialVersionUID = 1;
  }

  /**
   * The picture of a page of the original with this hash.
   *
   * @param turns how many quarters to the right it is turned
   */
  Drawn picture(String sha256, Path original, int page, int turns)
      throws IOException, NoPicture, Busy {
    Path own = folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    Drawn there = find(own, page, turns);
    if (there != null) {
      return there;
    }
    if (!waiting.tryAcquire()) {
      throw new Busy();
    }
    ReentrantLock lock = locks[Math.floorMod(own.hashCode() + page, locks.length)];
    lock.lock();
    try {
      Drawn meanwhile = find(own, page, turns);
      return meanwhile != null ? meanwhile : draw(own, original, page, turns);
    } finally {
      lock.unlock();
      waiting.release();
    }
  }

  private static @Nullable Drawn find(Path own, int page, int turns) throws IOException {
    if (!Files.isDirectory(own)) {
      return null;
    }
    String start = page + "t" + turns + "x";
    try (Stream<Path> files = Files.list(own)) {
      return files
          .filter(file -> name(file).startsWith(start) && name(file).endsWith(".png"))
          .findFirst()
          .map(file -> new Drawn(file, scale(name(file), start.length())))
          .orElse(null);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static double scale(String name, int from) {
    return Integer.parseInt(name.substring(from, name.indexOf('.'))) / 1000.0;
  }

  private Drawn draw(Path own, Path original, int page, int turns) throws IOException, NoPicture {
    String key = own.getFileName() + "/" + page;
    String known = failures.get(key);
    if (known != null) {
      throw new NoPicture(known);
    }
    Files.createDirectories(own);
    Path fresh = own.resolve("drawing-" + page);
    PageDrawer.Result result = drawer.draw(original, page, turns, fresh);
    if (!(result.scale() > 0)) {
      failures.put(key, result.reason());
      Files.deleteIfExists(fresh);
      throw new NoPicture(result.reason());
    }
    long milli = Math.round(result.scale() * 1000);
    Path kept = own.resolve(String.format(Locale.ROOT, "%dt%dx%d.png", page, turns, milli));
    Files.move(fresh, kept, StandardCopyOption.REPLACE_EXISTING);
    grown(kept);
    return new Drawn(kept, milli / 1000.0);
  }

  /** Deletes the oldest down to three quarters when there is too much. */
  private synchronized void grown(Path kept) {
    try {
      prune(kept);
    } catch (IOException | UncheckedIOException e) {
      bytes = -1; // Another file went meanwhile: counted anew the next time.
    }
  }

  private void prune(Path kept) throws IOException {
    bytes = bytes < 0 ? all().stream().mapToLong(PageCache::size).sum() : bytes + size(kept);
    if (bytes <= mostBytes) {
      return;
    }
    List<Path> oldestFirst = new ArrayList<>(all());
    oldestFirst.sort(Comparator.comparingLong(PageCache::time));
    bytes = oldestFirst.stream().mapToLong(PageCache::size).sum();
    for (Path file : oldestFirst) {
      if (bytes <= mostBytes / 4 * 3 || file.equals(kept)) {
        break;
      }
      bytes -= size(file);
      Files.deleteIfExists(file);
    }
  }

  private List<Path> all() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  private static long time(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }
}
