package mingcha;

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
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Metrics;
import mingcha.extract.FileExtractor;
import mingcha.interpret.Interpreter;
import mingcha.interpret.Joined;
import mingcha.sample.Format;
import mingcha.sample.PlantedError;
import mingcha.sample.SampleWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is found in a disclosure does not depend on whether its tables come in a file of their own,
 * nor on which of its files comes first.
 */
final class SplitDisclosuresTest {
  /** {@code -Dmingcha.split=12} for the long run. */
  private static final int DISCLOSURES = Integer.getInteger("mingcha.split", 1);

  @TempDir private Path folder = Path.of("");

  private final Interpreter interpreter = new Interpreter(Places.lexicon(), Metrics.standard());
  private final FileExtractor extractor = new FileExtractor();

  @Test
  void theSameIsFoundInTwoFilesAsInOne() throws IOException {
    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (PlantedError error : PlantedError.values()) {
      Path planted = folder.resolve(error.toString());
      SampleWriter.write(planted, DISCLOSURES, 1, Format.TEXT, Set.of(), Set.of(error));
      for (Path file : texts(planted)) {
        Content narrative = read(file, "说明.txt", lines(file, false));
        Content tables = read(file, "附表.txt", lines(file, true));
        assertEquals(narrative.disclosure().id(), tables.disclosure().id());
        Set<String> expected = findings(read(file, "a.txt", Files.readAllLines(file)));
        compared += expected.size();
        differ(error, expected, findings(Joined.content(List.of(narrative, tables))), differences);
        differ(error, expected, findings(Joined.content(List.of(tables, narrative))), differences);
      }
    }
    assertEquals(List.of(), differences);
    assertTrue(compared > 50, compared + " findings");
  }

  private static void differ(
      PlantedError error, Set<String> expected, Set<String> actual, List<String> differences) {
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(actual);
    // A contents page is held against less where some of what it lists was not seen as a heading.
    missing.removeIf(each -> each.contains(" section-missing/contents "));
    missing.forEach(each -> differences.add(error + " only in one file: " + each));
    actual.removeAll(expected);
    actual.forEach(each -> differences.add(error + " only in two files: " + each));
  }

  private static Set<String> findings(Content content) {
    Set<String> findings = new TreeSet<>();
    for (Entry finding : Checks.findings(content)) {
      findings.add(finding.severity() + " " + finding.rule() + " " + finding.text());
    }
    return findings;
  }

  private Content read(Path beside, String name, List<String> lines) throws IOException {
    Path file = beside.resolveSibling(name);
    Files.write(file, lines);
    try {
      return Rooms.read(extractor, interpreter, file, name).orElseThrow();
    } finally {
      Files.delete(file);
    }
  }

  /** The second part, which holds the tables, with the title above; or all but that part. */
  private static List<String> lines(Path text, boolean tables) throws IOException {
    List<String> lines = new ArrayList<>();
    boolean contents = true;
    boolean inTables = false;
    int line = 0;
    for (String each : Files.readAllLines(text)) {
      boolean heading = each.startsWith("第") && each.contains("部分") && !each.contains("…");
      contents &= !heading;
      inTables = heading ? each.startsWith("第二部分") : inTables;
      if ((contents && tables) ? line++ < 5 : inTables == tables) {
        lines.add(each);
      }
    }
    return lines;
  }

  private static List<Path> texts(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
    }
  }
}
