package mingcha.extract;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import mingcha.extract.Outcome.Failed;
import mingcha.extract.Outcome.Reason;
import mingcha.extract.WorkerProcess.Answer;
import mingcha.extract.WorkerProcess.Lost;
import org.jspecify.annotations.Nullable;

/**
 * Reads files in processes of their own: a file that hangs, dies or eats memory costs its own
 * outcome and no other's. Processes are started when they are needed, two at most, and used again.
 * Small plain text is read here: nothing in it can go wrong that way, and starting a process takes
 * longer than reading it.
 *
 * <p>Safe for use by several threads; more than two wait for each other. Whoever makes it closes
 * it.
 */
public final class Workers implements Extractor, AutoCloseable {
  private static final int AT_ONCE = 2;

  /** Beyond this text goes to a worker too; the longest departmental account is below 3 MB. */
  private static final long LARGEST_HERE = 4L << 20;

  /**
   * An answer is held by this process, whose heap is that of the machine's default. The longest
   * disclosure of 600 pages comes to 12 MB.
   */
  private static final long LONGEST_ANSWER = 192L << 20;

  private final Limits limits;
  private final String classPath;
  private final Semaphore places = new Semaphore(AT_ONCE, /* fair= */ true);
  private final Deque<WorkerProcess> idle = new ArrayDeque<>();
  private final Set<WorkerProcess> busy = new HashSet<>();
  private final FileExtractor here = new FileExtractor();
  private final TextExtractor text = new TextExtractor();
  private boolean closed;

  /** With the class path that this process was started with. */
  public Workers(Limits limits) {
    this(limits, System.getProperty("java.class.path"));
  }

  Workers(Limits limits, String classPath) {
    this.limits = limits;
    this.classPath =
        Arrays.stream(classPath.split(File.pathSeparator))
            .map(part -> Path.of(part).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
  }

  @Override
  public Outcome extract(Path path, String file) {
    if (!Files.isRegularFile(path)) {
      return text.extract(path, file); // it says what is wrong, and opens no pipe
    }
    if (isSmallText(path, file)) {
      return here.extract(path, file);
    }
    try {
      return ask(
          new Job.Extract(path.toAbsolutePath().toString(), file),
          in -> OutcomeCodec.read(new DataInputStream(new Bounded(in, LONGEST_ANSWER)), file),
          limits.perFile());
    } catch (Lost e) {
      return new Failed(e.reason, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public @Nullable Unpacked unpack(Path path, String file, Path folder) {
    try {
      if (!Files.isRegularFile(path) || ArchiveType.perhaps(path, file) == null) {
        return null;
      }
      return ask(
          new Job.Unpack(
              path.toAbsolutePath().toString(), file, folder.toAbsolutePath().toString()),
          UnpackedCodec::read,
          limits.perFile());
    } catch (IOException e) {
      return null; // extract says what is wrong
    } catch (Lost e) {
      Failed failed = new Failed(e.reason, String.valueOf(e.getMessage()));
      return new Unpacked(new Unpacked.Lost("", failed), List.of());
    }
  }

  /**
   * Draws a page into a PNG file.
   *
   * @param number from 1
   * @param turns how many quarters to the right its picture was turned by to be read, as {@code
   *     turned=} of the media type says
   * @param target replaced if it is there
   */
  public Picture draw(Path file, int number, int turns, Path target) {
    try {
      return ask(
          new Job.Draw(
              file.toAbsolutePath().toString(), number, turns, target.toAbsolutePath().toString()),
          in -> {
            double scale = in.readDouble();
            return scale > 0 ? new Picture.Drawn(scale) : new Picture.None(OutcomeCodec.string(in));
          },
          limits.perFile());
    } catch (Lost e) {
      return new Picture.None(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isSmallText(Path path, String file) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] head = in.readNBytes(FileType.HEAD_BYTES);
      return Files.size(path) <= LARGEST_HERE
          && !FileExtractor.isPdf(head)
          && Set.of("text/plain", "text/x-web-markdown").contains(FileType.of(head, file));
    } catch (IOException e) {
      return true; // the reader says what is wrong
    }
  }

  /**
   * Has a job done. One that ends a process which has done others before is tried once more in a
   * new one: what they left may have been to blame.
   */
  private <T extends @Nullable Object> T ask(Job job, Answer<T> answer, Duration time) throws Lost {
    places.acquireUninterruptibly();
    try {
      WorkerProcess worker = take();
      boolean used = worker.used();
      try {
        return asked(worker, job, answer, time);
      } catch (Lost e) {
        boolean perhapsNotItsFault = e.reason == Reason.CRASHED || e.reason == Reason.OUT_OF_MEMORY;
        if (!used || !perhapsNotItsFault) {
          throw e;
        }
        return asked(started(), job, answer, time);
      }
    } finally {
      places.release();
    }
  }

  private <T extends @Nullable Object> T asked(
      WorkerProcess worker, Job job, Answer<T> answer, Duration time) throws Lost {
    boolean fit = false;
    try {
      T result = worker.ask(job, answer, time);
      fit = !worker.grown();
      return result;
    } finally {
      giveBack(worker, fit);
    }
  }

  private WorkerProcess take() throws Lost {
    synchronized (idle) {
      @Nullable WorkerProcess worker = idle.poll();
      if (worker != null) {
        busy.add(worker);
        return worker;
      }
    }
    return started();
  }

  private WorkerProcess started() throws Lost {
    WorkerProcess worker = WorkerProcess.start(classPath, limits);
    synchronized (idle) {
      if (!closed) {
        busy.add(worker);
        return worker;
      }
    }
    worker.close();
    throw new Lost(Reason.INTERNAL, "closed");
  }

  private void giveBack(WorkerProcess worker, boolean fit) {
    synchronized (idle) {
      busy.remove(worker);
      if (fit && !closed) {
        idle.push(worker);
        return;
      }
    }
    worker.close();
  }

  /** Ends the processes, busy ones too. */
  @Override
  public void close() {
    Set<WorkerProcess> all = new HashSet<>();
    synchronized (idle) {
      closed = true;
      all.addAll(idle);
      all.addAll(busy);
      idle.clear();
    }
    all.forEach(WorkerProcess::close);
  }
}
