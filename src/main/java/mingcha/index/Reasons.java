package mingcha.index;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import mingcha.disclosure.Metric;
import mingcha.disclosure.Metrics;
import mingcha.query.Clause.Condition;

/**
 * Why a question is offered in place of another, with {@code %d} for how many it finds: “no
 * execution rate below 60%; 2 by redemption rate (核销率)”.
 */
final class Reasons {
  private Reasons() {}

  static String insteadChinese(Condition asked, Metric other) {
    String range =
        switch (asked.op()) {
          case LESS -> "低于" + value(asked, 0);
          case AT_MOST -> "不超过" + value(asked, 0);
          case MORE -> "超过" + value(asked, 0);
          case AT_LEAST -> "不低于" + value(asked, 0);
          case EQUAL, IN -> "为" + values(asked, "或");
          case BETWEEN -> "在" + value(asked, 0) + "到" + value(asked, 1) + "之间";
        };
    String metric = Metrics.standard().get(asked.metric().id()).chinese().getFirst();
    return "没有" + range + "的" + metric + "；" + other.chinese().getFirst() + "有 %d 条";
  }

  static String insteadEnglish(Condition asked, Metric other) {
    String range =
        switch (asked.op()) {
          case LESS -> "below " + value(asked, 0);
          case AT_MOST -> "of at most " + value(asked, 0);
          case MORE -> "above " + value(asked, 0);
          case AT_LEAST -> "of at least " + value(asked, 0);
          case EQUAL, IN -> "of " + values(asked, " or ");
          case BETWEEN -> "between " + value(asked, 0) + " and " + value(asked, 1);
        };
    String metric = Metrics.standard().get(asked.metric().id()).english().getFirst();
    String name = other.english().getFirst() + " (" + other.chinese().getFirst() + ")";
    return "no " + metric + " " + range + "; %d by " + name;
  }

  /** A figure in its unit, an amount from ten thousand up in 万元; for a format. */
  static String shown(BigDecimal value, String unit) {
    boolean large = unit.equals("元") && value.abs().compareTo(BigDecimal.valueOf(10_000)) >= 0;
    BigDecimal number = large ? value.movePointLeft(4) : value;
    BigDecimal plain = number.stripTrailingZeros();
    return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString()
        + (large ? "万元" : unit.replace("%", "%%"));
  }

  private static String values(Condition c, String between) {
    return c.values().stream()
        .map(value -> value.toPlainString() + unit(c))
        .collect(Collectors.joining(between));
  }

  private static String value(Condition c, int i) {
    return c.values().get(i).toPlainString() + unit(c);
  }

  private static String unit(Condition c) {
    return c.unit().replace("%", "%%");
  }
}
