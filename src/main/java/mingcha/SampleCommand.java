package mingcha;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import mingcha.sample.Format;
import mingcha.sample.SampleWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes disclosures of invented places. */
@Command(
    name = "sample",
    description = "Writes disclosures of invented places, with the truth of each figure as JSON.",
    mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {
  @Option(names = "--out", required = true, paramLabel = "DIR", description = "where to")
  private Path out = Path.of("sample");

  @Option(names = "--disclosures", defaultValue = "24", paramLabel = "N", description = "how many")
  private int disclosures;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "S",
      description = "the same seed writes the same")
  private long seed;

  @Option(
      names = "--format",
      defaultValue = "TEXT",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}; Excel holds the tables only")
  private Format format = Format.TEXT;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (disclosures < 1) {
      throw new Problem("--disclosures is at least 1, not " + disclosures);
    }
    SampleWriter.write(out, disclosures, seed, format, Set.of());
    PrintWriter print = spec.commandLine().getOut();
    print.println(disclosures + " disclosures of invented places are in " + out);
    print.flush();
    return 0;
  }
}
