package mingcha;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import mingcha.index.IndexProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The commands. What they print is for people, but for {@code export}, {@code ledger} and {@code
 * --json}.
 */
@Command(
    name = "mingcha",
    description = "Searches the fiscal disclosures that Chinese governments publish.",
    mixinStandardHelpOptions = true,
    version = "mingcha 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      IngestCommand.class,
      ServeCommand.class,
      SearchCommand.class,
      ExportCommand.class,
      LedgerCommand.class,
      CheckCommand.class,
      RemoveCommand.class,
      ReindexCommand.class,
      BackupCommand.class,
      AlertsCommand.class,
      SampleCommand.class,
      DemoCommand.class
    })
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // A Chinese name must come out whole on a machine whose locale is POSIX.
    System.setOut(utf8(System.out));
    System.setErr(utf8(System.err));
    quietLibraries();
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(Main::explain)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    if (!isExplained(e)) {
      e.printStackTrace(command.getErr());
    }
    command.getErr().println(command.getCommandName() + ": " + message(e));
    return 1;
  }

  /** Problems whose message says all that a person needs; anything else is a fault of ours. */
  private static boolean isExplained(Throwable e) {
    return e instanceof IndexProblem
        || e instanceof Problem
        || e instanceof IOException
        || e instanceof UncheckedIOException
        || e.getClass().getSimpleName().endsWith("Problem");
  }

  private static String message(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  private static void quietLibraries() {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    System.setProperty("slf4j.internal.verbosity", "WARN");
    // PDFBox tells of each oddity of a file; what matters of it is in the ledger.
    System.setProperty("org.slf4j.simpleLogger.log.org.apache.pdfbox", "off");
    System.setProperty("org.slf4j.simpleLogger.log.org.apache.fontbox", "off");
    System.setProperty("java.util.logging.config.class", QuietLogging.class.getName());
  }

  private static PrintStream utf8(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
