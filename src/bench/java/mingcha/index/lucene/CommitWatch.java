package mingcha.index.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * How long it takes until what was committed is answered: a commit is known by the number of its
 * entries, and was made when its file was written.
 */
public final class CommitWatch implements AutoCloseable {
  private final Path folder;
  private final Directory directory;
  private final Deque<Commit> waiting = new ArrayDeque<>();
  private final List<Long> delays = new ArrayList<>();
  private String last;

  private record Commit(long entries, long millis) {}

  /** Watches segments that another process writes; what is there already is known. */
  public CommitWatch(Path folder) throws IOException {
    this.folder = folder;
    directory = FSDirectory.open(folder);
    last = SegmentInfos.getLastCommitSegmentsFileName(directory);
  }

  /** Looks whether there is a new commit. */
  public void look() throws IOException {
    String name = SegmentInfos.getLastCommitSegmentsFileName(directory);
    if (name == null || name.equals(last)) {
      return;
    }
    long millis = Files.getLastModifiedTime(folder.resolve(name)).toMillis();
    SegmentInfos infos = SegmentInfos.readCommit(directory, name);
    waiting.add(new Commit(entries(infos), millis));
    last = name;
  }

  private static long entries(SegmentInfos infos) {
    return StreamSupport.stream(infos.spliterator(), false).mapToLong(CommitWatch::entries).sum();
  }

  private static long entries(SegmentCommitInfo info) {
    return (long) info.info.maxDoc() - info.getDelCount() - info.getSoftDelCount();
  }

  /** Told how many entries are answered now: the commit with so many is seen, and all before it. */
  public void seen(long entries) {
    if (waiting.stream().noneMatch(commit -> commit.entries == entries)) {
      return;
    }
    Commit commit;
    do {
      commit = waiting.remove();
      delays.add(System.currentTimeMillis() - commit.millis);
    } while (commit.entries != entries);
  }

  /** Milliseconds from each commit until it was seen, in ascending order. */
  public List<Long> delays() {
    return delays.stream().sorted().toList();
  }

  /** How many commits are not seen yet. */
  public int unseen() {
    return waiting.size();
  }

  @Override
  public void close() throws IOException {
    directory.close();
  }
}
