package mingcha.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import mingcha.sample.Truth.Completion;
import mingcha.sample.Truth.Figure;
import mingcha.sample.Truth.Line;
import mingcha.sample.Truth.LineCell;
import mingcha.sample.Truth.ProjectTruth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SampleWriterTest {
  private static final int DISCLOSURES = 24;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @TempDir private static Path written = Path.of("");

  @BeforeAll
  static void write() throws IOException {
    SampleWriter.write(written, DISCLOSURES, 1);
  }

  @Test
  void theSameSeedWritesTheSameBytes(@TempDir Path again, @TempDir Path other) throws IOException {
    SampleWriter.write(again, DISCLOSURES, 1);
    SampleWriter.write(other, DISCLOSURES, 2);
    assertEquals(files(written), files(again));
    assertNotEquals(files(written), files(other));
  }

  @Test
  void moreDisclosuresLeaveTheFirstAsTheyAre(@TempDir Path more) throws IOException {
    SampleWriter.write(more, DISCLOSURES + 7, 1);
    Map<String, String> shared = files(more);
    shared.keySet().retainAll(files(written).keySet());
    assertEquals(files(written), shared);
  }

  @Test
  void eachPublisherHasThreeYears() throws IOException {
    Map<String, List<Integer>> years = new TreeMap<>();
    for (Truth truth : truths().values()) {
      years
          .computeIfAbsent(truth.disclosure().publisher(), p -> new ArrayList<>())
          .add(truth.disclosure().year());
    }
    assertEquals(DISCLOSURES / 3, years.size());
    years.values().forEach(each -> assertEquals(List.of(2022, 2023, 2024), each));
  }

  @Test
  void everyTotalIsTheSumOfItsParts() throws IOException {
    for (Map.Entry<String, Truth> truth : truths().entrySet()) {
      for (String form :
          List.of(
              "income",
              "expenditure",
              "general_expenditure",
              "government_fund",
              "basic_expenditure")) {
        addsUp(truth.getKey() + " " + form, truth.getValue(), form);
      }
    }
  }

  /** What stands beside a code is the sum of what stands beside the codes that it begins. */
  private static void addsUp(String where, Truth truth, String form) {
    Map<String, Map<String, BigDecimal>> rows = new TreeMap<>();
    for (Line line : truth.lines()) {
      if (line.form().equals(form)) {
        rows.put(line.code() == null ? "" : line.code(), values(line));
      }
    }
    if (form.equals("basic_expenditure")) {
      rows.remove("");
    }
    for (Map.Entry<String, Map<String, BigDecimal>> row : rows.entrySet()) {
      String code = row.getKey();
      Map<String, BigDecimal> sum = new TreeMap<>();
      rows.forEach(
          (below, values) -> {
            boolean next =
                code.isEmpty() ? below.length() == 3 : below.length() == code.length() + 2;
            if (next && below.startsWith(code)) {
              values.forEach((label, value) -> sum.merge(label, value, BigDecimal::add));
            }
          });
      if (!sum.isEmpty()) {
        assertEquals(row.getValue(), sum, where + " " + code);
      }
    }
  }

  private static Map<String, BigDecimal> values(Line line) {
    Map<String, BigDecimal> values = new TreeMap<>();
    for (LineCell cell : line.cells()) {
      if (cell.value().signum() != 0) {
        values.put(cell.label(), cell.value());
      }
    }
    return values;
  }

  @Test
  void tablesMirrorEachOther() throws IOException {
    for (Map.Entry<String, Truth> each : truths().entrySet()) {
      Truth truth = each.getValue();
      BigDecimal expenditure = figure(truth, "expenditure", null, "合计", "本年支出合计");
      assertEquals(
          expenditure,
          figure(truth, "income_expenditure_total", null, "本年支出合计", "金额"),
          each.getKey());
      assertEquals(
          figure(truth, "income", null, "合计", "本年收入合计"),
          figure(truth, "income_expenditure_total", null, "本年收入合计", "金额"),
          each.getKey());
      assertEquals(
          figure(truth, "general_expenditure", null, "合计", "小计"),
          figure(truth, "appropriation_total", null, "本年支出合计", "一般公共预算财政拨款"),
          each.getKey());
      assertEquals(
          figure(truth, "general_expenditure", null, "合计", "基本支出"),
          figure(truth, "basic_expenditure", null, "人员经费合计", "决算数")
              .add(figure(truth, "basic_expenditure", null, "公用经费合计", "决算数")),
          each.getKey());
      assertEquals(
          figure(truth, "three_public", null, "公务接待费", "决算数"),
          figure(truth, "basic_expenditure", "30217", "公务接待费", "决算数"),
          each.getKey());
    }
  }

  /** Zero where nothing is printed. */
  private static BigDecimal figure(
      Truth truth, String form, @Nullable String code, String name, String label) {
    for (Line line : truth.lines()) {
      boolean here =
          line.form().equals(form) && Objects.equals(line.code(), code) && line.name().equals(name);
      for (LineCell cell : here ? line.cells() : List.<LineCell>of()) {
        if (cell.label().equals(label)) {
          return cell.value();
        }
      }
    }
    return BigDecimal.ZERO;
  }

  @Test
  void everyFigureOfTheTruthStandsInTheText() throws IOException {
    for (Map.Entry<String, Truth> each : truths().entrySet()) {
      String text =
          Files.readString(written.resolve(each.getKey() + ".txt"), StandardCharsets.UTF_8)
              .replace("\n", "");
      Truth truth = each.getValue();
      List<String> raws = new ArrayList<>();
      truth.lines().forEach(line -> line.cells().forEach(cell -> raws.add(cell.raw())));
      truth.statements().forEach(said -> said.figures().forEach(f -> raws.add(f.raw())));
      truth.completions().forEach(said -> said.figures().forEach(f -> raws.add(f.raw())));
      truth.projects().forEach(project -> project.figures().forEach(f -> raws.add(f.raw())));
      for (String raw : raws) {
        assertTrue(text.contains(raw), each.getKey() + " lacks " + raw);
      }
      for (ProjectTruth project : truth.projects()) {
        assertTrue(text.contains(project.name()), each.getKey() + " lacks " + project.name());
      }
    }
  }

  @Test
  void everyDisclosureSaysThatItIsASample() throws IOException {
    for (String name : truths().keySet()) {
      String text = Files.readString(written.resolve(name + ".txt"), StandardCharsets.UTF_8);
      assertTrue(text.startsWith(FinalAccount.NOTICE + "\n"), name);
    }
  }

  @Test
  void aThirdOfTheDisclosuresHasAVoucherProjectThatSpentLessThanSixtyPerCent() throws IOException {
    int with = 0;
    for (Truth truth : truths().values()) {
      with += truth.projects().stream().anyMatch(p -> p.voucher() && isLow(p)) ? 1 : 0;
    }
    assertTrue(with >= DISCLOSURES / 4 && with <= DISCLOSURES / 2, with + " of " + DISCLOSURES);
  }

  private static boolean isLow(ProjectTruth project) {
    BigDecimal sixty = BigDecimal.valueOf(60);
    BigDecimal told = project.rateInNarrative();
    return project.rateInTable().compareTo(sixty) < 0
        || (told != null && told.compareTo(sixty) < 0);
  }

  @Test
  void someTablesSayOneHundredWhereTheNarrativeSaysLess() throws IOException {
    long conflicts =
        truths().values().stream()
            .flatMap(truth -> truth.projects().stream())
            .filter(
                p ->
                    p.rateInTable().intValue() == 100
                        && p.rateInNarrative() != null
                        && p.rateInNarrative().intValue() < 100)
            .count();
    assertTrue(conflicts >= DISCLOSURES / 3, conflicts + " projects");
  }

  @Test
  void scoresAreTheSumOfTheirParts() throws IOException {
    for (Truth truth : truths().values()) {
      for (ProjectTruth project : truth.projects()) {
        BigDecimal sum = project.rateInTable().movePointLeft(1).setScale(2, RoundingMode.HALF_UP);
        for (Truth.IndicatorTruth indicator : project.indicators()) {
          sum = sum.add(indicator.score());
        }
        assertEquals(0, sum.compareTo(project.score()), project.name());
      }
    }
  }

  @Test
  void whatIsSaidOfLastYearIsWhatLastYearSaid() throws IOException {
    Map<String, Truth> truths = truths();
    int compared = 0;
    for (Truth truth : truths.values()) {
      for (Truth before : truths.values()) {
        if (before.disclosure().publisher().equals(truth.disclosure().publisher())
            && before.disclosure().year() == truth.disclosure().year() - 1) {
          BigDecimal change = said(truth, "revenue_total_change_amount");
          BigDecimal now = said(truth, "revenue_total");
          assertEquals(0, now.subtract(change).compareTo(said(before, "revenue_total")));
          compared++;
        }
      }
    }
    assertEquals(DISCLOSURES / 3 * 2, compared);
  }

  private static BigDecimal said(Truth truth, String metric) {
    return truth.statements().stream()
        .flatMap(statement -> statement.figures().stream())
        .filter(figure -> figure.metric().equals(metric))
        .map(Figure::value)
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  @Test
  void completionsAreOfTheLinesTheyName() throws IOException {
    for (Truth truth : truths().values()) {
      for (Completion completion : truth.completions()) {
        BigDecimal executed =
            figure(
                truth,
                "general_expenditure",
                completion.code().isEmpty() ? null : completion.code(),
                completion.code().isEmpty() ? "合计" : lastName(truth, completion.code()),
                "小计");
        assertEquals(executed, completion.executed(), completion.name());
      }
    }
  }

  private static String lastName(Truth truth, String code) {
    return truth.lines().stream()
        .filter(line -> code.equals(line.code()))
        .map(Line::name)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void noPlaceExists() {
    TreeSet<String> real = new TreeSet<>();
    for (String[] row : World.rows("/mingcha/text/divisions.tsv")) {
      real.add(row[1]);
      real.add(row[1].replaceFirst("(省|市|区|县)$", ""));
    }
    assertTrue(real.contains("晋城市"));
    for (String[] place : SampleWriter.divisions()) {
      assertTrue(place[0].startsWith("99"), place[0]);
      assertFalse(real.contains(place[1]), place[1]);
      assertFalse(real.contains(place[1].replaceFirst("(省|市|区|县)$", "")), place[1]);
    }
  }

  @Test
  void noDisclosureAtAllIsRefused(@TempDir Path empty) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> SampleWriter.write(empty, 0, 1));
    assertEquals("1 to 10900 disclosures, not 0", e.getMessage());
  }

  @Test
  void noTwoDisclosuresAreOfTheSamePublisherAndYear(@TempDir Path many) throws IOException {
    SampleWriter.write(many, 120, 7);
    try (Stream<Path> files = Files.list(many)) {
      assertEquals(240, files.count());
    }
  }

  private static Map<String, Truth> truths() throws IOException {
    Map<String, Truth> truths = new TreeMap<>();
    for (Map.Entry<String, String> file : files(written).entrySet()) {
      String name = file.getKey();
      if (name.endsWith(".truth.json")) {
        truths.put(
            name.substring(0, name.length() - ".truth.json".length()),
            JSON.readValue(file.getValue(), Truth.class));
      }
    }
    return truths;
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.sorted().toList()) {
        files.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
