package mingcha.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import mingcha.wire.Json;

/**
 * A path and how it can be asked, the query parameters it knows, and what answers it.
 *
 * @param path as Javalin and OpenAPI both write it, {@code /api/entries/{id}}
 */
record Route(HandlerType method, String path, List<String> parameters, Handler handler) {
  Route {
    parameters = List.copyOf(parameters);
  }

  /** One that can be got. */
  Route(String path, List<String> parameters, Handler handler) {
    this(HandlerType.GET, path, parameters, handler);
  }

  /** Answers, unless the request has a parameter that would be ignored silently. */
  void handle(Context context) throws Exception {
    for (String name : context.queryParamMap().keySet()) {
      if (!parameters.contains(name) && !isFile()) {
        throw ApiProblem.unknownParameter(name, parameters);
      }
    }
    handler.handle(context);
  }

  /** A file is the same, or not there, whatever a link adds to its address. */
  private boolean isFile() {
    return path.endsWith("{file}");
  }

  /** This type and no more: Javalin would add that the charset is UTF-8. */
  static void contentType(Context context, String type) {
    context.res().setCharacterEncoding(null);
    context.contentType(type);
  }

  /** Answers with this as JSON. */
  static void json(Context context, Object body) {
    context.contentType("application/json");
    context.header("Cache-Control", "no-cache");
    context.result(Json.writeBytes(body));
  }
}
