package mingcha.serve;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.List;
import mingcha.alert.Alerts;
import mingcha.query.Interpretation;
import mingcha.store.AlertRow;

/**
 * Where the links of mails lead. They need no script, and nothing happens before a button is
 * pressed: mail programs open links to look at them.
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
        new Route(HandlerType.POST, "/alerts/forbid/{confirmation}", List.of(), this::forbid),
        new Route("/alerts/{token}", List.of(), this::show),
        new Route(HandlerType.POST, "/alerts/{token}/end", List.of(), this::end),
        new Route(HandlerType.POST, "/alerts/{token}/erase", List.of(), this::erase));
  }

  private void askConfirm(Context context) {
    String secret = escaped(context.pathParam("confirmation"));
    page(
        context,
        "确认关注 · Confirm the alert",
        button("/alerts/confirm/" + secret, "确认 · Confirm")
            + button("/alerts/forbid/" + secret, "不要再写信到这个地址 · Never write to this address"));
  }

  private void confirm(Context context) {
    AlertRow alert =
        desk.alerts()
            .confirm(context.pathParam("confirmation"))
            .orElseThrow(() -> ApiProblem.notFound("nothing waits for this confirmation"));
    context.redirect("/alerts/" + alert.token(), HttpStatus.SEE_OTHER);
  }

  private void forbid(Context context) {
    boolean done = desk.alerts().forbid(context.pathParam("confirmation"));
    page(
        context,
        done ? "不会再写信到这个地址 · No more mail to this address" : "没有这样的请求 · There is no such request",
        "");
  }

  private void show(Context context) {
    AlertRow alert = desk.alert(context);
    String secret = escaped(alert.token());
    StringBuilder body = new StringBuilder("<dl>");
    row(body, "问题 · Question", sentence(alert));
    row(body, "状态 · State", alert.state() + (alert.reason() == null ? "" : ": " + alert.reason()));
    row(body, "节奏 · Cadence", alert.cadence());
    row(body, "消息 · Told", Long.toString(desk.alerts().count(alert)));
    body.append("</dl>");
    if (alert.atom()) {
      String feed = "/feeds/alerts/" + escaped(alert.id()) + ".atom";
      body.append("<p><a href=\"").append(feed).append("\">Atom</a></p>");
    }
    body.append(button("/alerts/" + secret + "/end", "停止 · End this alert"));
    if (alert.email() != null) {
      body.append(
          button(
              "/alerts/" + secret + "/erase", "停止全部并删除地址 · End all of this address and erase it"));
    }
    page(context, alert.name(), body.toString());
  }

  private static String sentence(AlertRow alert) {
    try {
      return Interpretation.sentence(Alerts.question(alert));
    } catch (RuntimeException e) {
      return "—";
    }
  }

  private void end(Context context) {
    desk.alerts().end(desk.alert(context));
    page(context, "已停止 · Ended", "");
  }

  private void erase(Context context) {
    desk.alerts().erase(desk.alert(context));
    page(context, "已停止并删除 · Ended and erased", "");
  }

  private static void row(StringBuilder body, String name, String value) {
    body.append("<dt>").append(name).append("</dt><dd>").append(escaped(value)).append("</dd>");
  }

  private static String button(String action, String label) {
    return "<form method=\"post\" action=\""
        + action
        + "\"><button type=\"submit\">"
        + label
        + "</button></form>";
  }

  private static void page(Context context, String title, String body) {
    context.header("Cache-Control", "no-store");
    context.header("Referrer-Policy", "no-referrer");
    context.contentType("text/html; charset=utf-8");
    context.result(
        "<!DOCTYPE html><html lang=\"zh\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width\">"
            + "<meta name=\"robots\" content=\"noindex\">"
            + "<link rel=\"stylesheet\" href=\"/app.css\"><title>"
            + escaped(title)
            + "</title></head><body><main><h1>"
            + escaped(title)
            + "</h1>"
            + body
            + "<p><a href=\"/\">明察 Mingcha</a></p></main></body></html>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
