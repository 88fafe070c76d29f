package mingcha.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.index.EntryIndexer;
import mingcha.index.IndexProblem;
import mingcha.index.Schema;
import mingcha.wire.Json;

/**
 * Writes entries to a cluster. What is replaced is held here until the commit, which sends the new
 * documents, deletes those of earlier commits, notes its number, and has all of it seen at once.
 */
public final class OpenSearchIndexer implements EntryIndexer {
  private static final String STATE = "state";
  private static final String SEQ = "seq";
  private static final String WRITTEN = "write";
  private static final String SCHEMA = "schema";

  /** Whether documents of a commit that was not noted may be there. */
  private static final String UNDER_WAY = "underWay";

  private final Cluster cluster;
  private final Lease lease;
  private final Map<String, List<Entry>> waiting = new LinkedHashMap<>();
  private long written;
  private long seq;

  /** Whether the last commit failed on its way; it is undone before the next. */
  private boolean unfinished;

  private OpenSearchIndexer(Cluster cluster, Lease lease) {
    this.cluster = cluster;
    this.lease = lease;
  }

  /**
   * Opens an index for writing, or makes it.
   *
   * @throws IndexProblem if another process writes, or another schema wrote it
   * @throws IOException if the cluster does not answer
   */
  public static OpenSearchIndexer open(ClusterAddress address) throws IOException {
    Cluster cluster = new Cluster(address);
    OpenSearchIndexer indexer = null;
    try {
      indexer = new OpenSearchIndexer(cluster, Lease.take(cluster));
      indexer.make();
      indexer.recover();
      return indexer;
    } catch (IOException | RuntimeException e) {
      if (indexer == null) {
        cluster.close();
      } else {
        indexer.close();
      }
      throw e;
    }
  }

  /**
   * Deletes all that an address holds, so that the next writer begins anew; readers find nothing
   * until its first commit.
   */
  public static void delete(ClusterAddress address) throws IOException {
    try (Cluster cluster = new Cluster(address);
        Lease lease = Lease.take(cluster)) {
      lease.renew();
      new Aliases(cluster).delete();
      cluster.tell("DELETE", "/" + address.state() + "/_doc/" + STATE, Map.of(), "");
    }
  }

  private void make() throws IOException {
    cluster.ask(
        "PUT",
        "/_index_template/" + cluster.address().name(),
        Map.of(),
        Mapping.template(cluster.address()).toString());
    new Aliases(cluster).make();
  }

  /** Takes out what a killed commit left. */
  private void recover() throws IOException {
    JsonNode state = state();
    String schema = state.path(SCHEMA).asText(Schema.VERSION);
    if (!schema.equals(Schema.VERSION)) {
      throw new IndexProblem(
          "the index at "
              + cluster.address()
              + " was written by schema "
              + schema
              + ", this Mingcha reads "
              + Schema.VERSION
              + ": run `reindex`");
    }
    written = state.path(WRITTEN).asLong();
    seq = state.path(SEQ).asLong();
    if (state.path(UNDER_WAY).asBoolean()) {
      refresh();
      deleteWhere(Queries.range(Mapping.WRITE, written + 1, Long.MAX_VALUE));
      note(seq, written, false);
      refresh();
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
      recover();
    }
    unfinished = true;
    if (!waiting.isEmpty()) {
      note(this.seq, written, true);
      put();
      deleteReplaced();
    }
    note(seq, written + 1, false);
    this.written++;
    this.seq = seq;
    refresh();
    waiting.clear();
    unfinished = false;
  }

  private void put() throws IOException {
    long write = written + 1;
    Bulk bulk = new Bulk(cluster);
    for (Map.Entry<String, List<Entry>> disclosure : waiting.entrySet()) {
      for (Entry entry : disclosure.getValue()) {
        String id = write + "-" + entry.id();
        bulk.put(id, disclosure.getKey(), ClusterDocument.of(entry, write));
      }
    }
    bulk.flush();
  }

  private void deleteReplaced() throws IOException {
    ObjectNode replaced = Json.mapper().createObjectNode();
    ArrayNode ids = replaced.putObject("terms").putArray(Schema.DISCLOSURE);
    waiting.keySet().forEach(ids::add);
    deleteWhere(
        new Queries.Bool()
            .filter(replaced)
            .filter(Queries.range(Mapping.WRITE, Long.MIN_VALUE, written))
            .build());
  }

  private void deleteWhere(ObjectNode query) throws IOException {
    ObjectNode body = Json.mapper().createObjectNode();
    body.set("query", query);
    cluster.ask(
        "POST",
        "/" + cluster.address().name() + "/_delete_by_query",
        Map.of("conflicts", "proceed"),
        body.toString());
  }

  private void refresh() throws IOException {
    cluster.ask("POST", "/" + cluster.address().name() + "/_refresh", Map.of(), "");
  }

  private JsonNode state() throws IOException {
    Cluster.Reply reply = cluster.tell("GET", stateEndpoint(), Map.of(), "");
    return reply.body().path("_source");
  }

  private void note(long seq, long written, boolean underWay) throws IOException {
    ObjectNode state = Json.mapper().createObjectNode();
    state.put(SCHEMA, Schema.VERSION).put(SEQ, seq).put(WRITTEN, written);
    cluster.ask("PUT", stateEndpoint(), Map.of(), state.put(UNDER_WAY, underWay).toString());
  }

  private String stateEndpoint() {
    return "/" + cluster.address().state() + "/_doc/" + STATE;
  }

  @Override
  public long committedSeq() {
    return seq;
  }

  /** What was not committed is gone, as after a power cut. */
  @Override
  public void close() throws IOException {
    try {
      lease.close();
    } finally {
      cluster.close();
    }
  }
}
