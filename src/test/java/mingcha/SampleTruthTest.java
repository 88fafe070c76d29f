package mingcha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Metrics;
import mingcha.extract.Outcome.Extracted;
import mingcha.extract.TextExtractor;
import mingcha.interpret.Hints;
import mingcha.interpret.Interpreter;
import mingcha.sample.SampleWriter;
import mingcha.text.Fold;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads sample disclosures in all their layouts and holds every reading against the truth beside
 * them.
 */
class SampleTruthTest {
  private static final int DISCLOSURES = 60;
  private static final long SEED = 11;

  /** Ratchets: raised by hand when reading gets better, never lowered. */
  private static final double LEAST_RECALL = 0.99;

  private static final int MOST_WRONG = 0;

  @TempDir private Path folder;

  private final List<String> missing = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private int asked;

  @Test
  void readingsAreWhatTheSampleSays() throws IOException {
    SampleWriter.write(folder, DISCLOSURES, SEED);
    Interpreter interpreter = new Interpreter(Places.lexicon(), Metrics.standard());
    for (Path file : files()) {
      Extracted read = (Extracted) new TextExtractor().extract(file, file.getFileName().toString());
      Content content =
          interpreter.interpret(
              file.getFileName().toString(), "0".repeat(64), read.pages(), Hints.NONE);
      JsonNode truth =
          new ObjectMapper()
              .enable(
                  com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
              .readTree(Path.of(file.toString().replace(".txt", ".truth.json")).toFile());
      identity(content.disclosure(), truth.get("identity"));
      truth.get("cells").forEach(cell -> cell(content, cell));
      truth.get("projects").forEach(project -> project(content, project));
      truth.get("completions").forEach(completion -> completion(content, completion));
    }
    double recall = 1 - (double) missing.size() / asked;
    System.out.printf(
        Locale.ROOT,
        "sample: %d figures, recall %.4f, %d wrong; missing %s; wrong %s%n",
        asked,
        recall,
        wrong.size(),
        missing.stream().limit(5).toList(),
        wrong.stream().limit(5).toList());
    assertTrue(recall >= LEAST_RECALL, "recall " + recall);
    assertTrue(wrong.size() <= MOST_WRONG, wrong.size() + " wrong");
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
        java.util.Arrays.asList(
            read.publisher(),
            read.region(),
            read.regionCode(),
            read.year(),
            read.type(),
            read.caliber()));
  }

  private void cell(Content content, JsonNode cell) {
    String code = cell.get("code").isNull() ? null : cell.get("code").asText();
    List<BigDecimal> values =
        content.entries().stream()
            .filter(e -> e.kind() == EntryKind.LINE && e.table() != null)
            .filter(e -> cell.get("form").asText().equals(form(e)) && sameSubject(e, code))
            .flatMap(e -> e.readings().stream())
            .filter(r -> r.basis() == Basis.TABLE && r.doubt() == null && r.value() != null)
            .filter(r -> r.label().equals(cell.get("column").asText()))
            .map(r -> r.value())
            .toList();
    hold(values, cell.get("value").decimalValue(), content.disclosure().file() + " " + cell);
  }

  private static @Nullable String form(Entry entry) {
    return entry.table() == null ? null : entry.table().form();
  }

  private static boolean sameSubject(Entry entry, @Nullable String code) {
    return code == null
        ? entry.subject() == null && entry.name().equals("合计")
        : entry.subject() != null && entry.subject().code().equals(code);
  }

  private void project(Content content, JsonNode project) {
    String name = project.get("name").asText();
    List<Entry> found =
        content.entries().stream()
            .filter(
                e -> e.kind() == EntryKind.PROJECT && Fold.name(e.name()).equals(Fold.name(name)))
            .toList();
    String where = content.disclosure().file() + " " + name;
    assertEquals(1, found.size(), where + " is one project");
    hold(
        values(found, "budget_initial", Basis.TABLE),
        project.get("budgetInitial").decimalValue(),
        where);
    hold(
        values(found, "budget_adjusted", Basis.TABLE),
        project.get("budgetAdjusted").decimalValue(),
        where);
    hold(values(found, "executed", Basis.TABLE), project.get("executed").decimalValue(), where);
    hold(
        values(found, "execution_rate", Basis.TABLE),
        project.get("rateInTable").decimalValue(),
        where);
    hold(values(found, "score", Basis.TABLE), project.get("score").decimalValue(), where);
    if (!project.get("rateInNarrative").isNull()) {
      hold(
          values(found, "execution_rate", Basis.NARRATIVE),
          project.get("rateInNarrative").decimalValue(),
          where + " in the narrative");
    }
  }

  private void completion(Content content, JsonNode completion) {
    List<Entry> about =
        content.entries().stream()
            .filter(e -> e.kind() != EntryKind.PASSAGE)
            .filter(e -> Fold.name(e.name()).contains(Fold.name(completion.get("item").asText())))
            .toList();
    List<BigDecimal> rates = values(about, "completion_rate", Basis.NARRATIVE);
    asked++;
    if (rates.stream()
        .noneMatch(r -> r.compareTo(completion.get("completionRate").decimalValue()) == 0)) {
      missing.add(content.disclosure().file() + " " + completion);
    }
  }

  private static List<BigDecimal> values(List<Entry> entries, String metric, Basis basis) {
    return entries.stream()
        .flatMap(e -> e.readings().stream())
        .filter(r -> metric.equals(r.metric()) && r.basis() == basis && r.doubt() == null)
        .filter(r -> r.value() != null)
        .map(r -> r.value())
        .toList();
  }

  private void hold(List<BigDecimal> values, BigDecimal truth, String where) {
    asked++;
    if (values.stream().noneMatch(v -> v.compareTo(truth) == 0)) {
      missing.add(where + " " + truth + " not among " + values);
    }
    values.stream()
        .filter(v -> v.compareTo(truth) != 0)
        .forEach(v -> wrong.add(where + " read as " + v));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
    }
  }
}
