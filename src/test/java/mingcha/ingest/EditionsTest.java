package mingcha.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mingcha.check.Checks;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Metrics;
import mingcha.extract.FileExtractor;
import mingcha.index.lucene.LuceneIndexer;
import mingcha.index.lucene.LuceneSearcher;
import mingcha.interpret.Interpreter;
import mingcha.query.Question;
import mingcha.sample.Format;
import mingcha.sample.SampleWriter;
import mingcha.store.Journal;
import mingcha.store.Store;
import mingcha.text.Lexicon;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One sample disclosure in several files: read, checked, stored and indexed as by the command. */
final class EditionsTest {
  private static final Lexicon LEXICON = Lexicon.with(SampleWriter.divisions());
  private static final long SEED = 3;

  @TempDir Path folder;
  private House house;

  @BeforeEach
  void build() throws IOException {
    house = new House(folder);
    house.opener = LuceneIndexer::open;
    Interpreter interpreter = new Interpreter(LEXICON, Metrics.standard());
    house.pipeline =
        new Pipeline(
            new FileExtractor(),
            interpreter::interpret,
            Checks::checked,
            Pipeline.Years.NONE,
            "v1");
  }

  /** The one disclosure of the seed, as a file of this format. */
  private Path sample(Format format) throws IOException {
    Path out = Files.createDirectories(folder.resolve("samples").resolve(format.name()));
    SampleWriter.write(out, 1, SEED, format, Set.of());
    try (Stream<Path> files = Files.list(out)) {
      return files.filter(f -> f.toString().endsWith(format.extension())).findFirst().orElseThrow();
    }
  }

  private void offer(Format format, String name) throws IOException {
    house.write(name, Files.readAllBytes(sample(format)));
  }

  /** What can be found, by kind and name. */
  private Set<String> found() throws IOException {
    Set<String> found = new TreeSet<>();
    try (LuceneSearcher searcher = LuceneSearcher.open(house.data.resolve("segments"))) {
      searcher.export(Question.all(), entry -> found.add(printed(entry)));
    }
    return found;
  }

  private static String printed(Entry entry) {
    return entry.kind()
        + " "
        + (entry.kind() == EntryKind.FINDING ? entry.rule() + " " : "")
        + entry.name();
  }

  private List<String> printedDisclosures() {
    try (Store store = Store.openReadOnly(house.data)) {
      return store.disclosures().stream()
          .map(d -> d.file() + " " + d.publisher() + " " + d.year() + " " + d.type())
          .toList();
    }
  }

  @Test
  void theSameFileTwiceIsOneDisclosure() throws IOException {
    offer(Format.TEXT, "a.txt");
    house.ingest();
    Set<String> once = found();
    offer(Format.TEXT, "copies/b.txt");
    assertEquals(1, house.ingest().duplicates());
    assertEquals(once, found());
    assertEquals(List.of("a.txt 青屿市商务局 2022 部门决算"), printedDisclosures());
    assertTrue(
        house.ledger().contains("copies/b.txt read 0 same bytes as a.txt"),
        house.ledger().toString());
  }

  @Test
  void theSameDisclosureInOtherBytesTakesThePlaceOfTheOlderWhichIsKept() throws IOException {
    offer(Format.TEXT, "a.txt");
    house.ingest();
    Set<String> before = found();
    offer(Format.WORD, "b.docx");
    house.ingest();
    assertEquals(List.of("b.docx 青屿市商务局 2022 部门决算"), printedDisclosures());
    assertEquals(
        "a.txt read 0 replaced by b.docx, which is the same disclosure", house.ledger().getFirst());
    assertEquals(before, found());
    String older = Journal.hash(house.files.resolve("a.txt"));
    try (Store store = Store.openReadOnly(house.data)) {
      Disclosure kept = store.content(older).orElseThrow().disclosure();
      assertEquals("a.txt", kept.file());
      assertEquals(store.disclosures().getFirst().id(), kept.id());
      assertEquals(-1L, Files.mismatch(house.files.resolve("a.txt"), original(store, older)));
    }
  }

  private static Path original(Store store, String sha256) {
    return store.original(sha256).orElseThrow();
  }

  @Test
  void theNarrativeInOneFileAndTheTablesInAnotherAreFoundAsOne() throws IOException {
    offer(Format.TEXT, "a.txt");
    house.ingest();
    Set<String> whole = found();
    Folders.delete(house.data);
    Files.delete(house.files.resolve("a.txt"));
    List<List<String>> halves = halves(sample(Format.TEXT));
    house.write("说明.txt", String.join("\n", halves.getFirst()));
    house.write("附表.txt", String.join("\n", halves.getLast()));
    house.ingest();
    assertEquals(1, printedDisclosures().size());
    Set<String> missing = new TreeSet<>(whole);
    missing.removeAll(found());
    assertEquals(Set.of(), missing);
    Set<String> added = found();
    added.removeAll(whole);
    assertEquals(Set.of("passage 青屿市商务局2022年度部门决算公开"), added);
  }

  /** The disclosure without its tables, and its tables with the title above. */
  private static List<List<String>> halves(Path text) throws IOException {
    List<String> narrative = new ArrayList<>();
    List<String> tables = new ArrayList<>();
    boolean contents = true;
    boolean inTables = false;
    int line = 0;
    for (String each : Files.readAllLines(text)) {
      boolean heading = each.startsWith("第") && each.contains("部分") && !each.contains("…");
      contents &= !heading;
      inTables = heading ? each.startsWith("第二部分") : inTables;
      if (contents ? line++ < 5 : inTables) {
        tables.add(each);
      }
      if (!inTables) {
        narrative.add(each);
      }
    }
    return List.of(narrative, tables);
  }
}
