package mingcha.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ledger in numbers.
 *
 * @param reasons of empty and failed files, by the first word of the reason, the most frequent
 *     first
 */
public record LedgerCounts(
    int read, int empty, int failed, long entries, Map<String, Integer> reasons) {
  public LedgerCounts {
    reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
  }
}
