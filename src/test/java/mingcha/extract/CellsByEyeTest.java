package mingcha.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mingcha.extract.Outcome.Extracted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Figures and codes that were read off pictures of the pages, and what is read of the files. */
class CellsByEyeTest {
  private static final Path FILES = Path.of("../shared/realdata/disclosures");
  private static final double LEAST = 0.995;
  private static final int SHA_DIGITS = 8;
  private static final String SCAN = "6125ca54";

  /** Of 100. Below it {@code interpret} gives a doubt to what is read of a scan. */
  private static final int LEGIBLE = 50;

  /** A cell as a person reads it. Nothing is printed in it where {@code text} is empty. */
  private record Seen(String file, int page, int table, int row, int column, String text) {
    static Seen of(String line) {
      String[] parts = line.split("\t", -1);
      return new Seen(
          parts[0],
          Integer.parseInt(parts[1]),
          Integer.parseInt(parts[2]),
          Integer.parseInt(parts[3]),
          Integer.parseInt(parts[4]),
          parts[5].equals("-") ? "" : parts[5]);
    }
  }

  @Test
  void cellsAreReadAsAPersonReadsThem() throws IOException {
    boolean there = Files.isDirectory(FILES);
    if (!there) {
      System.out.println("cells by eye: skipped, the files are not beside the project");
    }
    assumeTrue(there, "the collection is not beside the project");
    Map<String, Path> files = files();
    List<String> wrong = new ArrayList<>();
    List<String> tooFewRight = new ArrayList<>();
    for (Map.Entry<String, List<Seen>> layout : byFile(seen()).entrySet()) {
      if (layout.getKey().equals(SCAN) && !Tesseract.isThere()) {
        System.out.println("cells by eye: the scan is skipped, there is no Tesseract");
        continue;
      }
      List<Page> pages = pages(Objects.requireNonNull(files.get(layout.getKey())));
      int right = right(layout.getValue(), pages, wrong);
      String told =
          String.format(
              Locale.ROOT, "%s: %d of %d", layout.getKey(), right, layout.getValue().size());
      System.out.println("cells by eye: " + told + " right");
      if (right < LEAST * layout.getValue().size()) {
        tooFewRight.add(told);
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(List.of(), tooFewRight);
  }

  private static Map<String, List<Seen>> byFile(List<Seen> all) {
    return all.stream()
        .collect(Collectors.groupingBy(Seen::file, TreeMap::new, Collectors.toList()));
  }

  /** How many are read right; those that are wrong, and without a doubt, are added to wrong. */
  private static int right(List<Seen> seen, List<Page> pages, List<String> wrong) {
    int right = 0;
    for (Seen cell : seen) {
      Block.@Nullable GridCell found = found(pages, cell);
      if (found != null && found.text().equals(cell.text())) {
        right++;
      } else if (found != null && !found.text().isEmpty() && !isDoubtful(found)) {
        wrong.add(cell + " is read as " + found.text());
      } else {
        System.out.println("cells by eye: not read " + cell);
      }
    }
    return right;
  }

  private static boolean isDoubtful(Block.GridCell cell) {
    return cell.confidence() != null && cell.confidence() < LEGIBLE;
  }

  private static List<Seen> seen() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(CellsByEyeTest.class.getResourceAsStream("cells-by-eye.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Seen::of)
          .toList();
    }
  }

  private static Map<String, Path> files() throws IOException {
    Map<String, Path> files = new HashMap<>();
    try (Stream<Path> all = Files.list(FILES)) {
      for (Path file : all.toList()) {
        files.put(sha(Files.readAllBytes(file)), file);
      }
    }
    return files;
  }

  private static String sha(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, SHA_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Page> pages(Path file) {
    return assertInstanceOf(Extracted.class, new PdfExtractor().extract(file, "a.pdf")).pages();
  }

  private static Block.@Nullable GridCell found(List<Page> pages, Seen cell) {
    List<Block.Grid> tables = new ArrayList<>();
    for (Block block : pages.get(cell.page() - 1).blocks()) {
      if (block instanceof Block.Grid grid) {
        tables.add(grid);
      }
    }
    return tables.get(cell.table() - 1).cells().stream()
        .filter(c -> c.row() == cell.row() && c.column() == cell.column())
        .findFirst()
        .orElse(null);
  }
}
