package mingcha.serve;

import io.javalin.http.Context;
import mingcha.alert.Alerts;
import mingcha.store.AlertRow;
import org.jspecify.annotations.Nullable;

/** Where alerts are asked for: they may not be there, and a secret may not be known. */
final class AlertDesk {
  private final @Nullable Alerts alerts;

  AlertDesk(@Nullable Alerts alerts) {
    this.alerts = alerts;
  }

  Alerts alerts() {
    if (alerts == null) {
      throw ApiProblem.unavailable("alerts need a data directory that can be written");
    }
    return alerts;
  }

  /** The alert whose secret is in the path. */
  AlertRow alert(Context context) {
    context.header("Cache-Control", "no-store");
    context.header("Referrer-Policy", "no-referrer");
    return alerts()
        .byToken(context.pathParam("token"))
        .orElseThrow(() -> ApiProblem.notFound("no alert has this secret; it may have been ended"));
  }
}
