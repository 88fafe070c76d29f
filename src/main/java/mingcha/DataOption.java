package mingcha;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --index DIR}, which every command but {@code sample} takes. */
final class DataOption {
  @Option(
      names = "--index",
      paramLabel = "DIR",
      defaultValue = Config.DEFAULT_DATA,
      description = "the data directory (default: ${DEFAULT-VALUE})")
  Path data = Path.of(Config.DEFAULT_DATA);

  Config config() {
    return config(0);
  }

  Config config(int port) {
    if (Files.exists(data) && !Files.isDirectory(data)) {
      throw new Problem("--index " + data + " is a file, not a directory");
    }
    return new Config(data, port);
  }

  /** The data directory, which must have been written by an ingest. */
  Config existing() {
    Config config = config();
    if (!Files.isDirectory(config.segments())) {
      throw new Problem("no index in " + data + ": ingest something first");
    }
    return config;
  }
}
