package mingcha.extract;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import mingcha.extract.Outcome.Failed;
import mingcha.extract.Outcome.Reason;

/**
 * The other end of {@link Workers}: a process that does one job after another. A job comes in on
 * stdin, its answer goes out on stdout; when stdin ends, its parent is gone or wants it gone, and
 * it ends at once, its children with it, whatever it is doing.
 */
public final class Worker {
  /** Said once, when it is ready for jobs. */
  static final int READY = 0x4D43;

  /** Goes before an answer. */
  static final int ANSWER = 0;

  /** A page was recognised; more is to come. */
  static final int BEAT = 1;

  private static final int ATTEMPTS = 20;

  private Worker() {}

  /** Run by {@link Workers}. */
  public static void main(String[] args) {
    DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
    // A library that prints would break the answers.
    System.setOut(System.err);
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
    Jobs jobs = new Jobs(() -> beat(out));
    ExecutorService working =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name("job").daemon().factory());
    try {
      out.writeInt(READY);
      out.flush();
      while (true) {
        Job job = Job.read(in);
        var unused = working.submit(() -> answer(jobs, job, out));
      }
    } catch (IOException e) {
      end();
    }
  }

  private static void beat(DataOutputStream out) {
    try {
      out.writeByte(BEAT);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("nobody listens", e);
    }
  }

  private static void answer(Jobs jobs, Job job, DataOutputStream out) {
    try {
      jobs.answer(job, out);
      out.flush();
    } catch (IOException | RuntimeException | Error e) {
      // What was written of the answer cannot be taken back: the parent is to see an end.
      e.printStackTrace();
      end();
    }
  }

  private static void end() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    // A parent that was killed deletes nothing.
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    if (String.valueOf(folder.getFileName()).startsWith(WorkerProcess.FOLDER)) {
      // The job goes on, and may write where its files are being deleted.
      for (int i = 0; i < ATTEMPTS && Files.exists(folder); i++) {
        WorkerProcess.delete(folder);
      }
    }
    Runtime.getRuntime().halt(1);
  }

  /** What it can do. */
  private static final class Jobs {
    private final Extractor extractor;

    Jobs(Pulse pulse) {
      extractor = new FileExtractor(pulse);
    }

    void answer(Job job, DataOutputStream out) throws IOException {
      switch (job) {
        case Job.Extract extract -> {
          Outcome outcome = extract(extract);
          out.writeByte(ANSWER);
          OutcomeCodec.write(outcome, out);
        }
        case Job.Draw draw -> {
          out.writeByte(ANSWER);
          draw(draw, out);
        }
        case Job.Unpack unpack -> {
          out.writeByte(ANSWER);
          UnpackedCodec.write(
              extractor.unpack(Path.of(unpack.path()), unpack.file(), Path.of(unpack.folder())),
              out);
        }
      }
    }

    /** The scale, or 0 and why there is no picture. */
    private static void draw(Job.Draw job, DataOutputStream out) throws IOException {
      Picture picture;
      try {
        picture =
            PageRenderer.draw(Path.of(job.path()), job.page(), job.turns(), Path.of(job.target()));
      } catch (IOException | RuntimeException | StackOverflowError e) {
        // PDFBox meets damage with exceptions of all kinds.
        picture = new Picture.None(Damage.said(e));
      }
      switch (picture) {
        case Picture.Drawn drawn -> out.writeDouble(drawn.scale());
        case Picture.None none -> {
          out.writeDouble(0);
          OutcomeCodec.string(none.reason(), out);
        }
      }
    }

    private Outcome extract(Job.Extract job) {
      try {
        return extractor.extract(Path.of(job.path()), job.file());
      } catch (RuntimeException | StackOverflowError | LinkageError e) {
        return new Failed(Reason.INTERNAL, e.getClass().getSimpleName() + ": " + e.getMessage());
      }
    }
  }
}
