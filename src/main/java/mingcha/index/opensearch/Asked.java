package mingcha.index.opensearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import mingcha.query.Question;

/**
 * A search, and where it is to be made.
 *
 * @param search as the cluster takes it
 * @param scored whether it has words: then all shards are asked how frequent they are, or the order
 *     would not be that of one index
 * @param routes that all answers lie on; empty for any
 */
record Asked(ObjectNode search, boolean scored, List<String> routes) {
  Asked {
    routes = List.copyOf(routes);
  }

  /** For entries that answer a question. */
  static Asked of(Question question, ObjectNode search) {
    boolean scored = isScored(question);
    return new Asked(search, scored, scored ? List.of() : Routes.of(question.filters()));
  }

  /** For any entries, in the order of how well they match. */
  static Asked scored(ObjectNode search) {
    return new Asked(search, true, List.of());
  }

  /** For any entries, where all matches are alike. */
  static Asked plain(ObjectNode search) {
    return new Asked(search, false, List.of());
  }

  static boolean isScored(Question question) {
    return !question.about().isEmpty() || !question.terms().isEmpty();
  }

  String type() {
    return scored ? "dfs_query_then_fetch" : "query_then_fetch";
  }
}
