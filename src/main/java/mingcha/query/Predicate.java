package mingcha.query;

import java.util.List;

/**
 * What is asked of a figure, before it is known of which.
 *
 * @param amounts one, two for {@link Op#BETWEEN}
 */
record Predicate(Op op, List<Amount> amounts, boolean negated) {
  Predicate {
    amounts = List.copyOf(amounts);
  }

  Predicate(Op op, Amount amount) {
    this(op, List.of(amount), false);
  }

  Amount amount() {
    return amounts.get(0);
  }

  /** The first unit that is said. */
  String unit() {
    return amounts.stream().map(Amount::unit).filter(u -> !u.isEmpty()).findFirst().orElse("");
  }

  static Op complement(Op op) {
    return switch (op) {
      case LESS -> Op.AT_LEAST;
      case AT_MOST -> Op.MORE;
      case MORE -> Op.AT_MOST;
      case AT_LEAST -> Op.LESS;
      case EQUAL, BETWEEN, IN -> op;
    };
  }

  /** The same relation seen from the other side: a fall of more than 50 is a change below −50. */
  static Op mirrored(Op op) {
    return switch (op) {
      case LESS -> Op.MORE;
      case AT_MOST -> Op.AT_LEAST;
      case MORE -> Op.LESS;
      case AT_LEAST -> Op.AT_MOST;
      case EQUAL, BETWEEN, IN -> op;
    };
  }
}
