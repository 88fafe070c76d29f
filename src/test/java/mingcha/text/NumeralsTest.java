package mingcha.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {
  @ParameterizedTest
  @CsvSource({
    "十,10",
    "十五,15",
    "三十五,35",
    "一百零二,102",
    "一千二百,1200",
    "九千九百九十九,9999",
    "二〇二三,2023",
    "四点四五,4.45",
    "零点六,0.6",
    "两,2"
  })
  void chineseNumeralsAreExact(String text, BigDecimal value) {
    assertEquals(Optional.of(value), Numerals.chinese(text));
  }

  @Test
  void whatIsNoNumeralIsNone() {
    assertEquals(Optional.empty(), Numerals.chinese("三心"));
    assertEquals(Optional.empty(), Numerals.chinese("四点"));
    assertEquals(Optional.empty(), Numerals.chinese(""));
  }

  @Test
  void plainHasNoExponent() {
    assertEquals("1200", Numerals.plain(new BigDecimal("1.2E+3")).toString());
    assertEquals("1.5", Numerals.plain(new BigDecimal("1.500")).toString());
  }

  @Test
  void moneyIsHeldInYuanExactly() {
    assertEquals(new BigDecimal("3694050"), Units.toYuan(new BigDecimal("369.405"), "万元"));
    assertEquals(new BigDecimal("0.1"), Units.toYuan(new BigDecimal("0.1"), "元"));
    assertEquals(-1, Units.moneyZeros("人次"));
  }
}
