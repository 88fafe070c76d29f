package mingcha;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mingcha.index.opensearch.ClusterAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --index DIR}, which every command but {@code sample} takes. */
final class DataOption {
  @Option(
      names = "--index",
      paramLabel = "DIR",
      defaultValue = Config.DEFAULT_DATA,
      description = "the data directory (default: ${DEFAULT-VALUE})")
  Path data = Path.of(Config.DEFAULT_DATA);

  @Option(
      names = "--cluster",
      paramLabel = "URL",
      description = "the OpenSearch cluster that has the index: http://HOST:PORT[/NAME]")
  private @Nullable String cluster;

  Config config() {
    return config(0);
  }

  Config config(int port) {
    if (Files.exists(data) && !Files.isDirectory(data)) {
      throw new Problem("--index " + data + " is a file, not a directory");
    }
    Config config = new Config(data, port, address());
    checkMarker(config);
    return config;
  }

  private @Nullable ClusterAddress address() {
    try {
      return cluster == null ? null : ClusterAddress.parse(cluster);
    } catch (IllegalArgumentException e) {
      throw new Problem("--cluster: " + e.getMessage());
    }
  }

  /** The ledger tells what is in one index: with another one beside it, files would be missed. */
  private static void checkMarker(Config config) {
    if (!Files.exists(config.marker())) {
      return;
    }
    String held;
    try {
      held = Files.readString(config.marker()).strip();
    } catch (IOException e) {
      throw new Problem("cannot read " + config.marker() + ": " + e.getMessage());
    }
    if (config.cluster() == null || !config.cluster().toString().equals(held)) {
      throw new Problem(
          "the index of " + config.data() + " is at " + held + ": say --cluster " + held);
    }
  }

  /** The data directory, which must have been written by an ingest. */
  Config existing() {
    Config config = config();
    if (config.cluster() == null && !Files.isDirectory(config.segments())) {
      throw new Problem("no index in " + data + ": ingest something first");
    }
    return config;
  }
}
