package mingcha.ingest;

import mingcha.disclosure.Content;
import mingcha.ingest.Scanner.Found;
import mingcha.store.LedgerRow;

/** What a worker hands to the writer. */
sealed interface Read {
  Found found();

  /** Read by an earlier run. */
  record Unchanged(Found found) implements Read {}

  /** Only the ledger has to be told: it failed, is empty, or has the bytes of another. */
  record Told(Found found, LedgerRow row) implements Read {}

  /**
   * To be indexed.
   *
   * @param packed the content as the store keeps it
   * @param hints as JSON
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
  record Fresh(Found found, Content content, byte[] packed, String hints, LedgerRow row)
      implements Read {}

  /** Not the file's fault: the run cannot go on. */
  record Broken(Found found, Exception problem) implements Read {}
}
