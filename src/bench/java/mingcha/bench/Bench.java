package mingcha.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs the steps for each size. */
public final class Bench {
  private static final String MINUTES = System.getProperty("bench.minutes", "1");
  private static final String DISCLOSURES = System.getProperty("bench.disclosures", "200");

  private final String heap;
  private final Summary summary = new Summary();

  private Bench(String heap) {
    this.heap = heap;
  }

  /**
   * Builds what is not there and asks it. {@code -Dbench.minutes} is how long sixteen clients ask
   * while {@code -Dbench.disclosures} files are ingested (0: left out).
   *
   * @param args a working directory, the heap of each step ({@code 1g}), sizes with commas between
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path work = Path.of(args[0]);
    Bench bench = new Bench(args[1]);
    for (String size : Arrays.asList(args[2].split(",", -1))) {
      bench.size(work.resolve("entries-" + size), size);
    }
    System.out.printf("%n%s", bench.summary.table());
    Path chart = work.resolve("cost.svg");
    Files.writeString(chart, Chart.of(bench.summary.bySize()));
    System.out.println("drawn: " + chart);
  }

  private void size(Path index, String size) throws IOException, InterruptedException {
    if (!Files.exists(index.resolve("done"))) {
      step(IndexStep.class, index.toString(), size);
      Files.writeString(index.resolve("done"), size);
    }
    step(AskStep.class, index.toString());
    summary.add(Long.parseLong(size), Figures.read(index.resolve(AskStep.FIGURES)));
    step(ClientsStep.class, index.toString());
    if (!DISCLOSURES.equals("0")) {
      step(IngestingStep.class, index.toString(), heap, MINUTES, DISCLOSURES);
    }
  }

  private void step(Class<?> step, String... args) throws IOException, InterruptedException {
    List<String> command = command(heap);
    command.add(step.getName());
    command.addAll(List.of(args));
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException(step.getSimpleName() + " ended with " + code);
    }
  }

  /** A Java of its own on this class path; what follows is the class and its arguments. */
  static List<String> command(String heap) {
    return new ArrayList<>(
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx" + heap,
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-Dstdout.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path")));
  }
}
