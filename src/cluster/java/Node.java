import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * Nodes of OpenSearch in a process and on a class path of their own, for the tests: prints where
 * the first answers, and ends when its standard input does.
 */
public final class Node {
  /** A second node closes the standard output. */
  private static final PrintStream SAID =
      new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

  private Node() {}

  /** Takes the folder that it writes to, how many nodes, and the first port that it may take. */
  public static void main(String[] args) throws IOException {
    int nodes = Integer.parseInt(args[1]);
    try (OpenSearchRunner runner = new OpenSearchRunner()) {
      runner.onBuild(
          (number, settings) -> {
            if (nodes == 1) {
              settings.put("discovery.type", "single-node");
            }
            // Tests write a few kilobytes, whatever is left on the disk.
            settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
          });
      runner.build(
          OpenSearchRunner.newConfigs()
              .basePath(args[0])
              .numOfNode(nodes)
              .baseHttpPort(Integer.parseInt(args[2]))
              .clusterName("mingcha"));
      runner.ensureYellow();
      SAID.println("http://localhost:" + runner.node().settings().get("http.port"));
      while (System.in.read() >= 0) {
        // Nothing is asked of it: it lives as long as the tests do.
      }
    }
    System.exit(0);
  }
}
