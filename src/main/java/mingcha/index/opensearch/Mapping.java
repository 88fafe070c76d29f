package mingcha.index.opensearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import mingcha.index.Schema;
import mingcha.wire.Json;

/** How the indexes of a cluster are made: the template of all that bear a name. */
final class Mapping {
  /** The entry as JSON: stored, not searched. */
  static final String ENTRY = "entry";

  /** Which commit wrote a document. */
  static final String WRITE = "write";

  /** How deep the pages of an answer go; an export goes on to the end. */
  static final int DEEPEST = 100_000;

  private static final int MOST_FIELDS = 20_000;
  private static final int LONGEST_TERM = 30_000;

  private static final List<String> IDENTITIES = List.of(Schema.ID, Schema.DISCLOSURE);

  private static final List<String> KEYWORDS =
      List.of(
          Schema.KIND,
          Schema.SCOPE,
          Schema.NAME_WHOLE,
          Schema.NAME_BEGINS,
          Schema.HAS,
          Schema.REGION,
          Schema.YEAR,
          Schema.SUBJECT,
          Schema.PUBLISHER,
          Schema.INSTITUTION,
          Schema.TYPE,
          Schema.CALIBER,
          Schema.FORM,
          Schema.GRADE,
          Schema.RULE);

  private static final List<String> TEXTS =
      List.of(
          Schema.NAME,
          Schema.NAME_GRAMS,
          Schema.NAME_SOUND,
          Schema.TEXT,
          Schema.TEXT_GRAMS,
          Schema.PUBLISHER_GRAMS);

  private Mapping() {}

  /** A dot in a name would make it a part of another field. */
  static String field(String name) {
    return name.replace('.', '-');
  }

  /** The template of the indexes that hold entries. */
  static ObjectNode template(ClusterAddress address) {
    ObjectNode template = Json.mapper().createObjectNode();
    template.putArray("index_patterns").add(address.indexes());
    ObjectNode made = template.putObject("template");
    settings(made.putObject("settings"));
    mappings(made.putObject("mappings"));
    return template;
  }

  private static void settings(ObjectNode settings) {
    // Readers see what a commit wrote when it is whole, not when a second has passed.
    settings.put("index.refresh_interval", "-1");
    settings.put("index.max_result_window", DEEPEST);
    settings.put("index.mapping.total_fields.limit", MOST_FIELDS);
    ObjectNode analysis = settings.putObject("analysis");
    analysis
        .putObject("tokenizer")
        .putObject("spaces")
        .put("type", "whitespace")
        .put("max_token_length", LONGEST_TERM);
    analysis
        .putObject("filter")
        .putObject("stacked")
        .put("type", "pattern_capture")
        .put("preserve_original", false)
        .putArray("patterns")
        .add("([^" + Terms.STACKED + "]+)");
    ObjectNode analyzer = analysis.putObject("analyzer").putObject(Terms.ANALYZER);
    analyzer.put("type", "custom").put("tokenizer", "spaces").putArray("filter").add("stacked");
  }

  private static void mappings(ObjectNode mappings) {
    mappings.put("date_detection", false);
    mappings.putObject("_routing").put("required", true);
    // What is searched need not be stored beside the entry.
    mappings.putObject("_source").putArray("includes").add(ENTRY);
    ObjectNode values = mappings.putArray("dynamic_templates").addObject().putObject("values");
    values.put("match", "v:*").putObject("mapping").put("type", "long");
    ObjectNode fields = mappings.putObject("properties");
    fields.putObject(ENTRY).put("type", "keyword").put("index", false).put("doc_values", false);
    fields.putObject(WRITE).put("type", "long");
    IDENTITIES.forEach(name -> fields.putObject(field(name)).put("type", "keyword"));
    for (String name : KEYWORDS) {
      // Scored as Lucene scores them, or the order of two backends would differ.
      ObjectNode keyword = fields.putObject(field(name)).put("type", "keyword");
      keyword.put("doc_values", false).put("use_similarity", true);
    }
    TEXTS.forEach(
        name -> fields.putObject(field(name)).put("type", "text").put("analyzer", Terms.ANALYZER));
    Schema.DIMENSIONS.forEach(
        name -> fields.putObject(Schema.FACET + name).put("type", "keyword").put("index", false));
  }
}
