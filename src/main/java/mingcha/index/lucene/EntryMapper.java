package mingcha.index.lucene;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;
import mingcha.disclosure.Subject;
import mingcha.index.ComputedReadings;
import mingcha.index.CountedReadings;
import mingcha.index.Schema;
import mingcha.text.BigramAnalyzer;
import mingcha.text.Fold;
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
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** An entry as a Lucene document; written once, for the index and for alerts. */
public final class EntryMapper {
  public static final String ID = "id";
  public static final String DISCLOSURE = "disclosure";
  public static final String ENTRY = "entry";
  public static final String KIND = "kind";
  public static final String SCOPE = "scope";
  public static final String NAME_WHOLE = "name.whole";
  public static final String NAME = "name";
  public static final String NAME_GRAMS = "name.grams";
  public static final String NAME_SOUND = "name.sound";
  public static final String TEXT = "text";
  public static final String TEXT_GRAMS = "text.grams";
  public static final String HAS = "has";
  public static final String REGION = "region";
  public static final String YEAR = "year";
  public static final String SUBJECT = "subject";
  public static final String PUBLISHER = "publisher";
  public static final String PUBLISHER_GRAMS = "publisher.grams";
  public static final String TYPE = "type";
  public static final String CALIBER = "caliber";
  public static final String FORM = "form";
  public static final String GRADE = "grade";
  public static final String RULE = "rule";
  public static final String FACET = "facet:";

  /** Lucene takes no term above 32 KiB; a line of a broken file can be a name of megabytes. */
  private static final int LONGEST_KEYWORD = 500;

  /** Between a facet's value and its shown path. */
  static final char SEPARATOR = '\u001F';

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
    Entry entry = ComputedReadings.added(stated);
    Document document = new Document();
    document.add(new StringField(ID, entry.id(), Field.Store.NO));
    document.add(new SortedDocValuesField(ID, new BytesRef(entry.id())));
    document.add(new StoredField(ENTRY, Json.writeBytes(entry)));
    keyword(document, KIND, entry.kind().toString());
    document.add(new StringField(SCOPE, entry.scope().toString(), Field.Store.NO));
    texts(document, entry);
    disclosure(document, entry.disclosure());
    subject(document, entry.subject());
    if (entry.table() != null) {
      keyword(document, FORM, entry.table().form());
    }
    keyword(document, RULE, entry.rule());
    values(document, entry);
    return document;
  }

  private static void texts(Document document, Entry entry) {
    String subject = entry.subject() == null ? "" : " " + entry.subject().name();
    String labels =
        entry.readings().stream().map(Reading::label).distinct().collect(Collectors.joining(" "));
    String all =
        String.join(
            "\n", entry.name() + subject, entry.text(), String.join(" ", entry.path()), labels);
    document.add(new StringField(NAME_WHOLE, wholeName(entry.name()), Field.Store.NO));
    document.add(new TextField(NAME, entry.name() + subject, Field.Store.NO));
    document.add(new TextField(NAME_GRAMS, entry.name() + subject, Field.Store.NO));
    document.add(new TextField(NAME_SOUND, bounded(entry.name()), Field.Store.NO));
    document.add(new TextField(TEXT, all, Field.Store.NO));
    document.add(new TextField(TEXT_GRAMS, all, Field.Store.NO));
  }

  private static void disclosure(Document document, Disclosure of) {
    document.add(new StringField(DISCLOSURE, of.id(), Field.Store.NO));
    document.add(new SortedDocValuesField(DISCLOSURE, new BytesRef(of.id())));
    region(document, of);
    keyword(document, YEAR, of.year() == null ? null : of.year().toString());
    keyword(document, PUBLISHER, of.publisher());
    if (of.publisher() != null) {
      document.add(new TextField(PUBLISHER_GRAMS, of.publisher(), Field.Store.NO));
    }
    keyword(document, TYPE, of.type());
    keyword(document, CALIBER, of.caliber());
  }

  /** Each level is a keyword of its leading digits and a facet of its code and path. */
  private static void region(Document document, Disclosure of) {
    String code = of.regionCode();
    if (code == null) {
      return;
    }
    List<String> levels = List.of(code.substring(0, 2), code.substring(0, 4), code);
    int depth = code.endsWith("0000") ? 1 : code.endsWith("00") ? 2 : 3;
    // A municipality's district stands directly below it: two names, but the third level of the
    // code.
    int names = of.region().size();
    for (int level = 0; level < depth; level++) {
      document.add(new StringField(REGION, levels.get(level), Field.Store.NO));
    }
    for (int shown = 1; shown <= names; shown++) {
      String value =
          shown >= Math.min(names, depth) ? code : (levels.get(shown - 1) + "0000").substring(0, 6);
      facet(document, REGION, value, of.region().subList(0, shown));
    }
  }

  private static void subject(Document document, @Nullable Subject subject) {
    if (subject == null) {
      return;
    }
    for (int digits : new int[] {3, 5, 7}) {
      if (subject.code().length() >= digits) {
        document.add(new StringField(SUBJECT, subject.code().substring(0, digits), Field.Store.NO));
      }
    }
    List<String> path = new ArrayList<>();
    for (int digits : new int[] {3, 5, 7}) {
      if (subject.code().length() >= digits) {
        path.add(subject.code().substring(0, digits));
        facet(document, SUBJECT, subject.code().substring(0, digits), path);
      }
    }
  }

  private static void values(Document document, Entry entry) {
    Map<String, Set<Long>> values = new LinkedHashMap<>();
    Set<String> stated = new HashSet<>();
    List<Reading> counted =
        entry.readings().stream()
            .filter(reading -> CountedReadings.counts(reading, entry.disclosure()))
            .toList();
    for (Reading reading : counted) {
      if (reading.basis() != Basis.COMPUTED) {
        stated.add(reading.metric());
      }
    }
    for (Reading reading : counted) {
      String metric = Objects.requireNonNull(reading.metric());
      if (metric.equals("grade")) {
        keyword(document, GRADE, reading.raw());
      }
      BigDecimal value = reading.value();
      if (value != null) {
        long scaled = Schema.scaled(value);
        add(values, Schema.key(metric, reading.basis().toString()), scaled);
        if (reading.basis() != Basis.COMPUTED || !stated.contains(metric)) {
          add(values, Schema.key(metric, "any"), scaled);
        }
      }
    }
    for (Reading reading : entry.readings()) {
      Stage stage = reading.stage();
      BigDecimal value = reading.value();
      if (stage != null && value != null && CountedReadings.counts(reading, stage)) {
        String metric = Objects.requireNonNull(reading.metric());
        add(values, Schema.key(metric, stage.toString()), Schema.scaled(value));
      }
    }
    values.forEach((key, numbers) -> numbers(document, key, numbers));
  }

  private static void numbers(Document document, String key, Set<Long> numbers) {
    document.add(new StringField(HAS, key, Field.Store.NO));
    for (long number : numbers) {
      document.add(new LongPoint(Schema.valueField(key), number));
      document.add(new SortedNumericDocValuesField(Schema.valueField(key), number));
    }
  }

  private static void add(Map<String, Set<Long>> values, String key, long value) {
    values.computeIfAbsent(key, k -> new HashSet<>()).add(value);
  }

  private static void keyword(Document document, String field, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      String word = bounded(value);
      document.add(new StringField(field, word, Field.Store.NO));
      facet(document, field, word, List.of(word));
    }
  }

  /** A name as it stands in {@link #NAME_WHOLE}. */
  static String wholeName(String name) {
    return bounded(Fold.name(name));
  }

  static String bounded(String keyword) {
    return keyword.length() <= LONGEST_KEYWORD ? keyword : keyword.substring(0, LONGEST_KEYWORD);
  }

  private static void facet(Document document, String dimension, String value, List<String> path) {
    String label = value + SEPARATOR + String.join(String.valueOf(SEPARATOR), path);
    document.add(new SortedSetDocValuesField(FACET + dimension, new BytesRef(label)));
  }
}
