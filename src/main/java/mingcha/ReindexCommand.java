package mingcha;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import mingcha.extract.Workers;
import mingcha.ingest.Ingester;
import mingcha.ingest.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the index anew from the kept originals. */
@Command(
    name = "reindex",
    description = "Makes the index anew from the kept originals.",
    mixinStandardHelpOptions = true)
final class ReindexCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();
  @Mixin private LimitOptions limits = new LimitOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getErr();
    Summary summary;
    try (Workers workers = new Workers(limits.limits());
        Ingester ingester = Rooms.ingesterAfresh(data.existing(), workers);
        IngestCommand.Bar bar = new IngestCommand.Bar(out)) {
      summary = ingester.reindex(bar);
    }
    IngestCommand.print(summary, out);
    return summary.complete() ? 0 : 1;
  }
}
