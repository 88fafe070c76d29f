package mingcha.index;

import java.math.BigDecimal;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Reading;

/**
 * One publisher's figure of a metric.
 *
 * @param rank from 1; equal figures share a rank, and so many ranks are left out behind them
 * @param percentile the share of figures that are at most this one, 0 to 100
 */
public record Frame(
    Disclosure disclosure,
    String entryId,
    Reading reading,
    BigDecimal value,
    int rank,
    double percentile) {
  Frame at(int otherRank) {
    return new Frame(disclosure, entryId, reading, value, otherRank, percentile);
  }
}
