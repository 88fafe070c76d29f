package mingcha.index.opensearch;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a cluster answers, and under which name it keeps our entries: {@code
 * http://localhost:9200/mingcha}. What follows a question mark is how indexes are made and how long
 * a writer waits: {@code ?shards=24&replicas=1&wait=300}.
 *
 * @param name of the alias of the index that questions are asked of
 * @param shards of an index that is made; 0 for the cluster's own default
 * @param replicas of each; -1 for the cluster's own default
 * @param patience how long a writer waits for a cluster that does not answer
 */
public record ClusterAddress(
    URI cluster, String name, int shards, int replicas, Duration patience) {
  private static final String DEFAULT_NAME = "mingcha";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]*");

  /** A node is started again within this, also by a person. */
  private static final Duration WAIT = Duration.ofMinutes(2);

  private static final String EXPECTED =
      "expected http://HOST:PORT[/NAME][?shards=N&replicas=N&wait=SECONDS], not '";

  public ClusterAddress {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of an index has small letters, digits, - and _ alone, not '" + name + "'");
    }
  }

  /**
   * Reads what the operator gave.
   *
   * @throws IllegalArgumentException if it is no address, saying what is expected
   */
  public static ClusterAddress parse(String url) {
    URI uri = URI.create(url);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new IllegalArgumentException(EXPECTED + url + "'");
    }
    String path = uri.getPath() == null ? "" : uri.getPath().replace("/", "");
    String name = path.isEmpty() ? DEFAULT_NAME : path;
    ClusterAddress address = new ClusterAddress(uri.resolve("/"), name, 0, -1, WAIT);
    if (uri.getQuery() != null) {
      for (String option : uri.getQuery().split("&", -1)) {
        address = address.with(option, url);
      }
    }
    return address;
  }

  private ClusterAddress with(String option, String url) {
    String[] parts = option.split("=", 2);
    if (parts.length < 2 || !parts[1].matches("\\d{1,6}")) {
      throw new IllegalArgumentException(EXPECTED + url + "'");
    }
    int number = Integer.parseInt(parts[1]);
    return switch (parts[0]) {
      case "shards" -> new ClusterAddress(cluster, name, number, replicas, patience);
      case "replicas" -> new ClusterAddress(cluster, name, shards, number, patience);
      case "wait" ->
          new ClusterAddress(cluster, name, shards, replicas, Duration.ofSeconds(number));
      default -> throw new IllegalArgumentException(EXPECTED + url + "'");
    };
  }

  /** The indexes of this name, as a pattern. */
  String indexes() {
    return name + "-entries-*";
  }

  /** Where the state is kept that Lucene would put into a commit. */
  String state() {
    return name + "-state";
  }

  /** Without the options: what tells one index from another. */
  @Override
  public String toString() {
    return cluster + name;
  }
}
