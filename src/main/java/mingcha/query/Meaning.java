package mingcha.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.EntryKind;
import mingcha.query.Clause.Condition;
import org.jspecify.annotations.Nullable;

/** What can be said of a question only when all of it is read. */
final class Meaning {
  private Meaning() {}

  static void settle(Draft draft) {
    if (draft.discord
        || draft.kinds.contains(
            EntryKind.FINDING)) { // what does not agree is a finding, whatever it is said of
      draft.kinds.clear();
      draft.kinds.add(EntryKind.FINDING);
    }
    linesAndProjectsExecute(draft);
    contradictions(draft);
  }

  /**
   * {@code expenditure} is the whole disclosure's; what a line or project spends is {@code
   * executed}.
   */
  private static void linesAndProjectsExecute(Draft draft) {
    boolean part =
        draft.subject != null
            || draft.kinds.contains(EntryKind.LINE)
            || draft.kinds.contains(EntryKind.PROJECT);
    if (part) {
      draft.where.replaceAll(
          clause ->
              clause instanceof Condition c && c.metric().id().equals("expenditure")
                  ? new Condition(
                      new MetricRef("executed", c.metric().basis()),
                      c.op(),
                      c.values(),
                      c.unit(),
                      c.text())
                  : clause);
    }
  }

  /** Conditions on one metric are met by one reading; where no number can be it, that is said. */
  private static void contradictions(Draft draft) {
    List<Condition> seen = new ArrayList<>();
    for (Clause clause : draft.where) {
      if (clause instanceof Condition condition) {
        for (Condition other : seen) {
          if (other.metric().equals(condition.metric()) && !overlap(other, condition)) {
            draft.problems.add(other.text() + "而" + condition.text() + "：没有这样的数");
          }
        }
        seen.add(condition);
      }
    }
  }

  private static boolean overlap(Condition a, Condition b) {
    Range x = Range.of(a);
    Range y = Range.of(b);
    return x.reaches(y) && y.reaches(x);
  }

  /** Null bounds are open ended. */
  private record Range(
      @Nullable BigDecimal low, boolean lowIn, @Nullable BigDecimal high, boolean highIn) {
    static Range of(Condition condition) {
      BigDecimal first = condition.baseValues().get(0);
      return switch (condition.op()) {
        case LESS -> new Range(null, false, first, false);
        case AT_MOST -> new Range(null, false, first, true);
        case MORE -> new Range(first, false, null, false);
        case AT_LEAST -> new Range(first, true, null, false);
        case EQUAL -> new Range(first, true, first, true);
        case BETWEEN -> new Range(first, true, condition.baseValues().get(1), true);
        case IN -> new Range(null, false, null, false);
      };
    }

    /** Whether this one's low end is not above the other's high end. */
    boolean reaches(Range other) {
      if (low == null || other.high == null) {
        return true;
      }
      int order = low.compareTo(other.high);
      return order < 0 || (order == 0 && lowIn && other.highIn);
    }
  }
}
