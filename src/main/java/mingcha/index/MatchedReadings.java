package mingcha.index;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;
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
  private final Entry entry;

  private MatchedReadings(Entry entry) {
    this.entry = entry;
  }

  /**
   * Indexes into the entry's readings; where a question has an order and no conditions, those of
   * the figure that gave the entry its place.
   */
  public static List<Integer> of(Entry entry, Question question) {
    MatchedReadings readings = new MatchedReadings(entry);
    Sort sort = question.sort();
    if (question.where().isEmpty() && sort != null) {
      return readings.placing(sort);
    }
    return readings.meeting(question.where());
  }

  /** A reading is matched if a clause speaks of its metric and every clause that does is met. */
  private List<Integer> meeting(List<Clause> clauses) {
    List<Integer> matched = new ArrayList<>();
    for (int i = 0; i < entry.readings().size(); i++) {
      Reading reading = entry.readings().get(i);
      List<Clause> asked = clauses.stream().filter(c -> speaksOf(c, reading)).toList();
      if (!asked.isEmpty() && asked.stream().allMatch(c -> meets(c, reading))) {
        matched.add(i);
      }
    }
    return matched;
  }

  private List<Integer> placing(Sort sort) {
    List<BigDecimal> values =
        entry.readings().stream()
            .filter(reading -> isOf(sort.metric(), reading))
            .map(Reading::value)
            .filter(Objects::nonNull)
            .sorted(sort.ascending() ? Comparator.naturalOrder() : Comparator.reverseOrder())
            .toList();
    List<Integer> matched = new ArrayList<>();
    for (int i = 0; i < entry.readings().size() && !values.isEmpty(); i++) {
      Reading reading = entry.readings().get(i);
      BigDecimal value = reading.value();
      if (value != null
          && isOf(sort.metric(), reading)
          && value.compareTo(values.getFirst()) == 0) {
        matched.add(i);
      }
    }
    return matched;
  }

  private boolean speaksOf(Clause clause, Reading reading) {
    return switch (clause) {
      case Condition c -> isOf(c.metric(), reading);
      case GradeIn g ->
          "grade".equals(reading.metric()) && CountedReadings.counts(reading, entry.disclosure());
      case Comparison c -> isOf(c.metric(), reading) || isOf(c.other(), reading);
      case AnyOf any ->
          any.clauses().stream().anyMatch(c -> speaksOf(c, reading) && meets(c, reading));
      case Not not -> false;
    };
  }

  private static boolean meets(Clause clause, Reading reading) {
    BigDecimal value = reading.value();
    return switch (clause) {
      case Condition c ->
          value != null && Range.of(c).stream().anyMatch(range -> range.contains(value));
      case GradeIn g -> g.grades().contains(reading.raw());
      case Comparison c -> true;
      case AnyOf any -> any.clauses().stream().anyMatch(c -> meets(c, reading));
      case Not not -> true;
    };
  }

  /** Whether this reading stands in the field that the metric is searched in. */
  private boolean isOf(MetricRef metric, Reading reading) {
    Stage stage = metric.stage();
    if (stage != null) {
      return metric.id().equals(reading.metric()) && CountedReadings.counts(reading, stage);
    }
    if (!metric.id().equals(reading.metric())
        || !CountedReadings.counts(reading, entry.disclosure())) {
      return false;
    }
    Basis basis = metric.basis();
    return basis == null
        ? reading.basis() != Basis.COMPUTED || !isStated(metric.id())
        : basis == reading.basis();
  }

  private boolean isStated(String metric) {
    return entry.readings().stream()
        .anyMatch(
            r ->
                metric.equals(r.metric())
                    && r.basis() != Basis.COMPUTED
                    && CountedReadings.counts(r, entry.disclosure()));
  }
}
