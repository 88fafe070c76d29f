package mingcha;

import java.time.Duration;
import mingcha.extract.Limits;
import picocli.CommandLine.Option;

/** What a file may cost, which every command that reads files takes. */
final class LimitOptions {
  @Option(
      names = "--time",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "how long a file may take, and each page of a scan (default: ${DEFAULT-VALUE})")
  private int seconds;

  @Option(
      names = "--memory",
      paramLabel = "MIB",
      defaultValue = "1024",
      description = "the heap of each of the two processes that read (default: ${DEFAULT-VALUE})")
  private int mebibytes;

  Limits limits() {
    try {
      return new Limits(Duration.ofSeconds(seconds), mebibytes);
    } catch (IllegalArgumentException e) {
      throw new Problem(String.valueOf(e.getMessage()));
    }
  }
}
