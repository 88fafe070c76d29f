package mingcha.index.opensearch;

import java.io.IOException;
import java.time.Duration;

/**
 * How long something is tried again, each time after a longer while. A reader is told soon; a
 * writer can wait for a node that is being started again.
 */
final class Patience {
  /** Of whoever asks a question: a person waits for the answer. */
  static final Duration OF_READERS = Duration.ofSeconds(1);

  private static final System.Logger LOG = System.getLogger(Patience.class.getName());
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  /** After so long the operator is told what is waited for. */
  private static final Duration SILENT = Duration.ofSeconds(3);

  private final Duration most;
  private long since = System.nanoTime();
  private long pauseMillis = FIRST_PAUSE_MILLIS;
  private boolean told;

  Patience(Duration most) {
    this.most = most;
  }

  /** Something went well: it begins anew. */
  void restart() {
    since = System.nanoTime();
    pauseMillis = FIRST_PAUSE_MILLIS;
  }

  /**
   * Waits before the next try.
   *
   * @param why for the operator
   * @return false, at once, where it was tried for long enough
   */
  boolean again(String why) throws IOException {
    Duration waited = Duration.ofNanos(System.nanoTime() - since);
    if (waited.compareTo(most) >= 0) {
      return false;
    }
    if (!told && waited.compareTo(SILENT) >= 0) {
      told = true;
      LOG.log(
          System.Logger.Level.WARNING,
          "waiting up to {0} s for the cluster: {1}",
          most.toSeconds(),
          why);
    }
    pause(Math.min(pauseMillis, Math.max(1, most.minus(waited).toMillis())));
    pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
    return true;
  }

  private static void pause(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the cluster", e);
    }
  }
}
