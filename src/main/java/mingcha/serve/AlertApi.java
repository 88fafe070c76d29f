package mingcha.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mingcha.alert.AlertProblem;
import mingcha.alert.AlertRequest;
import mingcha.alert.AlertSettings;
import mingcha.alert.Alerts;
import mingcha.alert.Preview;
import mingcha.disclosure.Entry;
import mingcha.index.EntrySearcher;
import mingcha.query.Interpretation;
import mingcha.query.Question;
import mingcha.store.AlertRow;
import mingcha.store.AlertRow.State;
import mingcha.store.OutboxRow;
import mingcha.wire.Json;
import org.jspecify.annotations.Nullable;

/** Saved questions over HTTP. Whoever has an alert's secret manages it. */
final class AlertApi {
  private static final int LONGEST_BODY = 16_384;
  private static final int LATEST = 20;

  private final AlertDesk desk;
  private final SearchApi search;
  private final EntrySearcher searcher;
  private final AlertSettings settings;

  AlertApi(AlertDesk desk, SearchApi search, EntrySearcher searcher, AlertSettings settings) {
    this.desk = desk;
    this.search = search;
    this.searcher = searcher;
    this.settings = settings;
  }

  List<Route> routes() {
    return List.of(
        new Route(HandlerType.POST, "/api/alerts", List.of(), this::create),
        new Route(HandlerType.POST, "/api/alerts/preview", List.of(), this::preview),
        new Route(HandlerType.POST, "/api/alerts/confirm", List.of(), this::confirm),
        new Route("/api/alerts/{token}", List.of(), this::show),
        new Route(HandlerType.PATCH, "/api/alerts/{token}", List.of(), this::update),
        new Route(HandlerType.DELETE, "/api/alerts/{token}", List.of("erase"), this::end),
        new Route(HandlerType.POST, "/api/alerts/{token}/test", List.of(), this::test),
        new Route(
            HandlerType.POST, "/api/alerts/{token}/unsubscribe", List.of(), this::unsubscribe));
  }

  static ApiProblem problem(AlertProblem problem) {
    return ApiProblem.badParameter(
        problem.part(), "", problem.part() + ": " + problem.getMessage());
  }

  private void preview(Context context) throws IOException {
    Question question = required(question(body(context)));
    Preview preview = Preview.of(question, searcher);
    Preview.Refusal refusal = preview.refusal();
    Route.json(
        context,
        new PreviewAnswer(
            Interpretation.of(question),
            preview.total(),
            preview.years(),
            preview.latest(),
            refusal == null ? null : refusal.chinese(),
            refusal == null ? null : refusal.english(),
            desk.alerts().channels()));
  }

  private void create(Context context) throws IOException {
    ObjectNode body = body(context);
    Question question = required(question(body));
    Alerts alerts = desk.alerts();
    AlertRow alert;
    try {
      alert = alerts.create(request(body), question, client(context));
    } catch (IOException e) {
      throw ApiProblem.unavailable(String.valueOf(e.getMessage()));
    }
    context.status(201);
    // Whoever saves an alert for an address need not be its owner: he gets the secret by mail.
    boolean secret = alert.state() != State.PENDING;
    Route.json(
        context, secret ? answer(alerts, alert) : Map.of("id", alert.id(), "state", alert.state()));
    context.header("Cache-Control", "no-store");
  }

  /** Who asks: behind a proxy on this machine, whom that names. */
  private static String client(Context context) throws UnknownHostException {
    String forwarded = context.header("X-Forwarded-For");
    boolean here = InetAddress.getByName(context.ip()).isLoopbackAddress();
    return forwarded == null || !here
        ? context.ip()
        : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
  }

  private void confirm(Context context) {
    String confirmation = body(context).path("confirmation").asText();
    Alerts alerts = desk.alerts();
    AlertRow alert =
        alerts
            .confirm(confirmation)
            .orElseThrow(() -> ApiProblem.notFound("nothing waits for this confirmation"));
    Route.json(context, answer(alerts, alert));
    context.header("Cache-Control", "no-store");
  }

  private void show(Context context) {
    AlertRow alert = desk.alert(context);
    Alerts alerts = desk.alerts();
    Map<String, Object> answer = answer(alerts, alert);
    answer.put("beside", alerts.beside(alert).stream().map(each -> answer(alerts, each)).toList());
    json(context, answer);
  }

  private void update(Context context) {
    AlertRow alert = desk.alert(context);
    ObjectNode body = body(context);
    Question question = question(body);
    AlertRow changed = desk.alerts().update(alert, request(body), question);
    json(context, answer(desk.alerts(), changed));
  }

  private void end(Context context) {
    AlertRow alert = desk.alert(context);
    String erase = Parameters.single(context, "erase");
    switch (erase) {
      case "true" -> desk.alerts().erase(alert);
      case "", "false" -> desk.alerts().end(alert);
      default -> throw ApiProblem.badParameter("erase", erase, "erase is true or false");
    }
    context.status(204);
  }

  private void test(Context context) throws IOException {
    AlertRow alert = desk.alert(context);
    Map<String, String> outcomes = desk.alerts().test(alert, searcher);
    List<TestAnswer> answers = new ArrayList<>();
    outcomes.forEach(
        (channel, error) ->
            answers.add(new TestAnswer(channel, error.isEmpty(), error.isEmpty() ? null : error)));
    json(context, Map.of("deliveries", answers));
  }

  /** One click, by a mail program (RFC 8058); what was ended before is ended. */
  private void unsubscribe(Context context) {
    desk.alerts().byToken(context.pathParam("token")).ifPresent(desk.alerts()::end);
    context.status(200);
    context.header("Cache-Control", "no-store");
    context.contentType("text/plain");
    context.result("ended\n");
  }

  private static void json(Context context, Object body) {
    Route.json(context, body);
    context.header("Cache-Control", "no-store");
  }

  private Map<String, Object> answer(Alerts alerts, AlertRow alert) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", alert.id());
    answer.put("token", alert.token());
    answer.put("state", alert.state().toString());
    answer.put("reason", alert.reason());
    answer.put("name", alert.name());
    answer.put("language", alert.language());
    answer.put("interpretation", interpretation(alert));
    answer.put("email", alert.email());
    answer.put("webhook", alert.webhook());
    answer.put("secret", alert.secret());
    answer.put(
        "feed",
        alert.atom() ? settings.site().resolve("feeds/alerts/" + alert.id() + ".atom") : null);
    answer.put("cadence", alert.cadence());
    answer.put("hour", alert.hour());
    answer.put("weekday", alert.weekday());
    answer.put("zone", alert.zone());
    answer.put("created", Instant.ofEpochMilli(alert.created()).toString());
    answer.put("matches", alerts.count(alert));
    answer.put(
        "latest",
        alerts.latest(alert, LATEST).stream()
            .map(m -> Map.of("id", m.id(), "news", m.news(), "told", Json.tree(m.hit())))
            .toList());
    answer.put("deliveries", alerts.undelivered(alert).stream().map(DeliveryAnswer::of).toList());
    return answer;
  }

  /** None where the alert was set aside because it cannot be read. */
  private static @Nullable Map<String, Object> interpretation(AlertRow alert) {
    try {
      return Interpretation.of(Alerts.question(alert));
    } catch (RuntimeException e) {
      return null;
    }
  }

  /** The question of a body with {@code q} or {@code filters}; null where it has neither. */
  private @Nullable Question question(ObjectNode body) {
    JsonNode text = body.remove("q");
    JsonNode filters = body.remove("filters");
    if (text == null && filters == null) {
      return null;
    }
    Map<String, List<String>> chosen = new LinkedHashMap<>();
    if (filters != null) {
      for (Map.Entry<String, JsonNode> each : filters.properties()) {
        if (!SearchApi.OVERRIDES.contains(each.getKey())) {
          throw ApiProblem.unknownParameter(each.getKey(), SearchApi.OVERRIDES);
        }
        List<String> values = new ArrayList<>();
        if (each.getValue().isArray()) {
          each.getValue().forEach(value -> values.add(value.asText()));
        } else {
          values.add(each.getValue().asText());
        }
        chosen.put(each.getKey(), values);
      }
    }
    return search.question(Parameters.bounded(text == null ? "" : text.asText()), chosen);
  }

  private static Question required(@Nullable Question question) {
    if (question == null) {
      throw ApiProblem.badParameter("q", "", "q: an alert needs a question");
    }
    return question;
  }

  private static ObjectNode body(Context context) {
    String body = context.body();
    if (body.length() > LONGEST_BODY) {
      throw ApiProblem.badParameter("body", "", "a body has at most 16384 characters");
    }
    try {
      if (Json.mapper().readTree(body) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw ApiProblem.badParameter("body", "", "body: not JSON: " + e.getOriginalMessage());
    }
    throw ApiProblem.badParameter("body", "", "body: a JSON object is expected");
  }

  private static AlertRequest request(ObjectNode body) {
    try {
      return Json.mapper().treeToValue(body, AlertRequest.class);
    } catch (MismatchedInputException e) {
      String part = e.getPath().isEmpty() ? "body" : e.getPath().getFirst().getFieldName();
      throw ApiProblem.badParameter(part, "", part + ": " + e.getOriginalMessage());
    } catch (JsonProcessingException e) {
      throw ApiProblem.badParameter("body", "", "body: " + e.getOriginalMessage());
    }
  }

  private record PreviewAnswer(
      Map<String, Object> interpretation,
      long total,
      List<Preview.Year> years,
      List<Entry> latest,
      @Nullable String refusal,
      @Nullable String refusalEnglish,
      List<String> channels) {}

  private record TestAnswer(String channel, boolean delivered, @Nullable String error) {}

  private record DeliveryAnswer(
      String id, String channel, String state, String due, int attempts, @Nullable String error) {
    static DeliveryAnswer of(OutboxRow row) {
      return new DeliveryAnswer(
          row.batch(),
          row.channel(),
          row.state().toString(),
          Instant.ofEpochMilli(row.due()).toString(),
          row.attempts(),
          row.error());
    }
  }
}
