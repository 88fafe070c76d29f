package mingcha.index;

import java.math.BigDecimal;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Reading;

/**
 * One publisher's figure of a metric.
 *
 * @param rank from 1, the greatest first; equal figures share a rank
 * @param percentile the share of figures that are at most this one, 0 to 100
 */
public record Frame(
    Disclosure disclosure,
    String entryId,
    Reading reading,
    BigDecimal value,
    int rank,
    double percentile) {}
