package mingcha.index.opensearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import mingcha.index.Schema;
import mingcha.query.Op;
import mingcha.wire.Json;

/** Entries in which some value of one metric compares as asked to some value of another. */
final class Comparisons {
  private Comparisons() {}

  static ObjectNode query(String left, Op op, String right) {
    String source =
        """
        if (!doc.containsKey(params.a) || !doc.containsKey(params.b)) { return false; }
        for (long a : doc[params.a]) { for (long b : doc[params.b]) {
          if (a %s b) { return true; } } }
        return false;
        """
            .formatted(sign(op));
    ObjectNode query = Json.mapper().createObjectNode();
    ObjectNode script = query.putObject("script").putObject("script");
    script.put("lang", "painless").put("source", source);
    script
        .putObject("params")
        .put("a", Mapping.field(Schema.valueField(left)))
        .put("b", Mapping.field(Schema.valueField(right)));
    return query;
  }

  private static String sign(Op op) {
    return switch (op) {
      case LESS -> "<";
      case AT_MOST -> "<=";
      case MORE -> ">";
      case AT_LEAST -> ">=";
      case EQUAL, IN, BETWEEN -> "==";
    };
  }
}
