package mingcha.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mingcha.wire.Json;

/**
 * Many documents in a request. One request at a time is under way, so that a busy cluster slows its
 * writer; documents that it had no room for are sent again, each time after a longer while.
 */
final class Bulk {
  private static final int MOST_CHARACTERS = 4 << 20;
  private static final int TOO_MANY = 429;
  private static final int ERROR = 300;
  private static final int TRIES = 9;

  private final Cluster cluster;
  private List<String> waiting = new ArrayList<>();
  private int characters;

  Bulk(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Puts a document; sent when there are enough of them, or by {@link #flush}. */
  void put(String id, String routing, ObjectNode document) throws IOException {
    ObjectNode action = Json.mapper().createObjectNode();
    action.putObject("index").put("_id", id).put("routing", routing);
    String lines = action + "\n" + document + "\n";
    waiting.add(lines);
    characters += lines.length();
    if (characters >= MOST_CHARACTERS) {
      flush();
    }
  }

  /**
   * Sends what waits.
   *
   * @throws IOException if a document is refused, with the reason
   */
  void flush() throws IOException {
    List<String> left = waiting;
    waiting = new ArrayList<>();
    characters = 0;
    for (int tried = 1; !left.isEmpty(); tried++) {
      String endpoint = "/" + cluster.address().name() + "/_bulk";
      JsonNode reply = cluster.ask("POST", endpoint, Map.of(), String.join("", left));
      left = refused(reply, left, tried);
      if (!left.isEmpty()) {
        Cluster.pause(tried);
      }
    }
  }

  private static List<String> refused(JsonNode reply, List<String> sent, int tried)
      throws IOException {
    List<String> again = new ArrayList<>();
    JsonNode items = reply.path("items");
    for (int i = 0; i < items.size(); i++) {
      JsonNode item = items.get(i).path("index");
      int status = item.path("status").asInt();
      if (status == TOO_MANY && tried < TRIES) {
        again.add(sent.get(i));
      } else if (status >= ERROR) {
        throw new IOException(
            "the cluster refused " + item.path("_id").asText() + ": " + item.path("error"));
      }
    }
    return again;
  }
}
