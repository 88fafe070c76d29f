package mingcha.index.lucene;

import java.util.Optional;
import mingcha.disclosure.Entry;
import mingcha.index.Suggestions;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.util.BytesRef;

/**
 * The name of an entry as it may be suggested, beside the entry itself: two hundred are looked at
 * while a person types, and to read two hundred entries takes longer than all else.
 */
record SuggestedName(String name, boolean ofSubject) {
  static final String FIELD = "name.suggested";

  private static final char SUBJECT = 's';
  private static final char OTHER = 'n';

  /** The field of an entry whose name may be suggested. */
  static Optional<SortedDocValuesField> of(Entry entry) {
    if (!Suggestions.isSuggested(entry.name())) {
      return Optional.empty();
    }
    char kind = entry.subject() == null ? OTHER : SUBJECT;
    return Optional.of(new SortedDocValuesField(FIELD, new BytesRef(kind + entry.name())));
  }

  static SuggestedName read(BytesRef value) {
    String text = value.utf8ToString();
    return new SuggestedName(text.substring(1), text.charAt(0) == SUBJECT);
  }
}
