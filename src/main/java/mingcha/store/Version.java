package mingcha.store;

import java.util.Locale;
import mingcha.disclosure.Disclosure;

/**
 * One reading of a file on its way into the index, and then in it.
 *
 * @param seq counts all writing, from 1
 * @param current whether it is the one that the index holds of its disclosure
 * @param hints what the manifest said of the file, as JSON
 * @param row what the ledger is to say when it is done
 */
public record Version(
    long seq, State state, Disclosure disclosure, boolean current, String hints, LedgerRow row) {

  /** How far it is. */
  public enum State {
    /** Its content is kept; the index may or may not have it. */
    WRITING,
    /** The same of one whose file was read before: what was found in it has changed. */
    RECHECKING,
    /** A commit of the index holds it. */
    INDEXED,
    /** The ledger says so. */
    DONE,
    /** It is being taken out. */
    REMOVING;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same with its number. */
  Version numbered(long number) {
    return new Version(number, state, disclosure, current, hints, row);
  }
}
