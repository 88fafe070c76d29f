package mingcha.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {
  private static List<String> figures(String text) {
    return Figures.scan(text).stream().map(Figure::toString).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "六成 | 六成 = 60 %",
        "近三成 | 三成 = 30 %",
        "三百万元 | 三百万元 = 3000000 元",
        "一千二百万元 | 一千二百万元 = 12000000 元",
        "两个亿 | 两个亿 = 200000000 元",
        "1.5亿元 | 1.5亿元 = 150000000 元",
        "0.6 | 0.6 = 0.6",
        "60% | 60% = 60 %",
        "６０％ | ６０％ = 60 %",
        "百分之四十五点二 | 百分之四十五点二 = 45.2 %",
        "1, 537.4万元 | 1, 537.4万元 = 15374000 元",
        "1,537.40元 | 1,537.40元 = 1537.4 元",
        "下降-3.5% | -3.5% = -3.5 %",
        "提高2.3个百分点 | 2.3个百分点 = 2.3 个百分点",
        "带动8.7倍 | 8.7倍 = 8.7 倍",
        "接待1.2万人次 | 1.2万人次 = 12000 人次",
        "车辆3辆 | 3辆 = 3 辆",
        "得98.5分 | 98.5分 = 98.5 分",
      })
  void aFigureIsReadWithItsUnit(String text, String figure) {
    assertEquals(List.of(figure), figures(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023年", "12月31日", "没有数字", "", "一"})
  void datesAndLoneNumeralsAreNoFigures(String text) {
    assertEquals(List.of(), figures(text));
  }

  @Test
  void aSentenceGivesItsFiguresFromLeftToRight() {
    assertEquals(
        List.of("1,598.71万元 = 15987100 元", "574.55 万元 = 5745500 元", "26.44% = 26.44 %"),
        figures("2021年度收、支总计均为1,598.71万元，各减少574.55 万元，下降26.44%"));
  }

  @Test
  void ofARangeTheSignIsADash() {
    assertEquals(List.of("20 = 20", "30万元 = 300000 元"), figures("20-30万元"));
  }

  @Test
  void twoTotalsJoinedByACommaAreTwo() {
    assertEquals(
        List.of("2384.38 = 2384.38", "2384.38万元 = 23843800 元"), figures("2384.38,2384.38万元"));
  }

  @Test
  void offsetsAreThoseOfTheText() {
    String text = "共６０．５％，和三百万元";
    for (Figure figure : Figures.scan(text)) {
      assertEquals(figure.raw(), text.substring(figure.start(), figure.end()));
    }
    assertEquals(2, Figures.scan(text).size());
  }

  @Test
  void wholeIsOnlyWhatIsNothingButAFigure() {
    assertEquals(Optional.of("90% = 90 %"), Figures.whole(" 90% ").map(Figure::toString));
    assertEquals(Optional.empty(), Figures.whole("≥90%"));
    assertEquals(Optional.empty(), Figures.whole("90%以上"));
    assertEquals(Optional.empty(), Figures.whole(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,537.4 | 1537.4",
        "1, 537.4 | 1537.4",
        "１２ | 12",
        "(3.5) | -3.5",
        "（3.5） | -3.5",
        "-3.5 | -3.5",
        ".5 | .5",
        "0.00 | 0.00",
      })
  void aCellIsANumber(String cell, BigDecimal value) {
    assertEquals(Optional.of(value), Figures.cell(cell));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "-", "—", "——", "*", "1,53", "968.191 8", "2384.38,2384.38", "12%", "三"})
  void aBlankADashAndWhateverIsNoNumberAreNone(String cell) {
    assertEquals(Optional.empty(), Figures.cell(cell));
  }
}
