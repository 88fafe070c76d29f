package mingcha.index;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mingcha.query.Clause;
import mingcha.query.Clause.AnyOf;
import mingcha.query.Clause.Comparison;
import mingcha.query.Clause.Condition;
import mingcha.query.Clause.GradeIn;
import mingcha.query.Clause.Not;
import mingcha.query.MetricRef;

/**
 * What a question asks of one metric: a reading in one of these ranges. Clauses on the same metric
 * are put together before they are searched, so that a single reading has to meet them all: of 100%
 * in the table and 45% in the narrative neither is between 50% and 60%.
 */
public record MetricRanges(MetricRef metric, List<Range> ranges) {
  public MetricRanges {
    ranges = ranges.stream().filter(range -> !range.isEmpty()).toList();
  }

  /** The clause as ranges, where it speaks of the figures of one metric alone. */
  public static Optional<MetricRanges> of(Clause clause) {
    return switch (clause) {
      case Condition c -> Optional.of(new MetricRanges(c.metric(), Range.of(c)));
      case AnyOf any -> united(any.clauses());
      case GradeIn g -> Optional.empty();
      case Comparison c -> Optional.empty();
      case Not n -> Optional.empty();
    };
  }

  private static Optional<MetricRanges> united(List<Clause> clauses) {
    List<Range> all = new ArrayList<>();
    MetricRef metric = null;
    for (Clause clause : clauses) {
      Optional<MetricRanges> one = of(clause);
      if (one.isEmpty() || (metric != null && !metric.equals(one.get().metric))) {
        return Optional.empty();
      }
      metric = one.get().metric;
      all.addAll(one.get().ranges);
    }
    return metric == null ? Optional.empty() : Optional.of(new MetricRanges(metric, all));
  }

  /** What both ask for; nothing can meet it where no ranges are left. */
  public MetricRanges and(MetricRanges other) {
    List<Range> both = new ArrayList<>();
    for (Range range : ranges) {
      for (Range another : other.ranges) {
        both.add(range.intersection(another));
      }
    }
    return new MetricRanges(metric, both);
  }

  public boolean contains(BigDecimal value) {
    return ranges.stream().anyMatch(range -> range.contains(value));
  }
}
