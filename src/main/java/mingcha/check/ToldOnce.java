package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Reading;

/**
 * 写为54.2%，而45.2÷100=45.2%: what several rules of one family see in the same figures is told once,
 * by the first of them. Rules of other families may see another disagreement in them.
 */
final class ToldOnce {
  /**
   * By family the values that were told: one rule may know a figure by its line, another by the
   * paragraph that the line is of, or by the other file in which it stands too.
   */
  private final Map<String, List<Set<BigDecimal>>> told = new HashMap<>();

  /** Takes out of what a rule found what another has told; the next rule's turn comes after it. */
  void settle(Outcomes outcomes) {
    String id = outcomes.rule().id();
    List<Set<BigDecimal>> family =
        told.computeIfAbsent(id.substring(0, id.indexOf('/')), f -> new ArrayList<>());
    List<Set<BigDecimal>> own = new ArrayList<>();
    for (Discrepancy discrepancy : List.copyOf(outcomes.discrepancies())) {
      Set<BigDecimal> figures = figures(discrepancy);
      if (family.stream().anyMatch(other -> isOne(figures, other))) {
        outcomes.withdraw(discrepancy, Checks.TOLD);
      } else {
        own.add(figures);
      }
    }
    family.addAll(own);
  }

  /** A single figure may be amiss in several ways; and one more figure says more. */
  private static boolean isOne(Set<BigDecimal> figures, Set<BigDecimal> other) {
    return figures.size() > 1 && other.containsAll(figures);
  }

  private static Set<BigDecimal> figures(Discrepancy discrepancy) {
    Set<BigDecimal> figures = new HashSet<>();
    for (Reading reading : discrepancy.readings()) {
      if (reading.basis() != Basis.COMPUTED && reading.value() != null) {
        figures.add(reading.value().stripTrailingZeros());
      }
    }
    return figures;
  }
}
