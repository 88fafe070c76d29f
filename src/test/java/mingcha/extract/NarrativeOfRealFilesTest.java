package mingcha.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mingcha.disclosure.Box;
import mingcha.extract.Outcome.Extracted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What stands outside of tables and running heads, beside what poppler reads there. Poppler is told
 * where our tables are, so that prose taken for a table would hide from the comparison: therefore
 * hardly anything in a table may read like a sentence.
 */
class NarrativeOfRealFilesTest {
  private static final Path FILES = Path.of("../shared/realdata/disclosures");
  private static final double LEAST = 0.99;

  /** How much of a page's height is margin, above and below. */
  private static final double MARGIN = 0.1;

  private static final int REPEATED = 3;
  private static final double SAME_HEIGHT = 2.5;
  private static final Pattern FOLIO = Pattern.compile("[-—–－·第]*\\d{1,4}页?[-—–－·]*");
  private static final Pattern PAGE =
      Pattern.compile("<page width=\"([\\d.]+)\" height=\"([\\d.]+)\"");
  private static final Pattern LINE =
      Pattern.compile(
          "<line xMin=\"[-\\d.]+\" yMin=\"([-\\d.]+)\" xMax=\"[-\\d.]+\" yMax=\"([-\\d.]+)\"");
  private static final Pattern WORD =
      Pattern.compile(
          "<word xMin=\"([-\\d.]+)\" yMin=\"([-\\d.]+)\" xMax=\"([-\\d.]+)\" yMax=\"([-\\d.]+)\">"
              + "(.*?)</word>");

  /** A sentence of prose, which tables hold in the reports of projects only. */
  private static final Pattern SENTENCE = Pattern.compile("[。；]");

  @TempDir private Path folder = Path.of("");

  /** A word as poppler reads it; figures stand a little higher in their line than characters do. */
  private record Word(double x, double y, double lineY, double height, String text) {}

  /** What is compared of one file. */
  private static final class Tally {
    int ours;
    int theirs;
    int common;
    int inTables;
    int sentencesInTables;
    int inHeads;

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%6d characters, %.4f of poppler's, %.4f of ours; in tables %d, sentences there %d,"
              + " running heads %d",
          ours,
          (double) common / Math.max(1, theirs),
          (double) common / Math.max(1, ours),
          inTables,
          sentencesInTables,
          inHeads);
    }
  }

  @Test
  void whatIsOutsideOfTablesIsWhatPopplerReadsThere() throws Exception {
    if (!Files.isDirectory(FILES)) {
      System.out.println("narrative of real files: skipped, they are not beside the project");
    }
    assumeTrue(Files.isDirectory(FILES), "the collection is not beside the project");
    boolean poppler = poppler();
    if (!poppler) {
      System.out.println("narrative of real files: skipped, there is no pdftotext");
    }
    assumeTrue(poppler, "there is no pdftotext");
    List<String> fail = new ArrayList<>();
    int compared = 0;
    for (Path file : files()) {
      List<List<Word>> words = new ArrayList<>();
      List<Double> heights = new ArrayList<>();
      read(file, words, heights);
      if (words.stream().allMatch(List::isEmpty)) {
        continue; // a scan
      }
      Tally tally = compared(file, words, heights);
      compared++;
      String said = String.valueOf(file.getFileName()).replaceFirst(".*__", "") + ": " + tally;
      System.out.println("narrative: " + said);
      boolean same = tally.common >= LEAST * tally.theirs && tally.common >= LEAST * tally.ours;
      boolean plausible =
          tally.sentencesInTables <= 0.02 * tally.inTables
              && tally.inHeads <= 0.03 * (tally.theirs + tally.inTables);
      if (!same || !plausible) {
        fail.add(said);
      }
    }
    assertTrue(compared >= 10, compared + " files only");
    assertEquals(List.of(), fail);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files.filter(f -> f.toString().endsWith(".pdf")).sorted().toList();
    }
  }

  private static boolean poppler() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(in -> Files.isExecutable(Path.of(in, "pdftotext")));
  }

  private static Tally compared(Path file, List<List<Word>> words, List<Double> heights) {
    Outcome outcome = new PdfExtractor().extract(file, "a.pdf");
    List<Page> pages = assertInstanceOf(Extracted.class, outcome).pages();
    assertEquals(words.size(), pages.size(), "pages of " + file);
    Tally tally = new Tally();
    List<List<List<Word>>> lines = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      lines.add(lines(outside(pages.get(i), words.get(i), tally)));
    }
    for (int i = 0; i < pages.size(); i++) {
      StringBuilder theirs = new StringBuilder();
      for (List<Word> line : lines.get(i)) {
        boolean head =
            inMargin(line, heights.get(i))
                && (FOLIO.matcher(text(line)).matches() || repeated(line, lines) >= REPEATED);
        if (head) {
          tally.inHeads += text(line).length();
        } else {
          theirs.append(text(line));
        }
      }
      String ours = ours(pages.get(i));
      tally.ours += ours.length();
      tally.theirs += theirs.length();
      tally.common += common(ours, theirs.toString());
    }
    return tally;
  }

  /** The words of each page, and the height of each as it is shown. */
  private void read(Path file, List<List<Word>> pages, List<Double> heights)
      throws IOException, InterruptedException {
    Path copy = folder.resolve("a.pdf");
    Files.deleteIfExists(copy);
    Files.copy(file, copy);
    Path told = folder.resolve("a.html");
    Process process =
        new ProcessBuilder("pdftotext", "-bbox-layout", "a.pdf", "a.html")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "poppler hangs on " + file);
    double lineY = 0;
    double height = 0;
    for (String line : Files.readAllLines(told)) {
      Matcher page = PAGE.matcher(line);
      Matcher of = LINE.matcher(line);
      Matcher word = WORD.matcher(line);
      if (page.find()) {
        pages.add(new ArrayList<>());
        heights.add(Double.parseDouble(page.group(2)));
      } else if (of.find()) {
        lineY = (Double.parseDouble(of.group(1)) + Double.parseDouble(of.group(2))) / 2;
        height = Double.parseDouble(of.group(2)) - Double.parseDouble(of.group(1));
      } else if (word.find()) {
        double top = Double.parseDouble(word.group(2));
        double bottom = Double.parseDouble(word.group(4));
        double x = (Double.parseDouble(word.group(1)) + Double.parseDouble(word.group(3))) / 2;
        String text =
            word.group(5)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
        pages.getLast().add(new Word(x, (top + bottom) / 2, lineY, height, squeezed(text)));
      }
    }
  }

  private static List<Word> outside(Page page, List<Word> words, Tally tally) {
    List<Box> tables = new ArrayList<>();
    for (Block block : page.blocks()) {
      if (block instanceof Block.Grid grid) {
        tables.add(around(grid));
        for (Block.GridCell cell : grid.cells()) {
          if (SENTENCE.matcher(cell.text()).find()) {
            tally.sentencesInTables += cell.text().length();
          }
        }
      }
    }
    List<Word> outside = new ArrayList<>();
    for (Word word : words) {
      if (tables.stream().anyMatch(table -> contains(table, word))) {
        tally.inTables += word.text().length();
      } else {
        outside.add(word);
      }
    }
    return outside;
  }

  private static Box around(Block.Grid grid) {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = 0;
    double bottom = 0;
    for (Block.GridCell cell : grid.cells()) {
      Box box = Objects.requireNonNull(cell.source().box());
      left = Math.min(left, box.x());
      top = Math.min(top, box.y());
      right = Math.max(right, box.x() + box.width());
      bottom = Math.max(bottom, box.y() + box.height());
    }
    return new Box(left, top, right - left, bottom - top);
  }

  private static boolean contains(Box box, Word word) {
    return word.x() >= box.x()
        && word.x() <= box.x() + box.width()
        && word.y() >= box.y()
        && word.y() <= box.y() + box.height();
  }

  /** Poppler tells columns one after the other; here lines go down the page, and then across. */
  private static List<List<Word>> lines(List<Word> words) {
    List<Word> down = new ArrayList<>(words);
    down.sort(Comparator.comparingDouble(Word::lineY));
    List<List<Word>> lines = new ArrayList<>();
    for (Word word : down) {
      if (lines.isEmpty()
          || word.lineY() - lines.getLast().getFirst().lineY() > 0.4 * word.height()) {
        lines.add(new ArrayList<>());
      }
      lines.getLast().add(word);
    }
    lines.forEach(line -> line.sort(Comparator.comparingDouble(Word::x)));
    return lines;
  }

  private static boolean inMargin(List<Word> line, double height) {
    double y = line.getFirst().y();
    return y < MARGIN * height || y > (1 - MARGIN) * height;
  }

  /** On how many pages the line stands at this height, digits alike. */
  private static long repeated(List<Word> line, List<List<List<Word>>> pages) {
    String key = text(line).replaceAll("\\d+", "#");
    double y = line.getFirst().y();
    return pages.stream()
        .filter(
            page ->
                page.stream()
                    .filter(other -> Math.abs(other.getFirst().y() - y) < SAME_HEIGHT)
                    .anyMatch(other -> text(other).replaceAll("\\d+", "#").equals(key)))
        .count();
  }

  private static String text(List<Word> line) {
    StringBuilder text = new StringBuilder();
    line.forEach(word -> text.append(word.text()));
    return text.toString();
  }

  private static String ours(Page page) {
    StringBuilder text = new StringBuilder();
    for (Block block : page.blocks()) {
      switch (block) {
        case Block.Text line -> text.append(squeezed(line.text()));
        case Block.Heading line -> text.append(squeezed(line.text()));
        case Block.Grid grid -> {}
        case Block.Picture picture -> {}
      }
    }
    return text.toString();
  }

  private static String squeezed(String text) {
    return text.replaceAll("[\\s\\p{Z}\\p{Cc}\\p{Co}]+", "");
  }

  /** The length of the longest common subsequence; ends that are the same belong to it. */
  private static int common(String a, String b) {
    int least = Math.min(a.length(), b.length());
    int head = 0;
    while (head < least && a.charAt(head) == b.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < least - head
        && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
      tail++;
    }
    int[] above = new int[b.length() - head - tail + 1];
    for (int i = head; i < a.length() - tail; i++) {
      int[] row = new int[above.length];
      for (int j = 0; j + 1 < row.length; j++) {
        boolean same = a.charAt(i) == b.charAt(head + j);
        row[j + 1] = same ? above[j] + 1 : Math.max(above[j + 1], row[j]);
      }
      above = row;
    }
    return head + tail + above[above.length - 1];
  }
}
