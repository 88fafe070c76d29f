package mingcha.alert;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import mingcha.index.ComputedReadings;
import mingcha.index.MatchedReadings;
import mingcha.query.Question;
import mingcha.store.AlertRow;
import mingcha.store.AlertRow.State;
import mingcha.store.AlertTable;
import mingcha.store.MatchRow;
import mingcha.store.OutboxRow;
import mingcha.store.Store;
import mingcha.store.Tidings;
import mingcha.wire.Json;
import org.jspecify.annotations.Nullable;

/**
 * Says what new versions of disclosures are to the saved questions. Writes nothing itself but what
 * sets a broken alert aside. For use by one thread; whoever opens it closes it.
 */
public final class AlertMatcher implements AutoCloseable {
  /** What is kept of an entry's text to be told. */
  private static final int LONGEST_TEXT = 2_000;

  private final AlertTable table;
  private final Clock clock;
  private final Map<String, Alert> alerts = new HashMap<>();
  private @Nullable QuestionMonitor monitor;
  private long revision;

  private AlertMatcher(AlertTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /** Over the alerts of a store, as they are at each call. */
  public static AlertMatcher over(Store store, Clock clock) {
    return new AlertMatcher(store.alerts(), clock);
  }

  private record Alert(AlertRow row, Question question, Schedule schedule) {}

  /** What these are to all alerts, in their order. */
  public Tidings match(List<Arrival> arrivals) throws IOException {
    refresh();
    if (alerts.isEmpty()) {
      return new Tidings(List.of(), List.of(), revision);
    }
    List<MatchRow> matches = new ArrayList<>();
    Set<OutboxRow> outbox = new LinkedHashSet<>();
    match(arrivals, "", alerts.keySet(), matches, outbox);
    setAside();
    return new Tidings(matches, List.copyOf(outbox), revision);
  }

  /**
   * What one disclosure is to some alerts, for those who missed it.
   *
   * @param occasion tells the batches of this replay from those of others
   */
  Tidings replay(Arrival arrival, String occasion, @Nullable String only) throws IOException {
    refresh();
    List<MatchRow> matches = new ArrayList<>();
    Set<OutboxRow> outbox = new LinkedHashSet<>();
    Set<String> asked = only == null ? alerts.keySet() : Set.of(only);
    if (!alerts.isEmpty()) {
      match(List.of(arrival), occasion, asked, matches, outbox);
      setAside();
    }
    return new Tidings(matches, List.copyOf(outbox), revision);
  }

  private void match(
      List<Arrival> arrivals,
      String occasion,
      Set<String> asked,
      List<MatchRow> matches,
      Set<OutboxRow> outbox)
      throws IOException {
    List<Comparison> versions = arrivals.stream().map(Comparison::new).toList();
    List<List<Entry>> entries = new ArrayList<>();
    for (Comparison each : versions) {
      entries.add(each.fresh());
      entries.add(each.gone());
    }
    List<Map<String, Set<String>>> answered = answered(entries);
    for (int i = 0; i < arrivals.size(); i++) {
      Answered of =
          new Answered(
              arrivals.get(i), versions.get(i), answered.get(2 * i), answered.get(2 * i + 1));
      match(of, occasion, asked, matches, outbox);
    }
  }

  /**
   * An arrival with the alerts that its entries answer.
   *
   * @param now by the id of each fresh entry
   * @param then by the id of each that has gone
   */
  private record Answered(
      Arrival arrival,
      Comparison versions,
      Map<String, Set<String>> now,
      Map<String, Set<String>> then) {}

  private void match(
      Answered answered,
      String occasion,
      Set<String> asked,
      List<MatchRow> matches,
      Set<OutboxRow> outbox) {
    Arrival arrival = answered.arrival();
    Comparison versions = answered.versions();
    Instant found = clock.instant();
    List<Entry> all = new ArrayList<>(versions.fresh());
    versions.gone().stream().filter(e -> versions.after(e) == null).forEach(all::add);
    for (Entry entry : all) {
      Set<String> now = answered.now().getOrDefault(entry.id(), Set.of());
      Set<String> then = answered.then().getOrDefault(entry.id(), Set.of());
      Set<String> ids = new LinkedHashSet<>(now);
      if (versions.saysTheSame(entry)) {
        ids.removeAll(then);
      } else {
        ids.addAll(then);
      }
      ids.retainAll(asked);
      for (String id : ids) {
        Alert alert = alerts.get(id);
        if (alert != null) {
          News news = news(alert, versions, entry, then.contains(id), now.contains(id));
          String batch =
              Digest.hash(id, arrival.disclosure().id(), arrival.seq() + arrival.what() + occasion);
          matches.add(row(alert, arrival, entry, news, batch, found));
          outbox.addAll(outbox(alert, batch, found));
        }
      }
    }
  }

  private static News news(
      Alert alert, Comparison versions, Entry entry, boolean answered, boolean answers) {
    Entry shown = shortened(ComputedReadings.added(entry));
    List<Integer> matched = MatchedReadings.of(shown, alert.question());
    Entry before = versions.before(entry);
    if (versions.after(entry) == null) {
      return new News(News.Kind.WITHDRAWN, shown, matched, List.of(), false);
    }
    List<Reading> readings = before == null ? List.of() : ComputedReadings.added(before).readings();
    News.Kind kind = answered ? News.Kind.CHANGED : News.Kind.NEW;
    return new News(kind, shown, matched, readings, answers);
  }

  private static MatchRow row(
      Alert alert, Arrival arrival, Entry entry, News news, String batch, Instant found) {
    String digest = news.news() == News.Kind.WITHDRAWN ? "-" + Digest.of(entry) : Digest.of(entry);
    String id = alert.row().id();
    return new MatchRow(
        Digest.hash(id, entry.id(), digest),
        id,
        entry.id(),
        digest,
        news.news().toString(),
        arrival.disclosure().id(),
        Json.write(news),
        batch,
        found.toEpochMilli());
  }

  private static List<OutboxRow> outbox(Alert alert, String batch, Instant found) {
    AlertRow row = alert.row();
    long due = alert.schedule().next(found).toEpochMilli();
    List<OutboxRow> rows = new ArrayList<>();
    if (row.email() != null) {
      rows.add(new OutboxRow(batch, OutboxRow.EMAIL, row.id(), due));
    }
    if (row.webhook() != null) {
      rows.add(new OutboxRow(batch, OutboxRow.WEBHOOK, row.id(), due));
    }
    return rows;
  }

  /** For each of the lists, by the id of the entry, the alerts that it answers. */
  private List<Map<String, Set<String>>> answered(List<List<Entry>> lists) throws IOException {
    List<Entry> all = lists.stream().flatMap(List::stream).toList();
    Iterator<Set<String>> found =
        monitor == null ? Collections.emptyIterator() : monitor.match(all).iterator();
    List<Map<String, Set<String>>> answered = new ArrayList<>();
    for (List<Entry> entries : lists) {
      Map<String, Set<String>> ids = new HashMap<>();
      entries.forEach(entry -> ids.put(entry.id(), found.hasNext() ? found.next() : Set.of()));
      answered.add(ids);
    }
    return answered;
  }

  /** Learns of alerts that were made, changed and ended since. */
  private void refresh() throws IOException {
    List<AlertRow> changed = table.changedSince(revision);
    if (changed.isEmpty()) {
      return;
    }
    if (monitor == null) {
      monitor = new QuestionMonitor();
    }
    Map<String, Question> questions = new LinkedHashMap<>();
    List<String> gone = new ArrayList<>();
    Map<String, String> unreadable = new LinkedHashMap<>();
    for (AlertRow row : changed) {
      revision = Math.max(revision, row.revision());
      alerts.remove(row.id());
      gone.add(row.id());
      if (row.state() == State.ACTIVE) {
        try {
          Question question = QuestionJson.read(row.question());
          alerts.put(row.id(), new Alert(row, question, Schedule.of(row)));
          questions.put(row.id(), question);
        } catch (RuntimeException e) {
          unreadable.put(row.id(), "it cannot be read: " + e.getMessage());
        }
      }
    }
    monitor.remove(gone);
    monitor.put(questions);
    unreadable.forEach(table::setAside);
    setAside();
  }

  /** A broken alert stops no other. */
  private void setAside() throws IOException {
    if (monitor == null) {
      return;
    }
    Map<String, String> broken = monitor.broken();
    if (!broken.isEmpty()) {
      broken.forEach((id, why) -> table.setAside(id, "it cannot be matched: " + why));
      Set<String> ids = new HashSet<>(broken.keySet());
      monitor.remove(List.copyOf(ids));
      alerts.keySet().removeAll(ids);
    }
  }

  private static Entry shortened(Entry entry) {
    return entry.text().length() <= LONGEST_TEXT
        ? entry
        : new Entry(
            entry.id(),
            entry.kind(),
            entry.name(),
            entry.text().substring(0, LONGEST_TEXT) + "…",
            entry.path(),
            entry.scope(),
            entry.disclosure(),
            entry.table(),
            entry.subject(),
            entry.rule(),
            entry.severity(),
            entry.readings(),
            entry.aka());
  }

  @Override
  public void close() throws IOException {
    if (monitor != null) {
      monitor.close();
    }
  }
}
