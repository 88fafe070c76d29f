package mingcha.index.opensearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import mingcha.disclosure.Entry;
import mingcha.index.EntryFields;
import mingcha.index.Schema;
import mingcha.wire.Json;

/** An entry as a document of the cluster. */
final class ClusterDocument implements EntryFields.Sink {
  private final ObjectNode document = Json.mapper().createObjectNode();

  private ClusterDocument() {}

  /**
   * The document of an entry, with what can be computed from it.
   *
   * @param write the commit that it is to be seen with
   */
  static ObjectNode of(Entry entry, long write) {
    ClusterDocument made = new ClusterDocument();
    made.document.put(Mapping.WRITE, write);
    EntryFields.tell(entry, made);
    return made.document;
  }

  @Override
  public void stored(Entry entry) {
    // As a string: the cluster would read its figures as binary fractions.
    document.put(Mapping.ENTRY, Json.write(entry));
  }

  @Override
  public void identity(String field, String value) {
    document.put(Mapping.field(field), value);
  }

  @Override
  public void keyword(String field, String value) {
    document.withArray("/" + Mapping.field(field)).add(value);
  }

  @Override
  public void text(String field, String text) {
    document.put(Mapping.field(field), Terms.indexed(field, text));
  }

  @Override
  public void number(String field, long value) {
    document.withArray("/" + Mapping.field(field)).add(value);
  }

  @Override
  public void facet(String dimension, String label) {
    document.withArray("/" + Schema.FACET + dimension).add(label);
  }
}
