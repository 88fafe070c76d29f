package mingcha.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.extract.TextExtractor;
import mingcha.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IngesterTest {
  @TempDir Path folder;
  private House house;

  @BeforeEach
  void build() throws IOException {
    house = new House(folder);
  }

  @Test
  void foldersAreReadInOrderAndTheLedgerSaysWhatBecameOfEachFile() throws IOException {
    house
        .write("b.txt", "=d1\n预算\n决算")
        .write("a/c.md", "=d2\n执行率")
        .write("empty.txt", "")
        .write("junk.txt", new byte[] {0, 1, 2, 3, 4})
        .write("table.pdf", "%PDF-1.7")
        .write(".hidden.txt", "=d3\nnever")
        .write(".git/x.txt", "=d4\nnever");
    assertEquals(
        "5 files: 2 read (0 duplicates), 0 unchanged, 1 empty, 2 failed, 3 entries,"
            + " {no bytes=1, NOT_TEXT=1, UNSUPPORTED=1}",
        House.printed(house.ingest()));
    assertEquals(
        List.of(
            "a/c.md read 1",
            "b.txt read 2",
            "empty.txt empty 0 no bytes",
            "junk.txt failed 0 NOT_TEXT: control byte 0x00 at offset 0, 100.0% of 5 bytes are such",
            "table.pdf failed 0 UNSUPPORTED: application/pdf is not read yet"),
        house.ledger());
    assertEquals(List.of("d1 b.txt: 预算, 决算", "d2 a/c.md: 执行率"), house.index());
  }

  @Test
  void aFileByItselfIsNamedByItsName() throws IOException {
    house.write("a/b.txt", "=d1\nx");
    house.ingest(house.files.resolve("a/b.txt"));
    assertEquals(List.of("b.txt read 1"), house.ledger());
  }

  @Test
  void whatHasNotChangedIsPassedOver() throws IOException {
    house.write("a.txt", "=d1\nx").write("b.txt", "").write("c.txt", new byte[] {0});
    house.ingest();
    house.write("d.txt", "=d2\ny");
    assertEquals(
        "4 files: 1 read (0 duplicates), 2 unchanged, 0 empty, 1 failed, 1 entries, {NOT_TEXT=1}",
        House.printed(house.ingest()));
  }

  @Test
  void aNewVersionOfTheInterpreterReadsEverythingAgainAndLeavesNoDouble() throws IOException {
    house.write("a.txt", "x\ny");
    house.ingest();
    house.pipeline =
        new Pipeline(
            new TextExtractor(),
            (file, sha256, pages, hints) ->
                renamed(LineInterpreter.interpret(file, sha256, pages, hints)),
            "v2");
    house.ingest();
    assertEquals(List.of("better a.txt: x, y"), house.index());
    assertEquals(List.of("a.txt read 2"), house.ledger());
  }

  private static Content renamed(Content content) {
    Disclosure d = content.disclosure();
    return new Content(
        new Disclosure(
            "better",
            d.file(),
            d.sha256(),
            d.title(),
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            null),
        List.of(),
        List.of(),
        List.of(),
        content.entries());
  }

  @Test
  void theSameBytesAreReadOnce() throws IOException {
    house.write("a.txt", "=d1\nx").write("b.txt", "=d1\nx");
    assertEquals(
        "2 files: 2 read (1 duplicates), 0 unchanged, 0 empty, 0 failed, 1 entries, {}",
        House.printed(house.ingest()));
    house.write("c.txt", "=d1\nx");
    house.ingest();
    assertEquals(
        List.of(
            "a.txt read 1", "b.txt read 0 same bytes as a.txt", "c.txt read 0 same bytes as a.txt"),
        house.ledger());
    assertEquals(List.of("d1 a.txt: x"), house.index());
  }

  @Test
  void theSameBytesAreReadOnceAlsoWhereTheSecondWasReadAheadOfTheFirstCommit() throws IOException {
    for (int i = 100; i < 160; i++) {
      house.write(i + ".txt", "=d" + i + "\nx");
    }
    house.write("148.txt", "=same\nx").write("152.txt", "=same\nx");
    Summary summary = house.ingest();
    assertEquals(
        "60 files: 60 read (1 duplicates), 0 unchanged, 0 empty, 0 failed, 59 entries, {}",
        House.printed(summary));
    assertEquals(59, house.index().size());
    assertEquals(true, house.ledger().contains("152.txt read 0 same bytes as 148.txt"));
  }

  @Test
  void otherBytesOfTheSameDisclosureReplaceAndTheOldContentIsKept() throws IOException {
    house.write("a.txt", "=d1\nold").write("b.txt", "=d1\nnew");
    house.ingest();
    assertEquals(
        List.of("a.txt read 0 replaced by b.txt, which is the same disclosure", "b.txt read 1"),
        house.ledger());
    assertEquals(List.of("d1 b.txt: new"), house.index());
    try (Store store = Store.openReadOnly(house.data)) {
      String old = store.ledger("a.txt").getFirst().sha256();
      assertEquals(
          "old", store.content(String.valueOf(old)).orElseThrow().entries().getFirst().name());
    }
    house.ingest();
    assertEquals(List.of("d1 b.txt: new"), house.index());
  }

  @Test
  void aFileThatFailsNowKeepsWhatWasReadOfIt() throws IOException {
    house.write("a.txt", "=d1\nx");
    house.ingest();
    house.write("a.txt", new byte[] {0, 0, 0});
    for (int run = 0; run < 2; run++) {
      house.ingest();
      assertEquals(
          List.of(
              "a.txt failed 1 NOT_TEXT: control byte 0x00 at offset 0, 100.0% of 3 bytes are such;"
                  + " what was read of it before is kept"),
          house.ledger());
      assertEquals(List.of("d1 a.txt: x"), house.index());
    }
    house.write("a.txt", "=d1\nx");
    house.ingest();
    assertEquals(List.of("a.txt read 1"), house.ledger());
  }

  @Test
  void aFileThatVanishesMeanwhileStopsNoOther() throws IOException {
    house.write("a.txt", "=d1\nx").write("b.txt", "=d2\ny");
    TextExtractor extractor = new TextExtractor();
    house.pipeline =
        new Pipeline(
            (path, file) -> {
              if (file.equals("a.txt")) {
                delete(path);
              }
              return extractor.extract(path, file);
            },
            LineInterpreter::interpret,
            "v1");
    house.ingest();
    assertEquals(
        List.of("a.txt failed 0 VANISHED: no longer there when it was opened", "b.txt read 1"),
        house.ledger());
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aFaultOfOursIsTheFilesOutcome() throws IOException {
    house.write("a.txt", "throw").write("b.txt", "=d1\nrefuse me").write("c.txt", "=d2\ny");
    house.ingest();
    List<String> ledger = house.ledger();
    assertEquals(
        List.of(
            "a.txt failed 0 INTERNAL: IllegalStateException: a line says so",
            "b.txt failed 0 INTERNAL: the index refused it: IllegalArgumentException: refused",
            "c.txt read 1"),
        ledger.stream().map(line -> line.replaceAll(" \\(\\w+\\.java:\\d+\\)", "")).toList());
    assertEquals(List.of("d2 c.txt: y"), house.index());
  }

  @Test
  void aPathThatIsNotThereIsToldAndTheOthersAreRead() throws IOException {
    house.write("a.txt", "=d1\nx");
    Path none = house.files.resolve("none");
    Summary summary = house.ingest(none, house.files);
    assertEquals(List.of(none.toString()), summary.missing());
    assertEquals(false, summary.complete());
    assertEquals(List.of("there is no " + none), house.notes);
    assertEquals(List.of("a.txt read 1"), house.ledger());
  }

  @Test
  void theDataDirectoryIsNotRead() throws IOException {
    house.write("a.txt", "=d1\nx");
    house.ingest(folder);
    house.ingest(folder);
    assertEquals(List.of("files/a.txt read 1"), house.ledger());
  }

  @Test
  void filesOfTheSameNameInTwoFoldersAreTwoRows() throws IOException {
    house.write("a/x.txt", "=d1\nx").write("b/x.txt", "=d2\ny");
    house.ingest(house.files.resolve("a"), house.files.resolve("b"));
    assertEquals(List.of("x.txt read 1", "x.txt read 1"), house.ledger());
    assertEquals(2, house.ingest(house.files.resolve("a"), house.files.resolve("b")).unchanged());
  }

  @Test
  void aMovedFolderIsNotReadAgain() throws IOException {
    house.write("a/x.txt", "=d1\nx");
    house.ingest(house.files.resolve("a"));
    Files.move(house.files.resolve("a"), house.files.resolve("b"));
    assertEquals(1, house.ingest(house.files.resolve("b")).unchanged());
    assertEquals(List.of("x.txt read 1"), house.ledger());
  }

  @Test
  void theSecondWriterIsToldWhoIsFirst() {
    try (Ingester first = house.open()) {
      IngestProblem problem = assertThrows(IngestProblem.class, house::open);
      String expected =
          house.data + " is being written by process " + ProcessHandle.current().pid() + " on ";
      assertEquals(expected, String.valueOf(problem.getMessage()).substring(0, expected.length()));
      assertEquals(0, first.recovered());
    }
    house.open().close();
  }

  @Test
  void theManifestGivesHintsAndChangedHintsAreReadAgain() throws IOException {
    house.write("a.txt", "=d1\nx").write("b.txt", "=d2\nx");
    Path tsv = folder.resolve("m.tsv");
    Files.writeString(
        tsv,
        """
        file\turl\tpublished\tpublisher\tregion\tyear\ttype
        a.txt\thttps://x.example/a\t2024-08-30\t某局\t990101\t2023\t部门决算
        none.txt
        """);
    house.ingest(Manifest.read(tsv), List.of(house.files));
    assertEquals(List.of("the manifest names none.txt, which is not among the files"), house.notes);
    Disclosure told = disclosure("d1");
    assertEquals("https://x.example/a", told.url());
    assertEquals(LocalDate.of(2024, 8, 30), told.published());
    assertEquals("某局", told.publisher());
    assertEquals("990101", told.regionCode());
    assertEquals(2, house.ingest().unchanged());
    assertEquals(told, disclosure("d1"));
    Files.writeString(tsv, "file\tyear\na.txt\t2022\n");
    assertEquals(1, house.ingest(Manifest.read(tsv), List.of(house.files)).unchanged());
    assertEquals(2022, disclosure("d1").year());
  }

  private Disclosure disclosure(String id) {
    try (Store store = Store.openReadOnly(house.data)) {
      return store.disclosure(id).orElseThrow();
    }
  }

  @Test
  void aRemovedDisclosureIsGoneUntilItIsOfferedAgain() throws IOException {
    house.write("a.txt", "=d1\nx").write("b.txt", "=d2\ny");
    house.ingest();
    try (Ingester ingester = house.open()) {
      assertEquals(true, ingester.remove("d1"));
      assertEquals(false, ingester.remove("d1"));
    }
    assertEquals(List.of("d2 b.txt: y"), house.index());
    assertEquals(List.of("b.txt read 1"), house.ledger());
    house.ingest();
    assertEquals(List.of("d1 a.txt: x", "d2 b.txt: y"), house.index());
  }

  @Test
  void reindexReadsTheKeptOriginals() throws IOException {
    house.write("a.txt", "=d1\nx").write("b.txt", "=d2\nthrow2");
    house.ingest();
    Files.delete(house.files.resolve("a.txt"));
    house.pipeline =
        new Pipeline(
            new TextExtractor(),
            (file, sha256, pages, hints) -> {
              if (file.equals("b.txt")) {
                throw new IllegalStateException();
              }
              Content c = LineInterpreter.interpret(file, sha256, pages, hints);
              List<Entry> twice = List.of(c.entries().getFirst(), c.entries().getFirst());
              return new Content(c.disclosure(), List.of(), List.of(), List.of(), twice);
            },
            "v2");
    try (Ingester ingester = Ingester.openAfresh(house.data, house.pipeline, house.opener)) {
      assertEquals(2, ingester.recovered());
      assertEquals(
          "2 files: 2 read (0 duplicates), 0 unchanged, 0 empty, 0 failed, 3 entries, {}",
          House.printed(ingester.reindex(Progress.NONE)));
    }
    assertEquals(List.of("d1 a.txt: x, x", "d2 b.txt: throw2"), house.index());
    assertEquals(
        List.of("a.txt read 2", "b.txt read 1 could not be read again; as read before"),
        house.ledger());
  }

  @Test
  void aDeletedIndexComesBackByItself() throws IOException {
    house.write("a.txt", "=d1\nx").write("b.txt", "=d2\ny");
    house.ingest();
    List<String> before = house.index();
    Files.delete(house.data.resolve("segments/index.txt"));
    house.open().close();
    assertEquals(before, house.index());
    assertEquals(List.of("a.txt read 1", "b.txt read 1"), house.ledger());
  }

  @Test
  void aBackupAnswersAsTheOriginal() throws IOException {
    house.write("a.txt", "=d1\nx");
    house.ingest();
    Path target = folder.resolve("backup");
    Ingester.backup(house.data, target);
    try (Store store = Store.openReadOnly(target)) {
      String sha256 = store.disclosure("d1").orElseThrow().sha256();
      assertEquals("=d1\nx", Files.readString(store.original(sha256).orElseThrow()));
      assertEquals("x", store.content(sha256).orElseThrow().entries().getFirst().name());
    }
    assertEquals(List.of("d1 a.txt: x"), FileIndexer.committed(target.resolve("segments")));
    IngestProblem problem =
        assertThrows(IngestProblem.class, () -> Ingester.backup(house.data, target));
    assertEquals(
        "the backup needs an empty folder, and " + target + " is none", problem.getMessage());
  }
}
