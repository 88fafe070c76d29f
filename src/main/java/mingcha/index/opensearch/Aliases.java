package mingcha.index.opensearch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mingcha.wire.Json;

/**
 * The name that readers use, and the index that stands behind it: {@code mingcha} and {@code
 * mingcha-entries-000001}. A reindex makes the next one beside it, and moves the name when it is
 * whole.
 */
final class Aliases {
  private final Cluster cluster;
  private final ClusterAddress address;

  Aliases(Cluster cluster) {
    this.cluster = cluster;
    this.address = cluster.address();
  }

  /** The index behind the name. */
  Optional<String> behind() throws IOException {
    List<String> found = names("/_alias/" + address.name());
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
  }

  /** The index behind the name, made where there is none. */
  String make() throws IOException {
    Optional<String> there = behind();
    if (there.isPresent()) {
      return there.get();
    }
    String index = name(1);
    ObjectNode made = settings();
    made.putObject("aliases").putObject(address.name());
    Cluster.Reply reply = cluster.tell("PUT", "/" + index, Map.of(), made.toString());
    // Refused where another writer was faster, or this was sent twice.
    if (!reply.isGood() && behind().isEmpty()) {
      throw new IOException("the cluster makes no index: " + reply.body().path("error"));
    }
    return index;
  }

  /** Another index, which readers know nothing of. */
  String beside() throws IOException {
    int last = 0;
    for (String index : all()) {
      last = Math.max(last, Integer.parseInt(index.substring(index.lastIndexOf('-') + 1)));
    }
    String index = name(last + 1);
    Cluster.Reply reply = cluster.tell("PUT", "/" + index, Map.of(), settings().toString());
    if (!reply.isGood() && !all().contains(index)) {
      throw new IOException("the cluster makes no index: " + reply.body().path("error"));
    }
    return index;
  }

  /** Puts an index behind the name in place of whatever is there, in one step. */
  void move(String index) throws IOException {
    ObjectNode moves = Json.mapper().createObjectNode();
    ArrayNode actions = moves.putArray("actions");
    for (String old : names("/_alias/" + address.name())) {
      if (!old.equals(index)) {
        actions.addObject().putObject("remove").put("index", old).put("alias", address.name());
      }
    }
    actions.addObject().putObject("add").put("index", index).put("alias", address.name());
    cluster.ask("POST", "/_aliases", Map.of(), moves.toString());
  }

  /** Deletes every index of the name but one, with what is noted of them. */
  void deleteAllBut(String kept) throws IOException {
    for (String index : all()) {
      if (!index.equals(kept)) {
        cluster.tell("DELETE", "/" + index, Map.of(), "");
        new CommitLog(cluster, index).delete();
      }
    }
  }

  private List<String> all() throws IOException {
    return names("/" + address.indexes() + "/_settings/index.uuid");
  }

  private List<String> names(String endpoint) throws IOException {
    Cluster.Reply reply = cluster.tell("GET", endpoint, Map.of(), "");
    List<String> names = new ArrayList<>();
    if (reply.isFound()) {
      reply.body().fieldNames().forEachRemaining(names::add);
    }
    return names.stream().sorted().toList();
  }

  private ObjectNode settings() {
    ObjectNode made = Json.mapper().createObjectNode();
    ObjectNode settings = made.putObject("settings");
    if (address.shards() > 0) {
      settings.put("index.number_of_shards", address.shards());
    }
    if (address.replicas() >= 0) {
      settings.put("index.number_of_replicas", address.replicas());
    }
    return made;
  }

  private String name(int number) {
    return address.name() + String.format(Locale.ROOT, "-entries-%06d", number);
  }
}
