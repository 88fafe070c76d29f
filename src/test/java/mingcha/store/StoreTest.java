package mingcha.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.store.Version.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreTest {
  private static final String A = "a".repeat(64);
  private static final String B = "b".repeat(64);

  @TempDir Path folder;

  @Test
  void aVersionIsInTheLedgerWhenItIsDoneAndNotBefore() {
    try (Store store = Store.open(folder)) {
      Journal journal = store.journal();
      Version version = version(1, "d1", "a.txt", A);
      journal.writing(List.of(version));
      assertEquals(List.of(), store.ledger());
      assertEquals(List.of(version), journal.unfinished(0));
      journal.indexed(List.of(version));
      assertEquals(List.of(), store.disclosures());
      journal.done(List.of(version), List.of());
      assertEquals(List.of(row("a.txt", A, "d1", 3, null)), store.ledger());
      assertEquals(List.of(version.disclosure()), store.disclosures());
      assertEquals(Optional.of(version.disclosure()), store.disclosure("d1"));
      assertEquals(List.of(), journal.unfinished(1));
    }
  }

  @Test
  void theNewestVersionReplacesAndTheLedgerSaysSo() {
    try (Store store = Store.open(folder)) {
      done(store, version(1, "d1", "a.txt", A));
      done(store, version(2, "d1", "b.txt", B));
      assertEquals(
          List.of(
              row("a.txt", A, "d1", 0, "replaced by b.txt, which is the same disclosure"),
              row("b.txt", B, "d1", 3, null)),
          store.ledger());
      assertEquals(List.of(disclosure("d1", "b.txt", B)), store.disclosures());
    }
  }

  @Test
  void theSameBytesRecognisedAsAnotherDisclosureLeaveOne() {
    try (Store store = Store.open(folder)) {
      done(store, version(1, A, "a.txt", A));
      done(store, version(2, "d1", "a.txt", A));
      assertEquals(List.of(disclosure("d1", "a.txt", A)), store.disclosures());
      assertEquals(List.of(row("a.txt", A, "d1", 3, null)), store.ledger());
    }
  }

  @Test
  void whatTheIndexHasLostIsUnfinished() {
    try (Store store = Store.open(folder)) {
      done(store, version(1, "d1", "a.txt", A));
      done(store, version(2, "d2", "b.txt", B));
      List<Long> seqs = store.journal().unfinished(1).stream().map(Version::seq).toList();
      assertEquals(List.of(2L), seqs);
    }
  }

  @Test
  void countsNameTheReasonsByTheirFirstWord() {
    try (Store store = Store.open(folder)) {
      done(store, version(1, "d1", "a.txt", A));
      store
          .journal()
          .done(
              List.of(),
              List.of(
                  failed("c.txt", "failed", "NOT_TEXT: it is application/pdf"),
                  failed("d.txt", "failed", "NOT_TEXT: it is image/png"),
                  failed("e.txt", "empty", "no bytes")));
      assertEquals(
          new LedgerCounts(1, 1, 2, 3, Map.of("NOT_TEXT", 2, "no bytes", 1)), store.counts());
    }
  }

  @Test
  void contentsAndOriginalsComeBackAsTheyWere() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "预算");
    try (Store store = Store.open(folder.resolve("data"))) {
      String sha256 = store.journal().keepOriginal(file);
      assertEquals(Journal.hash(file), sha256);
      assertEquals("预算", Files.readString(store.original(sha256).orElseThrow()));
      Content content =
          new Content(disclosure("d1", "x", sha256), List.of(), List.of(), List.of(), List.of());
      store.journal().keepContent(sha256, Journal.pack(content));
      assertEquals(Optional.of(content), store.content(sha256));
      assertEquals(Optional.empty(), store.content(A));
      assertEquals(Optional.empty(), store.original(A));
    }
    assertEquals(List.of(), parts());
  }

  @Test
  void aRemovedDisclosureLeavesNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "预算");
    try (Store store = Store.open(folder.resolve("data"))) {
      Journal journal = store.journal();
      String sha256 = journal.keepOriginal(file);
      done(store, version(1, "d1", "x", sha256));
      assertEquals(false, journal.removing("d2"));
      assertEquals(true, journal.removing("d1"));
      journal.removed("d1");
      assertEquals(List.of(), store.ledger());
      assertEquals(List.of(), store.disclosures());
      assertEquals(Optional.empty(), store.original(sha256));
    }
  }

  @Test
  void aReaderSeesWhatAnotherWritesMeanwhile() {
    try (Store writer = Store.open(folder);
        Store reader = Store.openReadOnly(folder)) {
      done(writer, version(1, "d1", "a.txt", A));
      assertEquals(List.of(row("a.txt", A, "d1", 3, null)), reader.ledger());
      StoreProblem refused =
          assertThrows(StoreProblem.class, () -> done(reader, version(2, "d2", "b.txt", B)));
      assertEquals(true, String.valueOf(refused.getMessage()).contains("readonly"));
    }
  }

  @Test
  void aFolderWithoutAnIndexSaysWhatToDo() {
    StoreProblem problem =
        assertThrows(StoreProblem.class, () -> Store.openReadOnly(folder.resolve("none")));
    assertEquals(
        "there is no index in " + folder.resolve("none") + ": ingest something first",
        problem.getMessage());
  }

  @Test
  void anotherSchemaIsRefusedWithAReason() throws SQLException {
    Store.open(folder).close();
    schema(7);
    StoreProblem newer = assertThrows(StoreProblem.class, () -> Store.open(folder));
    assertEquals(
        folder.resolve("mingcha.sqlite")
            + " was written by a newer Mingcha (schema 7, this one knows 4): use that one",
        newer.getMessage());
    schema(0);
    StoreProblem older = assertThrows(StoreProblem.class, () -> Store.openReadOnly(folder));
    assertEquals(
        folder.resolve("mingcha.sqlite")
            + " has schema 0, this Mingcha needs 4: ingest into a new folder (--index DIR);"
            + " the originals are in "
            + folder.resolve("originals"),
        older.getMessage());
  }

  @Test
  void aReaderOfAnOlderSchemaIsToldWhoBringsItUpToDate() throws SQLException {
    Store.open(folder).close();
    schema(3);
    StoreProblem older = assertThrows(StoreProblem.class, () -> Store.openReadOnly(folder));
    assertEquals(
        folder.resolve("mingcha.sqlite")
            + " was written by an older Mingcha (schema 3, this one needs 4): the next ingest into"
            + " its folder brings it up to date",
        older.getMessage());
  }

  /** The file is there before its tables are. */
  @Test
  void aReaderOfAStoreThatIsBeingMadeIsToldSo() throws IOException {
    Files.createFile(folder.resolve("mingcha.sqlite"));
    StoreProblem problem = assertThrows(StoreProblem.class, () -> Store.openReadOnly(folder));
    assertEquals(
        folder.resolve("mingcha.sqlite")
            + " is empty: an ingest is just making it, or was stopped at that; ingest, or wait",
        problem.getMessage());
  }

  @Test
  void whatAnOlderMingchaToldIsKept() throws SQLException {
    MatchRow told = new MatchRow("m", "a", "e", "45.2", "new", "d1", "{}", "b", 1);
    try (Store store = Store.open(folder)) {
      store.outbox().tell(new Tidings(List.of(told), List.of(), 0));
    }
    sql(
        "CREATE TABLE old (id TEXT NOT NULL UNIQUE, alert TEXT NOT NULL, entry TEXT NOT NULL,"
            + " digest TEXT NOT NULL, news TEXT NOT NULL, disclosure TEXT NOT NULL,"
            + " hit TEXT NOT NULL, batch TEXT NOT NULL, found INTEGER NOT NULL,"
            + " UNIQUE (alert, entry, digest))",
        "INSERT INTO old SELECT * FROM match",
        "DROP TABLE match",
        "ALTER TABLE old RENAME TO match",
        "CREATE INDEX match_batch ON match (batch)",
        "DROP INDEX version_unfinished",
        "ALTER TABLE version DROP COLUMN writer",
        "DROP TABLE house");
    schema(2);
    try (Store store = Store.open(folder)) {
      MatchRow other = new MatchRow("n", "a", "e", "61", "changed", "d1", "{}", "c", 2);
      MatchRow back = new MatchRow("m", "a", "e", "45.2", "changed", "d1", "{}", "d", 3);
      store.outbox().tell(new Tidings(List.of(told, other, other, back), List.of(), 0));
      MatchRow again = new MatchRow("m-1", "a", "e", "45.2", "changed", "d1", "{}", "d", 3);
      assertEquals(List.of(again, other, told), store.outbox().latest("a", 10));
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsRefused() throws IOException {
    Files.writeString(folder.resolve("mingcha.sqlite"), "not a database at all, but long enough");
    StoreProblem problem = assertThrows(StoreProblem.class, () -> Store.open(folder));
    assertEquals(true, String.valueOf(problem.getMessage()).contains("file is not a database"));
  }

  @Test
  void theDatabaseIsCopiedWhileItIsOpen() {
    try (Store store = Store.open(folder.resolve("data"))) {
      done(store, version(1, "d1", "a.txt", A));
      store.copyDatabase(folder);
    }
    try (Store copy = Store.openReadOnly(folder)) {
      assertEquals(List.of(row("a.txt", A, "d1", 3, null)), copy.ledger());
    }
  }

  private void schema(int version) throws SQLException {
    sql("PRAGMA user_version = " + version);
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("mingcha.sqlite"));
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private List<Path> parts() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".part")).toList();
    }
  }

  private static void done(Store store, Version version) {
    store.journal().writing(List.of(version));
    store.journal().done(List.of(version), List.of());
  }

  private static Version version(long seq, String id, String file, String sha256) {
    LedgerRow row = row(file, sha256, id, 3, null);
    return new Version(seq, State.WRITING, disclosure(id, file, sha256), false, "{}", row);
  }

  private static LedgerRow row(
      String file, String sha256, String id, int entries, @Nullable String reason) {
    return new LedgerRow(file, "read", reason, entries, 5, sha256, id, "text/plain", "/root", "v1");
  }

  private static LedgerRow failed(String file, String outcome, String reason) {
    return new LedgerRow(file, outcome, reason, 0, 1, null, null, null, "/root", "v1");
  }

  private static Disclosure disclosure(String id, String file, String sha256) {
    return new Disclosure(
        id, file, sha256, "决算", null, null, null, List.of(), null, 2023, null, null);
  }
}
