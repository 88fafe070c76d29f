package mingcha.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.store.Version.State;
import mingcha.wire.Json;
import org.jspecify.annotations.Nullable;

/**
 * The writing half of the store, of one writer. For each version of a disclosure, in this order:
 *
 * <ol>
 *   <li>{@link #keepOriginal} and {@link #keepContent}
 *   <li>{@link #writing}
 *   <li>the index replaces, and commits with the version's seq
 *   <li>{@link #indexed}
 *   <li>{@link #done}, which writes the ledger
 * </ol>
 *
 * <p>Each method is one transaction, on the disk when it returns. A process killed in between
 * leaves versions that {@link #unfinished} lists.
 */
public final class Journal {
  private final Store store;
  private final Database database;
  private final Blobs originals;
  private final Blobs contents;
  private final Blobs wholes;
  private final int writer;

  Journal(
      Store store, Database database, Blobs originals, Blobs contents, Blobs wholes, int writer) {
    this.store = store;
    this.database = database;
    this.originals = originals;
    this.contents = contents;
    this.wholes = wholes;
    this.writer = writer;
  }

  /** The hash of a file's bytes. */
  public static String hash(Path file) throws IOException {
    return Blobs.hash(file);
  }

  /** Keeps a file's bytes and gives their hash. */
  public String keepOriginal(Path file) throws IOException {
    return originals.copy(file);
  }

  /** A content as it is kept. Any number of threads may pack while one keeps. */
  public static byte[] pack(Content content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    try (GZIPOutputStream zip = new GZIPOutputStream(out, 1 << 16)) {
      Json.mapper().writeValue(zip, content);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.toByteArray();
  }

  /** Keeps what was read in place of what was read of the same bytes before. */
  public void keepContent(String sha256, byte[] packed) throws IOException {
    contents.put(sha256, out -> out.write(packed));
  }

  /**
   * Keeps what all parts of a disclosure say together, and what was found in it.
   *
   * @param sha256 of the part that was written last
   */
  public void keepWhole(String sha256, byte[] packed) throws IOException {
    wholes.put(sha256, out -> out.write(packed));
  }

  /** The highest seq ever given out that is still known. */
  public long lastSeq() {
    return database.number("SELECT coalesce(max(seq), 0) FROM version");
  }

  /** Says what is going to be written. */
  public void writing(List<Version> versions) {
    database.transaction(() -> versions.forEach(this::insert));
  }

  /**
   * The same for versions that have no seq yet.
   *
   * @param above what all of them must exceed
   * @return them, each with a seq that no other version has
   */
  public List<Version> writing(long above, List<Version> versions) {
    List<Version> numbered = new ArrayList<>();
    database.transaction(
        () -> {
          long seq = Math.max(above, lastSeq());
          for (Version version : versions) {
            numbered.add(version.numbered(++seq));
          }
          numbered.forEach(this::insert);
        });
    return numbered;
  }

  private void insert(Version version) {
    database.update(
        "INSERT OR REPLACE INTO version"
            + " (seq, state, disclosure, sha256, current, identity, hints, row, writer)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        version.seq(),
        version.state().toString(),
        version.disclosure().id(),
        version.disclosure().sha256(),
        version.current() ? 1 : 0,
        Json.write(version.disclosure()),
        version.hints(),
        Json.write(version.row()),
        writer);
  }

  /** Says that a commit of the index holds these. */
  public void indexed(List<Version> versions) {
    database.transaction(
        () ->
            versions.forEach(
                v ->
                    database.update(
                        "UPDATE version SET state = 'indexed' WHERE seq = ? AND state = 'writing'",
                        v.seq())));
  }

  /**
   * Makes these the current versions of their disclosures, and writes the ledger: their rows, and
   * those of files that gave no version.
   */
  public void done(List<Version> versions, List<LedgerRow> rows) {
    done(versions, rows, Map.of());
  }

  /**
   * The same for disclosures that are published in parts.
   *
   * @param beside for the seq of a version the seqs of those that it does not replace, each with
   *     how many entries it now has of the whole
   */
  public void done(
      List<Version> versions, List<LedgerRow> rows, Map<Long, Map<Long, Integer>> beside) {
    database.transaction(
        () -> {
          versions.forEach(v -> finish(v, beside.getOrDefault(v.seq(), Map.of())));
          rows.forEach(this::write);
        });
  }

  /**
   * The same, and records what they are to alerts, all of it or nothing.
   *
   * @return false, with nothing done, if the alerts have changed meanwhile
   */
  public boolean done(
      List<Version> versions,
      List<LedgerRow> rows,
      Map<Long, Map<Long, Integer>> beside,
      Tidings tidings) {
    boolean[] done = {false};
    database.transaction(
        () -> {
          if (store.alerts().revision() == tidings.revision()) {
            versions.forEach(v -> finish(v, beside.getOrDefault(v.seq(), Map.of())));
            rows.forEach(this::write);
            store.outbox().put(tidings);
            done[0] = true;
          }
        });
    return done[0];
  }

  private void finish(Version version, Map<Long, Integer> beside) {
    database.update(
        "DELETE FROM version WHERE sha256 = ? AND seq < ?",
        version.disclosure().sha256(),
        version.seq());
    for (Version other : parts(version.disclosure().id())) {
      Integer entries = beside.get(other.seq());
      if (entries != null) {
        counted(other, entries);
      } else if (other.seq() != version.seq()) {
        replaced(other, version.row().file());
      }
    }
    database.update("UPDATE version SET state = 'done', current = 1 WHERE seq = ?", version.seq());
    database.update(
        "INSERT OR IGNORE INTO seen VALUES (?, ?, ?)",
        version.disclosure().id(),
        version.disclosure().sha256(),
        System.currentTimeMillis());
    write(version.row());
  }

  private void replaced(Version version, String file) {
    database.update("UPDATE version SET current = 0 WHERE seq = ?", version.seq());
    database.update(
        """
        UPDATE ledger SET entries = 0, reason = ?
        WHERE disclosure = ? AND outcome = 'read' AND sha256 = ?\
        """,
        "replaced by " + file + ", which is the same disclosure",
        version.disclosure().id(),
        version.disclosure().sha256());
  }

  private void counted(Version version, int entries) {
    database.update(
        """
        UPDATE ledger SET entries = ?
        WHERE file = ? AND root = ? AND outcome = 'read' AND sha256 = ?\
        """,
        entries,
        version.row().file(),
        version.row().root(),
        version.disclosure().sha256());
  }

  private void write(LedgerRow row) {
    database.update(
        "INSERT OR REPLACE INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.file(),
        row.root(),
        row.outcome(),
        row.reason(),
        row.entries(),
        row.millis(),
        row.sha256(),
        row.disclosureId(),
        row.mediaType(),
        row.interpreter());
  }

  /** Says that a disclosure is going to be taken out of the index; false if there is none. */
  public boolean removing(String disclosureId) {
    return database.update(
            "UPDATE version SET state = 'removing' WHERE disclosure = ?", disclosureId)
        > 0;
  }

  /**
   * Forgets a disclosure that the index no longer has: its versions, their originals and contents,
   * and the rows of its files.
   */
  public void removed(String disclosureId) throws IOException {
    List<String> hashes =
        database.query(
            row -> row.getString(1),
            "SELECT DISTINCT sha256 FROM version WHERE disclosure = ?",
            disclosureId);
    for (String sha256 : hashes) {
      contents.delete(sha256);
      wholes.delete(sha256);
      originals.delete(sha256);
    }
    database.transaction(
        () -> {
          database.update("DELETE FROM ledger WHERE disclosure = ?", disclosureId);
          database.update("DELETE FROM version WHERE disclosure = ?", disclosureId);
        });
  }

  /** Every version of this writer that is not done, and every done one above a seq, by seq. */
  public List<Version> unfinished(long committedSeq) {
    return database.query(
        Journal::version,
        VERSION
            + " WHERE writer = ? AND (state <> 'done' OR (current = 1 AND seq > ?)) ORDER BY seq",
        writer,
        committedSeq);
  }

  /** All who have written what is there. */
  public List<Integer> writers() {
    return database.query(
        row -> row.getInt(1), "SELECT DISTINCT writer FROM version ORDER BY writer");
  }

  /** Those of them who are not done with it. */
  public List<Integer> unfinishedWriters() {
    return database.query(
        row -> row.getInt(1),
        "SELECT DISTINCT writer FROM version WHERE state <> 'done' ORDER BY writer");
  }

  /** Takes over what others have written; none of them may be alive. */
  public void adopt() {
    database.update("UPDATE version SET writer = ? WHERE writer <> ?", writer, writer);
  }

  /** The version that the index holds of every disclosure, by seq. */
  public List<Version> current() {
    return database.query(Journal::version, VERSION + " WHERE current = 1 ORDER BY seq");
  }

  /** The versions that the index holds of one disclosure, by seq: several if it has parts. */
  public List<Version> parts(String disclosureId) {
    return database.query(
        Journal::version,
        VERSION + " WHERE disclosure = ? AND current = 1 ORDER BY seq",
        disclosureId);
  }

  /** The newest finished version with this hash, current or replaced. */
  public @Nullable Version find(String sha256) {
    List<Version> found =
        database.query(
            Journal::version,
            VERSION + " WHERE sha256 = ? AND state = 'done' ORDER BY seq DESC LIMIT 1",
            sha256);
    return found.isEmpty() ? null : found.getFirst();
  }

  /** Drops a version whose content is lost or was refused, so that its file is read again. */
  public void forget(Version version) {
    database.transaction(
        () -> {
          database.update("DELETE FROM version WHERE seq = ?", version.seq());
          database.update(
              "DELETE FROM ledger WHERE file = ? AND root = ? AND sha256 = ?",
              version.row().file(),
              version.row().root(),
              version.disclosure().sha256());
        });
  }

  /** Deletes what a killed process left half written. */
  public void sweep() throws IOException {
    originals.sweep();
    contents.sweep();
    wholes.sweep();
  }

  /** The reading half. */
  public Store store() {
    return store;
  }

  private static final String VERSION =
      "SELECT seq, state, identity, current, hints, row FROM version";

  private static Version version(ResultSet row) throws SQLException {
    return new Version(
        row.getLong(1),
        State.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
        Json.read(Store.bytes(row.getString(3)), Disclosure.class),
        row.getInt(4) == 1,
        row.getString(5),
        Json.read(Store.bytes(row.getString(6)), LedgerRow.class));
  }
}
