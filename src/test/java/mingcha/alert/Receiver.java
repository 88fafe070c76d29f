package mingcha.alert;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A real HTTP server that keeps what is posted to it and answers as it is told. */
final class Receiver implements AutoCloseable {
  final List<Posted> posted = new ArrayList<>();
  final AtomicInteger status = new AtomicInteger(204);
  private final HttpServer server;

  /** A request: its headers in lower case, and its body. */
  record Posted(String path, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }
  }

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?to=us";
  }

  private synchronized void take(HttpExchange exchange) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(exchange.getRequestHeaders());
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    posted.add(new Posted(exchange.getRequestURI().toString(), headers, body));
    exchange.getResponseHeaders().add("Location", address());
    exchange.sendResponseHeaders(status.get(), -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
