package mingcha.store;

import java.nio.file.Path;
import java.util.Locale;

/** The tables, and which version of them a file has. */
final class Schema {
  /** Goes up with every change of the tables. */
  static final int VERSION = 1;

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

  private Schema() {}

  /** Makes the tables in a new file, and refuses one of another version. */
  static void prepare(Database database, Path file) {
    if (version(database) == 0) {
      database.transaction(
          () -> {
            // Another process may have been faster.
            if (version(database) == 0 && !hasTables(database)) {
              for (String sql : TABLES) {
                database.execute(sql);
              }
              database.execute("PRAGMA user_version = " + VERSION);
            }
          });
    }
    check(database, file);
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
