package mingcha.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import mingcha.index.IndexUnavailable;
import mingcha.wire.Json;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.opensearch.client.transport.httpclient5.ResponseException;

/**
 * Requests to a cluster. What it is too busy for, and what did not reach it, is asked again, each
 * time after a longer while; whatever is asked here may be done twice.
 */
final class Cluster implements AutoCloseable {
  private static final int OK = 300;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
  private static final int LONGEST_REASON = 500;

  private final ClusterAddress address;
  private final Duration patience;
  private final OpenSearchTransport transport;
  private final OpenSearchGenericClient client;

  /**
   * Asks nothing yet.
   *
   * @param patience how long what does not answer is asked again
   */
  Cluster(ClusterAddress address, Duration patience) {
    this.address = address;
    this.patience = patience;
    transport =
        ApacheHttpClient5TransportBuilder.builder(
                new HttpHost(
                    address.cluster().getScheme(),
                    address.cluster().getHost(),
                    address.cluster().getPort()))
            .build();
    client = new OpenSearchGenericClient(transport);
  }

  ClusterAddress address() {
    return address;
  }

  Patience patience() {
    return new Patience(patience);
  }

  /** Whether what was answered so may be answered otherwise in a while. */
  static boolean isBusy(int status) {
    return BUSY.contains(status);
  }

  /** What a cluster says to a request. */
  record Reply(int status, JsonNode body) {
    boolean isGood() {
      return status < OK;
    }

    boolean isFound() {
      return status != NOT_FOUND;
    }

    boolean isConflict() {
      return status == CONFLICT;
    }
  }

  /**
   * Asks for a thing that must succeed.
   *
   * @throws IOException with the cluster's own words where it does not
   */
  JsonNode ask(String method, String endpoint, Map<String, String> parameters, String body)
      throws IOException {
    Reply reply = tell(method, endpoint, parameters, body);
    if (!reply.isGood()) {
      throw new IOException(
          "the cluster "
              + address
              + " answered "
              + reply.status
              + " to "
              + method
              + " "
              + endpoint
              + ": "
              + shortened(reply.body.path("error").toString()));
    }
    return reply.body;
  }

  /**
   * The same where it may also not be found, or be in conflict.
   *
   * @throws IndexUnavailable if it does not answer, or is too busy, for longer than we have
   *     patience
   */
  Reply tell(String method, String endpoint, Map<String, String> parameters, String body)
      throws IOException {
    Patience left = patience();
    while (true) {
      IOException failure = null;
      String why;
      try {
        Reply reply = once(method, endpoint, parameters, body);
        if (!isBusy(reply.status)) {
          return reply;
        }
        why = reply.status + " " + shortened(reply.body.path("error").path("reason").asText());
      } catch (IOException e) {
        failure = e;
        why = e instanceof ConnectException ? "connection refused" : String.valueOf(e.getMessage());
      }
      if (!left.again(why)) {
        throw unavailable(why, failure);
      }
    }
  }

  /** What the operator is told where it does not answer. */
  IndexUnavailable unavailable(String why, @Nullable IOException cause) {
    String message =
        "the cluster "
            + address
            + " does not answer ("
            + why.strip()
            + "): start its nodes, or see what "
            + address.cluster()
            + "_cluster/health says, then try again";
    return cause == null ? new IndexUnavailable(message) : new IndexUnavailable(message, cause);
  }

  private Reply once(String method, String endpoint, Map<String, String> parameters, String body)
      throws IOException {
    Requests.JsonBodyBuilder request =
        Requests.builder().endpoint(endpoint).method(method).query(parameters);
    if (!body.isEmpty()) {
      String type =
          endpoint.endsWith("_bulk") || endpoint.endsWith("_msearch")
              ? "application/x-ndjson"
              : "application/json";
      request.body(Body.from(body.getBytes(StandardCharsets.UTF_8), type));
    }
    try (Response response = client.execute(request.build())) {
      Body answer = response.getBody().orElse(null);
      String text = answer == null ? "" : answer.bodyAsString();
      boolean json = text.startsWith("{");
      return new Reply(
          response.getStatus(), json ? Json.tree(text) : Json.mapper().createObjectNode());
    } catch (ResponseException e) {
      // Thrown for what the cluster refuses; its words stand on the message's lines after the
      // first.
      String message = String.valueOf(e.getMessage());
      int words = message.indexOf("\n{");
      return new Reply(
          e.status(),
          words < 0 ? Json.mapper().createObjectNode() : Json.tree(message.substring(words + 1)));
    }
  }

  private static String shortened(String reason) {
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
  }

  @Override
  public void close() throws IOException {
    transport.close();
  }
}
