package mingcha.alert;

import java.util.List;
import java.util.Locale;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;

/**
 * What is told of one entry.
 *
 * @param entry as it is now; of a withdrawn one as it was
 * @param matched indexes into its readings, those that met the question
 * @param before the readings that it had in the version before; none where it is new
 * @param answers whether it answers the question now
 */
public record News(
    Kind news, Entry entry, List<Integer> matched, List<Reading> before, boolean answers) {
  public News {
    matched = List.copyOf(matched);
    before = List.copyOf(before);
  }

  /** What has happened to it. */
  public enum Kind {
    /** It answers the question and did not before. */
    NEW,
    /** It did answer, and its readings have changed. */
    CHANGED,
    /** It did answer, and is no longer published. */
    WITHDRAWN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
