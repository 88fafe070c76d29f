package mingcha.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleWriterTest {
  private static final int DISCLOSURES = 24;

  @TempDir private Path folder;

  @Test
  void theSameSeedWritesTheSameBytesAndAnotherDoesNot() throws IOException {
    SampleWriter.write(folder.resolve("a"), 6, 7);
    SampleWriter.write(folder.resolve("b"), 6, 7);
    SampleWriter.write(folder.resolve("c"), 6, 8);

    assertEquals(texts(folder.resolve("a")), texts(folder.resolve("b")));
    assertTrue(!texts(folder.resolve("a")).equals(texts(folder.resolve("c"))));
  }

  @Test
  void aPublisherHasThreeSuccessiveYears() throws IOException {
    SampleWriter.write(folder, 6, 1);

    Map<String, List<Integer>> years = new TreeMap<>();
    for (JsonNode truth : truths()) {
      JsonNode identity = truth.get("identity");
      years
          .computeIfAbsent(identity.get("publisher").asText(), p -> new ArrayList<>())
          .add(identity.get("year").asInt());
    }
    assertEquals(
        List.of(List.of(2022, 2023, 2024), List.of(2022, 2023, 2024)), List.copyOf(years.values()));
  }

  @Test
  void everyFigureOfTheTruthIsPrintedAndEveryTotalIsTheSumOfItsItems() throws IOException {
    SampleWriter.write(folder, DISCLOSURES, 1);

    for (Path file : files(".truth.json")) {
      String text = Files.readString(Path.of(file.toString().replace(".truth.json", ".txt")));
      Map<String, BigDecimal> totals = new TreeMap<>();
      Map<String, BigDecimal> sums = new TreeMap<>();
      for (JsonNode cell : read(file).get("cells")) {
        assertTrue(text.contains(cell.get("raw").asText()), cell + " is not in " + file);
        String column = cell.get("form").asText() + " " + cell.get("column").asText();
        if (cell.get("code").isNull()) {
          totals.put(column, cell.get("value").decimalValue());
        } else if (cell.get("code").asText().length() == 7) {
          sums.merge(column, cell.get("value").decimalValue(), BigDecimal::add);
        }
      }
      assertEquals(totals, sums, file.toString());
    }
  }

  @Test
  void someVoucherProjectsAreBelowSixtyPercentAndSomeProjectsSayTwoThings() throws IOException {
    SampleWriter.write(folder, DISCLOSURES, 1);

    int vouchers = 0;
    int conflicts = 0;
    for (JsonNode truth : truths()) {
      for (JsonNode project : truth.get("projects")) {
        BigDecimal rate = project.get("rateInTable").decimalValue();
        if (project.get("name").asText().contains("消费券")
            && rate.compareTo(BigDecimal.valueOf(60)) < 0) {
          vouchers++;
        }
        JsonNode told = project.get("rateInNarrative");
        if (!told.isNull() && told.decimalValue().compareTo(rate) != 0) {
          conflicts++;
        }
      }
    }
    assertTrue(vouchers >= 5, vouchers + " voucher projects below 60%");
    assertTrue(conflicts >= 5, conflicts + " projects whose table and narrative disagree");
  }

  @Test
  void noDisclosureAtAllIsRefused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> SampleWriter.write(folder, 0, 1));
    assertEquals("at least 1 disclosure, not 0", e.getMessage());
  }

  private List<JsonNode> truths() throws IOException {
    List<JsonNode> truths = new ArrayList<>();
    for (Path file : files(".truth.json")) {
      truths.add(read(file));
    }
    return truths;
  }

  private static JsonNode read(Path file) throws IOException {
    return new ObjectMapper()
        .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .readTree(file.toFile());
  }

  private List<Path> files(String suffix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
    }
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
