package mingcha.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** One connection to SQLite; its callers take turns. */
final class Database implements AutoCloseable {
  private static final int BUSY_MILLIS = 20_000;

  private static final long FULL_BYTES = 1 << 16;

  private final Path file;
  private final Connection connection;

  private Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Opens the file, and makes it if there is none. */
  static Database open(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    // NORMAL would lose the last transactions in a power cut, and with them the promise that what
    // the ledger calls done is done.
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    // Who ends an alert is forgotten: what is deleted is overwritten.
    config.setPragma(Pragma.SECURE_DELETE, "fast");
    return connect(file, config, "");
  }

  /** Opens the file for reading; another process may write to it. */
  static Database openReadOnly(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(BUSY_MILLIS);
    // Reading a WAL takes a place for its -shm file. In a folder that cannot be written nobody
    // writes the database either, and it may be read as it stands.
    boolean frozen = !Files.isWritable(file.toAbsolutePath().getParent());
    return connect(file, config, frozen ? "?immutable=1" : "");
  }

  private static Database connect(Path file, SQLiteConfig config, String parameters) {
    try {
      String url = "jdbc:sqlite:" + file.toUri() + parameters;
      return new Database(file, config.createConnection(url));
    } catch (SQLException e) {
      throw problem(file, e);
    }
  }

  /** What one row means. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  synchronized <T> List<T> query(RowReader<T> reader, String sql, @Nullable Object... arguments) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      List<T> result = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          result.add(reader.read(rows));
        }
      }
      return result;
    } catch (SQLException e) {
      throw problem(file, e);
    }
  }

  synchronized long number(String sql) {
    return query(row -> row.getLong(1), sql).getFirst();
  }

  synchronized int update(String sql, @Nullable Object... arguments) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw problem(file, e);
    }
  }

  /** All of it or nothing. */
  synchronized void transaction(Runnable work) {
    execute("BEGIN IMMEDIATE");
    boolean done = false;
    try {
      work.run();
      execute("COMMIT");
      done = true;
    } finally {
      if (!done) {
        rollback();
      }
    }
  }

  synchronized void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw problem(file, e);
    }
  }

  private void rollback() {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      // SQLite has rolled back by itself, as it does when the disk is full; the first error is the
      // one to tell.
      return;
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
  }

  private static StoreProblem problem(Path file, SQLException e) {
    if (StoreProblem.diskFull(e) || full(file, e)) {
      return new StoreProblem("no space left on the disk of " + file, e);
    }
    return new StoreProblem(file + ": " + e.getMessage(), e);
  }

  /** Where the WAL's index cannot grow, SQLite speaks of an input/output error. */
  private static boolean full(Path file, SQLException e) {
    try {
      return String.valueOf(e.getMessage()).contains("IOERR")
          && Files.getFileStore(file).getUsableSpace() < FULL_BYTES;
    } catch (IOException unknown) {
      return false;
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw problem(file, e);
    }
  }
}
