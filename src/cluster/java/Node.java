import java.io.IOException;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * One node of OpenSearch in a process and on a class path of its own, for the tests: prints where
 * it answers, and ends when its standard input does.
 */
public final class Node {
  /** Above 9299 the runner takes no port. */
  private static final int FIRST_PORT = 9200;

  private Node() {}

  /** Takes the folder that it writes to. */
  public static void main(String[] args) throws IOException {
    try (OpenSearchRunner runner = new OpenSearchRunner()) {
      runner.onBuild(
          (number, settings) -> {
            settings.put("discovery.type", "single-node");
            // Tests write a few kilobytes, whatever is left on the disk.
            settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
          });
      runner.build(
          OpenSearchRunner.newConfigs()
              .basePath(args[0])
              .numOfNode(1)
              .baseHttpPort(FIRST_PORT)
              .clusterName("mingcha"));
      runner.ensureYellow();
      System.out.println("http://localhost:" + runner.node().settings().get("http.port"));
      while (System.in.read() >= 0) {
        // Nothing is asked of it: it lives as long as the tests do.
      }
    }
    System.exit(0);
  }
}
