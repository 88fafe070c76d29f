package mingcha;

import java.nio.file.Path;

/**
 * What the operator chose.
 *
 * @param data the data directory: Lucene segments, originals and contents, the SQLite file
 * @param port to serve on; 0 for any free one
 */
public record Config(Path data, int port) {
  static final String DEFAULT_DATA = "index";
  static final int DEFAULT_PORT = 8080;

  public Config {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("--port is from 0 to 65535, not " + port);
    }
  }

  /** Where the Lucene index lies. */
  Path segments() {
    return data.resolve("segments");
  }
}
