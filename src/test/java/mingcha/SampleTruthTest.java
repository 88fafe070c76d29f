package mingcha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import mingcha.check.Checks;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Metrics;
import mingcha.disclosure.Reading;
import mingcha.extract.FileExtractor;
import mingcha.extract.Outcome;
import mingcha.extract.Outcome.Extracted;
import mingcha.extract.Outcome.Failed;
import mingcha.extract.Page;
import mingcha.interpret.Hints;
import mingcha.interpret.Interpreter;
import mingcha.sample.Format;
import mingcha.sample.Mutation;
import mingcha.sample.SampleWriter;
import mingcha.text.Fold;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Reads sample disclosures in all their layouts and holds every reading against the truth beside
 * them: what is missing, and what is read that nobody printed.
 */
final class SampleTruthTest {
  private static final int DISCLOSURES = Integer.getInteger("mingcha.disclosures", 24);

  /** {@code -Dmingcha.seeds=500} for the long run. */
  private static final int SEEDS = Integer.getInteger("mingcha.seeds", 1);

  private static final int FORMAT_SEEDS = Integer.getInteger("mingcha.seeds", 50);

  private static final int SCANNED_SEEDS = Integer.getInteger("mingcha.scans", 20);

  private static final int SCANNED_TABLES = Integer.getInteger("mingcha.scans", 3);

  private static final long SEED = Long.getLong("mingcha.seed", 1L);
  private static final int SHOWN = Integer.getInteger("mingcha.shown", 6);

  /** Ratchets, by kind of figure: least recall, most wrong readings. Moved by hand only. */
  private static final Map<String, Ratchet> RATCHETS =
      Map.of(
          "subject lines", new Ratchet(1, 0),
          "other lines", new Ratchet(1, 0),
          "projects", new Ratchet(1, 0),
          "completions", new Ratchet(1, 0),
          "statements", new Ratchet(1, 0));

  private static final Set<String> SUBJECT_FORMS =
      Set.of("income", "expenditure", "general_expenditure", "government_fund");

  /** Where 收入决算表 stands in the sample's print. */
  private static final Set<Integer> INCOME_PAGES = Set.of(3, 4);

  private record Ratchet(double leastRecall, int mostWrong) {}

  /** What was asked for of one kind of figure. */
  private static final class Tally {
    private final List<String> missing = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private int asked;

    void hold(String where, List<BigDecimal> read, BigDecimal truth) {
      hold(where, read, List.of(), truth);
    }

    void hold(String where, List<BigDecimal> read, List<String> doubted, BigDecimal truth) {
      asked++;
      if (read.stream().noneMatch(value -> value.compareTo(truth) == 0)) {
        missing.add(where + " = " + truth + ", read " + read + ", in doubt " + doubted);
      }
    }

    double recall() {
      return asked == 0 ? 1 : 1 - (double) missing.size() / asked;
    }
  }

  private final Map<String, Tally> tallies = new TreeMap<>();

  @TempDir private Path folder = Path.of("");

  private Tally tally(String kind) {
    return tallies.computeIfAbsent(kind, k -> new Tally());
  }

  @Test
  void readingsAreWhatTheSampleSays() throws IOException {
    Interpreter interpreter = new Interpreter(Places.lexicon(), Metrics.standard());
    for (long seed = SEED; seed < SEED + SEEDS; seed++) {
      Path of = Files.createDirectory(folder.resolve("seed" + seed));
      SampleWriter.write(of, DISCLOSURES, seed);
      read(of, interpreter);
    }
    tallies.forEach(SampleTruthTest::print);
    tallies.forEach(
        (kind, tally) -> {
          Ratchet ratchet = RATCHETS.getOrDefault(kind, new Ratchet(1, 0));
          assertTrue(tally.recall() >= ratchet.leastRecall(), kind + ": " + tally.recall());
          assertTrue(tally.wrong.size() <= ratchet.mostWrong(), kind + ": " + tally.wrong.size());
        });
  }

  @ParameterizedTest
  @EnumSource(Mutation.class)
  void oddLayoutsSayTheSame(Mutation mutation) throws IOException {
    SampleWriter.write(folder, 12, SEED, Format.TEXT, Set.of(mutation));
    read(folder, new Interpreter(Places.lexicon(), Metrics.standard()));
    nothingMissesNorIsWrong(mutation.toString());
  }

  @ParameterizedTest
  @EnumSource(value = Format.class, mode = EnumSource.Mode.EXCLUDE, names = "SCAN")
  void everyFormatSaysTheSame(Format format) throws IOException {
    SampleWriter.write(folder, 12, SEED, format, Set.of());
    read(folder, new Interpreter(Places.lexicon(), Metrics.standard()));
    ofFormat(format);
  }

  /** Two disclosures of each of many seeds, in minutes: {@code mvn -Pstress verify} runs it. */
  @ParameterizedTest
  @EnumSource(value = Format.class, mode = EnumSource.Mode.EXCLUDE, names = "SCAN")
  @Tag("stress")
  void everyFormatSaysTheSameWithManySeeds(Format format) throws IOException {
    Interpreter interpreter = new Interpreter(Places.lexicon(), Metrics.standard());
    for (long seed = SEED; seed < SEED + FORMAT_SEEDS; seed++) {
      Path of = Files.createDirectory(folder.resolve("seed" + seed));
      SampleWriter.write(of, 2, seed, format, Set.of());
      read(of, interpreter);
    }
    ofFormat(format);
  }

  private void ofFormat(Format format) {
    if (format == Format.EXCEL) {
      // It holds no narrative.
      tallies.remove("completions");
      tallies.remove("statements");
      tally("projects").missing.removeIf(m -> m.contains(" narrative ") || m.contains(" grade "));
    }
    nothingMissesNorIsWrong(format.toString());
  }

  /** One disclosure of each seed: it takes minutes, so that {@code mvn -Pstress verify} runs it. */
  @Test
  @Tag("stress")
  void scansSayNearlyTheSame() throws IOException {
    Interpreter interpreter = new Interpreter(Places.lexicon(), Metrics.standard());
    for (long seed = SEED; seed < SEED + SCANNED_SEEDS; seed++) {
      Path of = Files.createDirectory(folder.resolve("scan" + seed));
      SampleWriter.write(of, 1, seed, Format.SCAN, Set.of());
      read(of, interpreter);
    }
    nearlyAllIsRead();
  }

  /** The same in little, for every run: the pages of one table, a disclosure of each seed. */
  @Test
  void scannedTablesSayNearlyTheSame() throws IOException {
    Interpreter interpreter = new Interpreter(Places.lexicon(), Metrics.standard());
    for (long seed = SEED; seed < SEED + SCANNED_TABLES; seed++) {
      Path of = Files.createDirectory(folder.resolve("pages" + seed));
      try {
        SampleWriter.write(of, 1, seed, Format.SCAN, Set.of());
      } catch (IOException e) {
        lacks(String.valueOf(e.getMessage())); // a typeface
      }
      for (Path file : files(of)) {
        keepPages(file, INCOME_PAGES);
        String name = Objects.requireNonNull(file.getFileName()).toString();
        Outcome outcome = new FileExtractor().extract(file, name);
        if (outcome instanceof Failed failed) {
          lacks(failed.detail());
        }
        List<Page> pages = ((Extracted) outcome).pages();
        Content content =
            Checks.checked(interpreter.interpret(name, "0".repeat(64), pages, Hints.NONE));
        List<JsonNode> income = new ArrayList<>();
        truth(of, name).get("lines").forEach(income::add);
        income.removeIf(line -> !line.get("form").asText().equals("income"));
        lines(content, income);
      }
    }
    nearlyAllIsRead();
  }

  /** Machines that shall have everything fail, others say why they skip it. */
  private static void lacks(String why) {
    assertFalse(Boolean.getBoolean("mingcha.complete"), why);
    System.out.println("skipped: scanned tables; " + why);
    abort(why);
  }

  private static void keepPages(Path file, Set<Integer> numbers) throws IOException {
    try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file))) {
      for (int number = document.getNumberOfPages(); number > 0; number--) {
        if (!numbers.contains(number)) {
          document.removePage(number - 1);
        }
      }
      ByteArrayOutputStream kept = new ByteArrayOutputStream();
      document.save(kept);
      Files.write(file, kept.toByteArray());
    }
  }

  private void nearlyAllIsRead() {
    tallies.forEach(SampleTruthTest::print);
    int asked = tallies.values().stream().mapToInt(t -> t.asked).sum();
    int missing = tallies.values().stream().mapToInt(t -> t.missing.size()).sum();
    int wrong = tallies.values().stream().mapToInt(t -> t.wrong.size()).sum();
    assertTrue(asked > 0, "nothing was asked");
    assertTrue(missing <= 0.05 * asked, missing + " of " + asked + " figures are not read");
    assertTrue(wrong <= 0.005 * asked, wrong + " of " + asked + " figures are read wrong");
  }

  @Test
  void budgetsAreReadAsWell() throws IOException {
    SampleWriter.writeBudgets(folder, DISCLOSURES, SEED, Format.TEXT);
    read(folder, new Interpreter(Places.lexicon(), Metrics.standard()));
    nothingMissesNorIsWrong("BUDGET");
  }

  private void nothingMissesNorIsWrong(String what) {
    int asked = tallies.values().stream().mapToInt(t -> t.asked).sum();
    int missing = tallies.values().stream().mapToInt(t -> t.missing.size()).sum();
    int wrong = tallies.values().stream().mapToInt(t -> t.wrong.size()).sum();
    double recall = 1 - (double) missing / asked;
    System.out.printf(
        Locale.ROOT,
        "told as %-18s %5d figures, recall %.4f, %d wrong%n",
        what,
        asked,
        recall,
        wrong);
    tallies
        .values()
        .forEach(
            t ->
                t.missing.stream().limit(SHOWN).forEach(m -> System.out.println("  missing " + m)));
    tallies
        .values()
        .forEach(
            t -> t.wrong.stream().limit(SHOWN).forEach(w -> System.out.println("  wrong " + w)));
    assertEquals(List.of(0, 0), List.of(missing, wrong), "missing and wrong, " + what);
  }

  private void read(Path of, Interpreter interpreter) throws IOException {
    for (Path file : files(of)) {
      String name = Objects.requireNonNull(file.getFileName()).toString();
      Extracted read = (Extracted) new FileExtractor().extract(file, name);
      Content content =
          Checks.checked(interpreter.interpret(name, "0".repeat(64), read.pages(), Hints.NONE));
      JsonNode truth = truth(of, name);
      identity(content.disclosure(), truth.get("disclosure"));
      lines(content, truth.get("lines"));
      projects(content, truth.get("projects"));
      truth.get("completions").forEach(completion -> completion(content, completion));
      truth.get("statements").forEach(statement -> statement(content, statement));
    }
  }

  private static JsonNode truth(Path of, String name) throws IOException {
    return JsonMapper.builder()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build()
        .readTree(of.resolve(name.replaceFirst("\\.[a-z]+$", ".truth.json")).toFile());
  }

  private static void print(String kind, Tally tally) {
    System.out.printf(
        Locale.ROOT,
        "sample: %-14s %5d figures, recall %.4f, %d wrong%n",
        kind,
        tally.asked,
        tally.recall(),
        tally.wrong.size());
    tally.missing.stream().limit(SHOWN).forEach(m -> System.out.println("  missing " + m));
    tally.wrong.stream().limit(SHOWN).forEach(w -> System.out.println("  wrong " + w));
  }

  private static void identity(Disclosure read, JsonNode truth) {
    List<String> region = new ArrayList<>();
    truth.get("region").forEach(name -> region.add(name.asText()));
    assertEquals(
        List.of(
            truth.get("publisher").asText(),
            region,
            truth.get("regionCode").asText(),
            truth.get("year").asInt(),
            truth.get("type").asText(),
            truth.get("caliber").asText()),
        Arrays.asList(
            read.publisher(),
            read.region(),
            read.regionCode(),
            read.year(),
            read.type(),
            read.caliber()));
  }

  private void lines(Content content, Iterable<JsonNode> lines) {
    Set<String> printed = new HashSet<>();
    Set<String> forms = new HashSet<>();
    for (JsonNode line : lines) {
      String form = line.get("form").asText();
      String code = line.get("code").isNull() ? "" : line.get("code").asText();
      String name = line.get("name").asText();
      forms.add(form);
      List<Entry> entries =
          content.entries().stream().filter(e -> isLine(e, form, code, name)).toList();
      for (JsonNode cell : line.get("cells")) {
        String label = cell.get("label").asText();
        BigDecimal value = cell.get("value").decimalValue();
        printed.add(form + code + label + value.stripTrailingZeros().toPlainString());
        tally(SUBJECT_FORMS.contains(form) ? "subject lines" : "other lines")
            .hold(
                content.disclosure().file() + " " + form + " " + code + " " + name + " " + label,
                entries.stream()
                    .flatMap(e -> e.readings().stream())
                    .filter(r -> isOfTable(r) && isLabelled(r, label))
                    .map(Reading::value)
                    .filter(Objects::nonNull)
                    .toList(),
                entries.stream()
                    .flatMap(e -> e.readings().stream())
                    .filter(r -> r.doubt() != null && isLabelled(r, label))
                    .map(r -> r.value() + " " + r.doubt())
                    .toList(),
                value);
      }
    }
    forms.retainAll(SUBJECT_FORMS);
    for (Entry entry : content.entries()) {
      if (entry.kind() == EntryKind.LINE && forms.contains(form(entry))) {
        String code = entry.subject() == null ? "" : entry.subject().code();
        for (Reading reading : entry.readings()) {
          BigDecimal value = reading.value();
          if (isOfTable(reading) && value != null) {
            String key =
                form(entry) + code + reading.label() + value.stripTrailingZeros().toPlainString();
            if (!printed.contains(key)) {
              tally("subject lines")
                  .wrong
                  .add(content.disclosure().file() + " " + entry.name() + " " + key);
            }
          }
        }
      }
    }
  }

  private static boolean isOfTable(Reading reading) {
    return reading.basis().toString().equals("table") && reading.doubt() == null;
  }

  private static String form(Entry entry) {
    return entry.table() == null ? "" : Objects.requireNonNullElse(entry.table().form(), "");
  }

  private static boolean isLine(Entry entry, String form, String code, String name) {
    if (entry.kind() != EntryKind.LINE || !form(entry).equals(form)) {
      return false;
    }
    return code.isEmpty()
        ? entry.subject() == null && isNamed(entry, name)
        : entry.subject() != null && entry.subject().code().equals(code);
  }

  /** 总计 of one side is 收入总计, 合计 of “三公” is “三公”经费, 货物 is 政府采购：货物. */
  private static boolean isNamed(Entry entry, String name) {
    String plain =
        Fold.name(name.replaceFirst("^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\\d+\\.)", ""));
    String read = Fold.name(entry.name());
    boolean whole = plain.equals("合计") && form(entry).equals("three_public");
    return read.equals(plain)
        || (plain.equals("总计") && read.endsWith(plain))
        || (form(entry).equals("related_information") && read.endsWith(plain))
        || (whole && read.equals("三公经费"));
  }

  /** 预算数 stands above the item in some tables, and beside it in others. */
  private static boolean isLabelled(Reading reading, String label) {
    String asked = Fold.name(label);
    return reading.labelPath().stream().anyMatch(l -> Fold.name(l).equals(asked));
  }

  private void projects(Content content, JsonNode projects) {
    Set<String> names = new HashSet<>();
    for (JsonNode project : projects) {
      String name = project.get("name").asText();
      names.add(Fold.name(name));
      List<Entry> found =
          content.entries().stream()
              .filter(e -> e.kind() == EntryKind.PROJECT)
              .filter(e -> Fold.name(e.name()).equals(Fold.name(name)))
              .toList();
      String where = content.disclosure().file() + " " + name;
      if (found.size() > 1) {
        tally("projects").wrong.add(where + " is " + found.size() + " projects");
      }
      Set<String> stated = new HashSet<>();
      for (JsonNode figure : project.get("figures")) {
        String metric = figure.get("metric").asText();
        String basis = figure.get("basis").asText();
        BigDecimal value = figure.get("value").decimalValue();
        stated.add(metric + " " + basis + " " + value.stripTrailingZeros().toPlainString());
        tally("projects")
            .hold(where + " " + metric + " " + basis, values(found, metric, basis), value);
      }
      wrongOf(where, found, stated);
      grade(where, found, project.get("grade").asText());
    }
    for (Entry entry : content.entries()) {
      if (entry.kind() == EntryKind.PROJECT && !names.contains(Fold.name(entry.name()))) {
        tally("projects").wrong.add(content.disclosure().file() + " no project: " + entry.name());
      }
    }
  }

  /** A reading of a metric that the truth speaks of, with a value that it does not. */
  private void wrongOf(String where, List<Entry> found, Set<String> stated) {
    for (Entry entry : found) {
      for (Reading reading : entry.readings()) {
        BigDecimal value = reading.value();
        if (reading.metric() == null || value == null || reading.doubt() != null) {
          continue;
        }
        String key = reading.metric() + " " + reading.basis() + " ";
        boolean spoken = stated.stream().anyMatch(s -> s.startsWith(key));
        if (spoken && !stated.contains(key + value.stripTrailingZeros().toPlainString())) {
          tally("projects").wrong.add(where + " " + key + value);
        }
      }
    }
  }

  private void grade(String where, List<Entry> found, String grade) {
    Tally tally = tally("projects");
    tally.asked++;
    boolean read =
        found.stream()
            .flatMap(e -> e.readings().stream())
            .anyMatch(r -> "grade".equals(r.metric()) && r.raw().equals(grade));
    if (!read) {
      tally.missing.add(where + " grade " + grade);
    }
  }

  private void completion(Content content, JsonNode completion) {
    String code = completion.get("code").asText();
    String name = completion.get("name").asText();
    List<Entry> about =
        content.entries().stream()
            .filter(e -> e.kind() != EntryKind.PASSAGE)
            .filter(
                e ->
                    code.isEmpty()
                        ? e.subject() == null
                        : e.subject() != null && e.subject().code().equals(code))
            .toList();
    for (JsonNode figure : completion.get("figures")) {
      String metric = figure.get("metric").asText();
      tally("completions")
          .hold(
              content.disclosure().file() + " " + name + " " + metric,
              values(about, metric, "narrative"),
              figure.get("value").decimalValue());
    }
  }

  private void statement(Content content, JsonNode statement) {
    List<Entry> stating =
        content.entries().stream()
            .filter(e -> e.kind() == EntryKind.LINE || e.kind() == EntryKind.STATEMENT)
            .toList();
    for (JsonNode figure : statement.get("figures")) {
      String metric = figure.get("metric").asText();
      tally("statements")
          .hold(
              content.disclosure().file() + " " + statement.get("heading").asText() + " " + metric,
              values(stating, metric, "narrative"),
              figure.get("value").decimalValue());
    }
  }

  private static List<BigDecimal> values(List<Entry> entries, String metric, String basis) {
    return entries.stream()
        .flatMap(e -> e.readings().stream())
        .filter(r -> metric.equals(r.metric()) && r.basis().toString().equals(basis))
        .filter(r -> r.doubt() == null)
        .map(Reading::value)
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<Path> files(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.filter(f -> !f.toString().endsWith(".json")).sorted().toList();
    }
  }
}
