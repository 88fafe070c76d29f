package mingcha;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import mingcha.ingest.Ingester;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies the data directory to a folder, while nothing writes. */
@Command(
    name = "backup",
    description = "Copies the data directory to a folder that does not exist yet.",
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "TARGET", description = "the folder to copy to")
  private Path target = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Config config = data.existing();
    if (config.cluster() != null) {
      throw new Problem(
          "the index is at "
              + config.cluster()
              + ": take a snapshot of it there, and copy --index");
    }
    Ingester.backup(config.data(), target);
    out.println("backed up to " + target);
    out.flush();
    return 0;
  }
}
