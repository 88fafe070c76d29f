package mingcha.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mingcha.extract.Outcome.Extracted;
import mingcha.extract.Outcome.Failed;
import mingcha.extract.Outcome.Reason;
import mingcha.sample.Format;
import mingcha.sample.SampleWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that hang, die and swell, each in a process that it costs. */
class WorkersTest {
  private static final Limits PATIENT = new Limits(Duration.ofSeconds(50), 256);

  @TempDir private Path folder = Path.of("");

  private static Workers workers(Limits limits) {
    return new Workers(limits, Hostile.classPath());
  }

  @Test
  void aWorkerSaysTheSameAsThisProcess() throws IOException {
    try (Workers workers = workers(PATIENT)) {
      for (Format format : List.of(Format.WORD, Format.EXCEL, Format.HTML)) {
        Path out = Files.createDirectories(folder.resolve(format.name()));
        SampleWriter.write(out, 1, 7, format, Set.of());
        for (Path file : files(out)) {
          String name = "a.zip!/" + file.getFileName();
          assertEquals(new FileExtractor().extract(file, name), workers.extract(file, name));
        }
      }
      Path pdf = Hostile.ruled(folder.resolve("ruled.pdf"));
      Outcome read = workers.extract(pdf, "ruled.pdf");
      assertTrue(read instanceof Extracted, read.toString());
      assertEquals(new FileExtractor().extract(pdf, "ruled.pdf"), read);
      assertEquals(1, Hostile.workers().count());
    }
    assertEquals(0, Hostile.workers().count());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @Test
  void smallTextIsReadWithoutAWorker() throws IOException {
    try (Workers workers = workers(PATIENT)) {
      Path text = Files.writeString(folder.resolve("a.txt"), "2023年度部门决算\n");
      assertTrue(workers.extract(text, "a.txt") instanceof Extracted);
      assertEquals(
          new Failed(Reason.VANISHED, "no longer there when it was opened"),
          workers.extract(folder.resolve("none.pdf"), "none.pdf"));
      assertEquals(0, Hostile.workers().count());
    }
  }

  @Test
  void aFileThatHangsIsGivenUpAndTheNextIsRead() throws IOException {
    Path bomb = Hostile.endless(folder.resolve("bomb.pdf"));
    Path good = Hostile.ruled(folder.resolve("good.pdf"));
    try (Workers workers = workers(new Limits(Duration.ofSeconds(2), 256))) {
      long start = System.nanoTime();
      assertEquals(
          new Failed(Reason.TIMEOUT, "not through after 2 seconds"),
          workers.extract(bomb, "bomb.pdf"));
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
      assertTrue(seconds < 20, seconds + " seconds");
      assertEquals(0, Hostile.workers().count());
    }
    try (Workers workers = workers(PATIENT)) {
      assertTrue(workers.extract(good, "good.pdf") instanceof Extracted);
    }
  }

  @Test
  void aFileThatNeedsTooMuchMemoryIsGivenUp() throws IOException {
    Path swollen = Hostile.swollen(folder.resolve("swollen.xlsx"));
    Path good = Hostile.ruled(folder.resolve("good.pdf"));
    try (Workers workers = workers(new Limits(Duration.ofSeconds(50), 64))) {
      assertEquals(
          new Failed(Reason.OUT_OF_MEMORY, "needs more than the 64 MiB of heap that a file may"),
          workers.extract(swollen, "swollen.xlsx"));
      assertTrue(workers.extract(good, "good.pdf") instanceof Extracted);
    }
  }

  @Test
  void aWorkerThatDiesCostsItsFileAndNotTheOneBesideIt() throws Exception {
    Path bomb = Hostile.endless(folder.resolve("bomb.pdf"));
    Path good = Hostile.ruled(folder.resolve("good.pdf"));
    try (Workers workers = workers(PATIENT);
        ExecutorService reader = Executors.newSingleThreadExecutor()) {
      Future<Outcome> dying =
          reader.submit((Callable<Outcome>) () -> workers.extract(bomb, "b.pdf"));
      ProcessHandle first = awaited(() -> Hostile.workers().toList(), 1).getFirst();
      assertTrue(workers.extract(good, "good.pdf") instanceof Extracted);
      first.destroyForcibly();
      assertEquals(
          new Failed(Reason.CRASHED, "the process that read it ended with code 137"),
          dying.get(20, TimeUnit.SECONDS));
      assertTrue(workers.extract(good, "good.pdf") instanceof Extracted);
    }
  }

  @Test
  void whenThisProcessIsKilledItsWorkersEndThemselves() throws Exception {
    Path bomb = Hostile.endless(folder.resolve("bomb.pdf"));
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Hostile.classPath(),
                Hostile.class.getName(),
                bomb.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    try {
      List<ProcessHandle> workers = awaited(() -> parent.descendants().toList(), 1);
      parent.destroyForcibly();
      for (ProcessHandle worker : workers) {
        worker.onExit().get(10, TimeUnit.SECONDS);
        assertFalse(worker.isAlive());
      }
    } finally {
      parent.destroyForcibly();
    }
  }

  /** What there is as soon as there is so much of it. */
  private static List<ProcessHandle> awaited(Callable<List<ProcessHandle>> there, int least)
      throws Exception {
    List<ProcessHandle> found = new ArrayList<>();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (found.size() < least && System.nanoTime() < end) {
      Thread.sleep(20);
      found = there.call();
    }
    return found;
  }
}
