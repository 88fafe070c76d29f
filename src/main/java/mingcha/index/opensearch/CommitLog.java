package mingcha.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import mingcha.wire.Json;

/**
 * Keeps the {@link Commits} of an index: one document, changed only as it was when it was read, so
 * that of two writers none undoes what the other says.
 */
final class CommitLog {
  private final Cluster cluster;
  private final String index;

  CommitLog(Cluster cluster, String index) {
    this.cluster = cluster;
    this.index = index;
  }

  /** Makes the index that holds the logs and leases of a name, where there is none. */
  static void makePlace(Cluster cluster) throws IOException {
    ObjectNode place = Json.mapper().createObjectNode();
    ObjectNode settings = place.putObject("settings");
    settings.put("index.number_of_shards", 1).put("index.auto_expand_replicas", "0-1");
    // Read by id alone.
    place.putObject("mappings").put("enabled", false);
    String endpoint = "/" + cluster.address().state();
    if (!cluster.tell("HEAD", endpoint, Map.of(), "").isFound()) {
      // Another may be faster.
      cluster.tell("PUT", endpoint, Map.of(), place.toString());
    }
  }

  /** What it says; empty where nobody has written the index. */
  Optional<Commits> read() throws IOException {
    JsonNode found = cluster.tell("GET", endpoint(), Map.of(), "").body();
    return found.path("found").asBoolean()
        ? Optional.of(Commits.of(found.path("_source")))
        : Optional.empty();
  }

  /** Begins it, unless another has. */
  void begin(Commits first) throws IOException {
    cluster.tell("PUT", endpoint(), Map.of("op_type", "create"), first.json().toString());
  }

  /**
   * Changes it.
   *
   * @param change may be asked several times, also after it was made already
   */
  Commits change(UnaryOperator<Commits> change) throws IOException {
    while (true) {
      JsonNode found = cluster.ask("GET", endpoint(), Map.of(), "");
      Commits before = Commits.of(found.path("_source"));
      Commits after = change.apply(before);
      if (after.equals(before)) {
        return after;
      }
      Cluster.Reply reply =
          cluster.tell("PUT", endpoint(), Lease.asIt(found), after.json().toString());
      if (reply.isGood()) {
        return after;
      }
      if (!reply.isConflict()) {
        throw new IOException(
            "the cluster " + cluster.address() + " takes no commit: " + reply.body().path("error"));
      }
    }
  }

  void delete() throws IOException {
    cluster.tell("DELETE", endpoint(), Map.of(), "");
  }

  private String endpoint() {
    return "/" + cluster.address().state() + "/_doc/" + index;
  }
}
