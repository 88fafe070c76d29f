package mingcha.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Form;
import mingcha.disclosure.Ids;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.disclosure.Table;
import mingcha.disclosure.TableRef;
import mingcha.extract.Block;
import mingcha.extract.Page;
import mingcha.extract.TextExtractor;
import mingcha.interpret.Hints;
import mingcha.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several files of one disclosure. In the files here {@code 表 income 100} is a table with a line, a
 * line of text is a passage.
 */
final class PartsTest {
  private static final String NARRATIVE = "本部门贯彻落实党中央、国务院的决策部署。".repeat(30);
  private static final String TABLES = "表 income 100\n表 expenditure 90\n表 three_public 3\n";

  @TempDir Path folder;
  private House house;

  @BeforeEach
  void build() throws IOException {
    house = new House(folder);
    house.pipeline = pipeline();
  }

  static Pipeline pipeline() {
    return new Pipeline(new TextExtractor(), PartsTest::interpret, "v1");
  }

  private static Content interpret(String file, String sha256, List<Page> pages, Hints hints) {
    Disclosure d =
        new Disclosure(
            "d1", file, sha256, file, null, null, null, List.of(), null, null, null, null);
    List<Table> tables = new ArrayList<>();
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Block block : pages.getFirst().blocks()) {
      Source at = block.source();
      String text = ((Block.Text) block).text();
      String[] words = text.split(" ", -1);
      TableRef ref = null;
      List<Reading> readings = List.of();
      if (words[0].equals("表")) {
        ref =
            new TableRef(
                Form.valueOf(words[1].toUpperCase(java.util.Locale.ROOT)).toString(), "", "");
        tables.add(new Table(ref, null, 0, List.of(), null, List.of(), at));
        readings = List.of(reading(words[2], at));
      }
      EntryKind kind = ref == null ? EntryKind.PASSAGE : EntryKind.LINE;
      String name = ref == null ? text : "合计";
      String id = Ids.entry("d1", kind, ref == null ? null : ref.form(), name, 0);
      Scope scope = ref == null ? Scope.OTHER : Scope.DISCLOSURE;
      entries.put(
          id,
          new Entry(
              id, kind, name, text, List.of(), scope, d, ref, null, null, null, readings,
              List.of()));
    }
    return new Content(d, List.of(), tables, List.of(), List.copyOf(entries.values()));
  }

  private static Reading reading(String raw, Source at) {
    return new Reading(
        "executed",
        null,
        "合计",
        List.of("合计"),
        new BigDecimal(raw),
        "元",
        raw,
        "元",
        Basis.TABLE,
        null,
        null,
        at);
  }

  /** The lines of all that is kept of the disclosure, each with its figures and where they are. */
  private List<String> whole() {
    try (Store store = Store.openReadOnly(house.data)) {
      return store.whole("d1").orElseThrow().entries().stream()
          .map(
              entry ->
                  entry.kind() == EntryKind.PASSAGE
                      ? "passage in " + entry.disclosure().file()
                      : entry.text().split(" ", -1)[1]
                          + " "
                          + entry.readings().stream()
                              .map(r -> r.raw() + " in " + r.source().file())
                              .toList())
          .toList();
    }
  }

  @Test
  void aNarrativeAndItsTablesStandBesideEachOtherInEitherOrder() throws IOException {
    for (String tables : List.of("1.txt", "9.txt")) {
      build();
      Files.createDirectories(house.files);
      house.write("5.txt", NARRATIVE).write(tables, TABLES);
      house.ingest();
      List<String> lines =
          List.of(
              "income [100 in " + tables + "]",
              "expenditure [90 in " + tables + "]",
              "three_public [3 in " + tables + "]");
      List<String> expected = new ArrayList<>(lines);
      expected.add(tables.equals("1.txt") ? 3 : 0, "passage in 5.txt");
      assertEquals(expected, whole());
      assertEquals(4, house.index().getFirst().split(", ", -1).length, house.index().toString());
      Folders.delete(house.files);
      Folders.delete(house.data);
    }
  }

  @Test
  void theLedgerSaysWhichPartAddsWhat() throws IOException {
    house.write("a.txt", NARRATIVE + "\n表 income 100").write("b.txt", TABLES);
    assertEquals(
        "2 files: 2 read (0 duplicates), 0 unchanged, 0 empty, 0 failed, 4 entries, {}",
        House.printed(house.ingest()));
    assertEquals(
        List.of("a.txt read 2", "b.txt read 2 a part of the same disclosure as a.txt"),
        house.ledger());
    assertEquals(2, house.ingest().unchanged());
    try (Store store = Store.openReadOnly(house.data)) {
      assertEquals(List.of("a.txt"), store.disclosures().stream().map(Disclosure::file).toList());
      assertEquals(
          List.of("a.txt", "b.txt"), store.parts("d1").stream().map(Disclosure::file).toList());
    }
  }

  @Test
  void whatPartsSayDifferentlyIsKeptInBoth() throws IOException {
    house.write("a.txt", NARRATIVE + "\n表 income 100").write("b.txt", "表 income 101\n");
    house.ingest();
    assertEquals(List.of("passage in a.txt", "income [100 in a.txt, 101 in b.txt]"), whole());
  }

  @Test
  void aNewEditionReplacesUnderAnyName() throws IOException {
    house.write("a.txt", NARRATIVE + "\n" + TABLES);
    house.ingest();
    house.write("b.txt", "更正：" + NARRATIVE + "\n" + TABLES.replace("90", "91"));
    house.ingest();
    assertEquals(
        List.of("a.txt read 0 replaced by b.txt, which is the same disclosure", "b.txt read 4"),
        house.ledger());
    assertEquals("expenditure [91 in b.txt]", whole().get(2));
  }

  @Test
  void theSameFileWithOtherBytesIsANewEditionWhateverItSays() throws IOException {
    house.write("a.txt", NARRATIVE).write("b.txt", TABLES);
    house.ingest();
    house.write("a.txt", "本部门无此项");
    house.ingest();
    assertEquals(
        List.of(
            "income [100 in b.txt]",
            "expenditure [90 in b.txt]",
            "three_public [3 in b.txt]",
            "passage in a.txt"),
        whole());
  }

  @Test
  void removingTakesAllPartsAndALostIndexComesBackWithAll() throws IOException {
    house.write("a.txt", NARRATIVE).write("b.txt", TABLES);
    house.ingest();
    List<String> before = house.index();
    Files.delete(house.data.resolve("segments/index.txt"));
    try (Ingester ingester = house.open()) {
      assertEquals(2, ingester.recovered());
    }
    assertEquals(before, house.index());
    try (Ingester ingester = Ingester.openAfresh(house.data, house.pipeline, house.opener)) {
      ingester.reindex(Progress.NONE);
    }
    assertEquals(before, house.index());
    try (Ingester ingester = house.open()) {
      assertEquals(true, ingester.remove("d1"));
    }
    assertEquals(List.of(), house.index());
    assertEquals(List.of(), house.ledger());
  }
}
