package mingcha.index;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import mingcha.query.Clause;
import mingcha.query.Clause.AnyOf;
import mingcha.query.Clause.Comparison;
import mingcha.query.Clause.Condition;
import mingcha.query.Clause.GradeIn;
import mingcha.query.Clause.Not;
import mingcha.query.MetricRef;
import mingcha.query.Question;
import mingcha.query.Sort;

/** Which readings of an entry met the question. */
public final class MatchedReadings {
  private MatchedReadings() {}

  /** Indexes into the entry's readings; of a sorted question without conditions, the readings it is sorted by. */
  public static List<Integer> of(Entry entry, Question question) {
    List<Integer> matched = new ArrayList<>();
    for (int i = 0; i < entry.readings().size(); i++) {
      Reading reading = entry.readings().get(i);
      if (reading.doubt() == null && meetsAll(reading, entry, question)) {
        matched.add(i);
      }
    }
    return matched;
  }

  /** A reading is matched if a clause speaks of its metric and every clause that does is met by it. */
  private static boolean meetsAll(Reading reading, Entry entry, Question question) {
    boolean asked = false;
    for (Clause clause : question.where()) {
      if (speaksOf(clause, reading, entry)) {
        if (!meets(clause, reading)) {
          return false;
        }
        asked = true;
      }
    }
    Sort sort = question.sort();
    return asked || (question.where().isEmpty() && sort != null && isOf(sort.metric(), reading, entry));
  }

  private static boolean speaksOf(Clause clause, Reading reading, Entry entry) {
    return switch (clause) {
      case Condition c -> isOf(c.metric(), reading, entry);
      case GradeIn g -> "grade".equals(reading.metric());
      case Comparison c -> isOf(c.metric(), reading, entry) || isOf(c.other(), reading, entry);
      case AnyOf any ->
          any.clauses().stream().anyMatch(c -> speaksOf(c, reading, entry) && meets(c, reading));
      case Not not -> false;
    };
  }

  private static boolean meets(Clause clause, Reading reading) {
    BigDecimal value = reading.value();
    return switch (clause) {
      case Condition c ->
          value != null
              && switch (c.op()) {
                case IN -> c.baseValues().stream().anyMatch(v -> v.compareTo(value) == 0);
                case LESS, AT_MOST, MORE, AT_LEAST, EQUAL, BETWEEN -> Range.of(c).contains(value);
              };
      case GradeIn g -> g.grades().contains(reading.raw());
      case Comparison c -> true;
      case AnyOf any -> any.clauses().stream().anyMatch(c -> meets(c, reading));
      case Not not -> true;
    };
  }

  /** Whether a value of this reading stands in the field that the metric is searched in. */
  private static boolean isOf(MetricRef metric, Reading reading, Entry entry) {
    if (!metric.id().equals(reading.metric())) {
      return false;
    }
    Basis basis = metric.basis();
    if (basis != null) {
      return basis == reading.basis();
    }
    return reading.basis() != Basis.COMPUTED
        || entry.readings().stream()
            .noneMatch(r -> metric.id().equals(r.metric()) && r.basis() != Basis.COMPUTED && r.doubt() == null);
  }
}
