package mingcha;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mingcha.alert.AlertSettings;
import mingcha.alert.Alerts;
import mingcha.alert.Deliverer;
import mingcha.alert.Replay;
import mingcha.query.Interpretation;
import mingcha.store.AlertRow;
import mingcha.store.MatchRow;
import mingcha.store.OutboxRow;
import mingcha.store.Store;
import mingcha.wire.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the operator can do with the saved questions. */
@Command(
    name = "alerts",
    description = "Lists, shows, delivers, replays and ends alerts.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class AlertsCommand {
  private static final int LATEST = 20;
  private static final String LOCAL = "http://localhost:" + Config.DEFAULT_PORT + "/";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(description = "All alerts, one JSON a line.", mixinStandardHelpOptions = true)
  int list(@Mixin DataOption data) {
    try (Store store = open(data)) {
      Alerts alerts = alerts(store);
      alerts.all().forEach(alert -> print(summary(alerts, alert)));
    }
    return 0;
  }

  @Command(
      description = "One alert: its question, what it has matched, and what is on its way.",
      mixinStandardHelpOptions = true)
  int show(@Mixin DataOption data, @Parameters(paramLabel = "ALERT") String id) {
    try (Store store = open(data)) {
      Alerts alerts = alerts(store);
      AlertRow alert = find(alerts, id);
      Map<String, Object> shown = summary(alerts, alert);
      shown.put("interpretation", Json.tree(alert.question()));
      shown.put("latest", alerts.latest(alert, LATEST).stream().map(AlertsCommand::match).toList());
      shown.put("deliveries", alerts.undelivered(alert));
      print(shown);
    }
    return 0;
  }

  @Command(
      description = "Delivers what is due now; for a machine on which nothing serves.",
      mixinStandardHelpOptions = true)
  int run(@Mixin DataOption data, @Mixin AlertOptions options) {
    AlertSettings settings = options.settings(LOCAL);
    try (Store store = open(data);
        Deliverer deliverer = new Deliverer(store, settings, Clock.systemUTC())) {
      print(Map.of("delivered", deliverer.run()));
    }
    return 0;
  }

  @Command(
      description = "Asks alerts again about what came since a day; nothing is told twice.",
      mixinStandardHelpOptions = true)
  int replay(
      @Mixin DataOption data,
      @Option(names = "--since", paramLabel = "DATE", required = true, description = "2024-09-20")
          LocalDate since,
      @Option(names = "--alert", paramLabel = "ALERT", description = "this one alone")
          @Nullable String id)
      throws IOException {
    Instant start = since.atStartOfDay(ZoneId.systemDefault()).toInstant();
    try (Store store = open(data)) {
      if (id != null) {
        find(alerts(store), id);
      }
      print(Map.of("disclosures", Replay.run(store, start, id, Clock.systemUTC())));
    }
    return 0;
  }

  @Command(
      description = "Ends an alert and erases whom it was for.",
      mixinStandardHelpOptions = true)
  int end(
      @Mixin DataOption data,
      @Parameters(paramLabel = "ALERT", arity = "0..1") @Nullable String id,
      @Option(
              names = "--email",
              paramLabel = "ADDRESS",
              description = "all alerts of this address, which is erased with them")
          @Nullable String email) {
    if ((id == null) == (email == null)) {
      throw new Problem("which one? Give an alert's id, or --email ADDRESS");
    }
    try (Store store = open(data)) {
      Alerts alerts = alerts(store);
      if (id != null) {
        alerts.end(find(alerts, id));
      }
      print(Map.of("ended", email == null ? 1 : alerts.eraseAddress(email)));
    }
    return 0;
  }

  private static Store open(DataOption data) {
    return Store.open(data.existing().data());
  }

  private static Alerts alerts(Store store) {
    return new Alerts(store, new AlertOptions().settings(LOCAL), Clock.systemUTC());
  }

  private static AlertRow find(Alerts alerts, String id) {
    return alerts.find(id).orElseThrow(() -> new Problem("no alert '" + id + "'"));
  }

  private static Map<String, Object> summary(Alerts alerts, AlertRow alert) {
    List<OutboxRow> open = alerts.undelivered(alert);
    long failed = open.stream().filter(row -> row.state() == OutboxRow.State.FAILED).count();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", alert.id());
    line.put("state", alert.state().toString());
    line.put("reason", alert.reason());
    line.put("name", alert.name());
    line.put("question", sentence(alert));
    line.put("email", alert.email());
    line.put("webhook", alert.webhook());
    line.put("atom", alert.atom());
    line.put("cadence", alert.cadence());
    line.put("created", Instant.ofEpochMilli(alert.created()).toString());
    line.put("matches", alerts.count(alert));
    line.put("due", open.size() - failed);
    line.put("failed", failed);
    return line;
  }

  private static String sentence(AlertRow alert) {
    try {
      return Interpretation.sentence(Alerts.question(alert));
    } catch (RuntimeException e) {
      return alert.question();
    }
  }

  private static Map<String, Object> match(MatchRow match) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", match.id());
    shown.put("news", match.news());
    shown.put("entry", match.entry());
    shown.put("disclosure", match.disclosure());
    shown.put("found", Instant.ofEpochMilli(match.found()).toString());
    return shown;
  }

  private void print(Object value) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Json.write(value));
    out.flush();
  }
}
