package mingcha.alert;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import mingcha.disclosure.Basis;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Institution;
import mingcha.disclosure.Stage;
import mingcha.query.Clause;
import mingcha.query.Clause.AnyOf;
import mingcha.query.Clause.Comparison;
import mingcha.query.Clause.Condition;
import mingcha.query.Clause.GradeIn;
import mingcha.query.Clause.Not;
import mingcha.query.Filters;
import mingcha.query.Filters.RegionFilter;
import mingcha.query.Interpretation;
import mingcha.query.MetricRef;
import mingcha.query.Op;
import mingcha.query.Question;
import mingcha.query.Sort;
import mingcha.wire.Json;
import org.jspecify.annotations.Nullable;

/**
 * A question as an alert keeps it: its text, and the interpretation as the API shows it. The words
 * alone would not do: a better parser might understand them otherwise, and the filters are not in
 * them.
 */
final class QuestionJson {
  private QuestionJson() {}

  static String write(Question question) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("text", question.text());
    map.putAll(Interpretation.of(question));
    return Json.write(map);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException saying what it cannot read
   */
  static Question read(String json) {
    JsonNode node = Json.tree(json);
    return new Question(
        node.path("text").asText(),
        kinds(node.path("kinds")),
        strings(node.path("about")),
        strings(node.path("terms")),
        strings(node.path("not")),
        list(node.path("where"), QuestionJson::clause),
        filters(node.path("filters")),
        sort(text(node, "sort")),
        node.path("limit").isNumber() ? node.get("limit").asInt() : null,
        strings(node.path("leftover")),
        strings(node.path("problems")));
  }

  private static Set<EntryKind> kinds(JsonNode names) {
    Set<EntryKind> kinds = EnumSet.noneOf(EntryKind.class);
    names.forEach(name -> kinds.add(EntryKind.valueOf(name.asText().toUpperCase(Locale.ROOT))));
    return kinds;
  }

  private static Clause clause(JsonNode node) {
    String text = node.path("text").asText();
    if (node.has("any")) {
      return new AnyOf(list(node.get("any"), QuestionJson::clause), text);
    }
    if (node.has("not")) {
      return new Not(clause(node.get("not")), text);
    }
    if (!node.has("metric")) {
      throw new IllegalArgumentException("a condition without a metric: " + node);
    }
    String name = node.get("metric").asText();
    if (name.equals("grade")) {
      return new GradeIn(strings(node.path("value")), text);
    }
    Op op = op(node.path("op").asText());
    if (node.has("other")) {
      return new Comparison(metric(name), op, metric(node.at("/other/metric").asText()), text);
    }
    List<BigDecimal> values = list(node.path("value"), QuestionJson::number);
    return new Condition(metric(name), op, values, node.path("unit").asText(), text);
  }

  private static BigDecimal number(JsonNode value) {
    if (!value.isNumber()) {
      throw new IllegalArgumentException("not a number: " + value);
    }
    return value.decimalValue();
  }

  private static Op op(String symbol) {
    return Stream.of(Op.values())
        .filter(op -> op.toString().equals(symbol))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no comparison is written " + symbol));
  }

  private static MetricRef metric(String name) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      return new MetricRef(name, null);
    }
    String id = name.substring(0, dot);
    String variant = name.substring(dot + 1);
    for (Stage stage : Stage.values()) {
      if (stage.toString().equals(variant)) {
        return new MetricRef(id, null, stage);
      }
    }
    return new MetricRef(id, Basis.valueOf(variant.toUpperCase(Locale.ROOT)));
  }

  private static Filters filters(JsonNode node) {
    JsonNode region = node.path("region");
    List<RegionFilter> regions = list(node.path("regions"), QuestionJson::region);
    return new Filters(
        region.isObject() ? region(region) : null,
        list(node.path("year"), JsonNode::asInt),
        text(node, "subject"),
        text(node, "publisher"),
        text(node, "type"),
        text(node, "caliber"),
        text(node, "rule"),
        text(node, "form"),
        regions.isEmpty() ? List.of() : regions.subList(1, regions.size()),
        list(node.path("notRegions"), QuestionJson::region),
        list(node.path("notYear"), JsonNode::asInt),
        list(node.path("institution"), each -> Institution.named(each.asText())));
  }

  private static RegionFilter region(JsonNode node) {
    return new RegionFilter(node.path("code").asText(), node.path("name").asText());
  }

  private static @Nullable Sort sort(@Nullable String written) {
    if (written == null) {
      return null;
    }
    int space = written.lastIndexOf(' ');
    return new Sort(metric(written.substring(0, space)), written.endsWith(" asc"));
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field).asText() : null;
  }

  private static List<String> strings(JsonNode node) {
    return list(node, JsonNode::asText);
  }

  /** Each of an array, or the one value. */
  private static <T> List<T> list(JsonNode node, Function<JsonNode, T> reader) {
    List<T> all = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(each -> all.add(reader.apply(each)));
    } else if (!node.isMissingNode() && !node.isNull()) {
      all.add(reader.apply(node));
    }
    return all;
  }
}
