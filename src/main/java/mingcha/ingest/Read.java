package mingcha.ingest;

import java.util.List;
import mingcha.disclosure.Content;
import mingcha.ingest.Scanner.Found;
import mingcha.store.LedgerRow;

/** What a worker hands to the writer. */
sealed interface Read {
  Found found();

  /** Read by an earlier run. */
  record Unchanged(Found found) implements Read {}

  /** Another ingester is reading it. */
  record Taken(Found found) implements Read {}

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

  /**
   * An archive.
   *
   * @param told what became of it, and of what could not be unpacked
   * @param inner its files, to be read next
   */
  record Opened(Found found, List<Read> told, List<Found> inner) implements Read {
    public Opened {
      told = List.copyOf(told);
      inner = List.copyOf(inner);
    }
  }

  /** Not the file's fault: the run cannot go on. */
  record Broken(Found found, Exception problem) implements Read {}
}
