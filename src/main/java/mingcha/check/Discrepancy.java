package mingcha.check;

import java.util.List;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;

/**
 * Figures that disagree.
 *
 * @param about the entry that they are stated of
 * @param subject what they are of, in words
 * @param arithmetic in words, with both figures: 表格 100%，叙述 45.2%
 * @param readings the figures; one that had to be computed carries its formula
 */
record Discrepancy(
    Severity severity, Entry about, String subject, String arithmetic, List<Reading> readings) {
  Discrepancy {
    readings = List.copyOf(readings);
    if (readings.isEmpty()) {
      throw new IllegalArgumentException("a finding rests on figures: " + subject);
    }
  }
}
