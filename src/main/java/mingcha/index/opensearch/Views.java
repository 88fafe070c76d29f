package mingcha.index.opensearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** What readers see: the index behind the name, and what of it is committed. */
final class Views {
  /** How old what a reader knows may be. */
  static final Duration FRESH = Duration.ofMillis(300);

  private final Cluster cluster;
  private final Aliases aliases;
  private Optional<View> last = Optional.empty();
  private long readAt = System.nanoTime() - FRESH.toNanos();

  Views(Cluster cluster) {
    this.cluster = cluster;
    this.aliases = new Aliases(cluster);
  }

  /** An index, and its commits. */
  record View(String index, Commits commits) {
    ObjectNode seen(ObjectNode query) {
      return commits.seen(query);
    }
  }

  /** What is to be asked now; empty where nobody has written anything. */
  synchronized Optional<View> now() throws IOException {
    long now = System.nanoTime();
    if (now - readAt >= FRESH.toNanos()) {
      Optional<String> index = aliases.behind();
      last =
          index.isEmpty()
              ? Optional.empty()
              : new CommitLog(cluster, index.get())
                  .read()
                  .map(commits -> new View(index.get(), commits));
      readAt = now;
    }
    return last;
  }

  /** The index is there no more: another is behind the name. */
  synchronized void forget() {
    readAt = System.nanoTime() - FRESH.toNanos();
  }
}
