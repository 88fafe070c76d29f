package mingcha.alert;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mingcha.index.EntrySearcher;
import mingcha.query.Interpretation;
import mingcha.query.Question;
import mingcha.store.AlertRow;
import mingcha.store.AlertRow.State;
import mingcha.store.AlertTable;
import mingcha.store.MatchRow;
import mingcha.store.Outbox;
import mingcha.store.OutboxRow;
import mingcha.store.Store;
import org.jspecify.annotations.Nullable;

/** Saving, confirming, changing and ending alerts. Safe for use by several threads. */
public final class Alerts {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_ADDRESS = 254;
  private static final Duration UNCONFIRMED = Duration.ofDays(3);

  private final AlertTable table;
  private final Outbox outbox;
  private final AlertSettings settings;
  private final Clock clock;
  private final Limits limits;
  private final Webhook webhook;
  private final @Nullable Mailer mailer;
  private final SecureRandom random = new SecureRandom();

  public Alerts(Store store, AlertSettings settings, Clock clock) {
    this.table = store.alerts();
    this.outbox = store.outbox();
    this.settings = settings;
    this.clock = clock;
    this.limits = new Limits(table, clock);
    this.webhook = new Webhook(settings);
    AlertSettings.Mail mail = settings.mail();
    this.mailer = mail == null ? null : new Mailer(settings, mail);
  }

  /**
   * Saves an alert. One with an address waits until that is confirmed; any other is active at once.
   *
   * @param client the network address of who asks, for the limits
   * @throws AlertProblem naming what is wrong
   * @throws TooMany if he asks too often
   * @throws IOException if the confirmation cannot be sent; nothing is saved then
   */
  public AlertRow create(AlertRequest asked, Question question, String client) throws IOException {
    refuse(question);
    String email = asked.email() == null ? null : address(asked.email());
    String hook = asked.webhook() == null || asked.webhook().isEmpty() ? null : asked.webhook();
    boolean atom = asked.atom() == null ? email == null && hook == null : asked.atom();
    String host = told(email, hook, atom);
    if (host != null) {
      limits.webhook(host);
    }
    AlertRow alert =
        checked(
            new AlertRow(
                secret(15),
                secret(32),
                email == null ? null : secret(32),
                email == null ? State.ACTIVE : State.PENDING,
                null,
                name(asked.name() == null ? shortened(sentence(question)) : asked.name()),
                asked.language() == null ? "zh" : asked.language(),
                QuestionJson.write(question),
                email,
                hook,
                hook == null ? null : Webhook.newSecret(random),
                atom,
                asked.cadence() == null ? "at-once" : asked.cadence(),
                asked.hour() == null ? 8 : asked.hour(),
                asked.weekday() == null ? 1 : asked.weekday(),
                asked.zone() == null ? "Asia/Shanghai" : asked.zone(),
                clock.millis(),
                0,
                0));
    limits.newAlert(client);
    if (email != null) {
      askForConfirmation(alert, question, email);
    }
    expire();
    table.put(alert);
    return alert;
  }

  private void askForConfirmation(AlertRow alert, Question question, String email)
      throws IOException {
    if (mailer == null) {
      throw new AlertProblem("email", "this site sends no mail; use a webhook or atom");
    }
    limits.confirmation(email);
    try {
      mailer.sendConfirmation(alert, MailText.confirmation(alert, sentence(question), settings));
    } catch (MessagingException e) {
      throw new IOException("the confirmation could not be sent to " + email, e);
    }
  }

  /** Forgets what was never confirmed. */
  private void expire() {
    long before = clock.millis() - UNCONFIRMED.toMillis();
    for (AlertRow alert : table.all()) {
      if (alert.state() == State.PENDING && alert.created() < before) {
        table.end(alert.id());
      }
    }
  }

  /** The address is its owner's wish. Empty for a secret that is not known, or no longer. */
  public Optional<AlertRow> confirm(String confirmation) {
    Optional<AlertRow> alert = table.byConfirmation(confirmation);
    alert
        .filter(found -> found.state() == State.PENDING)
        .ifPresent(found -> table.put(found.in(State.ACTIVE)));
    return alert.flatMap(found -> table.find(found.id()));
  }

  /** Who got a confirmation wants no mail from here, ever; ends and erases all that is his. */
  public boolean forbid(String confirmation) {
    Optional<AlertRow> alert = table.byConfirmation(confirmation);
    String email = alert.map(AlertRow::email).orElse(null);
    if (email == null) {
      return false;
    }
    limits.forbid(email);
    table.byEmail(email).forEach(each -> table.end(each.id()));
    return true;
  }

  /** By what alerts can be told here. */
  public List<String> channels() {
    return mailer == null
        ? List.of(OutboxRow.WEBHOOK, "atom")
        : List.of(OutboxRow.EMAIL, OutboxRow.WEBHOOK, "atom");
  }

  /** The alert that waits for a confirmation, or has got it. */
  public Optional<AlertRow> byConfirmation(String confirmation) {
    return table.byConfirmation(confirmation);
  }

  /** The alert that a secret link manages. */
  public Optional<AlertRow> byToken(String token) {
    return table.byToken(token);
  }

  /** All that belong to whom this alert belongs to: those of its address, or itself alone. */
  public List<AlertRow> beside(AlertRow alert) {
    String email = alert.email();
    return email == null || alert.state() == State.PENDING
        ? List.of(alert)
        : table.byEmail(email).stream().filter(a -> a.state() != State.PENDING).toList();
  }

  /** By its id, which feeds are named by. */
  public Optional<AlertRow> find(String id) {
    return table.find(id);
  }

  /** All, for the operator. */
  public List<AlertRow> all() {
    return table.all();
  }

  /**
   * Changes what is given; the question, if there is one. What waits is told by the new hours, and
   * what could not be delivered is tried again.
   */
  public AlertRow update(AlertRow alert, AlertRequest asked, @Nullable Question question) {
    if (question != null) {
      refuse(question);
    }
    if (asked.email() != null && !asked.email().equals(alert.email())) {
      throw new AlertProblem("email", "an address cannot be changed; end this and save another");
    }
    String hook = asked.webhook() == null ? alert.webhook() : asked.webhook();
    hook = hook == null || hook.isEmpty() ? null : hook;
    boolean atom = asked.atom() == null ? alert.atom() : asked.atom();
    String host = told(alert.email(), hook, atom);
    if (host != null && !Objects.equals(hook, alert.webhook())) {
      limits.webhook(host);
    }
    String kept = alert.secret();
    AlertRow changed =
        checked(
            new AlertRow(
                alert.id(),
                alert.token(),
                alert.confirmation(),
                alert.state() == State.BROKEN ? State.ACTIVE : alert.state(),
                null,
                name(asked.name() == null ? alert.name() : asked.name()),
                asked.language() == null ? alert.language() : asked.language(),
                question == null ? alert.question() : QuestionJson.write(question),
                alert.email(),
                hook,
                hook == null ? null : kept == null ? Webhook.newSecret(random) : kept,
                atom,
                asked.cadence() == null ? alert.cadence() : asked.cadence(),
                asked.hour() == null ? alert.hour() : asked.hour(),
                asked.weekday() == null ? alert.weekday() : asked.weekday(),
                asked.zone() == null ? alert.zone() : asked.zone(),
                alert.created(),
                alert.mailed(),
                0));
    table.put(changed);
    outbox.reschedule(alert.id(), Schedule.of(changed).next(clock.instant()).toEpochMilli());
    return changed;
  }

  /** Ends it, and erases what is known of it and of whom it was for. */
  public void end(AlertRow alert) {
    table.end(alert.id());
  }

  /** Ends and erases all that belong to whom this one belongs to. */
  public void erase(AlertRow alert) {
    beside(alert).forEach(this::end);
    end(alert);
  }

  /** Ends and erases all that belong to an address; how many that were. */
  public int eraseAddress(String email) {
    List<AlertRow> all = table.byEmail(address(email));
    all.forEach(this::end);
    return all.size();
  }

  /** Sends an example by every channel, and says what became of it: empty where it arrived. */
  public Map<String, String> test(AlertRow alert, EntrySearcher searcher) throws IOException {
    limits.test(alert.id());
    if (alert.state() == State.PENDING) {
      throw new AlertProblem("email", "the address has not been confirmed");
    }
    Question question = QuestionJson.read(alert.question());
    List<MatchRow> example = Examples.of(alert, question, searcher, clock.millis());
    Map<String, String> outcomes = new LinkedHashMap<>();
    if (alert.email() != null && mailer != null) {
      outcomes.put(OutboxRow.EMAIL, testMail(mailer, alert, example));
    }
    if (alert.webhook() != null) {
      outcomes.put(OutboxRow.WEBHOOK, testWebhook(alert, example));
    }
    return outcomes;
  }

  private String testMail(Mailer sender, AlertRow alert, List<MatchRow> example) {
    try {
      MailText text = MailText.of(alert, example, settings);
      sender.send(alert, text, "test-" + secret(15));
      return "";
    } catch (MessagingException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private String testWebhook(AlertRow alert, List<MatchRow> example) {
    try {
      Map<String, Object> payload = new LinkedHashMap<>(webhook.payload(alert, example));
      payload.put("type", "test");
      int status = webhook.send(alert, "test_" + secret(15), payload);
      return status >= 200 && status < 300 ? "" : "the receiver answered " + status;
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** What it has matched, the newest first. */
  public List<MatchRow> latest(AlertRow alert, int most) {
    return outbox.latest(alert.id(), most);
  }

  public long count(AlertRow alert) {
    return outbox.count(alert.id());
  }

  /** What is on its way, and what was set aside. */
  public List<OutboxRow> undelivered(AlertRow alert) {
    List<OutboxRow> open = new ArrayList<>(outbox.of(alert.id()));
    open.removeIf(row -> row.state() == OutboxRow.State.DELIVERED);
    return open;
  }

  /** The question as an alert keeps it. */
  public static Question question(AlertRow alert) {
    return QuestionJson.read(alert.question());
  }

  /** Refuses what reaches nobody; gives the host that is posted to, if one is. */
  private @Nullable String told(@Nullable String email, @Nullable String hook, boolean atom) {
    if (email == null && hook == null && !atom) {
      throw new AlertProblem("email", "an alert needs an email, a webhook or atom");
    }
    return hook == null ? null : webhook.check(hook);
  }

  private static void refuse(Question question) {
    Preview.Refusal refusal = Preview.refusal(question);
    if (refusal != null) {
      throw new AlertProblem("q", refusal.english());
    }
  }

  /** Refuses a language, a cadence, an hour, a day or a zone that there is not. */
  private static AlertRow checked(AlertRow alert) {
    Language.of(alert.language());
    try {
      DayOfWeek.of(alert.weekday());
    } catch (DateTimeException e) {
      throw new AlertProblem("weekday", "a weekday is from 1 to 7, not " + alert.weekday());
    }
    Schedule.of(alert);
    return alert;
  }

  private static String sentence(Question question) {
    String text = question.text().strip();
    return text.isEmpty() ? Interpretation.sentence(question) : text;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME - 1) + "…";
  }

  private static String name(String given) {
    String name = given.replaceAll("\\p{Cntrl}+", " ").strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new AlertProblem("name", "a name has 1 to " + LONGEST_NAME + " characters");
    }
    return name;
  }

  private static String address(String given) {
    try {
      InternetAddress address = new InternetAddress(given.strip(), true);
      String plain = address.getAddress();
      int at = plain.lastIndexOf('@');
      if (at < 1 || plain.length() > LONGEST_ADDRESS || address.getPersonal() != null) {
        throw new AddressException("name@host alone");
      }
      return plain.substring(0, at) + plain.substring(at).toLowerCase(Locale.ROOT);
    } catch (AddressException e) {
      throw new AlertProblem("email", "not an address for mail: " + e.getMessage());
    }
  }

  private String secret(int bytes) {
    byte[] secret = new byte[bytes];
    random.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }
}
