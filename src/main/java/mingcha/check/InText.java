package mingcha.check;

import java.math.BigDecimal;
import java.util.List;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import mingcha.text.Units;
import org.jspecify.annotations.Nullable;

/** Figures as a sentence gives them, for the rules that go by its words alone. */
final class InText {
  /** 1,187.40 */
  static final String NUMBER = "(\\d[\\d,]*(?:\\.\\d+)?)";

  /** Possessive: behind part of a number there is no unit, and to try each part is dear. */
  static final String MONEY = "(\\d[\\d,]*+(?:\\.\\d++)?+)(亿元|万元|元)";

  private InText() {}

  /** 946.05 and 万元; the value is in 元. Any other unit keeps its number. */
  static Reading figure(
      String label, @Nullable String number, @Nullable String unit, Source source) {
    String raw = String.valueOf(number);
    String printed = String.valueOf(unit);
    BigDecimal value = new BigDecimal(raw.replace(",", ""));
    int zeros = Units.moneyZeros(printed);
    return new Reading(
        null,
        null,
        label,
        List.of(label),
        zeros < 0 ? value : value.movePointRight(zeros),
        zeros < 0 ? printed : "元",
        raw + printed,
        printed,
        Basis.NARRATIVE,
        null,
        null,
        source);
  }
}
