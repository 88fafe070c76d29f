package mingcha.index;

import java.io.IOException;
import java.util.List;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;

/**
 * Writes entries. At most one is open on an index, or of each writer where a backend can have
 * several; the second is told who holds the lock.
 */
public interface EntryIndexer extends AutoCloseable {
  /**
   * Puts these entries in place of all that the disclosure had. Seen by searchers after {@link
   * #commit}.
   */
  void replace(Disclosure disclosure, long generation, List<Entry> entries) throws IOException;

  /** Takes a disclosure out. */
  void remove(String disclosureId) throws IOException;

  /** Makes all so far durable, with {@code seq} as the highest sequence number that it holds. */
  void commit(long seq) throws IOException;

  /** The {@code seq} of the last commit; 0 for a new index. */
  long committedSeq() throws IOException;

  /**
   * Gives readers an index that was made anew beside the one they use, and deletes that one. Where
   * there is but one index, a commit is enough.
   */
  default void publish() throws IOException {}

  @Override
  void close() throws IOException;
}
