package mingcha.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs the steps for each size. */
public final class Bench {
  private static final String MINUTES = System.getProperty("bench.minutes", "1");
  private static final String DISCLOSURES = System.getProperty("bench.disclosures", "200");

  private static final String CLUSTER = System.getProperty("bench.cluster", "");

  private final String heap;
  private final Summary summary = new Summary();

  private Bench(String heap) {
    this.heap = heap;
  }

  /**
   * Builds what is not there and asks it. {@code -Dbench.minutes} is how long sixteen clients ask
   * while {@code -Dbench.disclosures} files are ingested (0: left out), {@code -Dbench.cluster} the
   * address of an OpenSearch that is given the same entries and asked the same questions.
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
    if (!CLUSTER.isEmpty()) {
      Path digests = index.resolve("answers-cluster.tsv");
      step(ClusterStep.class, CLUSTER, size, digests.toString());
      summary.addCluster(
          Long.parseLong(size),
          "asked first",
          Figures.read(index.resolve(AskStep.FIGURES)),
          Figures.read(index.resolve(ClusterStep.FIGURES)));
      summary.addCluster(
          Long.parseLong(size),
          "asked before",
          Figures.read(index.resolve(AskStep.AGAIN)),
          Figures.read(index.resolve(ClusterStep.AGAIN)));
      System.out.printf(
          "of the digests in answers.tsv and answers-cluster.tsv %d differ%n",
          different(index.resolve("answers.tsv"), digests));
    }
  }

  private static long different(Path one, Path other) throws IOException {
    Set<String> lines = new HashSet<>(Files.readAllLines(one));
    return Files.readAllLines(other).stream().filter(line -> !lines.contains(line)).count();
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
