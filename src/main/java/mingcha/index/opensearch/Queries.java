package mingcha.index.opensearch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import mingcha.wire.Json;

/** The queries that a cluster is asked, each scored as the Lucene query of the same name. */
final class Queries {
  private Queries() {}

  static ObjectNode all() {
    return node("match_all");
  }

  static ObjectNode none() {
    return node("match_none");
  }

  static ObjectNode term(String field, String value) {
    ObjectNode query = Json.mapper().createObjectNode();
    query.putObject("term").put(Mapping.field(field), value);
    return query;
  }

  /** Any of these values of a keyword. */
  static ObjectNode anyOf(String field, Collection<String> values) {
    ObjectNode query = Json.mapper().createObjectNode();
    values.forEach(query.putObject("terms").putArray(Mapping.field(field))::add);
    return query;
  }

  static ObjectNode prefix(String field, String letters) {
    ObjectNode query = Json.mapper().createObjectNode();
    query.putObject("prefix").put(Mapping.field(field), letters);
    return query;
  }

  /** A single letter as the second of a pair. */
  static ObjectNode second(String field, String letter) {
    ObjectNode query = Json.mapper().createObjectNode();
    query.putObject("wildcard").put(Mapping.field(field), "?\\" + letter);
    return query;
  }

  /** Terms that were cut already, one after another, up to so many steps apart. */
  static ObjectNode phrase(String field, List<String> terms, int slop) {
    ObjectNode query = Json.mapper().createObjectNode();
    query
        .putObject("match_phrase")
        .putObject(Mapping.field(field))
        .put("query", String.join(" ", terms))
        .put("slop", slop);
    return query;
  }

  static ObjectNode range(String field, long low, long high) {
    ObjectNode query = Json.mapper().createObjectNode();
    query.putObject("range").putObject(Mapping.field(field)).put("gte", low).put("lte", high);
    return query;
  }

  static ObjectNode anyOf(Collection<ObjectNode> queries) {
    Bool any = new Bool();
    queries.forEach(any::should);
    return queries.isEmpty() ? none() : any.least(1).build();
  }

  static ObjectNode not(ObjectNode query) {
    return new Bool().filter(all()).mustNot(query).build();
  }

  /** The query with its scores multiplied. */
  static ObjectNode boosted(ObjectNode query, float boost) {
    ObjectNode boosted = Json.mapper().createObjectNode();
    boosted.putObject("bool").put("boost", boost).putArray("must").add(query);
    return boosted;
  }

  /** All that match score the same. */
  static ObjectNode constant(ObjectNode query, float score) {
    ObjectNode constant = Json.mapper().createObjectNode();
    constant.putObject("constant_score").put("boost", score).set("filter", query);
    return constant;
  }

  private static ObjectNode node(String name) {
    ObjectNode query = Json.mapper().createObjectNode();
    query.putObject(name);
    return query;
  }

  /** Several queries together. */
  static final class Bool {
    private final ObjectNode bool = Json.mapper().createObjectNode();

    Bool must(ObjectNode query) {
      return add("must", query);
    }

    Bool filter(ObjectNode query) {
      return add("filter", query);
    }

    Bool should(ObjectNode query) {
      return add("should", query);
    }

    Bool mustNot(ObjectNode query) {
      return add("must_not", query);
    }

    /** How many of those that should match have to. */
    Bool least(int matches) {
      bool.put("minimum_should_match", matches);
      return this;
    }

    ObjectNode build() {
      ObjectNode query = Json.mapper().createObjectNode();
      query.set("bool", bool);
      return query;
    }

    private Bool add(String occurs, ObjectNode query) {
      ArrayNode clauses = bool.withArray("/" + occurs);
      clauses.add(query);
      return this;
    }
  }
}
