package mingcha.check;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often a rule held, did not, and could not be checked.
 *
 * @param unchecked how often for each reason
 */
public record RuleCounts(Definition rule, int held, int violated, Map<String, Integer> unchecked) {
  public RuleCounts {
    unchecked = Collections.unmodifiableMap(new TreeMap<>(unchecked));
  }
}
