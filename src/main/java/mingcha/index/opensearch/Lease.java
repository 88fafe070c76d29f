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
 * The right to write from a seat, held for a while and renewed while it is needed: a writer that
 * was killed loses it by itself. Another of the same house takes it over at once, since the house
 * gives a seat to one process at a time. The clocks of two houses may differ by less than {@link
 * #HELD}.
 */
final class Lease implements AutoCloseable {
  private static final Duration HELD = Duration.ofSeconds(30);

  private final Cluster cluster;
  private final Seat seat;
  private final String owner = UUID.randomUUID().toString();
  private final Clock clock = Clock.systemUTC();
  private final ScheduledExecutorService renewer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private Map<String, String> version = Map.of();

  private Lease(Cluster cluster, Seat seat) {
    this.cluster = cluster;
    this.seat = seat;
  }

  /**
   * Takes it where nobody holds it.
   *
   * @throws IndexProblem if another writer does
   */
  static Lease take(Cluster cluster, Seat seat) throws IOException {
    Lease lease = new Lease(cluster, seat);
    lease.take();
    long pause = HELD.toMillis() / 3;
    var unused =
        lease.renewer.scheduleWithFixedDelay(
            lease::tryToRenew, pause, pause, TimeUnit.MILLISECONDS);
    return lease;
  }

  private synchronized void take() throws IOException {
    held(write(Map.of("op_type", "create")), true);
  }

  /**
   * Makes sure that it is still held.
   *
   * @throws IndexProblem if another writer has taken it meanwhile
   */
  synchronized void renew() throws IOException {
    held(write(version), false);
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
  private void held(Cluster.Reply first, boolean taking) throws IOException {
    Cluster.Reply reply = first;
    if (reply.isConflict()) {
      JsonNode other = cluster.ask("GET", endpoint(), Map.of(), "");
      JsonNode lease = other.path("_source");
      boolean ours = lease.path("owner").asText().equals(owner);
      boolean ended = lease.path("until").asLong() <= clock.millis();
      boolean left = taking && lease.path("house").asText().equals(seat.house());
      if (!ours && !ended && !(left && !seat.house().isEmpty())) {
        throw taken();
      }
      reply = write(asIt(other));
    }
    if (reply.isConflict()) {
      throw taken();
    }
    if (!reply.body().has("_seq_no")) {
      throw new IOException(
          "the cluster " + cluster.address() + " gives no lease: " + reply.body().path("error"));
    }
    version = asIt(reply.body());
  }

  private IndexProblem taken() {
    return new IndexProblem(
        "another ingest is writing the index at "
            + cluster.address()
            + "; wait until it has ended, or half a minute if it was killed");
  }

  private Cluster.Reply write(Map<String, String> condition) throws IOException {
    ObjectNode held = Json.mapper().createObjectNode();
    held.put("house", seat.house())
        .put("owner", owner)
        .put("until", clock.millis() + HELD.toMillis());
    return cluster.tell("PUT", endpoint(), condition, held.toString());
  }

  /** The condition that a document is still as it was read. */
  static Map<String, String> asIt(JsonNode reply) {
    return Map.of(
        "if_seq_no", reply.path("_seq_no").asText(),
        "if_primary_term", reply.path("_primary_term").asText());
  }

  private String endpoint() {
    return "/" + cluster.address().state() + "/_doc/lease-" + seat.number();
  }

  @Override
  public void close() throws IOException {
    renewer.shutdownNow();
    synchronized (this) {
      cluster.tell("DELETE", endpoint(), version, "");
    }
  }
}
