package mingcha.query;

import java.math.BigDecimal;
import java.util.List;

/** A condition on the figures of an entry. */
public sealed interface Clause {
  /** The words of the question that it came from; empty where it was put together from parts. */
  String text();

  /**
   * A figure against numbers.
   *
   * @param values one, or two for {@link Op#BETWEEN}, one or more for {@link Op#IN}; in {@code
   *     unit}
   * @param unit as asked: 万元, {@code %}; empty where none was said
   */
  record Condition(MetricRef metric, Op op, List<BigDecimal> values, String unit, String text)
      implements Clause {
    public Condition {
      values = List.copyOf(values);
      boolean fits =
          switch (op) {
            case BETWEEN -> values.size() == 2 && values.get(0).compareTo(values.get(1)) <= 0;
            case IN -> !values.isEmpty();
            case LESS, AT_MOST, MORE, AT_LEAST, EQUAL -> values.size() == 1;
          };
      if (!fits) {
        throw new IllegalArgumentException(metric + " " + op + " " + values);
      }
    }

    /** The values in the unit that readings are held in: 元 for 千元, 万元 and 亿元. */
    public List<BigDecimal> baseValues() {
      int zeros =
          switch (unit) {
            case "千元" -> 3;
            case "万元" -> 4;
            case "百万元" -> 6;
            case "亿元" -> 8;
            default -> 0;
          };
      return values.stream().map(v -> v.scaleByPowerOfTen(zeros)).toList();
    }
  }

  /** A grade among these: 优, 良, 中, 差. On the wire {@code =} with one, {@code in} with several. */
  record GradeIn(List<String> grades, String text) implements Clause {
    public GradeIn {
      grades = List.copyOf(grades);
      if (grades.isEmpty()) {
        throw new IllegalArgumentException("a grade condition names a grade");
      }
    }
  }

  /** Two figures of one entry. */
  record Comparison(MetricRef metric, Op op, MetricRef other, String text) implements Clause {}

  /** At least one of these holds. */
  record AnyOf(List<Clause> clauses, String text) implements Clause {
    public AnyOf {
      clauses = List.copyOf(clauses);
    }
  }

  /** It does not hold. */
  record Not(Clause clause, String text) implements Clause {}
}
