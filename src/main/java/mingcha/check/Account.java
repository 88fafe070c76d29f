package mingcha.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Form;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Stage;
import org.jspecify.annotations.Nullable;

/** A content as the rules look at it: its entries by what they are, and readings without doubt. */
final class Account {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Content content;

  private final Map<String, List<Entry>> lines = new HashMap<>();
  private final Map<String, List<Stated>> stated = new HashMap<>();
  private final IdentityHashMap<Paragraph, String> compact = new IdentityHashMap<>();
  private @Nullable List<Entry> whole;

  Account(Content content) {
    this.content = content;
    for (Entry entry : content.entries()) {
      if (entry.kind() == EntryKind.LINE && entry.table() != null) {
        String form = String.valueOf(entry.table().form());
        lines.computeIfAbsent(form, f -> new ArrayList<>()).add(entry);
      }
    }
  }

  /** A paragraph's text without spaces, which rules match again and again. */
  String compact(Paragraph paragraph) {
    return compact.computeIfAbsent(paragraph, p -> SPACE.matcher(p.text()).replaceAll(""));
  }

  Content content() {
    return content;
  }

  boolean isBudget() {
    String type = content.disclosure().type();
    return type != null && type.endsWith("预算");
  }

  List<Entry> projects() {
    return entries(e -> e.kind() == EntryKind.PROJECT);
  }

  List<Entry> entries(Predicate<Entry> which) {
    return content.entries().stream().filter(which).toList();
  }

  /** The rows of a statutory table. */
  List<Entry> lines(Form form) {
    return lines.getOrDefault(form.id(), List.of());
  }

  /**
   * The rows of each table of a form: budgets print some forms twice, of wider and narrower scope.
   */
  List<List<Entry>> tables(Form form) {
    Map<String, List<Entry>> tables = new LinkedHashMap<>();
    for (Entry line : lines(form)) {
      String title = line.table() == null ? "" : line.table().title();
      tables.computeIfAbsent(title, t -> new ArrayList<>()).add(line);
    }
    return List.copyOf(tables.values());
  }

  /** The first row of this name. */
  Optional<Entry> line(Form form, String name) {
    return lines(form).stream().filter(e -> e.name().equals(name)).findFirst();
  }

  /** The first cell of a row whose column is one of these; the first cell of all where none is. */
  static Optional<Stated> cell(Entry line, String... labels) {
    List<String> wanted = List.of(labels);
    return table(line).stream()
        .filter(r -> wanted.isEmpty() || wanted.contains(r.label()))
        .findFirst()
        .map(r -> new Stated(line, r));
  }

  /** The printed figures of a row. */
  static List<Reading> table(Entry line) {
    return sure(line).filter(r -> r.basis() == Basis.TABLE).toList();
  }

  /** Whether a figure of the row's table may have been read wrongly: then its sums say nothing. */
  static boolean isDoubtful(Entry line) {
    return line.readings().stream().anyMatch(r -> r.basis() == Basis.TABLE && r.doubt() != null);
  }

  /** The entry that stands where a paragraph does, for a finding about the paragraph's words. */
  Entry at(Paragraph paragraph) {
    Optional<Entry> same =
        content.entries().stream()
            .filter(e -> e.text().contains(paragraph.text()) || paragraph.text().equals(e.text()))
            .findFirst();
    return same.or(
            () ->
                content.entries().stream()
                    .filter(e -> e.path().equals(paragraph.path()))
                    .findFirst())
        .orElseGet(() -> content.entries().getFirst());
  }

  /** The indicators of a project: they stand under its name. */
  List<Entry> indicators(Entry project) {
    return entries(e -> e.kind() == EntryKind.INDICATOR && e.path().contains(project.name()));
  }

  /** The lines and statements that speak of the whole disclosure. */
  List<Entry> ofTheWhole() {
    if (whole == null) {
      whole =
          entries(
              e ->
                  e.scope() == Scope.DISCLOSURE
                      && (e.kind() == EntryKind.LINE || e.kind() == EntryKind.STATEMENT));
      for (Entry entry : whole) {
        sure(entry)
            .filter(r -> r.metric() != null)
            .forEach(
                r ->
                    stated
                        .computeIfAbsent(r.metric() + "|" + r.basis(), k -> new ArrayList<>())
                        .add(new Stated(entry, r)));
      }
    }
    return whole;
  }

  /** Readings that have a value and no doubt. */
  static Stream<Reading> sure(Entry entry) {
    return entry.readings().stream().filter(r -> r.value() != null && r.doubt() == null);
  }

  static List<Reading> stated(Entry entry, String metric, Basis basis) {
    return sure(entry).filter(r -> metric.equals(r.metric()) && r.basis() == basis).toList();
  }

  static Optional<Reading> first(Entry entry, String metric, Basis basis) {
    return stated(entry, metric, basis).stream().findFirst();
  }

  static Optional<Reading> first(Entry entry, String metric) {
    return sure(entry)
        .filter(r -> metric.equals(r.metric()) && r.basis() != Basis.COMPUTED)
        .findFirst();
  }

  /** A reading and the entry that states it. */
  record Stated(Entry entry, Reading reading) {}

  /** All that is said of a metric of the whole disclosure at a stage. */
  List<Stated> ofTheWhole(String metric, @Nullable Stage stage, Basis basis) {
    ofTheWhole();
    return stated.getOrDefault(metric + "|" + basis, List.of()).stream()
        .filter(s -> stage == null || Objects.equals(s.reading().stage(), stage))
        .toList();
  }

  /** The values of a table's column by subject code; of two rows with one code the first. */
  Map<String, Stated> column(Form form, String label) {
    Map<String, Stated> column = new LinkedHashMap<>();
    for (Entry line : lines(form)) {
      String code = line.subject() == null ? "" : line.subject().code();
      sure(line)
          .filter(r -> r.basis() == Basis.TABLE && r.label().equals(label))
          .findFirst()
          .ifPresent(r -> column.putIfAbsent(code, new Stated(line, r)));
    }
    return column;
  }
}
