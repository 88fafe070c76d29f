package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects what one rule found in one content. */
final class Outcomes {
  private final Definition rule;
  private final List<Discrepancy> discrepancies = new ArrayList<>();
  private final Map<String, Integer> unchecked = new TreeMap<>();
  private int held;

  Outcomes(Definition rule) {
    this.rule = rule;
  }

  Definition rule() {
    return rule;
  }

  /** One case was looked at and is in order. */
  void holds() {
    held++;
  }

  /** One case could not be looked at. */
  void cannot(String why) {
    unchecked.merge(why, 1, Integer::sum);
  }

  void violated(Discrepancy discrepancy) {
    discrepancies.add(discrepancy);
  }

  /** Takes back what was found, for it needs not be told. */
  void withdraw(Discrepancy discrepancy, String why) {
    if (discrepancies.remove(discrepancy)) {
      cannot(why);
    }
  }

  List<Discrepancy> discrepancies() {
    return discrepancies;
  }

  RuleCounts counts() {
    return new RuleCounts(rule, held, discrepancies.size(), unchecked);
  }
}
