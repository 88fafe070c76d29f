package mingcha.extract;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import mingcha.extract.Outcome.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One worker, seen from its parent. For use by one thread at a time; whoever starts it closes it,
 * which kills it with its children and deletes what they left in its folder.
 */
final class WorkerProcess implements AutoCloseable {
  /** What the name of its folder begins with. */
  static final String FOLDER = "mingcha-worker";

  /** How often a busy one is looked at. */
  private static final long TICK_MILLIS = 100;

  /** Half a second, but on a machine that does other things as well. */
  private static final Duration START = Duration.ofMinutes(2);

  /** What -XX:+ExitOnOutOfMemoryError exits with. */
  private static final int EXIT_OUT_OF_MEMORY = 3;

  private final Limits limits;
  private final Path folder;
  private final Process process;
  private final DataOutputStream jobs;
  private final DataInputStream answers;
  private final Set<ProcessHandle> children = new LinkedHashSet<>();
  private final ExecutorService listening =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("answers").daemon().factory());
  private volatile long beat;
  private int done;

  private WorkerProcess(Limits limits, Path folder, Process process) {
    this.limits = limits;
    this.folder = folder;
    this.process = process;
    this.jobs = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
  }

  /** Reads an answer. */
  @FunctionalInterface
  interface Answer<T extends @Nullable Object> {
    T read(DataInputStream in) throws IOException;
  }

  /** There is no answer, and no process any more. */
  static final class Lost extends Exception {
    private static final long serialVersionUID = 1;
    final Reason reason;

    Lost(Reason reason, String detail) {
      super(detail);
      this.reason = reason;
    }
  }

  /**
   * Starts one.
   *
   * @param classPath absolute
   */
  static WorkerProcess start(String classPath, Limits limits) throws Lost {
    try {
      // What a killed process leaves behind, such as scratch files, lies here and goes with it.
      Path folder = Files.createTempDirectory(FOLDER);
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx" + limits.heapMebibytes() + "m",
                  "-XX:+UseSerialGC",
                  "-XX:+ExitOnOutOfMemoryError",
                  "-XX:-CreateCoredumpOnCrash",
                  "-XX:ErrorFile=" + folder.resolve("crash.log"),
                  "--enable-native-access=ALL-UNNAMED",
                  "-Djava.awt.headless=true",
                  "-Djava.io.tmpdir=" + folder,
                  "-Dfile.encoding=UTF-8",
                  "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                  "-cp",
                  classPath,
                  Worker.class.getName())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      WorkerProcess worker = new WorkerProcess(limits, folder, process);
      boolean ready = false;
      try {
        ready = worker.await(DataInputStream::readInt, START) == Worker.READY;
        if (!ready) {
          throw new Lost(Reason.CRASHED, "the process that was to read it said something else");
        }
      } finally {
        if (!ready) {
          worker.close();
        }
      }
      return worker;
    } catch (IOException e) {
      throw new Lost(Reason.CRASHED, "no process could be started to read it: " + e.getMessage());
    }
  }

  /**
   * Whether it has done a job before, whose traces might be to blame for what becomes of the next.
   */
  boolean used() {
    return done > 0;
  }

  /**
   * Has a job done. When neither an answer nor a {@link Pulse} comes within {@code time} it is
   * killed.
   */
  <T extends @Nullable Object> T ask(Job job, Answer<T> answer, Duration time) throws Lost {
    boolean answered = false;
    try {
      job.write(jobs);
      T result = await(in -> answer.read(behindBeats(in)), time);
      answered = true;
      done++;
      return result;
    } catch (IOException e) {
      throw gone();
    } finally {
      if (!answered) {
        close();
      }
    }
  }

  private DataInputStream behindBeats(DataInputStream in) throws IOException {
    while (in.readByte() == Worker.BEAT) {
      beat = System.nanoTime();
    }
    return in;
  }

  private <T extends @Nullable Object> T await(Answer<T> answer, Duration time) throws Lost {
    beat = System.nanoTime();
    Future<T> coming = listening.submit(() -> answer.read(answers));
    while (true) {
      try {
        return coming.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        look(System.nanoTime() - beat, time);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof TooLong problem
            ? new Lost(Reason.TOO_LARGE, String.valueOf(problem.getMessage()))
            : gone();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Lost(Reason.INTERNAL, "interrupted");
      }
    }
  }

  /** An answer that is longer than what the parent can hold. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1;

    TooLong(String message) {
      super(message);
    }
  }

  private void look(long nanos, Duration time) throws Lost {
    process.descendants().forEach(children::add);
    if (nanos > time.toNanos()) {
      throw new Lost(Reason.TIMEOUT, "not through after " + seconds(time));
    }
    long resident = Resident.bytes(process.toHandle());
    for (ProcessHandle child : children) {
      resident += Resident.bytes(child);
    }
    if (resident > limits.residentBytes()) {
      throw new Lost(
          Reason.OUT_OF_MEMORY,
          "took "
              + (resident >> 20)
              + " MiB of memory, more than the "
              + (limits.residentBytes() >> 20)
              + " that a file may");
    }
  }

  private static String seconds(Duration time) {
    return time.toMillis() % 1000 == 0
        ? time.toSeconds() + " seconds"
        : String.format(Locale.ROOT, "%.1f seconds", time.toMillis() / 1000.0);
  }

  /** Why its answers have ended. */
  private Lost gone() {
    try {
      if (!process.waitFor(1, TimeUnit.SECONDS)) {
        return new Lost(Reason.CRASHED, "the process that read it fell silent");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Lost(Reason.INTERNAL, "interrupted");
    }
    int code = process.exitValue();
    return code == EXIT_OUT_OF_MEMORY
        ? new Lost(
            Reason.OUT_OF_MEMORY,
            "needs more than the " + limits.heapMebibytes() + " MiB of heap that a file may")
        : new Lost(Reason.CRASHED, "the process that read it ended with code " + code);
  }

  /** What it and its children hold in memory. */
  boolean grown() {
    return Resident.bytes(process.toHandle()) > limits.residentBytes() / 4 * 3;
  }

  @Override
  public void close() {
    process.descendants().forEach(children::add);
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    listening.shutdownNow();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    delete(folder);
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      System.getLogger(WorkerProcess.class.getName())
          .log(System.Logger.Level.DEBUG, "deleting " + folder, e);
    }
  }
}
