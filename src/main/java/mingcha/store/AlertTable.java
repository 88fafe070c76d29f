package mingcha.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mingcha.store.AlertRow.State;

/** The saved questions, and who asked for how many. Safe for use by several threads. */
public final class AlertTable {
  private static final String ALERT =
      "SELECT id, token, confirmation, state, reason, name, language, question, email, webhook,"
          + " secret, atom, cadence, hour, weekday, zone, created, mailed, revision FROM alert";

  private static final String NEXT = "(SELECT coalesce(max(revision), 0) + 1 FROM alert)";

  private final Database database;

  AlertTable(Database database) {
    this.database = database;
  }

  /** Rises with every change that matters to matching. */
  public long revision() {
    return database.number("SELECT coalesce(max(revision), 0) FROM alert");
  }

  /** All changed above a revision, by revision; ended ones too. */
  public List<AlertRow> changedSince(long revision) {
    return database.query(
        AlertTable::row, ALERT + " WHERE revision > ? ORDER BY revision", revision);
  }

  /** All but the ended ones, the oldest first. */
  public List<AlertRow> all() {
    return database.query(
        AlertTable::row, ALERT + " WHERE state <> 'ended' ORDER BY created, revision");
  }

  public Optional<AlertRow> find(String id) {
    return one(" WHERE state <> 'ended' AND id = ?", id);
  }

  public Optional<AlertRow> byToken(String token) {
    return one(" WHERE state <> 'ended' AND token = ?", token);
  }

  public Optional<AlertRow> byConfirmation(String confirmation) {
    return one(" WHERE state <> 'ended' AND confirmation = ?", confirmation);
  }

  /** Of an address, however its letters are written. */
  public List<AlertRow> byEmail(String email) {
    return database.query(
        AlertTable::row,
        ALERT + " WHERE email = ? COLLATE NOCASE ORDER BY created, revision",
        email);
  }

  /** Puts the row in place of the one of its id, under a new revision. */
  public void put(AlertRow alert) {
    database.update(
        "INSERT OR REPLACE INTO alert VALUES"
            + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
            + NEXT
            + ")",
        alert.id(),
        alert.token(),
        alert.confirmation(),
        alert.state().toString(),
        alert.reason(),
        alert.name(),
        alert.language(),
        alert.question(),
        alert.email(),
        alert.webhook(),
        alert.secret(),
        alert.atom() ? 1 : 0,
        alert.cadence(),
        alert.hour(),
        alert.weekday(),
        alert.zone(),
        alert.created(),
        alert.mailed());
  }

  /** Sets it aside; it is matched no more, and nothing of it is lost. */
  public void setAside(String id, String reason) {
    database.update(
        "UPDATE alert SET state = 'broken', reason = ?, revision = "
            + NEXT
            + " WHERE id = ? AND state = 'active'",
        reason,
        id);
  }

  /** Says when a mail left; no change to matching. */
  public void mailed(String id, long at) {
    database.update("UPDATE alert SET mailed = ? WHERE id = ?", at, id);
  }

  /**
   * Ends it and erases all that is known of it and of whom it was for; only its id is kept, so that
   * a matcher hears of the end.
   */
  public void end(String id) {
    database.transaction(
        () -> {
          database.update("DELETE FROM outbox WHERE alert = ?", id);
          database.update("DELETE FROM match WHERE alert = ?", id);
          database.update(
              "UPDATE alert SET state = 'ended', reason = NULL, name = '', question = '',"
                  + " token = 'ended ' || id, confirmation = NULL, email = NULL, webhook = NULL,"
                  + " secret = NULL, atom = 0, revision = "
                  + NEXT
                  + " WHERE id = ?",
              id);
        });
  }

  /** Writes down that somebody asked for something that is limited. */
  public void requested(String who, long at) {
    database.update("INSERT INTO request VALUES (?, ?)", who, at);
  }

  /** How often somebody asked since then; forgets what is older than {@code forget}. */
  public int requests(String who, long since, long forget) {
    database.update("DELETE FROM request WHERE at < ?", forget);
    return database
        .query(
            row -> row.getInt(1),
            "SELECT count(*) FROM request WHERE who = ? AND at >= ?",
            who,
            since)
        .getFirst();
  }

  /** Never again a mail to whom this hash of an address is of. */
  public void unwanted(String addressHash) {
    database.update("INSERT OR IGNORE INTO unwanted VALUES (?)", addressHash);
  }

  public boolean isUnwanted(String addressHash) {
    return !database
        .query(row -> 1, "SELECT 1 FROM unwanted WHERE address = ?", addressHash)
        .isEmpty();
  }

  private Optional<AlertRow> one(String where, String argument) {
    return database.query(AlertTable::row, ALERT + where, argument).stream().findFirst();
  }

  private static AlertRow row(ResultSet row) throws SQLException {
    return new AlertRow(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        State.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        row.getString(11),
        row.getInt(12) == 1,
        row.getString(13),
        row.getInt(14),
        row.getInt(15),
        row.getString(16),
        row.getLong(17),
        row.getLong(18),
        row.getLong(19));
  }
}
