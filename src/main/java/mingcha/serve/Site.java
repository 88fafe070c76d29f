package mingcha.serve;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The web front end, from {@code /webroot} on the class path. One HTML page serves every address of
 * the site, filled in by {@link Pages}; its script reads the address.
 */
final class Site {
  private static final String INDEX = "index.html";

  /** No dot at the start, no slash, nothing encoded: such a name cannot leave its folder. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml; charset=utf-8",
          "txt", "text/plain; charset=utf-8",
          "png", "image/png");

  private final Map<String, Asset> assets = new ConcurrentHashMap<>();

  List<Route> assetRoutes() {
    return List.of(
        new Route(
            "/openapi.json", List.of(), c -> send(c, load("/mingcha/serve/openapi.json", "json"))),
        new Route("/{file}", List.of(), c -> asset(c, c.pathParam("file"), "")),
        new Route("/js/{file}", List.of(), c -> asset(c, c.pathParam("file"), "js/")));
  }

  /** The page with the places that are filled in for each address. */
  String index() throws IOException {
    return new String(load("/webroot/" + INDEX, "html").bytes(), StandardCharsets.UTF_8);
  }

  /** A page that was made for who asks. */
  static void sendPage(Context context, byte[] html) {
    send(context, new Asset(html, Objects.requireNonNull(TYPES.get("html")), tag(html)));
  }

  private void asset(Context context, String file, String folder) throws IOException {
    String extension = file.substring(file.lastIndexOf('.') + 1);
    if (!NAME.matcher(file).matches() || !TYPES.containsKey(extension)) {
      throw ApiProblem.notFound("nothing is at " + context.path());
    }
    send(context, load("/webroot/" + folder + file, extension));
  }

  private Asset load(String resource, String extension) throws IOException {
    Asset known = assets.get(resource);
    if (known != null) {
      return known;
    }
    try (InputStream in = Site.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw ApiProblem.notFound("no file " + resource.substring(resource.lastIndexOf('/') + 1));
      }
      byte[] bytes = in.readAllBytes();
      Asset asset =
          new Asset(bytes, TYPES.getOrDefault(extension, "application/octet-stream"), tag(bytes));
      assets.put(resource, asset);
      return asset;
    }
  }

  private static void send(Context context, Asset asset) {
    context.header("ETag", asset.tag());
    context.header("Cache-Control", "no-cache");
    String known = context.header("If-None-Match");
    if (known != null && known.contains(asset.tag())) {
      context.status(304);
      return;
    }
    context.contentType(asset.type());
    context.result(asset.bytes());
  }

  /** Weak, since the same file also leaves compressed. */
  private static String tag(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "W/\"" + HexFormat.of().formatHex(hash, 0, 8) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // held by this class alone, never compared
  private record Asset(byte[] bytes, String type, String tag) {}
}
