package mingcha.alert;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mingcha.store.AlertRow;
import mingcha.store.MatchRow;
import mingcha.wire.Json;

/**
 * Posts matches as JSON, signed as Standard Webhooks has it: HMAC-SHA-256 over id, time and body,
 * so that a receiver knows who sent it, that nothing was changed, and what it has had already.
 */
final class Webhook {
  private static final String PREFIX = "whsec_";
  private static final int SECRET_BYTES = 32;
  private static final int LONGEST = 2_000;
  private static final int LOWEST_PORT = 1_024;
  private static final Set<Integer> WEB_PORTS = Set.of(80, 443);

  private final AlertSettings settings;

  private final PublicAddress.Resolver resolver;

  Webhook(AlertSettings settings) {
    this(settings, InetAddress::getAllByName);
  }

  Webhook(AlertSettings settings, PublicAddress.Resolver resolver) {
    this.settings = settings;
    this.resolver = resolver;
  }

  static String newSecret(SecureRandom random) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * The host of an address; refuses what cannot be posted to. Its name is resolved here and again
   * at each call.
   */
  String check(String address) {
    try {
      if (address.length() > LONGEST) {
        throw new IOException("an address has at most " + LONGEST + " characters");
      }
      String host = usable(uri(address)).getHost();
      PublicAddress.of(host, settings.privateWebhooks(), resolver);
      return host;
    } catch (IOException e) {
      throw new AlertProblem("webhook", "the webhook cannot be used: " + e.getMessage());
    }
  }

  /** The low ports are those of other services, which must not be talked to through us. */
  private URI usable(URI uri) throws IOException {
    int port = uri.getPort();
    if (port > 0
        && port < LOWEST_PORT
        && !WEB_PORTS.contains(port)
        && !settings.privateWebhooks()) {
      throw new IOException("a port is 80, 443 or at least " + LOWEST_PORT + ", not " + port);
    }
    return uri;
  }

  private static URI uri(String address) throws IOException {
    try {
      URI uri = new URI(address);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if (!(scheme.equals("https") || scheme.equals("http"))
          || uri.getHost() == null
          || uri.getRawUserInfo() != null
          || !address.equals(uri.toASCIIString())) {
        throw new IOException("an address is https://host/path, in ASCII: " + address);
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new IOException("not an address: " + address, e);
    }
  }

  /** The status that the receiver answers with. */
  int send(AlertRow alert, String id, Map<String, Object> payload) throws IOException {
    URI uri = usable(uri(String.valueOf(alert.webhook())));
    InetAddress address = PublicAddress.of(uri.getHost(), settings.privateWebhooks(), resolver);
    byte[] body = Json.writeBytes(payload);
    long seconds = Instant.now().getEpochSecond();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json; charset=utf-8");
    headers.put("User-Agent", "Mingcha");
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(seconds));
    headers.put("webhook-signature", signature(String.valueOf(alert.secret()), id, seconds, body));
    return WebhookCall.post(uri, address, headers, body);
  }

  /** {@code v1,…} over id, time and body. */
  static String signature(String secret, String id, long seconds, byte[] body) {
    try {
      byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  /** What is posted of a batch. */
  Map<String, Object> payload(AlertRow alert, List<MatchRow> matches) {
    Telling telling = new Telling(Language.of(alert.language()), settings);
    List<Map<String, Object>> told = new ArrayList<>();
    for (MatchRow match : matches) {
      Telling.Item item = telling.item(match);
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("id", match.id());
      one.put("news", match.news());
      one.put("answers", item.news().answers());
      one.put("lines", item.lines());
      one.put("link", item.link());
      one.put("entry", item.news().entry());
      one.put("matched", item.news().matched());
      one.put("before", item.news().before());
      told.add(one);
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("alert", Map.of("id", alert.id(), "name", alert.name()));
    data.put("matches", told);
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("type", "disclosure.matched");
    payload.put("timestamp", Instant.ofEpochMilli(matches.getFirst().found()).toString());
    payload.put("data", data);
    return payload;
  }
}
