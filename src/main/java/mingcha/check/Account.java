package mingcha.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Cell;
import mingcha.disclosure.Content;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Form;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Stage;
import mingcha.disclosure.Table;
import org.jspecify.annotations.Nullable;

/** A content as the rules look at it: its entries by what they are, and readings without doubt. */
final class Account {
  /** A shorter cell holds a label or a figure. */
  private static final int LEAST_PASSAGE = 30;

  private final Content content;
  private final Layout layout;

  private final Map<String, List<Entry>> lines = new HashMap<>();
  private final Map<EntryKind, List<Entry>> kinds = new EnumMap<>(EntryKind.class);
  private final List<Entry> linesAndStatements = new ArrayList<>();
  private final List<Entry> withReadings = new ArrayList<>();
  private final List<Entry> inTables = new ArrayList<>();
  private final Map<Form, Map<String, Map<String, Stated>>> columns = new EnumMap<>(Form.class);
  private @Nullable Map<String, List<Entry>> indicators;
  private final Map<Basis, Map<String, List<Stated>>> stated = new EnumMap<>(Basis.class);
  private final IdentityHashMap<Paragraph, String> compact = new IdentityHashMap<>();
  private @Nullable List<Paragraph> explained;
  private @Nullable List<Entry> whole;
  private @Nullable List<Paragraph> passages;
  private @Nullable Boolean hardlyLegible;
  private @Nullable List<Said> told;
  private @Nullable List<Said> toldOfTheBudget;

  Account(Content content) {
    this.content = content;
    this.layout = new Layout(content);
    for (Entry entry : content.entries()) {
      kinds.computeIfAbsent(entry.kind(), k -> new ArrayList<>()).add(entry);
      if (entry.kind() == EntryKind.LINE || entry.kind() == EntryKind.STATEMENT) {
        linesAndStatements.add(entry);
      }
      if (!entry.readings().isEmpty()) {
        withReadings.add(entry);
      }
      if (entry.table() != null) {
        inTables.add(entry);
      }
      if (entry.kind() == EntryKind.LINE && entry.table() != null) {
        String form = String.valueOf(entry.table().form());
        lines.computeIfAbsent(form, f -> new ArrayList<>()).add(entry);
      }
    }
  }

  /** A paragraph's text without spaces, which rules match again and again. */
  String compact(Paragraph paragraph) {
    return compact.computeIfAbsent(paragraph, p -> Compact.of(p.text()));
  }

  Content content() {
    return content;
  }

  /** Where the cells of its tables stand. */
  Layout layout() {
    return layout;
  }

  /** What the department explains of its own figures. */
  List<Paragraph> explained() {
    if (explained == null) {
      explained = Explained.paragraphs(content);
    }
    return explained;
  }

  /**
   * All running text: the paragraphs, and the cells of forms that hold sentences. A self-evaluation
   * gives its analysis in cells.
   */
  List<Paragraph> passages() {
    if (passages == null) {
      List<Paragraph> all = new ArrayList<>(content.paragraphs());
      for (Table table : content.tables()) {
        for (Cell cell : table.cells()) {
          if (cell.text().length() >= LEAST_PASSAGE) {
            all.add(new Paragraph(cell.text(), table.path(), cell.source()));
          }
        }
      }
      passages = all;
    }
    return passages;
  }

  /** Whether it was read off pictures, and not surely: then a digit out of place may be ours. */
  boolean isHardlyLegible() {
    if (hardlyLegible == null) {
      hardlyLegible =
          withReadings.stream()
              .flatMap(e -> e.readings().stream())
              .anyMatch(r -> r.doubt() != null && r.doubt().contains("legible"));
    }
    return hardlyLegible;
  }

  boolean isBudget() {
    String type = content.disclosure().type();
    return type != null && type.endsWith("预算");
  }

  List<Entry> projects() {
    return ofKind(EntryKind.PROJECT);
  }

  List<Entry> statements() {
    return ofKind(EntryKind.STATEMENT);
  }

  private List<Entry> ofKind(EntryKind kind) {
    return kinds.getOrDefault(kind, List.of());
  }

  /** What the narrative and the statutory tables say, in the order of the content. */
  List<Entry> linesAndStatements() {
    return linesAndStatements;
  }

  List<Entry> withReadings() {
    return withReadings;
  }

  /** What an entry has in words: its sure readings of the narrative, in their order. */
  record Said(Entry entry, List<Reading> readings) {}

  /** All that is told of anything. Many rules go through it. */
  List<Said> told() {
    if (told == null) {
      List<Said> all = new ArrayList<>();
      for (Entry entry : withReadings) {
        List<Reading> said = new ArrayList<>();
        for (Reading reading : entry.readings()) {
          if (reading.basis() == Basis.NARRATIVE && isSure(reading)) {
            said.add(reading);
          }
        }
        if (!said.isEmpty()) {
          all.add(new Said(entry, said));
        }
      }
      told = all;
    }
    return told;
  }

  /** What lines and statements have in words. */
  List<Said> toldOfTheBudget() {
    if (toldOfTheBudget == null) {
      toldOfTheBudget =
          told().stream()
              .filter(
                  t ->
                      t.entry().kind() == EntryKind.LINE || t.entry().kind() == EntryKind.STATEMENT)
              .toList();
    }
    return toldOfTheBudget;
  }

  /** The rows of all tables. */
  List<Entry> inTables() {
    return inTables;
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
    List<Reading> table = new ArrayList<>(line.readings().size());
    for (Reading reading : line.readings()) {
      if (isSure(reading) && reading.basis() == Basis.TABLE) {
        table.add(reading);
      }
    }
    return table;
  }

  /** Whether a figure of the row's table may have been read wrongly: then its sums say nothing. */
  static boolean isDoubtful(Entry line) {
    for (Reading reading : line.readings()) {
      if (reading.doubt() != null && reading.basis() == Basis.TABLE) {
        return true;
      }
    }
    return false;
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

  /** The first row of a table, or whatever comes first, for a finding about the table itself. */
  Entry of(Table table) {
    return inTables.stream()
        .filter(line -> table.ref().equals(line.table()))
        .findFirst()
        .orElseGet(() -> content.entries().getFirst());
  }

  /** The indicators of a project: they stand under its name. */
  List<Entry> indicators(Entry project) {
    if (indicators == null) {
      indicators = new HashMap<>();
      for (Entry indicator : ofKind(EntryKind.INDICATOR)) {
        for (String heading : new HashSet<>(indicator.path())) {
          indicators.computeIfAbsent(heading, h -> new ArrayList<>()).add(indicator);
        }
      }
    }
    return indicators.getOrDefault(project.name(), List.of());
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
                        .computeIfAbsent(r.basis(), b -> new HashMap<>())
                        .computeIfAbsent(String.valueOf(r.metric()), m -> new ArrayList<>())
                        .add(new Stated(entry, r)));
      }
    }
    return whole;
  }

  /** Readings that have a value and no doubt. */
  static Stream<Reading> sure(Entry entry) {
    return entry.readings().stream().filter(Account::isSure);
  }

  private static boolean isSure(Reading reading) {
    return reading.value() != null && reading.doubt() == null;
  }

  /** The figures of one metric. Asked of every entry, of which most have none. */
  static List<Reading> stated(Entry entry, String metric, Basis basis) {
    List<Reading> stated = List.of();
    for (Reading reading : entry.readings()) {
      if (metric.equals(reading.metric()) && reading.basis() == basis && isSure(reading)) {
        stated = stated.isEmpty() ? new ArrayList<>() : stated;
        stated.add(reading);
      }
    }
    return stated;
  }

  static Optional<Reading> first(Entry entry, String metric, Basis basis) {
    for (Reading reading : entry.readings()) {
      if (metric.equals(reading.metric()) && reading.basis() == basis && isSure(reading)) {
        return Optional.of(reading);
      }
    }
    return Optional.empty();
  }

  static Optional<Reading> first(Entry entry, String metric) {
    for (Reading reading : entry.readings()) {
      boolean printed = reading.basis() != Basis.COMPUTED;
      if (metric.equals(reading.metric()) && printed && isSure(reading)) {
        return Optional.of(reading);
      }
    }
    return Optional.empty();
  }

  /** A reading and the entry that states it. */
  record Stated(Entry entry, Reading reading) {}

  /** All that is said of a metric of the whole disclosure at a stage. */
  List<Stated> ofTheWhole(String metric, @Nullable Stage stage, Basis basis) {
    ofTheWhole();
    List<Stated> all = stated.getOrDefault(basis, Map.of()).getOrDefault(metric, List.of());
    return all.isEmpty() || stage == null
        ? all
        : all.stream().filter(s -> s.reading().stage() == stage).toList();
  }

  /** The values of a table's column by subject code; of two rows with one code the first. */
  Map<String, Stated> column(Form form, String label) {
    return columns(form).getOrDefault(label, Map.of());
  }

  /** All columns of a form by their labels. */
  Map<String, Map<String, Stated>> columns(Form form) {
    return columns.computeIfAbsent(form, f -> columns(lines(f)));
  }

  /** The columns of some rows by their labels, their values by subject code. */
  static Map<String, Map<String, Stated>> columns(List<Entry> rows) {
    Map<String, Map<String, Stated>> read = new LinkedHashMap<>();
    for (Entry line : rows) {
      String code = line.subject() == null ? "" : line.subject().code();
      for (Reading reading : table(line)) {
        read.computeIfAbsent(reading.label(), l -> new LinkedHashMap<>())
            .putIfAbsent(code, new Stated(line, reading));
      }
    }
    return read;
  }
}
