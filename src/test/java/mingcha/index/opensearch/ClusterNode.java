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
 * Nodes in a process and on a class path of their own, which ends with the tests.
 *
 * <p>Most tests share one. {@code -Dmingcha.cluster.url} names a cluster to be used in its place,
 * where indexes {@code t…} and {@code same} are left.
 */
public final class ClusterNode implements AutoCloseable {
  /** Above 9299 the runner takes no port. */
  private static final int FIRST_PORT = 9200;

  private static @Nullable ClusterNode running;

  private final Path folder;
  private final int nodes;
  private @Nullable Process process;
  private String url = "";

  private ClusterNode(Path folder, int nodes) {
    this.folder = folder.toAbsolutePath();
    this.nodes = nodes;
  }

  /** The node of this run of the tests; started when it is first asked for. */
  static synchronized ClusterNode running() {
    ClusterNode node = running;
    if (node == null) {
      try {
        Path target = Files.createDirectories(Path.of("target"));
        node = new ClusterNode(Files.createTempDirectory(target, "node"), 1);
        String given = System.getProperty("mingcha.cluster.url");
        if (given == null) {
          node.start(FIRST_PORT);
        } else {
          node.url = given;
        }
        running = node;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return node;
  }

  /** Nodes of their own for a test that ends them. */
  public static ClusterNode start(Path folder, int nodes) throws IOException {
    ClusterNode node = new ClusterNode(folder, nodes);
    node.start(FIRST_PORT + 40);
    return node;
  }

  /** An address there: {@code name?wait=5}. */
  public ClusterAddress address(String name) {
    return ClusterAddress.parse(url + "/" + name);
  }

  /** As by {@code kill -9}. */
  public void kill() throws InterruptedException {
    Process killed = Objects.requireNonNull(process);
    killed.destroyForcibly();
    killed.waitFor();
  }

  /** Starts it anew on what it has written, where it was. */
  public void startAgain() throws IOException {
    start(Integer.parseInt(url.substring(url.lastIndexOf(':') + 1)) - 1);
  }

  private void start(int port) throws IOException {
    String classPath =
        Objects.requireNonNull(
            System.getProperty("mingcha.cluster.classpath"), "mvn -Pcluster verify gives it");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process started =
        new ProcessBuilder(
                List.of(
                    java,
                    "-Xmx768m",
                    "-cp",
                    classPath,
                    "src/cluster/java/Node.java",
                    folder.toString(),
                    String.valueOf(nodes),
                    String.valueOf(port)))
            .redirectErrorStream(true)
            .start();
    process = started;
    // A node ends when its input does, which it does with this process; it is held open here.
    StringBuilder said = new StringBuilder();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      int at = line.lastIndexOf("http://localhost:");
      if (at >= 0) {
        drain(out);
        url = line.substring(at).strip();
        return;
      }
      said.append(line).append('\n');
    }
    throw new IllegalStateException("the node did not start:\n" + said);
  }

  @Override
  public void close() {
    Process ended = process;
    if (ended != null) {
      ended.destroyForcibly();
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
