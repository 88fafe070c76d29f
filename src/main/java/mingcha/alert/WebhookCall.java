package mingcha.alert;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST to an address that was resolved and judged before. The JDK's client would resolve the
 * name again, and a name server can answer otherwise the second time; so the request is written by
 * hand (RFC 9112): no redirect is followed, no cookie kept, and of the answer only the status is
 * read.
 */
final class WebhookCall {
  private static final int CONNECT_MILLIS = 5_000;

  /** A receiver has so long in all; one that sends a byte a minute is not waited for. */
  private static final int WHOLE_MILLIS = 15_000;

  private static final int LONGEST_LINE = 8_192;

  private static final ScheduledExecutorService WATCH =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("webhook-watch").factory());

  private WebhookCall() {}

  /** The status that the receiver answers with. */
  static int post(URI uri, InetAddress address, Map<String, String> headers, byte[] body)
      throws IOException {
    boolean secure = "https".equalsIgnoreCase(uri.getScheme());
    int port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
    try (Socket plain = new Socket()) {
      ScheduledFuture<?> watch =
          WATCH.schedule(() -> closed(plain), WHOLE_MILLIS, TimeUnit.MILLISECONDS);
      try {
        plain.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
        plain.setSoTimeout(WHOLE_MILLIS);
        if (!secure) {
          return exchange(plain, uri, headers, body);
        }
        try (SSLSocket socket = secured(plain, uri.getHost(), port)) {
          return exchange(socket, uri, headers, body);
        }
      } finally {
        watch.cancel(false);
      }
    }
  }

  private static void closed(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      System.getLogger(WebhookCall.class.getName())
          .log(System.Logger.Level.DEBUG, "closing a slow receiver", e);
    }
  }

  private static SSLSocket secured(Socket plain, String host, int port) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static int exchange(Socket socket, URI uri, Map<String, String> headers, byte[] body)
      throws IOException {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    StringBuilder head = new StringBuilder();
    head.append("POST ").append(path).append(query).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(uri.getRawAuthority()).append("\r\n");
    head.append("Content-Length: ").append(body.length).append("\r\n");
    head.append("Connection: close\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    OutputStream out = socket.getOutputStream();
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    whole.writeBytes(body);
    whole.writeTo(out);
    out.flush();
    InputStream in = new BufferedInputStream(socket.getInputStream());
    int status = status(line(in));
    while (status >= 100 && status < 200) { // Not the answer yet.
      String line = line(in);
      while (!line.isEmpty()) {
        line = line(in);
      }
      status = status(line(in));
    }
    return status;
  }

  /** Of {@code HTTP/1.1 204 No Content}. */
  private static int status(String line) throws IOException {
    String[] parts = line.split(" ", 3);
    if (parts.length < 2 || !parts[0].startsWith("HTTP/") || !parts[1].matches("[1-5]\\d\\d")) {
      throw new IOException("the receiver does not speak HTTP");
    }
    return Integer.parseInt(parts[1]);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0 || line.length() > LONGEST_LINE) {
        throw new IOException("the receiver broke off");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
