package mingcha.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mingcha.query.Clause.AnyOf;
import mingcha.query.Clause.Comparison;
import mingcha.query.Clause.Condition;
import mingcha.query.Clause.GradeIn;
import mingcha.query.Clause.Not;
import mingcha.query.Filters.RegionFilter;
import org.jspecify.annotations.Nullable;

/**
 * What cannot be, said plainly: conditions on one metric are met by one reading, so that
 * 低于60%而高于80% is no number; what is asked for and left out at once is nothing.
 */
final class Contradictions {
  private final Draft draft;

  private Contradictions(Draft draft) {
    this.draft = draft;
  }

  /**
   * Adds those of the question to its problems.
   *
   * @param words that are asked for
   */
  static void say(Draft draft, List<String> words) {
    Contradictions all = new Contradictions(draft);
    all.figures();
    all.grades();
    all.comparisons();
    all.regions();
    all.years();
    draft.not.stream()
        .filter(words::contains)
        .forEach(word -> draft.problems.add("“" + word + "”：既要有又要没有"));
  }

  private void figures() {
    Map<MetricRef, Asked> asked = new LinkedHashMap<>();
    for (Clause clause : draft.where) {
      Asked now = Asked.of(clause);
      if (now == null) {
        continue;
      }
      Asked before = asked.get(now.metric);
      Asked both = before == null ? now : before.and(now);
      if (both.ranges.isEmpty()) {
        draft.problems.add(both.text + "：没有这样的数" + acrossYears());
      }
      asked.put(now.metric, both.ranges.isEmpty() ? now : both);
    }
  }

  /** 2022年低于60%而2023年高于80%: a figure is of one year. */
  private String acrossYears() {
    return draft.years.size() > 1 ? "；不同年度的数请分开问" : "";
  }

  private void grades() {
    Set<String> left = new TreeSet<>(GradeGrammar.LETTERS);
    List<String> said = new ArrayList<>();
    for (Clause clause : draft.where) {
      switch (clause) {
        case GradeIn in -> left.retainAll(in.grades());
        case Not not -> {
          if (not.clause() instanceof GradeIn out) {
            left.removeAll(out.grades());
          } else {
            continue;
          }
        }
        case Condition other -> {
          continue;
        }
        case Comparison other -> {
          continue;
        }
        case AnyOf other -> {
          continue;
        }
      }
      said.add(clause.text());
    }
    if (left.isEmpty()) {
      draft.problems.add(String.join("而", said) + "：没有这样的等级");
    }
  }

  private void comparisons() {
    List<Comparison> seen = new ArrayList<>();
    for (Clause clause : draft.where) {
      if (clause instanceof Comparison now) {
        for (Comparison before : seen) {
          boolean same = before.metric().equals(now.metric()) && before.other().equals(now.other());
          if (same && signs(before.op()).stream().noneMatch(signs(now.op())::contains)) {
            draft.problems.add(before.text() + "而" + now.text() + "：不能同时成立");
          }
        }
        seen.add(now);
      }
    }
  }

  /** How two numbers may lie to each other. */
  private static Set<Integer> signs(Op op) {
    return switch (op) {
      case LESS -> Set.of(-1);
      case AT_MOST -> Set.of(-1, 0);
      case MORE -> Set.of(1);
      case AT_LEAST -> Set.of(0, 1);
      case EQUAL -> Set.of(0);
      case BETWEEN, IN -> Set.of(-1, 0, 1);
    };
  }

  private void regions() {
    List<RegionFilter> asked = new ArrayList<>(draft.otherRegions);
    if (draft.region != null) {
      asked.addFirst(draft.region);
    }
    boolean none =
        !asked.isEmpty()
            && asked.stream()
                .allMatch(
                    region ->
                        draft.notRegions.stream()
                            .anyMatch(out -> region.code().startsWith(out.prefix())));
    if (none) {
      draft.problems.add(
          "%s而不含%s：没有剩下的地区".formatted(names(asked.stream()), names(draft.notRegions.stream())));
    }
  }

  private static String names(Stream<RegionFilter> regions) {
    return regions.map(RegionFilter::name).collect(Collectors.joining("、"));
  }

  private void years() {
    Set<Integer> left = new HashSet<>(draft.years);
    left.removeAll(draft.notYears);
    if (!draft.years.isEmpty() && left.isEmpty()) {
      draft.problems.add(
          "%s年而不含%s年：没有剩下的年度".formatted(numbers(draft.years), numbers(draft.notYears)));
    }
  }

  private static String numbers(Set<Integer> years) {
    return years.stream().map(String::valueOf).collect(Collectors.joining("、"));
  }

  /** What is asked of one metric: a number in one of these ranges. */
  private record Asked(MetricRef metric, List<Range> ranges, String text) {
    /** Null for what does not speak of the numbers of one metric. */
    static @Nullable Asked of(Clause clause) {
      return switch (clause) {
        case Condition c -> new Asked(c.metric(), Range.of(c), c.text());
        case AnyOf any -> united(any);
        case Not not ->
            not.clause() instanceof Condition c
                ? new Asked(c.metric(), Range.outside(Range.of(c)), not.text())
                : null;
        case GradeIn grades -> null;
        case Comparison comparison -> null;
      };
    }

    private static @Nullable Asked united(AnyOf any) {
      List<Range> ranges = new ArrayList<>();
      MetricRef metric = null;
      for (Clause clause : any.clauses()) {
        Asked one = of(clause);
        if (one == null || (metric != null && !metric.equals(one.metric))) {
          return null;
        }
        metric = one.metric;
        ranges.addAll(one.ranges);
      }
      return metric == null ? null : new Asked(metric, ranges, any.text());
    }

    Asked and(Asked other) {
      List<Range> both = new ArrayList<>();
      for (Range a : ranges) {
        for (Range b : other.ranges) {
          if (a.reaches(b) && b.reaches(a)) {
            both.add(a.and(b));
          }
        }
      }
      return new Asked(metric, both, text + "而" + other.text);
    }
  }

  /** Null bounds are open ended. */
  private record Range(
      @Nullable BigDecimal low, boolean lowIn, @Nullable BigDecimal high, boolean highIn) {
    static List<Range> of(Condition condition) {
      BigDecimal first = condition.baseValues().get(0);
      return switch (condition.op()) {
        case LESS -> List.of(new Range(null, false, first, false));
        case AT_MOST -> List.of(new Range(null, false, first, true));
        case MORE -> List.of(new Range(first, false, null, false));
        case AT_LEAST -> List.of(new Range(first, true, null, false));
        case EQUAL -> List.of(new Range(first, true, first, true));
        case BETWEEN -> List.of(new Range(first, true, condition.baseValues().get(1), true));
        case IN ->
            condition.baseValues().stream()
                .map(value -> new Range(value, true, value, true))
                .toList();
      };
    }

    /** What is left of all numbers beside these ranges. */
    static List<Range> outside(List<Range> ranges) {
      List<Range> left = List.of(new Range(null, false, null, false));
      for (Range range : ranges) {
        List<Range> next = new ArrayList<>();
        for (Range each : left) {
          for (Range side : range.sides()) {
            if (each.reaches(side) && side.reaches(each)) {
              next.add(each.and(side));
            }
          }
        }
        left = next;
      }
      return left;
    }

    private List<Range> sides() {
      List<Range> sides = new ArrayList<>();
      if (low != null) {
        sides.add(new Range(null, false, low, !lowIn));
      }
      if (high != null) {
        sides.add(new Range(high, !highIn, null, false));
      }
      return sides;
    }

    /** Whether this one's low end is not above the other's high end. */
    boolean reaches(Range other) {
      if (low == null || other.high == null) {
        return true;
      }
      int order = low.compareTo(other.high);
      return order < 0 || (order == 0 && lowIn && other.highIn);
    }

    Range and(Range other) {
      boolean ownLow = other.low == null || (low != null && above(low, lowIn, other.low));
      boolean ownHigh = other.high == null || (high != null && above(other.high, !highIn, high));
      return new Range(
          ownLow ? low : other.low,
          ownLow ? lowIn : other.lowIn,
          ownHigh ? high : other.high,
          ownHigh ? highIn : other.highIn);
    }

    /** Whether a low end leaves less than another; of equal ones that which is not in it. */
    private static boolean above(BigDecimal end, boolean in, BigDecimal other) {
      int order = end.compareTo(other);
      return order > 0 || (order == 0 && !in);
    }
  }
}
