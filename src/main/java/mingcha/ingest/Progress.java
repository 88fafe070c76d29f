package mingcha.ingest;

import mingcha.store.LedgerRow;
import org.jspecify.annotations.Nullable;

/** Watches a run. Called by the thread that runs it. */
public interface Progress {
  /** Watches nothing. */
  Progress NONE = new Progress() {};

  /** The folders have been listed. */
  default void started(int files) {}

  /**
   * A file is through; what is told of it may not be on the disk yet.
   *
   * @param row what became of it, or null if it was read before and has not changed
   */
  default void file(String file, @Nullable LedgerRow row) {}

  /** Something worth telling that is no file's outcome: a path that does not exist. */
  default void note(String message) {}
}
