package mingcha.index.opensearch;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a cluster answers, and under which name it keeps our entries: {@code
 * http://localhost:9200/mingcha}.
 *
 * @param name of the alias that questions are asked of
 */
public record ClusterAddress(URI cluster, String name) {
  private static final String DEFAULT_NAME = "mingcha";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]*");

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
      throw new IllegalArgumentException("expected http://HOST:PORT[/NAME], not '" + url + "'");
    }
    String path = uri.getPath() == null ? "" : uri.getPath().replace("/", "");
    return new ClusterAddress(uri.resolve("/"), path.isEmpty() ? DEFAULT_NAME : path);
  }

  /** The indexes behind the alias, as a pattern. */
  String indexes() {
    return name + "-entries-*";
  }

  /** Where the state is kept that Lucene would put into a commit. */
  String state() {
    return name + "-state";
  }

  @Override
  public String toString() {
    return cluster + name;
  }
}
