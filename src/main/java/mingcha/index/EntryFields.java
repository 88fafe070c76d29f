package mingcha.index;

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
import mingcha.disclosure.Institution;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;
import mingcha.disclosure.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What a document of the index holds of an entry; written once, for all backends and for alerts.
 */
public final class EntryFields {
  private EntryFields() {}

  /** The kinds of fields, as a backend makes them. */
  public interface Sink {
    /** The entry itself, to be read back. */
    void stored(Entry entry);

    /** Searched and sorted by. */
    void identity(String field, String value);

    /** Searched as it stands. */
    void keyword(String field, String value);

    /** Searched by its words. */
    void text(String field, String text);

    /** Searched and sorted by; a field may have several. */
    void number(String field, long value);

    /** Counted; see {@link FacetLabel#indexed}. */
    void facet(String dimension, String label);
  }

  /** Tells all, with what can be computed from the entry. */
  public static void tell(Entry stated, Sink sink) {
    Entry entry = ComputedReadings.added(stated);
    sink.identity(Schema.ID, entry.id());
    sink.stored(entry);
    keyword(sink, Schema.KIND, entry.kind().toString());
    sink.keyword(Schema.SCOPE, entry.scope().toString());
    texts(sink, entry);
    disclosure(sink, entry.disclosure());
    subject(sink, entry.subject());
    if (entry.table() != null) {
      keyword(sink, Schema.FORM, entry.table().form());
    }
    keyword(sink, Schema.RULE, entry.rule());
    values(sink, entry);
  }

  private static void texts(Sink sink, Entry entry) {
    String subject = entry.subject() == null ? "" : " " + entry.subject().name();
    String labels =
        entry.readings().stream().map(Reading::label).distinct().collect(Collectors.joining(" "));
    String all =
        String.join(
            "\n", entry.name() + subject, entry.text(), String.join(" ", entry.path()), labels);
    String whole = Schema.wholeName(entry.name());
    sink.keyword(Schema.NAME_WHOLE, whole);
    Schema.beginnings(whole).forEach(letters -> sink.keyword(Schema.NAME_BEGINS, letters));
    sink.text(Schema.NAME, entry.name() + subject);
    sink.text(Schema.NAME_GRAMS, entry.name() + subject);
    sink.text(Schema.NAME_SOUND, Schema.bounded(entry.name()));
    sink.text(Schema.TEXT, all);
    sink.text(Schema.TEXT_GRAMS, all);
  }

  private static void disclosure(Sink sink, Disclosure of) {
    sink.identity(Schema.DISCLOSURE, of.id());
    region(sink, of);
    keyword(sink, Schema.YEAR, of.year() == null ? null : of.year().toString());
    keyword(sink, Schema.PUBLISHER, of.publisher());
    if (of.publisher() != null) {
      sink.text(Schema.PUBLISHER_GRAMS, of.publisher());
      Institution.of(of.publisher()).forEach(each -> institution(sink, each));
    }
    keyword(sink, Schema.TYPE, of.type());
    keyword(sink, Schema.CALIBER, of.caliber());
  }

  private static void institution(Sink sink, Institution institution) {
    List<String> path = institution.path().stream().map(Institution::toString).toList();
    sink.keyword(Schema.INSTITUTION, institution.toString());
    sink.facet(Schema.INSTITUTION, FacetLabel.indexed(institution.toString(), path));
  }

  /** Each level is a keyword of its leading digits and a facet of its code and path. */
  private static void region(Sink sink, Disclosure of) {
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
      sink.keyword(Schema.REGION, levels.get(level));
    }
    for (int shown = 1; shown <= names; shown++) {
      String value =
          shown >= Math.min(names, depth) ? code : (levels.get(shown - 1) + "0000").substring(0, 6);
      sink.facet(Schema.REGION, FacetLabel.indexed(value, of.region().subList(0, shown)));
    }
  }

  private static void subject(Sink sink, @Nullable Subject subject) {
    if (subject == null) {
      return;
    }
    for (int digits : new int[] {3, 5, 7}) {
      if (subject.code().length() >= digits) {
        sink.keyword(Schema.SUBJECT, subject.code().substring(0, digits));
      }
    }
    List<String> path = new ArrayList<>();
    for (int digits : new int[] {3, 5, 7}) {
      if (subject.code().length() >= digits) {
        path.add(subject.code().substring(0, digits));
        sink.facet(Schema.SUBJECT, FacetLabel.indexed(subject.code().substring(0, digits), path));
      }
    }
  }

  private static void values(Sink sink, Entry entry) {
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
        keyword(sink, Schema.GRADE, reading.raw());
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
    values.forEach((key, numbers) -> numbers(sink, key, numbers));
  }

  private static void numbers(Sink sink, String key, Set<Long> numbers) {
    sink.keyword(Schema.HAS, key);
    for (long number : numbers) {
      sink.number(Schema.valueField(key), number);
    }
  }

  private static void add(Map<String, Set<Long>> values, String key, long value) {
    values.computeIfAbsent(key, k -> new HashSet<>()).add(value);
  }

  private static void keyword(Sink sink, String field, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      String word = Schema.bounded(value);
      sink.keyword(field, word);
      sink.facet(field, FacetLabel.indexed(word, List.of(word)));
    }
  }
}
