package mingcha.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import mingcha.index.IndexProblem;
import mingcha.wire.Json;

/**
 * The right to write, held for a while and renewed while it is needed: a writer that was killed
 * loses it by itself. The clocks of two writers may differ by less than {@link #HELD}.
 */
final class Lease implements AutoCloseable {
  private static final Duration HELD = Duration.ofSeconds(30);
  private static final String DOCUMENT = "lease";

  private final Cluster cluster;
  private final String owner = UUID.randomUUID().toString();
  private final Clock clock = Clock.systemUTC();
  private final ScheduledExecutorService renewer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private Map<String, String> version = Map.of();

  private Lease(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Takes it where nobody holds it.
   *
   * @throws IndexProblem if another writer does
   */
  static Lease take(Cluster cluster) throws IOException {
    Lease lease = new Lease(cluster);
    lease.take();
    long pause = HELD.toMillis() / 3;
    var unused =
        lease.renewer.scheduleWithFixedDelay(
            lease::tryToRenew, pause, pause, TimeUnit.MILLISECONDS);
    return lease;
  }

  private synchronized void take() throws IOException {
    held(write(Map.of("op_type", "create")));
  }

  /**
   * Makes sure that it is still held.
   *
   * @throws IndexProblem if another writer has taken it meanwhile
   */
  synchronized void renew() throws IOException {
    held(write(version));
  }

  private void tryToRenew() {
    try {
      renew();
    } catch (IOException | RuntimeException e) {
      // The next commit renews it too, and tells.
      version = Map.copyOf(version);
    }
  }

  /** What is in the way may be ended, or our own request that was sent twice. */
  private void held(Cluster.Reply first) throws IOException {
    Cluster.Reply reply = first;
    if (reply.isConflict()) {
      JsonNode other = cluster.ask("GET", endpoint(), Map.of(), "");
      boolean ours = other.path("_source").path("owner").asText().equals(owner);
      if (!ours && other.path("_source").path("until").asLong() > clock.millis()) {
        throw taken();
      }
      reply = write(versionOf(other));
    }
    if (reply.isConflict()) {
      throw taken();
    }
    if (!reply.body().has("_seq_no")) {
      throw new IOException(
          "the cluster " + cluster.address() + " gives no lease: " + reply.body().path("error"));
    }
    version = versionOf(reply.body());
  }

  private IndexProblem taken() {
    return new IndexProblem(
        "another ingest is writing the index at "
            + cluster.address()
            + "; wait until it has ended, or half a minute if it was killed");
  }

  private Cluster.Reply write(Map<String, String> condition) throws IOException {
    ObjectNode held = Json.mapper().createObjectNode();
    held.put("owner", owner).put("until", clock.millis() + HELD.toMillis());
    return cluster.tell("PUT", endpoint(), condition, held.toString());
  }

  private static Map<String, String> versionOf(JsonNode reply) {
    return Map.of(
        "if_seq_no", reply.path("_seq_no").asText(),
        "if_primary_term", reply.path("_primary_term").asText());
  }

  private String endpoint() {
    return "/" + cluster.address().state() + "/_doc/" + DOCUMENT;
  }

  @Override
  public void close() throws IOException {
    renewer.shutdownNow();
    synchronized (this) {
      cluster.tell("DELETE", endpoint(), version, "");
    }
  }
}
