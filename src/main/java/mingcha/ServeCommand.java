package mingcha;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the site and the API, and delivers alerts, until it is stopped. */
@Command(
    name = "serve",
    description = "Serves the site and the API, and delivers alerts.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + Config.DEFAULT_PORT,
      description = "0 for any free one (default: ${DEFAULT-VALUE})")
  private int port;

  @Mixin private AlertOptions alerts = new AlertOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Site site = Site.open(data.config(port), alerts);
    Runtime.getRuntime().addShutdownHook(new Thread(site::close, "close"));
    out.println("Mingcha answers at " + site.address());
    out.flush();
    Thread.currentThread().join();
    return 0;
  }
}
