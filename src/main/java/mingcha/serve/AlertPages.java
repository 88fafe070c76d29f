package mingcha.serve;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import mingcha.alert.Alerts;
import mingcha.query.Interpretation;
import mingcha.store.AlertRow;

/**
 * Where the link of a confirmation mail leads. It needs no script, and nothing happens before a
 * button is pressed: mail programs open links to look at them.
 */
final class AlertPages {
  private final AlertDesk desk;

  AlertPages(AlertDesk desk) {
    this.desk = desk;
  }

  List<Route> routes() {
    return List.of(
        new Route("/alerts/confirm/{confirmation}", List.of(), this::askConfirm),
        new Route(HandlerType.POST, "/alerts/confirm/{confirmation}", List.of(), this::confirm),
        new Route(HandlerType.POST, "/alerts/forbid/{confirmation}", List.of(), this::forbid));
  }

  private void askConfirm(Context context) {
    Optional<AlertRow> found = desk.alerts().byConfirmation(context.pathParam("confirmation"));
    if (found.isEmpty()) {
      context.status(HttpStatus.NOT_FOUND);
      page(context, "zh", "没有这样的请求 · There is no such request", "");
      return;
    }
    AlertRow alert = found.get();
    Words words = new Words(alert.language());
    String secret = Html.escaped(context.pathParam("confirmation"));
    page(
        context,
        alert.language(),
        words.say("确认提醒", "Confirm the alert"),
        "<p>"
            + Html.escaped(
                words.say(
                    "有新的公开信息符合这个问题时，写信到 " + alert.email() + "：",
                    "When a disclosure answers this question, write to " + alert.email() + ":"))
            + "</p><blockquote>"
            + Html.escaped(alert.name())
            + (sentence(alert).equals(alert.name()) ? "" : "<br>" + Html.escaped(sentence(alert)))
            + "</blockquote>"
            + button("/alerts/confirm/" + secret, words.say("确认", "Confirm"), "main")
            + "<p>"
            + words.say("不是您要的？", "Not your wish?")
            + "</p>"
            + button(
                "/alerts/forbid/" + secret,
                words.say("不要再写信到这个地址", "Never write to this address"),
                ""));
  }

  private void confirm(Context context) {
    AlertRow alert =
        desk.alerts()
            .confirm(context.pathParam("confirmation"))
            .orElseThrow(() -> ApiProblem.notFound("nothing waits for this confirmation"));
    String language = new Words(alert.language()).say("", "?lang=en");
    context.redirect("/alerts/" + alert.token() + language, HttpStatus.SEE_OTHER);
  }

  private void forbid(Context context) {
    String language =
        desk.alerts()
            .byConfirmation(context.pathParam("confirmation"))
            .map(AlertRow::language)
            .orElse("zh");
    boolean done = desk.alerts().forbid(context.pathParam("confirmation"));
    page(
        context,
        language,
        done
            ? new Words(language).say("不会再写信到这个地址", "No more mail to this address")
            : "没有这样的请求 · There is no such request",
        "");
  }

  private static String sentence(AlertRow alert) {
    try {
      return Interpretation.sentence(Alerts.question(alert));
    } catch (RuntimeException e) {
      return "—";
    }
  }

  private record Words(String language) {
    String say(String chinese, String english) {
      return language.equals("en") ? english : chinese;
    }
  }

  private static String button(String action, String label, String style) {
    return "<form method=\"post\" action=\""
        + action
        + "\"><button type=\"submit\" class=\""
        + style
        + "\">"
        + label
        + "</button></form>";
  }

  private static void page(Context context, String language, String title, String body) {
    context.header("Cache-Control", "no-store");
    context.header("Referrer-Policy", "no-referrer");
    context.contentType("text/html; charset=utf-8");
    context.result(
        "<!DOCTYPE html><html lang=\""
            + (language.equals("en") ? "en" : "zh-CN")
            + "\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + "<meta name=\"color-scheme\" content=\"light dark\">"
            + "<meta name=\"robots\" content=\"noindex\">"
            + "<link rel=\"icon\" href=\"/icon.svg\" type=\"image/svg+xml\">"
            + "<link rel=\"stylesheet\" href=\"/app.css\">"
            + "<link rel=\"stylesheet\" href=\"/alerts.css\"><title>"
            + Html.escaped(title)
            + "</title></head><body><header id=\"head\"><div class=\"bar\">"
            + "<a class=\"brand\" href=\"/\">明察</a></div></header>"
            + "<main><div class=\"confirm\"><h1>"
            + Html.escaped(title)
            + "</h1>"
            + body
            + "</div></main></body></html>");
  }
}
