package mingcha;

import java.nio.file.Path;
import mingcha.index.opensearch.ClusterAddress;
import org.jspecify.annotations.Nullable;

/**
 * What the operator chose.
 *
 * @param data the data directory: Lucene segments, originals and contents, the SQLite file
 * @param port to serve on; 0 for any free one
 * @param cluster where the index is, if it is not in the data directory
 */
public record Config(Path data, int port, @Nullable ClusterAddress cluster) {
  static final String DEFAULT_DATA = "index";
  static final int DEFAULT_PORT = 8080;

  public Config {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("--port is from 0 to 65535, not " + port);
    }
  }

  /** With the index in the data directory. */
  Config(Path data, int port) {
    this(data, port, null);
  }

  /** Holds the address of the cluster that has the index of this data directory. */
  Path marker() {
    return data.resolve("cluster.txt");
  }

  /** Where the Lucene index lies. */
  Path segments() {
    return data.resolve("segments");
  }
}
