package mingcha.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.wire.Json;

/**
 * The reading half of the store. Safe for use by several threads, and by processes that read while
 * another writes. Whoever opens it closes it.
 */
public final class Store implements AutoCloseable {
  private final Path dataDir;
  private final Database database;
  private final Blobs originals;
  private final Blobs contents;
  private final Blobs wholes;

  private Store(Path dataDir, Database database) {
    this.dataDir = dataDir;
    this.database = database;
    this.originals = new Blobs(dataDir.resolve("originals"), "");
    this.contents = new Blobs(dataDir.resolve("content"), ".json.gz");
    this.wholes = new Blobs(dataDir.resolve("content"), ".whole.json.gz");
  }

  /**
   * Opens the store of a data directory, and makes both if there are none.
   *
   * @throws StoreProblem if the directory cannot be used or is of another version
   */
  public static Store open(Path dataDir) {
    try {
      Files.createDirectories(dataDir);
    } catch (IOException e) {
      throw new StoreProblem("cannot make the data directory " + dataDir + ": " + e, e);
    }
    Path file = file(dataDir);
    return opened(dataDir, Database.open(file), database -> Schema.prepare(database, file));
  }

  /**
   * Opens the store for reading alone.
   *
   * @throws StoreProblem if there is none, or it is of another version
   */
  public static Store openReadOnly(Path dataDir) {
    Path file = file(dataDir);
    if (!Files.exists(file)) {
      throw new StoreProblem("there is no index in " + dataDir + ": ingest something first");
    }
    return opened(dataDir, Database.openReadOnly(file), database -> Schema.check(database, file));
  }

  private static Store opened(
      Path dataDir, Database database, java.util.function.Consumer<Database> prepare) {
    try {
      prepare.accept(database);
      return new Store(dataDir, database);
    } catch (StoreProblem e) {
      database.close();
      throw e;
    }
  }

  /** All of a disclosure as read from the file with this hash. */
  public Optional<Content> content(String sha256) {
    return contents.find(sha256).map(Store::content);
  }

  private static Content content(Path path) {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(path), 1 << 16)) {
      return Json.read(in.readAllBytes(), Content.class);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " is damaged; reindex makes it anew", e);
    }
  }

  /** The bytes of the file with this hash, as they were published. */
  public Optional<Path> original(String sha256) {
    return originals.find(sha256);
  }

  /** What became of every file, by name. */
  public List<LedgerRow> ledger() {
    return database.query(Store::ledgerRow, LEDGER + " ORDER BY file, root");
  }

  /** What became of this file, by whatever root it was found. */
  public List<LedgerRow> ledger(String file) {
    return database.query(Store::ledgerRow, LEDGER + " WHERE file = ? ORDER BY root", file);
  }

  /** What became of the files with these bytes. */
  public List<LedgerRow> ledgerOf(String sha256) {
    return database.query(
        Store::ledgerRow, LEDGER + " WHERE sha256 = ? ORDER BY file, root", sha256);
  }

  /** The ledger in numbers. */
  public LedgerCounts counts() {
    Map<String, Integer> outcomes = new LinkedHashMap<>();
    database.query(
        row -> outcomes.put(row.getString(1), row.getInt(2)),
        "SELECT outcome, count(*) FROM ledger GROUP BY outcome");
    Map<String, Integer> reasons = new LinkedHashMap<>();
    database.query(
        row -> reasons.put(row.getString(1), row.getInt(2)),
        """
        SELECT CASE instr(reason, ':') WHEN 0 THEN reason
               ELSE substr(reason, 1, instr(reason, ':') - 1) END AS word, count(*) AS files
        FROM ledger WHERE outcome <> 'read' GROUP BY word ORDER BY files DESC, word\
        """);
    return new LedgerCounts(
        outcomes.getOrDefault(LedgerRow.READ, 0),
        outcomes.getOrDefault(LedgerRow.EMPTY, 0),
        outcomes.getOrDefault(LedgerRow.FAILED, 0),
        database.number("SELECT coalesce(sum(entries), 0) FROM ledger"),
        reasons);
  }

  /** Every disclosure in the index, by the file that its first part came from. */
  public List<Disclosure> disclosures() {
    return database.query(
        row -> Json.read(bytes(row.getString(1)), Disclosure.class),
        """
        SELECT identity, min(seq) AS first FROM version WHERE current = 1
        GROUP BY disclosure ORDER BY identity ->> 'file', first\
        """);
  }

  /** The disclosure of this id, as its first part says who it is. */
  public Optional<Disclosure> disclosure(String id) {
    return parts(id).stream().findFirst();
  }

  /** A disclosure is one file, or several that complete one another: each as it says who it is. */
  public List<Disclosure> parts(String id) {
    return database.query(
        row -> Json.read(bytes(row.getString(1)), Disclosure.class),
        "SELECT identity FROM version WHERE current = 1 AND disclosure = ? ORDER BY seq",
        id);
  }

  /**
   * All that the parts of a disclosure say, and what was found in it; empty where none is kept. Of
   * one that an older Mingcha read, and that has not been read again, its first part.
   */
  public Optional<Content> whole(String id) {
    List<Disclosure> parts = parts(id);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    Optional<Content> whole =
        parts.size() == 1
            ? Optional.empty()
            : wholes.find(parts.getLast().sha256()).map(Store::content);
    return whole.or(() -> content(parts.getFirst().sha256()));
  }

  /** The saved questions. */
  public AlertTable alerts() {
    return new AlertTable(database);
  }

  /** What they have matched. */
  public Outbox outbox() {
    return new Outbox(database);
  }

  /** When these bytes of a disclosure were first done, in milliseconds since 1970; 0 if unknown. */
  public long seen(Disclosure disclosure) {
    return database
        .query(
            row -> row.getLong(1),
            "SELECT coalesce(max(at), 0) FROM seen WHERE disclosure = ? AND sha256 = ?",
            disclosure.id(),
            disclosure.sha256())
        .getFirst();
  }

  /** Every disclosure in the index that was first done since then. */
  public List<Disclosure> seenSince(long millis) {
    return database.query(
        row -> Json.read(bytes(row.getString(1)), Disclosure.class),
        """
        SELECT v.identity FROM version v LEFT JOIN seen s
        ON s.disclosure = v.disclosure AND s.sha256 = v.sha256
        WHERE v.current = 1 AND coalesce(s.at, 0) >= ? ORDER BY coalesce(s.at, 0), v.seq\
        """,
        millis);
  }

  /** The writing half, for the process that holds the writer's lock. */
  public Journal journal() {
    return journal(0);
  }

  /**
   * The same for one of several writers.
   *
   * @param writer its number, which no other process has meanwhile
   */
  public Journal journal(int writer) {
    return new Journal(this, database, originals, contents, wholes, writer);
  }

  /** Tells this data directory from all others; a copy of it has the same. */
  public String id() {
    return database.query(row -> row.getString(1), "SELECT id FROM house").getFirst();
  }

  /**
   * Copies the SQLite file as it is at this moment; the target must not exist.
   *
   * @throws StoreProblem if it cannot be written
   */
  public void copyDatabase(Path targetDir) {
    database.update("VACUUM INTO ?", file(targetDir).toString());
  }

  /** The folder that all of this is in. */
  public Path dataDir() {
    return dataDir;
  }

  @Override
  public void close() {
    database.close();
  }

  private static final String LEDGER =
      "SELECT file, outcome, reason, entries, millis, sha256, disclosure, media_type, root,"
          + " interpreter FROM ledger";

  private static LedgerRow ledgerRow(ResultSet row) throws SQLException {
    return new LedgerRow(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getInt(4),
        row.getLong(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10));
  }

  static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static Path file(Path dataDir) {
    return dataDir.resolve("mingcha.sqlite");
  }
}
