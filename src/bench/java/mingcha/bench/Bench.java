package mingcha.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs the steps for each size. */
public final class Bench {
  private Bench() {}

  /**
   * Builds what is not there and asks it.
   *
   * @param args a working directory, the heap of each step ({@code 1g}), sizes with commas between
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path work = Path.of(args[0]);
    String heap = args[1];
    for (String size : Arrays.asList(args[2].split(",", -1))) {
      Path index = work.resolve("entries-" + size);
      if (!Files.exists(index.resolve("done"))) {
        step(heap, IndexStep.class, index.toString(), size);
        Files.writeString(index.resolve("done"), size);
      }
      step(heap, AskStep.class, index.toString());
      step(heap, ClientsStep.class, index.toString());
    }
  }

  private static void step(String heap, Class<?> step, String... args)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + heap,
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                step.getName()));
    command.addAll(List.of(args));
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException(step.getSimpleName() + " ended with " + code);
    }
  }
}
