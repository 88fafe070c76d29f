package mingcha;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mingcha.disclosure.Cell;
import mingcha.disclosure.Content;
import mingcha.disclosure.Heading;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Source;
import mingcha.disclosure.Table;
import mingcha.extract.Outcome.Extracted;
import mingcha.extract.TextExtractor;
import mingcha.interpret.Hints;
import mingcha.interpret.Interpreter;
import mingcha.sample.SampleWriter;
import mingcha.text.Fold;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Counts every number that a disclosure prints: it is a reading, a cell of a table that is kept, or
 * set aside for a reason that is told here. Nothing is lost silently.
 */
class FigureAccountTest {
  private static final Path SEEDS = Path.of("../shared/seeds");
  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,3}(?:,\\s?\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?");

  /** A reason to set a number aside: what stands before it, what stands behind it. */
  private record Aside(String reason, Pattern before, Pattern after) {
    static Aside of(String reason, String before, String after) {
      return new Aside(reason, Pattern.compile(before), Pattern.compile(after));
    }
  }

  private static final List<Aside> ASIDES =
      List.of(
          Aside.of(
              "date",
              "(?:^|\\D)$",
              "^\\s*(?:年|月|日|号(?!文)|[-—－~至]\\d{1,2}月|[-.]\\d{1,2}[-.]\\d{1,2}).*"),
          Aside.of("date", "(?:年|月|[-.]\\d{1,2}[-.])\\s*$", "^\\s*(?:月|日|季|$|[^\\d]).*"),
          Aside.of("date", ".*(?:\\d{4}[-.]\\d{1,2}[-.]|\\d{4}[-.])$", ".*"),
          Aside.of("document number", ".*[〔\\[（(【]$", "^\\s*[〕\\]）)】].*"),
          Aside.of("document number", ".*[〕\\]】第]\\s*$", "^\\s*号.*"),
          Aside.of("ordinal", ".*第\\s*$", ".*"),
          Aside.of("list number", "^[\\s*#-]*[（(]?$", "^\\s*[、.．)）].*"),
          Aside.of("list number", ".*[（(；。:：，,\\s]$", "^\\s*[)）、].*"),
          Aside.of("code", ".*[A-Za-z_－-]$", ".*"),
          Aside.of("code", ".*(?:代码|编码|及代码).*", ".*"),
          Aside.of("page of the contents", ".*[.…·]{3,}\\s*$", "^\\s*$"),
          Aside.of("page number", "^(?:[-—－]\\s*)?$", "^(?:\\s*[-—－])?\\s*$"),
          Aside.of(
              "bound of what is counted", ".*", "^\\s*万?元[（(]?不?含?[)）]?(?:以上|以下|以内)的?\\p{IsHan}.*"),
          Aside.of("number of a table", ".*(?:公开|附|表)\\s*$", "^\\s*表?.*"));

  private final Map<String, Integer> tally = new TreeMap<>();
  private final List<String> lost = new ArrayList<>();

  @TempDir private Path folder = Path.of("");

  @Test
  void everyNumberOfTheSampleIsAccountedFor() throws IOException {
    SampleWriter.write(folder, 24, 1);
    assertEquals(0.0, lostShare(folder), 0.001, () -> String.join("\n", lost));
  }

  @Test
  void everyNumberOfRealDisclosuresIsAccountedFor() throws IOException {
    boolean there = Files.isDirectory(SEEDS);
    if (!there) {
      System.out.println("skipped: " + SEEDS + " is not there");
    }
    Assumptions.assumeTrue(there);
    assertEquals(0.0, lostShare(SEEDS), 0.001, () -> String.join("\n", lost));
  }

  private double lostShare(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        account(file);
      }
    }
    int all = tally.values().stream().mapToInt(Integer::intValue).sum();
    System.out.println("numbers: " + all + " " + tally + ", lost " + lost.size());
    return (double) lost.size() / all;
  }

  private void account(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    Extracted read = (Extracted) new TextExtractor().extract(file, name);
    Content content =
        new Interpreter(Places.lexicon(), Metrics.standard())
            .interpret(name, "0".repeat(64), read.pages(), Hints.NONE);
    Lines places = new Lines(content);
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = Fold.fold(lines.get(i)).replace('\t', ' ');
      Matcher matcher = NUMBER.matcher(line);
      while (matcher.find()) {
        String reason = reason(line, matcher, i + 1, places);
        tally.merge(reason == null ? "lost" : reason, 1, Integer::sum);
        if (reason == null) {
          lost.add(name + ":" + (i + 1) + " " + matcher.group() + " in " + excerpt(line, matcher));
        }
      }
    }
  }

  private static @Nullable String reason(String line, Matcher matcher, int number, Lines places) {
    String digits = matcher.group().replaceAll("[,\\s]", "");
    if (places.isReading(number, digits)) {
      return "reading";
    }
    String before = line.substring(0, matcher.start());
    String after = line.substring(matcher.end());
    for (Aside aside : ASIDES) {
      if (aside.before().matcher(before).find() && aside.after().matcher(after).matches()) {
        return aside.reason();
      }
    }
    if (digits.matches("(?:19|20)\\d\\d")) {
      return "date";
    }
    if (places.cells.getOrDefault(number, Set.of()).contains(digits)) {
      return "cell of a table";
    }
    return places.headings.contains(number) ? "heading" : places.words(number);
  }

  private static String excerpt(String line, Matcher matcher) {
    return line.substring(
        Math.max(0, matcher.start() - 20), Math.min(line.length(), matcher.end() + 20));
  }

  /** What a content knows of each line. */
  private static final class Lines {
    private final Map<Integer, Set<String>> readings = new HashMap<>();
    private final Map<Integer, Set<String>> cells = new HashMap<>();
    private final Map<Integer, String> longCells = new HashMap<>();
    private final Set<Integer> headings = new HashSet<>();
    private final TreeSet<Integer> paragraphs = new TreeSet<>();

    Lines(Content content) {
      content
          .entries()
          .forEach(e -> e.readings().forEach(r -> put(readings, r.source(), digits(r.raw()))));
      for (Table table : content.tables()) {
        for (Cell cell : table.cells()) {
          put(cells, cell.source(), digits(cell.text()));
          Integer line = cell.source().line();
          if (line != null && cell.text().length() > 6) {
            longCells.merge(line, cell.text(), String::concat);
          }
        }
      }
      for (Heading heading : content.outline()) {
        Integer line = heading.source().line();
        if (line != null) {
          headings.add(line);
          headings.add(line + 1);
        }
      }
      for (Paragraph paragraph : content.paragraphs()) {
        Integer line = paragraph.source().line();
        if (line != null) {
          paragraphs.add(line);
        }
      }
    }

    private static void put(Map<Integer, Set<String>> map, Source source, String digits) {
      Integer line = source.line();
      if (line != null) {
        map.computeIfAbsent(line, l -> new HashSet<>()).add(digits);
      }
    }

    private static String digits(String text) {
      return Fold.fold(text).replaceAll("[,\\s]", "");
    }

    /** On its own line, or, of a wrapped paragraph, on the line that the paragraph begins with. */
    boolean isReading(int line, String digits) {
      Integer paragraph = paragraphs.floor(line);
      return has(line, digits)
          || has(line - 1, digits)
          || (paragraph != null && line - paragraph < 60 && has(paragraph, digits));
    }

    private boolean has(int line, String digits) {
      return readings.getOrDefault(line, Set.of()).stream().anyMatch(raw -> raw.contains(digits));
    }

    /** The words of a table's cell, or of a paragraph, are kept and searched. */
    @Nullable String words(int line) {
      if (longCells.containsKey(line)) {
        return "words of a cell";
      }
      Integer paragraph = paragraphs.floor(line);
      return paragraph != null && line - paragraph < 60 ? "words of a paragraph" : null;
    }
  }
}
