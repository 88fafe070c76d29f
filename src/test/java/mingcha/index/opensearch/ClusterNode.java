package mingcha.index.opensearch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A node in a process and on a class path of its own; it ends with the tests. Or the cluster that
 * {@code -Dmingcha.cluster.url} names, where indexes {@code t…} and {@code same} are left.
 */
final class ClusterNode {
  private static @Nullable ClusterNode running;

  private final String url;

  private ClusterNode(String url) {
    this.url = url;
  }

  /** The node of this run of the tests; started when it is first asked for. */
  static synchronized ClusterNode running() {
    ClusterNode node = running;
    if (node == null) {
      node = new ClusterNode(start());
      running = node;
    }
    return node;
  }

  ClusterAddress address(String name) {
    return ClusterAddress.parse(url + "/" + name);
  }

  private static String start() {
    String given = System.getProperty("mingcha.cluster.url");
    if (given != null) {
      return given;
    }
    String classPath =
        Objects.requireNonNull(
            System.getProperty("mingcha.cluster.classpath"), "mvn -Pcluster verify gives it");
    try {
      Path folder =
          Files.createTempDirectory(Files.createDirectories(Path.of("target")), "node")
              .toAbsolutePath();
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      Process node =
          new ProcessBuilder(
                  List.of(
                      java,
                      "-Xmx768m",
                      "-cp",
                      classPath,
                      "src/cluster/java/Node.java",
                      folder + ""))
              .redirectErrorStream(true)
              .start();
      // The node ends when its input does, which it does with this process; it is held open here.
      StringBuilder said = new StringBuilder();
      BufferedReader out =
          new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        int at = line.lastIndexOf("http://localhost:");
        if (at >= 0) {
          drain(out);
          return line.substring(at).strip();
        }
        said.append(line).append('\n');
      }
      throw new IllegalStateException("the node did not start:\n" + said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Else the node would stop when its pipe is full. */
  private static void drain(BufferedReader out) {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                while (out.readLine() != null) {
                  // What it says later is in its own log.
                }
              } catch (IOException e) {
                Thread.currentThread().interrupt();
              }
            });
  }
}
