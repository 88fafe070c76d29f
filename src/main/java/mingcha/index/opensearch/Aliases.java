package mingcha.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mingcha.wire.Json;

/** The name that readers and writers use, and the index that stands behind it. */
final class Aliases {
  private static final String FIRST = "000001";

  private final Cluster cluster;

  Aliases(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Makes an index where none stands behind the name. */
  void make() throws IOException {
    if (behind().isEmpty()) {
      ObjectNode index = Json.mapper().createObjectNode();
      index.putObject("aliases").putObject(cluster.address().name());
      cluster.ask(
          "PUT", "/" + cluster.address().name() + "-entries-" + FIRST, Map.of(), index + "");
    }
  }

  /** Deletes the indexes behind the name. */
  void delete() throws IOException {
    for (String index : behind()) {
      cluster.ask("DELETE", "/" + index, Map.of(), "");
    }
  }

  private List<String> behind() throws IOException {
    Cluster.Reply reply = cluster.tell("GET", "/_alias/" + cluster.address().name(), Map.of(), "");
    List<String> indexes = new ArrayList<>();
    if (reply.isFound()) {
      JsonNode found = reply.body();
      found.fieldNames().forEachRemaining(indexes::add);
    }
    return indexes;
  }
}
