package mingcha.serve;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import mingcha.wire.Json;
import org.jspecify.annotations.Nullable;

/**
 * A request that gets no answer, told as a JSON problem (RFC 9457). Its type is a URN of ours, its
 * detail names what is wrong and what would be right; a bad parameter is also given by name and
 * value, for programs.
 */
final class ApiProblem extends RuntimeException {
  private static final long serialVersionUID = 1;
  static final String CONTENT_TYPE = "application/problem+json";

  private final int status;
  private final String slug;
  private final String title;
  private final @Nullable String parameter;
  private final @Nullable String value;

  private ApiProblem(
      int status,
      String slug,
      String title,
      String detail,
      @Nullable String parameter,
      @Nullable String value) {
    super(detail);
    this.status = status;
    this.slug = slug;
    this.title = title;
    this.parameter = parameter;
    this.value = value;
  }

  static ApiProblem unknownParameter(String name, Iterable<String> known) {
    String allowed = String.join(", ", known);
    return new ApiProblem(
        400,
        "unknown-parameter",
        "Unknown parameter",
        "unknown parameter '"
            + name
            + "'; "
            + (allowed.isEmpty() ? "none is known here" : "known here: " + allowed),
        name,
        null);
  }

  static ApiProblem badParameter(String name, String value, String detail) {
    return new ApiProblem(400, "bad-parameter", "Bad parameter", detail, name, value);
  }

  static ApiProblem notFound(String detail) {
    return new ApiProblem(404, "not-found", "Not found", detail, null, null);
  }

  static ApiProblem notAllowed(String method, String path) {
    return new ApiProblem(
        405, "method-not-allowed", "Method not allowed", method + " " + path, null, null);
  }

  static ApiProblem tooMany(String detail) {
    return new ApiProblem(429, "too-many", "Too many requests", detail, null, null);
  }

  /** The question was good, the index or the store is not. */
  static ApiProblem unavailable(String detail) {
    return new ApiProblem(503, "unavailable", "Unavailable", detail, null, null);
  }

  /** A fault of ours; what it was goes to the log, not to the client. */
  static ApiProblem fault() {
    return new ApiProblem(
        500, "fault", "Internal fault", "a fault of the server; the log says more", null, null);
  }

  void write(Context context) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "urn:mingcha:problem:" + slug);
    problem.put("title", title);
    problem.put("status", status);
    problem.put("detail", String.valueOf(getMessage()));
    if (parameter != null) {
      problem.put("parameter", parameter);
    }
    if (value != null) {
      problem.put("value", value);
    }
    context.status(status);
    Route.contentType(context, CONTENT_TYPE);
    context.header("Cache-Control", "no-store");
    context.result(Json.writeBytes(problem));
  }
}
