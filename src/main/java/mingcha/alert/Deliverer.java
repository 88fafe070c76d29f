package mingcha.alert;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mingcha.store.AlertRow;
import mingcha.store.AlertTable;
import mingcha.store.MatchRow;
import mingcha.store.Outbox;
import mingcha.store.OutboxRow;
import mingcha.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Empties the outbox. What it takes it keeps from others for a while, sends, and marks as
 * delivered: whoever is killed in between leaves it to be sent again, under the same ids.
 */
public final class Deliverer implements AutoCloseable {
  /** Of mails that are due at once: so many hits in one, and one in so long. */
  private static final int MAIL_HITS = 200;

  private static final Duration MAIL_GAP = Duration.ofMinutes(5);

  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Duration GIVE_UP = Duration.ofDays(3);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final int ROUND_MILLIS = 1_000;
  private static final int GONE = 410;

  private static final Logger LOG = System.getLogger(Deliverer.class.getName());

  private final AlertTable alerts;
  private final Outbox outbox;
  private final AlertSettings settings;
  private final Clock clock;
  private final Webhook webhook;
  private final @Nullable Mailer mailer;
  private final Duration mailGap;
  private final ScheduledExecutorService rounds =
      Executors.newScheduledThreadPool(
          2, Thread.ofPlatform().daemon().name("deliver-", 1).factory());

  /** Delivers what is in a store; {@link #start} does so until it is closed. */
  public Deliverer(Store store, AlertSettings settings, Clock clock) {
    this(store, settings, clock, MAIL_GAP);
  }

  Deliverer(Store store, AlertSettings settings, Clock clock, Duration mailGap) {
    this.alerts = store.alerts();
    this.outbox = store.outbox();
    this.settings = settings;
    this.clock = clock;
    this.mailGap = mailGap;
    this.webhook = new Webhook(settings);
    AlertSettings.Mail mail = settings.mail();
    this.mailer = mail == null ? null : new Mailer(settings, mail);
  }

  /** Delivers in the background, mail and webhooks apart: neither waits for the other. */
  public void start() {
    var unused = rounds.scheduleWithFixedDelay(() -> quietly(this::mail), 0, ROUND_MILLIS, MILLIS);
    var unused2 =
        rounds.scheduleWithFixedDelay(() -> quietly(this::webhooks), 0, ROUND_MILLIS, MILLIS);
  }

  private static final TimeUnit MILLIS = TimeUnit.MILLISECONDS;

  private static void quietly(Runnable round) {
    try {
      round.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a round of deliveries failed; the next tries again", e);
    }
  }

  /** Delivers what is due now, and says how many batches left. */
  public int run() {
    return mail() + webhooks();
  }

  private int mail() {
    if (mailer == null) {
      return 0;
    }
    int sent = 0;
    for (List<OutboxRow> rows : taken(OutboxRow.EMAIL).values()) {
      sent += mail(mailer, rows);
    }
    return sent;
  }

  private int mail(Mailer sender, List<OutboxRow> rows) {
    AlertRow alert = alerts.find(rows.getFirst().alert()).orElse(null);
    if (alert == null || alert.email() == null) {
      outbox.setAside(rows, "the alert has no address any more");
      return 0;
    }
    long now = clock.millis();
    long next = alert.mailed() + mailGap.toMillis();
    if (next > now) {
      outbox.giveBack(rows, next);
      return 0;
    }
    int sent = 0;
    List<OutboxRow> some = new ArrayList<>();
    List<MatchRow> matches = new ArrayList<>();
    for (OutboxRow row : rows) {
      some.add(row);
      matches.addAll(outbox.matches(row.batch()));
      if (matches.size() >= MAIL_HITS || row.equals(rows.getLast())) {
        if (!send(sender, alert, some, matches)) {
          outbox.giveBack(rows.subList(rows.indexOf(row) + 1, rows.size()), pause(some));
          return sent;
        }
        sent += some.size();
        some = new ArrayList<>();
        matches = new ArrayList<>();
      }
    }
    return sent;
  }

  private boolean send(
      Mailer sender, AlertRow alert, List<OutboxRow> rows, List<MatchRow> matches) {
    try {
      if (!matches.isEmpty()) {
        String[] batches = rows.stream().map(OutboxRow::batch).toArray(String[]::new);
        sender.send(alert, MailText.of(alert, matches, settings), Digest.hash(batches));
      }
      outbox.delivered(rows);
      alerts.mailed(alert.id(), clock.millis());
      return true;
    } catch (MessagingException e) {
      failed(rows, String.valueOf(e.getMessage()));
      return false;
    }
  }

  private int webhooks() {
    AtomicInteger sent = new AtomicInteger();
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      for (List<OutboxRow> rows : taken(OutboxRow.WEBHOOK).values()) {
        var unused = each.submit(() -> quietly(() -> sent.addAndGet(post(rows))));
      }
    }
    return sent.get();
  }

  /** One after the other; when one fails the rest waits, and does not count as tried. */
  private int post(List<OutboxRow> rows) {
    AlertRow alert = alerts.find(rows.getFirst().alert()).orElse(null);
    if (alert == null || alert.webhook() == null) {
      outbox.setAside(rows, "the alert has no webhook any more");
      return 0;
    }
    for (int i = 0; i < rows.size(); i++) {
      List<OutboxRow> row = List.of(rows.get(i));
      String problem = problem(alert, rows.get(i));
      if (problem != null) {
        failed(row, problem);
        outbox.giveBack(rows.subList(i + 1, rows.size()), pause(row));
        return i;
      }
      outbox.delivered(row);
    }
    return rows.size();
  }

  /** Posts a batch; null if the receiver has taken it. */
  private @Nullable String problem(AlertRow alert, OutboxRow row) {
    List<MatchRow> matches = outbox.matches(row.batch());
    if (matches.isEmpty()) {
      return null;
    }
    try {
      int status = webhook.send(alert, row.batch(), webhook.payload(alert, matches));
      return status >= 200 && status < 300 ? null : "the receiver answered " + status;
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private void failed(List<OutboxRow> rows, String error) {
    long next = pause(rows);
    boolean gone = error.endsWith(" " + GONE); // The receiver asks to be left alone.
    if (gone || next > rows.getFirst().first() + GIVE_UP.toMillis()) {
      outbox.setAside(rows, error);
    } else {
      outbox.again(rows, next, error);
    }
  }

  /** Twice as long each time, within a fifth: what failed together does not come back together. */
  private long pause(List<OutboxRow> rows) {
    int attempts = Math.min(20, rows.getFirst().attempts());
    double pause = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() * (1L << attempts));
    double jitter = 0.8 + 0.4 * ThreadLocalRandom.current().nextDouble();
    return clock.millis() + (long) (pause * jitter);
  }

  private Map<String, List<OutboxRow>> taken(String channel) {
    long now = clock.millis();
    Map<String, List<OutboxRow>> byAlert = new LinkedHashMap<>();
    for (OutboxRow row : outbox.take(channel, now, now + LEASE.toMillis())) {
      byAlert.computeIfAbsent(row.alert(), id -> new ArrayList<>()).add(row);
    }
    return byAlert;
  }

  @Override
  public void close() {
    rounds.shutdown();
    try {
      if (!rounds.awaitTermination(20, TimeUnit.SECONDS)) {
        rounds.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
