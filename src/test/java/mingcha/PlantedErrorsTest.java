package mingcha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mingcha.check.Checks;
import mingcha.check.Checks.Report;
import mingcha.check.Neighbours;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Metrics;
import mingcha.extract.FileExtractor;
import mingcha.extract.Outcome.Extracted;
import mingcha.interpret.Hints;
import mingcha.interpret.Interpreter;
import mingcha.sample.Format;
import mingcha.sample.PlantedError;
import mingcha.sample.SampleWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants errors into sample disclosures, one at a time, and asks whether the rule that has to find
 * it does; and whether disclosures without any are left in peace.
 */
final class PlantedErrorsTest {
  /** {@code -Dmingcha.planted=20} for the long run. */
  private static final int SEEDS = Integer.getInteger("mingcha.planted", 1);

  /** {@code -Dmingcha.clean=500} for the long run. */
  private static final int CLEAN_SEEDS = Integer.getInteger("mingcha.clean", 5);

  /** {@code -Dmingcha.kinds=SHARE.*} for some only. */
  private static final String KINDS = System.getProperty("mingcha.kinds", ".*");

  private static final int DISCLOSURES = 12;
  private static final double LEAST_RECALL = 0.99;

  @TempDir private Path folder = Path.of("");

  private final Interpreter interpreter = new Interpreter(Places.lexicon(), Metrics.standard());
  private final FileExtractor extractor = new FileExtractor();

  /** What became of one planted error. */
  private record Attempt(PlantedError error, String place, boolean found) {}

  @Test
  void eachRuleFindsItsPlantedErrors() throws IOException {
    List<PlantedError> kinds =
        Stream.of(PlantedError.values()).filter(error -> error.name().matches(KINDS)).toList();
    Map<PlantedError, List<Attempt>> attempts = new EnumMap<>(PlantedError.class);
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<Attempt> here = attempts(seed, kinds);
      long found = here.stream().filter(Attempt::found).count();
      System.out.println("planted, seed " + seed + ": " + found + " of " + here.size());
      for (Attempt attempt : here) {
        attempts.computeIfAbsent(attempt.error(), e -> new ArrayList<>()).add(attempt);
        if (!attempt.found()) {
          System.out.println("  missed " + attempt.error() + " in " + attempt.place());
        }
      }
    }
    assertEquals(Set.copyOf(kinds), attempts.keySet(), "kinds that found a place");
    attempts.forEach(PlantedErrorsTest::assertFound);
  }

  private static void assertFound(PlantedError error, List<Attempt> attempts) {
    long found = attempts.stream().filter(Attempt::found).count();
    if (SEEDS > 1) {
      System.out.println("planted " + error + " " + found + " of " + attempts.size());
    }
    assertTrue(
        found >= LEAST_RECALL * attempts.size(), error + ": " + found + " of " + attempts.size());
  }

  /** Each kind planted once into each disclosure that has a place for it. */
  private List<Attempt> attempts(long seed, List<PlantedError> kinds) throws IOException {
    Path clean = folder.resolve("clean" + seed);
    SampleWriter.write(clean, DISCLOSURES, seed);
    Map<String, Content> contents = new TreeMap<>();
    Map<String, Set<String>> usual = new TreeMap<>();
    for (Path file : texts(clean)) {
      Content content = read(file);
      contents.put(name(file), content);
      usual.put(name(file), words(Checks.report(content).findings()));
    }
    delete(clean);
    List<Attempt> attempts = new ArrayList<>();
    for (PlantedError error : kinds) {
      Path planted = folder.resolve(error + "-" + seed);
      SampleWriter.write(planted, DISCLOSURES, seed, Format.TEXT, Set.of(), Set.of(error));
      for (Path file : texts(planted)) {
        JsonNode truth = truth(file).path("planted").path(0);
        Content before = contents.get(previous(name(file)));
        boolean between = error.rule().startsWith("year-continuity/");
        if (!truth.isMissingNode() && (before != null || !between)) {
          String where = truth.path("where").asText();
          boolean found =
              isFound(error, where, file, before, Objects.requireNonNull(usual.get(name(file))));
          attempts.add(new Attempt(error, seed + "/" + name(file) + ": " + where, found));
        }
      }
      delete(planted);
    }
    return attempts;
  }

  private boolean isFound(
      PlantedError error, String where, Path file, @Nullable Content before, Set<String> usual)
      throws IOException {
    Report report = Checks.report(read(file), new Neighbours(before, Set.of()));
    return report.findings().stream()
        .anyMatch(
            finding ->
                isToldBy(error.rule(), finding, report)
                    && shows(finding, where)
                    && !usual.contains(finding.rule() + finding.text()));
  }

  @Test
  void disclosuresWithoutErrorsAreLeftInPeace() throws IOException {
    List<String> alarms = new ArrayList<>();
    for (long seed = 1; seed <= CLEAN_SEEDS; seed++) {
      Path clean = folder.resolve("peace" + seed);
      SampleWriter.write(clean, DISCLOSURES, seed);
      Map<String, Content> contents = new TreeMap<>();
      for (Path file : texts(clean)) {
        contents.put(name(file), read(file));
      }
      for (Path file : texts(clean)) {
        Content content = Objects.requireNonNull(contents.get(name(file)));
        Content before = contents.get(previous(name(file)));
        Set<String> cut = cutToSpent(truth(file));
        Report report = Checks.report(content, new Neighbours(before, Set.of()));
        alarms.addAll(alarms(seed, file, report, finding -> !isMeant(finding, cut)));
      }
      delete(clean);
    }
    assertEquals(List.of(), alarms);
  }

  private static boolean isMeant(Entry finding, Set<String> cut) {
    return String.valueOf(finding.rule()).startsWith("rate-conflict/")
        && cut.contains(finding.name());
  }

  @Test
  void budgetsWithoutErrorsAreLeftInPeace() throws IOException {
    List<String> alarms = new ArrayList<>();
    for (long seed = 1; seed <= CLEAN_SEEDS; seed++) {
      Path clean = folder.resolve("budgets" + seed);
      SampleWriter.writeBudgets(clean, DISCLOSURES, seed, Format.TEXT);
      for (Path file : texts(clean)) {
        alarms.addAll(alarms(seed, file, Checks.report(read(file)), finding -> true));
      }
      delete(clean);
    }
    assertEquals(List.of(), alarms);
  }

  /** What was found of a disclosure, told as it comes. */
  private static List<String> alarms(long seed, Path file, Report report, Predicate<Entry> counts) {
    assertNoneFailed(report);
    List<String> alarms =
        report.findings().stream()
            .filter(counts)
            .map(found -> seed + "/" + name(file) + ": " + found.rule() + " " + found.text())
            .toList();
    alarms.forEach(System.out::println);
    return alarms;
  }

  private static void assertNoneFailed(Report report) {
    assertEquals(
        List.of(),
        report.rules().stream().filter(c -> c.unchecked().containsKey(Checks.FAILED)).toList());
  }

  /** The sample has projects whose table says 100% and whose narrative less: they are meant. */
  private static Set<String> cutToSpent(JsonNode truth) {
    Set<String> names = new HashSet<>();
    for (JsonNode project : truth.path("projects")) {
      if (project.path("execution").asText().equals("CUT_TO_SPENT")) {
        names.add(project.path("name").asText());
      }
    }
    return names;
  }

  /** By the rule itself, or by a like one that saw the same figures before it. */
  private static boolean isToldBy(String rule, Entry finding, Report report) {
    boolean like =
        String.valueOf(finding.rule()).startsWith(rule.substring(0, rule.indexOf('/') + 1));
    return rule.equals(finding.rule())
        || (like
            && report.rules().stream()
                .anyMatch(
                    c -> c.rule().id().equals(rule) && c.unchecked().containsKey(Checks.TOLD)));
  }

  private static boolean shows(Entry finding, String where) {
    return finding.text().contains(where)
        || finding.readings().stream().anyMatch(r -> r.raw().contains(where));
  }

  private static Set<String> words(List<Entry> findings) {
    Set<String> words = new HashSet<>();
    findings.forEach(f -> words.add(f.rule() + f.text()));
    return words;
  }

  private Content read(Path file) throws IOException {
    Extracted read = (Extracted) extractor.extract(file, name(file));
    return interpreter.interpret(name(file), "0".repeat(64), read.pages(), Hints.NONE);
  }

  private static JsonNode truth(Path file) throws IOException {
    Path truth = file.resolveSibling(name(file).replaceFirst("\\.txt$", ".truth.json"));
    return JsonMapper.builder().build().readTree(Files.readString(truth));
  }

  /** The file of the same publisher's year before. */
  private static String previous(String name) {
    int year = Integer.parseInt(name.substring(name.length() - 8, name.length() - 4));
    return name.substring(0, name.length() - 8) + (year - 1) + ".txt";
  }

  private static String name(Path file) {
    return Objects.requireNonNull(file.getFileName()).toString();
  }

  private static List<Path> texts(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(
          file -> {
            try {
              Files.delete(file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
