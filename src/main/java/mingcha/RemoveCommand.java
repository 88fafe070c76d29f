package mingcha;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import mingcha.extract.Limits;
import mingcha.extract.Workers;
import mingcha.ingest.Ingester;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a disclosure out of the index. */
@Command(
    name = "remove",
    description = "Takes a disclosure out of the index; its original is kept.",
    mixinStandardHelpOptions = true)
final class RemoveCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "DISCLOSURE", description = "its id")
  private String disclosure = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    try (Workers workers = new Workers(Limits.STANDARD);
        Ingester ingester = Rooms.ingester(data.existing(), workers)) {
      if (!ingester.remove(disclosure)) {
        throw new Problem("no disclosure '" + disclosure + "'");
      }
    }
    out.println("removed " + disclosure);
    out.flush();
    return 0;
  }
}
