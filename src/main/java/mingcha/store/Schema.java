package mingcha.store;

import java.nio.file.Path;
import java.util.Locale;

/** The tables, and which version of them a file has. */
final class Schema {
  /** Goes up with every change of the tables. */
  static final int VERSION = 4;

  private static final String[] TABLES = {
    """
    CREATE TABLE ledger (
      file TEXT NOT NULL, root TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT,
      entries INTEGER NOT NULL, millis INTEGER NOT NULL, sha256 TEXT, disclosure TEXT,
      media_type TEXT, interpreter TEXT NOT NULL, PRIMARY KEY (file, root)) WITHOUT ROWID\
    """,
    "CREATE INDEX ledger_sha256 ON ledger (sha256)",
    "CREATE INDEX ledger_disclosure ON ledger (disclosure)",
    """
    CREATE TABLE version (
      seq INTEGER PRIMARY KEY, state TEXT NOT NULL, disclosure TEXT NOT NULL,
      sha256 TEXT NOT NULL, current INTEGER NOT NULL, identity TEXT NOT NULL,
      hints TEXT NOT NULL, row TEXT NOT NULL)\
    """,
    "CREATE INDEX version_disclosure ON version (disclosure)",
    "CREATE INDEX version_sha256 ON version (sha256)",
  };

  /** Of the second version. */
  private static final String[] ALERT_TABLES = {
    "CREATE TABLE seen (disclosure TEXT NOT NULL, sha256 TEXT NOT NULL, at INTEGER NOT NULL,"
        + " PRIMARY KEY (disclosure, sha256)) WITHOUT ROWID",
    """
    CREATE TABLE alert (
      id TEXT PRIMARY KEY, token TEXT NOT NULL UNIQUE, confirmation TEXT UNIQUE,
      state TEXT NOT NULL, reason TEXT, name TEXT NOT NULL, language TEXT NOT NULL,
      question TEXT NOT NULL, email TEXT, webhook TEXT, secret TEXT, atom INTEGER NOT NULL,
      cadence TEXT NOT NULL, hour INTEGER NOT NULL, weekday INTEGER NOT NULL, zone TEXT NOT NULL,
      created INTEGER NOT NULL, mailed INTEGER NOT NULL, revision INTEGER NOT NULL UNIQUE)\
    """,
    "CREATE INDEX alert_email ON alert (email COLLATE NOCASE)",
    """
    CREATE TABLE match (
      id TEXT NOT NULL UNIQUE, alert TEXT NOT NULL, entry TEXT NOT NULL, digest TEXT NOT NULL,
      news TEXT NOT NULL, disclosure TEXT NOT NULL, hit TEXT NOT NULL, batch TEXT NOT NULL,
      found INTEGER NOT NULL, UNIQUE (alert, entry, digest))\
    """,
    "CREATE INDEX match_batch ON match (batch)",
    """
    CREATE TABLE outbox (
      batch TEXT NOT NULL, channel TEXT NOT NULL, alert TEXT NOT NULL, state TEXT NOT NULL,
      due INTEGER NOT NULL, first INTEGER NOT NULL, attempts INTEGER NOT NULL, error TEXT,
      PRIMARY KEY (batch, channel)) WITHOUT ROWID\
    """,
    "CREATE INDEX outbox_due ON outbox (state, due)",
    "CREATE INDEX outbox_alert ON outbox (alert)",
    "CREATE TABLE request (who TEXT NOT NULL, at INTEGER NOT NULL)",
    "CREATE INDEX request_who ON request (who, at)",
    "CREATE TABLE unwanted (address TEXT PRIMARY KEY) WITHOUT ROWID",
  };

  /**
   * Of the third version: a figure that goes back to what it was is told again, so that an alert
   * may be told the same readings of an entry more than once.
   */
  private static final String[] MATCHES_IN_TURN = {
    """
    CREATE TABLE match_in_turn (
      id TEXT NOT NULL UNIQUE, alert TEXT NOT NULL, entry TEXT NOT NULL, digest TEXT NOT NULL,
      news TEXT NOT NULL, disclosure TEXT NOT NULL, hit TEXT NOT NULL, batch TEXT NOT NULL,
      found INTEGER NOT NULL)\
    """,
    "INSERT INTO match_in_turn SELECT * FROM match ORDER BY rowid",
    "DROP TABLE match",
    "ALTER TABLE match_in_turn RENAME TO match",
    "CREATE INDEX match_entry ON match (alert, entry)",
    "CREATE INDEX match_batch ON match (batch)",
  };

  /**
   * Of the fourth version: several processes may write, where the index can have several writers.
   */
  private static final String[] WRITERS = {
    "ALTER TABLE version ADD COLUMN writer INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX version_unfinished ON version (writer) WHERE state <> 'done'",
    "CREATE TABLE house (id TEXT NOT NULL)",
    "INSERT INTO house VALUES (lower(hex(randomblob(16))))",
  };

  private Schema() {}

  /** Makes the tables in a new file, adds what an older one lacks, and refuses a newer one. */
  static void prepare(Database database, Path file) {
    if (version(database) < VERSION) {
      database.transaction(
          () -> {
            // Another process may have been faster.
            if (version(database) == 0 && !hasTables(database)) {
              make(database, TABLES, 1);
            }
            if (version(database) == 1) {
              make(database, ALERT_TABLES, 2);
            }
            if (version(database) == 2) {
              make(database, MATCHES_IN_TURN, 3);
            }
            if (version(database) == 3) {
              make(database, WRITERS, 4);
            }
          });
    }
    check(database, file);
  }

  private static void make(Database database, String[] tables, int version) {
    for (String sql : tables) {
      database.execute(sql);
    }
    database.execute("PRAGMA user_version = " + version);
  }

  static void check(Database database, Path file) {
    long version = version(database);
    if (version == VERSION) {
      return;
    }
    if (version > VERSION) {
      throw new StoreProblem(
          String.format(
              Locale.ROOT,
              "%s was written by a newer Mingcha (schema %d, this one knows %d): use that one",
              file,
              version,
              VERSION));
    }
    if (version == 0 && !hasTables(database)) {
      throw new StoreProblem(
          file + " is empty: an ingest is just making it, or was stopped at that; ingest, or wait");
    }
    if (version > 0) {
      throw new StoreProblem(
          String.format(
              Locale.ROOT,
              "%s was written by an older Mingcha (schema %d, this one needs %d): the next ingest"
                  + " into its folder brings it up to date",
              file,
              version,
              VERSION));
    }
    throw new StoreProblem(
        String.format(
            Locale.ROOT,
            "%s has schema %d, this Mingcha needs %d: ingest into a new folder (--index DIR);"
                + " the originals are in %s",
            file,
            version,
            VERSION,
            file.resolveSibling("originals")));
  }

  private static long version(Database database) {
    return database.number("PRAGMA user_version");
  }

  private static boolean hasTables(Database database) {
    return database.number("SELECT count(*) FROM sqlite_master") > 0;
  }
}
