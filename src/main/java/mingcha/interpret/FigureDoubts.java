package mingcha.interpret;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import mingcha.disclosure.Reading;
import mingcha.text.Figure;
import org.jspecify.annotations.Nullable;

/** What makes a figure of the running text doubtful by the way it is printed. */
final class FigureDoubts {
  private static final String BROKEN = "a space breaks the number";
  private static final String ODD_UNIT = "元 among 万元";
  private static final Pattern SPACE_WITHIN = Pattern.compile("\\d \\d");

  /** 人均接待费69.07元 is a sum of 元 indeed. */
  private static final Pattern PER_ONE = Pattern.compile(".*(?:人|次|车|辆|户|批|件)均.*|.*单价.*");

  private static final BigDecimal SMALL_YUAN = BigDecimal.valueOf(10_000);

  private FigureDoubts() {}

  /** 968.191 8万元: two numbers, or one that the page's type breaks. */
  static @Nullable String ofBroken(Figure figure) {
    boolean grouped = figure.raw().indexOf(',') >= 0;
    return !grouped && SPACE_WITHIN.matcher(figure.raw()).find() ? BROKEN : null;
  }

  /**
   * 年初预算1.58元，支出决算1.20万元 of one thing: the first means 万元, most likely. A subject's line is not
   * asked: its table says what is meant, and a rule reports the odd unit.
   */
  static List<Reading> ofUnits(List<Reading> readings) {
    boolean wan = readings.stream().anyMatch(r -> "万元".equals(r.printedUnit()));
    return wan ? readings.stream().map(r -> isOdd(r) ? r.doubted(ODD_UNIT) : r).toList() : readings;
  }

  private static boolean isOdd(Reading reading) {
    BigDecimal value = reading.value();
    return "元".equals(reading.printedUnit())
        && !PER_ONE.matcher(reading.label()).matches()
        && reading.doubt() == null
        && value != null
        && value.scale() > 0
        && value.abs().compareTo(SMALL_YUAN) < 0;
  }
}
