package mingcha;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import mingcha.extract.Limits;
import mingcha.sample.SampleWriter;
import mingcha.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What {@code mvn exec:exec} runs: sample disclosures if there are none yet, then the site. */
@Command(
    name = "demo",
    description =
        "Ingests sample disclosures if the index is empty, then serves; ends with its parent.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final int DISCLOSURES = 24;
  private static final long SEED = 1;

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + Config.DEFAULT_PORT,
      description = "0 for any free one (default: ${DEFAULT-VALUE})")
  private int port;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    // Maven, killed, would leave the server behind and its port taken.
    ProcessHandle.current().parent().ifPresent(DemoCommand::endWith);
    Config config = data.config(port);
    if (isEmpty(config)) {
      Path samples = Files.createTempDirectory("mingcha-sample");
      try {
        SampleWriter.write(samples, DISCLOSURES, SEED);
        IngestCommand.ingest(
            config, Limits.STANDARD, null, List.of(samples), spec.commandLine().getErr());
      } finally {
        delete(samples);
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    Site site = Site.open(config);
    Runtime.getRuntime().addShutdownHook(new Thread(site::close, "close"));
    out.println("Mingcha answers at " + site.address());
    out.flush();
    Thread.currentThread().join();
    return 0;
  }

  private static void endWith(ProcessHandle parent) {
    var unused = parent.onExit().thenRun(() -> System.exit(0));
  }

  private static boolean isEmpty(Config config) {
    if (!Files.isDirectory(config.segments())) {
      return true;
    }
    try (Store store = Store.openReadOnly(config.data())) {
      return store.ledger().isEmpty();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
