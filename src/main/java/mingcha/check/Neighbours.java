package mingcha.check;

import java.util.Objects;
import java.util.Set;
import mingcha.disclosure.Content;
import mingcha.disclosure.Disclosure;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside a disclosure in time.
 *
 * @param before the publisher's disclosure of the same type and caliber of the nearest year before,
 *     or null where none is known
 * @param years in which the publisher is known to have disclosed, of whatever caliber
 */
public record Neighbours(@Nullable Content before, Set<Integer> years) {
  public Neighbours {
    years = Set.copyOf(years);
  }

  /** A disclosure that stands alone. */
  public static final Neighbours NONE = new Neighbours(null, Set.of());

  /**
   * Whether two disclosures follow each other: one publisher, type and caliber. All three, and the
   * years, must be known.
   */
  public static boolean areOfOneSeries(Disclosure a, Disclosure b) {
    return a.publisher() != null
        && a.type() != null
        && a.year() != null
        && b.year() != null
        && a.publisher().equals(b.publisher())
        && a.type().equals(b.type())
        && Objects.equals(a.caliber(), b.caliber())
        && Objects.equals(a.regionCode(), b.regionCode())
        && !a.year().equals(b.year());
  }
}
