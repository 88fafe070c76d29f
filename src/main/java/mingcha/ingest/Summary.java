package mingcha.ingest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to.
 *
 * @param files found
 * @param read in this run, {@code duplicates} included
 * @param unchanged read by an earlier run
 * @param duplicates same bytes as another file
 * @param entries written to the index by this run
 * @param reasons of empty and failed files by their first word, in the order met
 * @param missing paths that do not exist
 * @param stopped why the run ended early, or null
 */
public record Summary(
    int files,
    int read,
    int unchanged,
    int duplicates,
    int empty,
    int failed,
    long entries,
    long millis,
    Map<String, Integer> reasons,
    List<String> missing,
    @Nullable String stopped) {
  public Summary {
    reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    missing = List.copyOf(missing);
  }

  /** Whether all paths were there and the run came to its end; files may have failed. */
  public boolean complete() {
    return missing.isEmpty() && stopped == null;
  }

  /** Files found but not come to. */
  public int notReached() {
    return files - read - unchanged - empty - failed;
  }
}
