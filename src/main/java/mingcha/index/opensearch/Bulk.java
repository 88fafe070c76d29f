package mingcha.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mingcha.disclosure.Entry;
import mingcha.wire.Json;

/**
 * The documents of one commit, many in a request. Two requests are made and sent at a time and no
 * more, so that a busy cluster slows its writer; documents that it had no room for, or whose shard
 * was away, are sent again, each time after a longer while.
 */
final class Bulk implements AutoCloseable {
  private static final int ENTRIES = 400;
  private static final int AT_ONCE = 2;
  private static final int ERROR = 300;

  private final Cluster cluster;
  private final String endpoint;
  private final long commit;
  private final ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
  private final Deque<Future<?>> sent = new ArrayDeque<>();
  private List<Entry> waiting = new ArrayList<>();

  Bulk(Cluster cluster, String index, long commit) {
    this.cluster = cluster;
    this.endpoint = "/" + index + "/_bulk";
    this.commit = commit;
  }

  /** Puts an entry; sent when there are enough of them, or by {@link #flush}. */
  void put(Entry entry) throws IOException {
    waiting.add(entry);
    if (waiting.size() == ENTRIES) {
      send();
    }
  }

  /**
   * Sends what waits, and returns when the cluster has all.
   *
   * @throws IOException if a document is refused, with the reason
   */
  void flush() throws IOException {
    send();
    while (!sent.isEmpty()) {
      await(sent.remove());
    }
  }

  private void send() throws IOException {
    if (!waiting.isEmpty()) {
      List<Entry> entries = waiting;
      waiting = new ArrayList<>();
      while (sent.size() >= AT_ONCE) {
        await(sent.remove());
      }
      sent.add(
          senders.submit(
              () -> {
                send(entries.stream().map(this::lines).toList());
                return null;
              }));
    }
  }

  private static void await(Future<?> request) throws IOException {
    try {
      request.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while writing to the cluster", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException problem) {
        throw problem;
      }
      throw new IllegalStateException("a bulk request failed: " + e.getCause(), e);
    }
  }

  private String lines(Entry entry) {
    ObjectNode action = Json.mapper().createObjectNode();
    action
        .putObject("index")
        .put("_id", commit + "-" + entry.id())
        .put("routing", Routes.of(entry.disclosure()));
    return action + "\n" + ClusterDocument.of(entry, commit) + "\n";
  }

  private void send(List<String> documents) throws IOException {
    Patience left = cluster.patience();
    List<String> all = documents;
    while (!all.isEmpty()) {
      JsonNode items = cluster.ask("POST", endpoint, Map.of(), String.join("", all)).path("items");
      List<String> again = new ArrayList<>();
      String why = "";
      for (int i = 0; i < items.size(); i++) {
        JsonNode item = items.get(i).path("index");
        int status = item.path("status").asInt();
        if (Cluster.isBusy(status)) {
          again.add(all.get(i));
          why = item.path("error").path("reason").asText();
        } else if (status >= ERROR) {
          throw new IOException(
              "the cluster refused " + item.path("_id").asText() + ": " + item.path("error"));
        }
      }
      if (again.size() < all.size()) {
        left.restart();
      }
      if (!again.isEmpty() && !left.again(why)) {
        throw cluster.unavailable(why, null);
      }
      all = again;
    }
  }

  @Override
  public void close() {
    senders.shutdownNow();
  }
}
