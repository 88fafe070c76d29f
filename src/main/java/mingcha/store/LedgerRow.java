package mingcha.store;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file.
 *
 * @param file relative to the ingested root
 * @param outcome {@code read}, {@code empty} or {@code failed}
 * @param reason of an empty or failed file why, beginning with a word to filter by: {@code
 *     NOT_TEXT: it is application/pdf}; of a read one what is odd about it, or null
 * @param entries how many entries the index holds of it
 * @param millis how long extraction and interpretation took
 * @param sha256 of its bytes; null where they could not be read
 * @param disclosureId what it was recognised as; also of a file that failed now and was read before
 * @param mediaType as detected, {@code text/plain; charset=GB18030}
 * @param root the folder it was found in, absolute: tells files of the same name apart, never shown
 * @param interpreter the version of the interpreter that read it
 */
public record LedgerRow(
    String file,
    String outcome,
    @Nullable String reason,
    int entries,
    long millis,
    @Nullable String sha256,
    @Nullable String disclosureId,
    @Nullable String mediaType,
    String root,
    String interpreter) {
  public static final String READ = "read";
  public static final String EMPTY = "empty";
  public static final String FAILED = "failed";

  private static final Set<String> OUTCOMES = Set.of(READ, EMPTY, FAILED);

  public LedgerRow {
    if (!OUTCOMES.contains(outcome)) {
      throw new IllegalArgumentException("an outcome is one of " + OUTCOMES + ", not " + outcome);
    }
    if (reason == null && !outcome.equals(READ)) {
      throw new IllegalArgumentException(outcome + " needs a reason: " + file);
    }
  }

  /** The same row with another remark and count. */
  public LedgerRow with(@Nullable String newReason, int newEntries) {
    return new LedgerRow(
        file,
        outcome,
        newReason,
        newEntries,
        millis,
        sha256,
        disclosureId,
        mediaType,
        root,
        interpreter);
  }
}
