package mingcha.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Ids;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.disclosure.Table;
import mingcha.disclosure.TableRef;
import mingcha.extract.Page;
import mingcha.extract.TextExtractor;
import mingcha.index.lucene.LuceneIndexer;
import mingcha.interpret.Hints;
import mingcha.store.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Findings belong to the disclosure, not to the file. The checks here ask for a table, which is a
 * line that begins with 表, and between years they say so where the one before had one line less.
 */
final class WholeFindingsTest {
  private static final String NARRATIVE = "本部门贯彻落实决策部署，发放消费券。".repeat(30);

  @TempDir Path folder;
  private House house;

  @BeforeEach
  void build() throws IOException {
    house = new House(folder);
    house.opener = LuceneIndexer::open;
    house.pipeline =
        new Pipeline(
            new TextExtractor(),
            WholeFindingsTest::interpret,
            WholeFindingsTest::check,
            new Growth(),
            "v1");
    try (Store store = Store.open(house.data)) {
      store.alerts().put(House.alert("f", "{\"kinds\":[\"finding\"]}"));
    }
  }

  /** A file begins with its year. */
  private static Content interpret(String file, String sha256, List<Page> pages, Hints hints) {
    Content lines = LineInterpreter.interpret(file, sha256, pages, hints);
    int year = Integer.parseInt(lines.entries().getFirst().name());
    String id = Ids.disclosure("甲市财政局", year, "部门决算", "部门", sha256);
    Disclosure of =
        new Disclosure(
            id, file, sha256, file, "甲市财政局", null, null, List.of(), null, year, "部门决算", "部门");
    List<Entry> entries = new ArrayList<>();
    List<Table> tables = new ArrayList<>();
    for (Entry line : lines.entries()) {
      entries.add(entry(of, EntryKind.PASSAGE, line.name(), null));
      if (line.name().startsWith("表")) {
        TableRef ref = new TableRef(null, line.name(), null);
        tables.add(new Table(ref, null, 0, List.of(), null, List.of(), Source.line(file, 2)));
      }
    }
    return new Content(of, List.of(), tables, List.of(), entries);
  }

  private static Entry entry(Disclosure of, EntryKind kind, String name, @Nullable String rule) {
    return new Entry(
        Ids.entry(of.id(), kind, null, rule + name, 0),
        kind,
        name,
        name,
        List.of(),
        Scope.OTHER,
        of,
        null,
        null,
        rule,
        rule == null ? null : "warn",
        List.of(),
        List.of());
  }

  private static Content check(Content content) {
    List<Entry> entries = new ArrayList<>(content.entries());
    if (content.tables().isEmpty()) {
      entries.add(entry(content.disclosure(), EntryKind.FINDING, "没有表", "table-missing/x"));
    }
    return content.with(entries);
  }

  private static final class Growth implements Pipeline.Years {
    @Override
    public List<Entry> findings(Content before, Content after, Set<Integer> years) {
      return lines(before) < lines(after)
          ? List.of(entry(after.disclosure(), EntryKind.FINDING, "多了", "year-continuity/x"))
          : List.of();
    }

    private static long lines(Content content) {
      return content.entries().stream().filter(e -> e.kind() != EntryKind.FINDING).count();
    }

    @Override
    public boolean isBetweenYears(Entry entry) {
      return Objects.equals(entry.rule(), "year-continuity/x");
    }
  }

  /** The findings of a year, and how many entries each of its files has by the ledger. */
  private List<String> found(int year) {
    try (Store store = Store.openReadOnly(house.data)) {
      String id = Ids.disclosure("甲市财政局", year, "部门决算", "部门", "");
      List<String> found = new ArrayList<>();
      store.whole(id).orElseThrow().entries().stream()
          .filter(e -> e.kind() == EntryKind.FINDING)
          .forEach(e -> found.add(e.name()));
      store.ledger().stream()
          .filter(row -> id.equals(row.disclosureId()))
          .forEach(row -> found.add(row.file() + " " + row.entries()));
      return found;
    }
  }

  private List<String> told() {
    try (Store store = Store.openReadOnly(house.data)) {
      return store.outbox().latest("f", 100).reversed().stream()
          .map(match -> match.news() + (match.hit().contains("没有表") ? " 没有表" : " 多了"))
          .toList();
    }
  }

  @Test
  void whatTheSecondFileSettlesIsNoLongerFoundInTheFirst() throws IOException {
    house.write("a.txt", "2023\n" + NARRATIVE).ingest();
    assertEquals(List.of("没有表", "a.txt 3"), found(2023));
    house.write("b.txt", "2023\n表 一").ingest();
    assertEquals(List.of("a.txt 2", "b.txt 1"), found(2023));
    assertEquals(List.of("new 没有表", "withdrawn 没有表"), told());
  }

  @Test
  void inEitherOrderAndInOneRunNothingIsTold() throws IOException {
    house.write("a.txt", "2023\n表 一").write("b.txt", "2023\n" + NARRATIVE);
    house.write("c.txt", "2024\n" + NARRATIVE).write("d.txt", "2024\n表 一").ingest();
    assertEquals(List.of("a.txt 2", "b.txt 1"), found(2023));
    assertEquals(List.of("c.txt 2", "d.txt 1"), found(2024));
    assertEquals(List.of(), told());
  }

  @Test
  void whatIsFoundBetweenYearsIsToldWhenTheOtherYearComes() throws IOException {
    house.write("c.txt", "2024\n" + NARRATIVE).write("d.txt", "2024\n表 一").ingest();
    house.write("b.txt", "2023\n表").ingest();
    assertEquals(List.of("多了", "c.txt 3", "d.txt 1"), found(2024));
    assertEquals(List.of("new 多了"), told());
    // A better reader changes nothing for anybody, another part of the earlier year does.
    house.pipeline =
        new Pipeline(
            house.pipeline.extractor(),
            house.pipeline.interpreter(),
            house.pipeline.checks(),
            house.pipeline.years(),
            "v2");
    house.ingest();
    try (Ingester ingester = house.open()) {
      ingester.reindex(Progress.NONE);
    }
    assertEquals(List.of("多了", "c.txt 3", "d.txt 1"), found(2024));
    assertEquals(List.of("new 多了"), told());
    house.write("e.txt", "2023\n" + NARRATIVE).ingest();
    assertEquals(List.of("c.txt 2", "d.txt 1"), found(2024));
    assertEquals(List.of("new 多了", "withdrawn 多了"), told());
  }

  @Test
  void aLostIndexComesBackWithWhatWasFound() throws IOException {
    house.write("b.txt", "2023\n表").write("c.txt", "2024\n" + NARRATIVE);
    house.write("d.txt", "2024\n表 一").ingest();
    assertEquals(List.of("多了", "c.txt 3", "d.txt 1"), found(2024));
    Folders.delete(house.data.resolve("segments"));
    try (Ingester ingester = house.open()) {
      assertEquals(3, ingester.recovered());
    }
    assertEquals(List.of("多了", "c.txt 3", "d.txt 1"), found(2024));
    assertEquals(List.of("new 多了"), told());
  }
}
