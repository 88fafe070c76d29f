package mingcha.index.lucene;

import mingcha.disclosure.Entry;
import mingcha.index.EntryFields;
import mingcha.index.Schema;
import mingcha.text.BigramAnalyzer;
import mingcha.text.MingchaAnalyzer;
import mingcha.text.SoundAnalyzer;
import mingcha.wire.Json;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;

/** An entry as a Lucene document; written once, for the index and for alerts. */
public final class EntryMapper {
  public static final String ID = Schema.ID;
  public static final String DISCLOSURE = Schema.DISCLOSURE;
  public static final String ENTRY = Schema.ENTRY;
  public static final String KIND = Schema.KIND;
  public static final String SCOPE = Schema.SCOPE;
  public static final String NAME_WHOLE = Schema.NAME_WHOLE;
  public static final String NAME = Schema.NAME;
  public static final String NAME_GRAMS = Schema.NAME_GRAMS;
  public static final String NAME_SOUND = Schema.NAME_SOUND;
  public static final String TEXT = Schema.TEXT;
  public static final String TEXT_GRAMS = Schema.TEXT_GRAMS;
  public static final String HAS = Schema.HAS;
  public static final String REGION = Schema.REGION;
  public static final String YEAR = Schema.YEAR;
  public static final String SUBJECT = Schema.SUBJECT;
  public static final String PUBLISHER = Schema.PUBLISHER;
  public static final String PUBLISHER_GRAMS = Schema.PUBLISHER_GRAMS;
  public static final String TYPE = Schema.TYPE;
  public static final String CALIBER = Schema.CALIBER;
  public static final String FORM = Schema.FORM;
  public static final String GRADE = Schema.GRADE;
  public static final String RULE = Schema.RULE;
  public static final String FACET = Schema.FACET;

  private EntryMapper() {}

  /**
   * Words for most fields, pairs of letters for those whose name ends in {@code .grams}, syllables
   * for names by their sound.
   */
  public static Analyzer analyzer() {
    Analyzer words = new MingchaAnalyzer();
    Analyzer grams = new BigramAnalyzer();
    Analyzer sounds = new SoundAnalyzer();
    return new AnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        return field.equals(NAME_SOUND) ? sounds : field.endsWith(".grams") ? grams : words;
      }
    };
  }

  /** The document of an entry, with what can be computed from it. */
  public static Document document(Entry stated) {
    Document document = new Document();
    Fields fields = new Fields(document, new LabelSet(), new LabelSet());
    EntryFields.tell(stated, fields);
    document.add(fields.ofDisclosure.as(LabelSet.OF_DISCLOSURE));
    document.add(fields.ofEntry.as(LabelSet.OF_ENTRY));
    return document;
  }

  /** The kinds of fields as Lucene has them. */
  private record Fields(Document document, LabelSet ofDisclosure, LabelSet ofEntry)
      implements EntryFields.Sink {
    @Override
    public void stored(Entry entry) {
      document.add(new StoredField(ENTRY, Json.writeBytes(entry)));
      SuggestedName.of(entry).ifPresent(document::add);
    }

    @Override
    public void identity(String field, String value) {
      document.add(new StringField(field, value, Field.Store.NO));
      document.add(new SortedDocValuesField(field, new BytesRef(value)));
    }

    @Override
    public void keyword(String field, String value) {
      document.add(new StringField(field, value, Field.Store.NO));
    }

    @Override
    public void text(String field, String text) {
      document.add(new TextField(field, text, Field.Store.NO));
    }

    @Override
    public void number(String field, long value) {
      document.add(new LongPoint(field, value));
      document.add(new SortedNumericDocValuesField(field, value));
    }

    @Override
    public void facet(String dimension, String label) {
      (FacetTable.OF_DISCLOSURE.contains(dimension) ? ofDisclosure : ofEntry).add(dimension, label);
    }
  }

  static String wholeName(String name) {
    return Schema.wholeName(name);
  }

  static String bounded(String keyword) {
    return Schema.bounded(keyword);
  }
}
