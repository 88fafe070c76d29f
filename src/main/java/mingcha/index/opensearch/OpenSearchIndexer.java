package mingcha.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.index.EntryIndexer;
import mingcha.index.IndexProblem;
import mingcha.index.Schema;
import mingcha.wire.Json;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries to a cluster. What is replaced is held here until the commit, which sends the new
 * documents under a number that readers leave out, then takes that number off their list: the new
 * ones are seen, and those they replace no more. These are deleted when no reader asks for them.
 */
public final class OpenSearchIndexer implements EntryIndexer {
  /** What a reader noted, and asks again where a node is busy, is older than this nowhere. */
  private static final long ASKED_MILLIS = Views.FRESH.plus(Patience.OF_READERS).toMillis() + 1_500;

  private final Cluster cluster;
  private final Seat seat;
  private final Lease lease;
  private final Clock clock = Clock.systemUTC();
  private final String index;
  private final CommitLog log;
  private final Map<String, List<Entry>> waiting = new LinkedHashMap<>();
  private Commits commits;

  /** Whether the last commit failed on its way; it is undone before the next. */
  private boolean unfinished;

  private OpenSearchIndexer(Cluster cluster, Seat seat, Lease lease, String index)
      throws IOException {
    this.cluster = cluster;
    this.seat = seat;
    this.lease = lease;
    this.index = index;
    this.log = new CommitLog(cluster, index);
    this.commits = begin();
    undo();
  }

  /**
   * Opens an index for writing, or makes it.
   *
   * @throws IndexProblem if another process writes from this seat, another schema wrote the index,
   *     or it belongs to another house
   * @throws IOException if the cluster does not answer
   */
  public static OpenSearchIndexer open(ClusterAddress address, Seat seat) throws IOException {
    return open(address, seat, false);
  }

  /**
   * Opens an index that is made anew beside the one that readers use. They are given it by {@link
   * #publish}; if that is not reached, the next writer deletes it.
   */
  public static OpenSearchIndexer openBeside(ClusterAddress address, Seat seat) throws IOException {
    return open(address, seat, true);
  }

  private static OpenSearchIndexer open(ClusterAddress address, Seat seat, boolean beside)
      throws IOException {
    Cluster cluster = new Cluster(address, address.patience());
    Lease lease = null;
    boolean open = false;
    try {
      CommitLog.makePlace(cluster);
      lease = Lease.take(cluster, seat);
      cluster.ask(
          "PUT",
          "/_index_template/" + address.name(),
          Map.of(),
          Mapping.template(address).toString());
      Aliases aliases = new Aliases(cluster);
      String read = aliases.make();
      Optional<Commits> there = new CommitLog(cluster, read).read();
      if (there.isPresent()) {
        checkHouse(there.get(), address, seat);
      }
      // Left by a reindex that was killed.
      aliases.deleteAllBut(read);
      String index = beside ? aliases.beside() : read;
      OpenSearchIndexer indexer = new OpenSearchIndexer(cluster, seat, lease, index);
      open = true;
      return indexer;
    } finally {
      if (!open) {
        close(lease, cluster);
      }
    }
  }

  /** Deletes all that an address holds, so that the next writer begins anew. */
  public static void delete(ClusterAddress address, Seat seat) throws IOException {
    try (Cluster cluster = new Cluster(address, address.patience())) {
      CommitLog.makePlace(cluster);
      try (Lease lease = Lease.take(cluster, seat)) {
        lease.renew();
        new Aliases(cluster).deleteAllBut("");
      }
    }
  }

  /** Reads what was committed, or begins with nothing. */
  private Commits begin() throws IOException {
    if (log.read().isEmpty()) {
      // Documents may be there whose log was lost: they are replaced one by one.
      log.begin(Commits.none(seat.house(), highestCommit() + 1));
    }
    Commits found = log.read().orElseThrow(() -> new IOException("the log of commits is gone"));
    if (!found.schema().equals(Schema.VERSION)) {
      throw new IndexProblem(
          "the index at "
              + cluster.address()
              + " was written by schema "
              + found.schema()
              + ", this Mingcha reads "
              + Schema.VERSION
              + ": run `reindex`");
    }
    checkHouse(found, cluster.address(), seat);
    return found;
  }

  private static void checkHouse(Commits found, ClusterAddress address, Seat seat) {
    if (!found.house().equals(seat.house())) {
      throw new IndexProblem(
          "the index at "
              + address
              + " belongs to another data directory: ingest there, or give another NAME in"
              + " --cluster http://HOST:PORT/NAME");
    }
  }

  private long highestCommit() throws IOException {
    ObjectNode search = Searches.of(Queries.all());
    search.withObject("/aggs/highest/max").put("field", Mapping.WRITE);
    JsonNode answer = cluster.ask("POST", "/" + index + "/_search", Map.of(), search.toString());
    return answer.at("/aggregations/highest/value").asLong();
  }

  /** Takes out what a commit of this seat left on its way. */
  private void undo() throws IOException {
    commits = log.change(now -> now);
    for (long commit : commits.open(seat)) {
      refresh();
      deleteWhere(Queries.range(Mapping.WRITE, commit, commit));
      commits = log.change(now -> now.undone(commit));
    }
  }

  @Override
  public void replace(Disclosure disclosure, long generation, List<Entry> entries) {
    waiting.put(disclosure.id(), List.copyOf(entries));
  }

  @Override
  public void remove(String disclosureId) {
    waiting.put(disclosureId, List.of());
  }

  @Override
  public void commit(long seq) throws IOException {
    lease.renew();
    if (unfinished) {
      undo();
    }
    unfinished = true;
    commits = log.change(now -> now.open(seat).isEmpty() ? now.begun(seat) : now);
    long commit = commits.open(seat).getLast();
    List<String> replaced = List.of();
    if (!waiting.isEmpty()) {
      put(commit);
      refresh();
      replaced = replacedBy(commit);
    }
    end(seq, commit, replaced);
    waiting.clear();
    unfinished = false;
    sweep(clock.millis() - ASKED_MILLIS);
  }

  private void put(long commit) throws IOException {
    try (Bulk bulk = new Bulk(cluster, index, commit)) {
      for (List<Entry> entries : waiting.values()) {
        for (Entry entry : entries) {
          bulk.put(entry);
        }
      }
      bulk.flush();
    }
  }

  private void end(long seq, long commit, List<String> replaced) throws IOException {
    long now = clock.millis();
    commits = log.change(before -> before.ended(seat, seq, commit, replaced, now));
  }

  /** Which of the disclosures had documents before: mostly none. */
  private List<String> replacedBy(long commit) throws IOException {
    List<String> ids = List.copyOf(waiting.keySet());
    ObjectNode search = Searches.of(new Commits.Replaced(commit, 0, ids).query());
    search
        .withObject("/aggs/disclosures/terms")
        .put("field", Schema.DISCLOSURE)
        .put("size", ids.size());
    JsonNode answer =
        cluster.ask(
            "POST",
            "/" + index + "/_search",
            Map.of("allow_partial_search_results", "false"),
            search.toString());
    List<String> found = new ArrayList<>();
    answer
        .at("/aggregations/disclosures/buckets")
        .forEach(bucket -> found.add(bucket.path("key").asText()));
    return found;
  }

  /** Deletes what was replaced before then, whoever replaced it. */
  private void sweep(long before) throws IOException {
    List<Commits.Replaced> old =
        commits.replaced().stream().filter(each -> each.at() <= before).toList();
    for (Commits.Replaced each : old) {
      deleteWhere(each.query());
    }
    if (!old.isEmpty()) {
      commits = log.change(now -> now.swept(old));
    }
  }

  /** What is deleted is also out of sight when this returns. */
  private void deleteWhere(ObjectNode query) throws IOException {
    ObjectNode body = Json.mapper().createObjectNode();
    body.set("query", query);
    cluster.ask(
        "POST",
        "/" + index + "/_delete_by_query",
        Map.of("conflicts", "proceed", "refresh", "true"),
        body.toString());
  }

  private void refresh() throws IOException {
    cluster.ask("POST", "/" + index + "/_refresh", Map.of(), "");
  }

  @Override
  public long committedSeq() {
    return commits.seq(seat);
  }

  @Override
  public void publish() throws IOException {
    lease.renew();
    Aliases aliases = new Aliases(cluster);
    aliases.move(index);
    pause(ASKED_MILLIS);
    aliases.deleteAllBut(index);
  }

  /**
   * What was not committed is gone, as after a power cut. What was replaced is deleted, as soon as
   * no reader can ask for it.
   */
  @Override
  public void close() throws IOException {
    try {
      if (!unfinished && !commits.replaced().isEmpty()) {
        pause(ASKED_MILLIS);
        sweep(Long.MAX_VALUE);
      }
    } finally {
      close(lease, cluster);
    }
  }

  private static void close(@Nullable Lease lease, Cluster cluster) throws IOException {
    try (cluster) {
      if (lease != null) {
        lease.close();
      }
    }
  }

  private static void pause(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while readers end what they ask", e);
    }
  }
}
