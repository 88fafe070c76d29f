package mingcha.alert;

import java.util.List;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;

/**
 * A new version of a disclosure.
 *
 * @param seq of the version
 * @param disclosure as it is now, or, where it was taken out, as it was
 * @param before the entries of the version it replaces; none for a new disclosure
 * @param after its own; none where it was taken out
 */
public record Arrival(long seq, Disclosure disclosure, List<Entry> before, List<Entry> after) {
  public Arrival {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** A withdrawal has the seq of a version that was told before, and is not of that batch. */
  String what() {
    return after.isEmpty() ? " withdrawn" : "";
  }
}
