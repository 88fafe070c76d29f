package mingcha.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SchemaTest {
  @Test
  void figuresAreHeldToFourDecimals() {
    assertEquals(
        List.of(452_000L, -264_400L, 0L, 1L, 3_693_999L),
        List.of(
            scaled("45.2"), scaled("-26.44"), scaled("0"), scaled("0.0001"), scaled("369.39994")));
    assertEquals(1, Schema.scaled(new BigDecimal("0.000000001"), RoundingMode.CEILING));
    assertEquals(-1, Schema.scaled(new BigDecimal("-1E-30"), RoundingMode.FLOOR));
  }

  @Test
  void whatNoLongCanHoldIsTheMost() {
    assertEquals(
        List.of(Schema.MOST, Schema.MOST, -Schema.MOST, 8_999_999_999_999_990_000L),
        List.of(
            scaled("1E+400"),
            scaled("999999999999999"),
            scaled("-1E+30"),
            scaled("899999999999999")));
  }

  @Test
  void noExponentTakesLong() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(1),
        () ->
            assertEquals(
                List.of(Schema.MOST, 0L), List.of(scaled("1E+999999999"), scaled("1E-999999999"))));
  }

  @Test
  void aNameIsFoundByItsFirstLetters() {
    assertEquals(List.of("行", "行政", "行政运", "行政运行"), Schema.beginnings("行政运行经费"));
    assertEquals(List.of("㐂", "㐂𠮷"), Schema.beginnings("㐂𠮷"));
    assertEquals(List.of(), Schema.beginnings(""));
    assertEquals(
        List.of(true, true, false),
        Stream.of("行", "𠮷政运行", "行政运行经").map(Schema::isBeginning).toList());
    assertEquals(
        List.of(false, true, true, false),
        Stream.of("", "行", "𠮷", "行政").map(Schema::isLetter).toList());
  }

  private static long scaled(String value) {
    return Schema.scaled(new BigDecimal(value));
  }
}
