package mingcha.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import mingcha.extract.Outcome.Empty;
import mingcha.extract.Outcome.Extracted;
import mingcha.extract.Outcome.Failed;
import org.junit.jupiter.api.Test;

/** Files that others made, also to harm: each has its outcome. Skipped where they do not lie. */
class RealFilesTest {
  private static final Path FILES = Path.of("../shared/realdata");

  @Test
  void everyFileHasItsOutcome() throws IOException {
    assumeTrue(Files.isDirectory(FILES), "the collection is not beside the project");
    Map<String, String> expected = expected();
    List<String> differ = new ArrayList<>();
    FileExtractor extractor = new FileExtractor();
    for (Map.Entry<String, String> each : expected.entrySet()) {
      Path file = FILES.resolve(each.getKey());
      String outcome = said(extractor.extract(file, each.getKey()));
      if (!outcome.equals(each.getValue())) {
        differ.add(each.getKey() + ": " + outcome + " rather than " + each.getValue());
      }
    }
    assertEquals(List.of(), differ);
  }

  /**
   * Pages to be recognised take their time, and are another test's; a bomb fills the memory, and
   * costs its own process only.
   */
  @Test
  void noFileIsLeftOut() throws IOException {
    assumeTrue(Files.isDirectory(FILES), "the collection is not beside the project");
    List<String> there = new ArrayList<>();
    for (String folder : List.of("hostile", "formats")) {
      try (Stream<Path> files = Files.list(FILES.resolve(folder))) {
        files.forEach(file -> there.add(folder + "/" + file.getFileName()));
      }
    }
    there.removeIf(file -> file.contains("_ocr") || file.contains("bomb"));
    assertEquals(new ArrayList<>(expected().keySet()), there.stream().sorted().toList());
  }

  private static Map<String, String> expected() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    try (InputStream in =
        Objects.requireNonNull(RealFilesTest.class.getResourceAsStream("outcomes.tsv"))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        String[] columns = line.split("\t", 2);
        expected.put(columns[0], columns[1]);
      }
    }
    return expected;
  }

  /** Whether a machine can read pictures is not what is asked here. */
  private static String said(Outcome outcome) {
    return switch (outcome) {
      case Extracted read ->
          "read: "
              + read.mediaType().replaceAll("; (?:pages-by-ocr|pictures-not-read)=[0-9]+", "")
              + ", pages "
              + read.pages().size();
      case Empty empty -> "empty: " + empty.reason();
      case Failed failed -> "failed: " + failed.reason();
    };
  }
}
