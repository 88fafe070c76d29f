package mingcha.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import mingcha.store.OutboxRow.State;

/**
 * What alerts have matched, and how far it is on its way to whom it is for. Safe for use by several
 * threads and processes.
 */
public final class Outbox {
  private static final String MATCH =
      "SELECT id, alert, entry, digest, news, disclosure, hit, batch, found FROM match";
  private static final String OUTBOX =
      "SELECT batch, channel, alert, state, due, first, attempts, error FROM outbox";
  private static final String PUT =
      """
      INSERT INTO match
      SELECT CASE times WHEN 0 THEN ?1 ELSE ?1 || '-' || times END, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9
      FROM (SELECT count(*) AS times FROM match WHERE alert = ?2 AND entry = ?3 AND digest = ?4)
      WHERE ?4 IS NOT (
        SELECT digest FROM match WHERE alert = ?2 AND entry = ?3 ORDER BY rowid DESC LIMIT 1)\
      """;

  private final Database database;

  Outbox(Database database) {
    this.database = database;
  }

  /** Records what is not recorded yet, and puts that in the outbox. */
  public void tell(Tidings tidings) {
    database.transaction(() -> put(tidings));
  }

  /**
   * The same within a transaction. What was told last of an entry is not told again; what was told
   * before that is: 45.2%, then 61%, then 45.2% again. A batch that holds nothing new is not sent.
   */
  void put(Tidings tidings) {
    for (MatchRow match : tidings.matches()) {
      database.update(
          PUT,
          match.id(),
          match.alert(),
          match.entry(),
          match.digest(),
          match.news(),
          match.disclosure(),
          match.hit(),
          match.batch(),
          match.found());
    }
    for (OutboxRow row : tidings.outbox()) {
      database.update(
          "INSERT OR IGNORE INTO outbox SELECT ?, ?, ?, 'due', ?, ?, 0, NULL"
              + " WHERE EXISTS (SELECT 1 FROM match WHERE batch = ?)",
          row.batch(),
          row.channel(),
          row.alert(),
          row.due(),
          row.first(),
          row.batch());
    }
  }

  /**
   * Takes what is due of one channel, the longest waiting alert first, and keeps it from others
   * until {@code leased}: if this process dies, another sends it then.
   */
  public List<OutboxRow> take(String channel, long now, long leased) {
    List<OutboxRow> taken = new java.util.ArrayList<>();
    database.transaction(
        () -> {
          List<OutboxRow> due =
              database.query(
                  Outbox::row,
                  OUTBOX
                      + " WHERE state = 'due' AND due <= ? AND channel = ?"
                      + " ORDER BY due, batch LIMIT 1000",
                  now,
                  channel);
          due.forEach(row -> due(row, leased));
          taken.addAll(due);
        });
    return taken;
  }

  private void due(OutboxRow row, long at) {
    database.update(
        "UPDATE outbox SET due = ? WHERE batch = ? AND channel = ?",
        at,
        row.batch(),
        row.channel());
  }

  /** Gives back what could not be sent yet for no fault of its own. */
  public void giveBack(List<OutboxRow> rows, long due) {
    database.transaction(() -> rows.forEach(row -> due(row, due)));
  }

  public void delivered(List<OutboxRow> rows) {
    database.transaction(
        () ->
            rows.forEach(
                row ->
                    database.update(
                        "UPDATE outbox SET state = 'delivered', error = NULL"
                            + " WHERE batch = ? AND channel = ?",
                        row.batch(),
                        row.channel())));
  }

  /** An attempt failed; the next is due then. */
  public void again(List<OutboxRow> rows, long due, String error) {
    failed(rows, State.DUE, due, error);
  }

  /** Sets aside what cannot be delivered. */
  public void setAside(List<OutboxRow> rows, String error) {
    failed(rows, State.FAILED, 0, error);
  }

  private void failed(List<OutboxRow> rows, State state, long due, String error) {
    database.transaction(
        () ->
            rows.forEach(
                row ->
                    database.update(
                        "UPDATE outbox SET state = ?, due = ?, attempts = attempts + 1, error = ?"
                            + " WHERE batch = ? AND channel = ?",
                        state.toString(),
                        due,
                        error,
                        row.batch(),
                        row.channel())));
  }

  /** Another time for what waits for an alert's next digest. */
  public void reschedule(String alert, long due) {
    database.update(
        "UPDATE outbox SET due = ?, first = ?"
            + " WHERE alert = ? AND state = 'due' AND attempts = 0",
        due,
        due,
        alert);
  }

  /** All of an alert that is in the outbox, by due time. */
  public List<OutboxRow> of(String alert) {
    return database.query(Outbox::row, OUTBOX + " WHERE alert = ? ORDER BY due, batch", alert);
  }

  /** The matches of a batch in the order they were found. */
  public List<MatchRow> matches(String batch) {
    return database.query(Outbox::match, MATCH + " WHERE batch = ? ORDER BY rowid", batch);
  }

  /** The latest matches of an alert, the newest first. */
  public List<MatchRow> latest(String alert, int most) {
    return database.query(
        Outbox::match, MATCH + " WHERE alert = ? ORDER BY rowid DESC LIMIT ?", alert, most);
  }

  /** How many matches an alert has. */
  public long count(String alert) {
    return database
        .query(row -> row.getLong(1), "SELECT count(*) FROM match WHERE alert = ?", alert)
        .getFirst();
  }

  private static MatchRow match(ResultSet row) throws SQLException {
    return new MatchRow(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getLong(9));
  }

  private static OutboxRow row(ResultSet row) throws SQLException {
    return new OutboxRow(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        State.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
        row.getLong(5),
        row.getLong(6),
        row.getInt(7),
        row.getString(8));
  }
}
