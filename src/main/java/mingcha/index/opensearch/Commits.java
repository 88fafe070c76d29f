package mingcha.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mingcha.index.Schema;
import mingcha.wire.Json;

/**
 * What of an index has been committed; readers leave out all else. Each commit has a number, which
 * its documents bear; a later commit has a higher one.
 *
 * @param schema that the index was written by
 * @param house the data directory that it belongs to
 * @param next the number of the next commit
 * @param seqs the highest seq that each writer has committed, by the number of its seat
 * @param open the numbers of commits that are under way, or were left so, with their writers
 * @param replaced what is still there of before a commit
 */
record Commits(
    String schema,
    String house,
    long next,
    Map<Integer, Long> seqs,
    Map<Long, Integer> open,
    List<Replaced> replaced) {
  Commits {
    seqs = Map.copyOf(seqs);
    open = Map.copyOf(open);
    replaced = List.copyOf(replaced);
  }

  /**
   * Documents of these disclosures that a commit took the place of.
   *
   * @param commit its number: theirs are lower
   * @param at when, in milliseconds since 1970
   */
  record Replaced(long commit, long at, List<String> disclosures) {
    Replaced {
      disclosures = List.copyOf(disclosures);
    }

    /** The documents. */
    ObjectNode query() {
      return new Queries.Bool()
          .filter(Queries.anyOf(Schema.DISCLOSURE, disclosures))
          .filter(Queries.range(Mapping.WRITE, Long.MIN_VALUE, commit - 1))
          .build();
    }
  }

  /** Of a new index. */
  static Commits none(String house, long next) {
    return new Commits(Schema.VERSION, house, next, Map.of(), Map.of(), List.of());
  }

  long seq(Seat seat) {
    return seqs.getOrDefault(seat.number(), 0L);
  }

  /** The commits that a writer has under way. */
  List<Long> open(Seat seat) {
    return open.entrySet().stream()
        .filter(each -> each.getValue() == seat.number())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** A commit begins: its number is {@code next}. */
  Commits begun(Seat seat) {
    Map<Long, Integer> more = new TreeMap<>(open);
    more.put(next, seat.number());
    return new Commits(schema, house, next + 1, seqs, more, replaced);
  }

  /** A commit ends, and is seen from now on. */
  Commits ended(Seat seat, long seq, long commit, List<String> disclosures, long at) {
    Map<Integer, Long> higher = new TreeMap<>(seqs);
    higher.put(seat.number(), seq);
    Map<Long, Integer> fewer = new TreeMap<>(open);
    fewer.remove(commit);
    List<Replaced> more = new ArrayList<>(replaced);
    if (!disclosures.isEmpty() && open.containsKey(commit)) {
      more.add(new Replaced(commit, at, disclosures));
    }
    return new Commits(schema, house, next, higher, fewer, more);
  }

  /** Nothing is there of a commit that was left under way. */
  Commits undone(long commit) {
    Map<Long, Integer> fewer = new TreeMap<>(open);
    fewer.remove(commit);
    return new Commits(schema, house, next, seqs, fewer, replaced);
  }

  /** What a commit replaced is there no more. */
  Commits swept(List<Replaced> gone) {
    List<Replaced> left = new ArrayList<>(replaced);
    left.removeIf(each -> gone.stream().anyMatch(other -> other.commit() == each.commit()));
    return new Commits(schema, house, next, seqs, open, left);
  }

  /** A query as readers ask it: of what was committed alone. */
  ObjectNode seen(ObjectNode query) {
    Queries.Bool seen = new Queries.Bool().must(query);
    seen.mustNot(Queries.range(Mapping.WRITE, next, Long.MAX_VALUE));
    open.keySet().stream()
        .sorted()
        .forEach(commit -> seen.mustNot(Queries.range(Mapping.WRITE, commit, commit)));
    replaced.forEach(each -> seen.mustNot(each.query()));
    return seen.build();
  }

  ObjectNode json() {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("schema", schema).put("house", house).put("next", next);
    ObjectNode written = json.putObject("seqs");
    seqs.forEach((seat, seq) -> written.put(seat.toString(), seq));
    ObjectNode underWay = json.putObject("open");
    open.forEach((commit, seat) -> underWay.put(commit.toString(), seat));
    ArrayNode before = json.putArray("replaced");
    for (Replaced each : replaced) {
      ObjectNode one = before.addObject().put("commit", each.commit()).put("at", each.at());
      each.disclosures().forEach(one.putArray("disclosures")::add);
    }
    return json;
  }

  static Commits of(JsonNode json) {
    Map<Integer, Long> seqs = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : json.path("seqs").properties()) {
      seqs.put(Integer.valueOf(each.getKey()), each.getValue().asLong());
    }
    Map<Long, Integer> open = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : json.path("open").properties()) {
      open.put(Long.valueOf(each.getKey()), each.getValue().asInt());
    }
    List<Replaced> replaced = new ArrayList<>();
    for (JsonNode each : json.path("replaced")) {
      List<String> ids = new ArrayList<>();
      each.path("disclosures").forEach(id -> ids.add(id.asText()));
      replaced.add(new Replaced(each.path("commit").asLong(), each.path("at").asLong(), ids));
    }
    return new Commits(
        json.path("schema").asText(),
        json.path("house").asText(),
        json.path("next").asLong(),
        seqs,
        open,
        replaced);
  }
}
