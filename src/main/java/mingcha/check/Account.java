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
import mingcha.disclosure.Table;
import org.jspecify.annotations.Nullable;

/** A content as the rules look at it: its entries by what they are, and readings without doubt. */
final class Account {
  /** A shorter cell holds a label or a figure. */
  private static final int LEAST_PASSAGE = 30;

  private final Content content;
  private final Layout layout;
  private final StatedFigures stated;

  private final Map<String, List<Entry>> lines = new HashMap<>();
  private final Map<Form, List<List<Entry>>> tables = new EnumMap<>(Form.class);
  private final Map<EntryKind, List<Entry>> kinds = new EnumMap<>(EntryKind.class);
  private final List<Entry> linesAndStatements = new ArrayList<>();
  private final List<Entry> withReadings = new ArrayList<>();
  private final List<Entry> inTables = new ArrayList<>();
  private @Nullable Map<String, List<Entry>> indicators;
  private final IdentityHashMap<Paragraph, String> compact = new IdentityHashMap<>();
  private final IdentityHashMap<Paragraph, List<Worded>> amounts = new IdentityHashMap<>();
  private @Nullable Texts passages;
  private @Nullable Texts paragraphs;
  private @Nullable Texts explained;
  private @Nullable List<List<Paragraph>> sections;
  private @Nullable Boolean hardlyLegible;

  Account(Content content) {
    this.content = content;
    this.layout = new Layout(content);
    this.stated = new StatedFigures(this);
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

  /** The amounts of a paragraph, each with its words. */
  List<Worded> amounts(Paragraph paragraph) {
    return amounts.computeIfAbsent(paragraph, p -> List.copyOf(Worded.in(compact(p), p.source())));
  }

  Content content() {
    return content;
  }

  /** Its figures, found by what they are of. */
  StatedFigures stated() {
    return stated;
  }

  /** Where the cells of its tables stand. */
  Layout layout() {
    return layout;
  }

  /** What the department explains of its own figures. */
  Texts explained() {
    if (explained == null) {
      explained = paragraphs().of(Explained.paragraphs(content));
    }
    return explained;
  }

  /** The paragraphs outside of tables. */
  Texts paragraphs() {
    if (paragraphs == null) {
      paragraphs = passages().first(content.paragraphs().size());
    }
    return paragraphs;
  }

  /**
   * All running text: the paragraphs, and the cells of forms that hold sentences. A self-evaluation
   * gives its analysis in cells.
   */
  Texts passages() {
    if (passages == null) {
      List<Paragraph> all = new ArrayList<>(content.paragraphs());
      for (Table table : content.tables()) {
        for (Cell cell : table.cells()) {
          if (cell.text().length() >= LEAST_PASSAGE) {
            all.add(new Paragraph(cell.text(), table.path(), cell.source()));
          }
        }
      }
      passages = new Texts(all, new WordIndex(all.stream().map(this::compact).toList()));
    }
    return passages;
  }

  /** The runs of paragraphs under one heading, of which one's text is of interest. */
  List<List<Paragraph>> sections(Predicate<String> interest) {
    if (sections == null) {
      sections = Sections.of(content);
    }
    return sections.stream()
        .filter(section -> section.stream().anyMatch(p -> interest.test(compact(p))))
        .toList();
  }

  /** Whether it was read off pictures, and not surely: then a digit out of place may be ours. */
  boolean isHardlyLegible() {
    if (hardlyLegible == null) {
      hardlyLegible = false;
      for (Entry entry : withReadings) {
        hardlyLegible |= isHardlyLegible(entry.readings());
      }
    }
    return hardlyLegible;
  }

  private static boolean isHardlyLegible(List<Reading> readings) {
    for (Reading reading : readings) {
      if (isHardlyLegible(reading)) {
        return true;
      }
    }
    return false;
  }

  static boolean isHardlyLegible(Reading reading) {
    return reading.doubt() != null && reading.doubt().contains("legible");
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

  /** The rows of all tables. */
  List<Entry> inTables() {
    return inTables;
  }

  List<Entry> entries(Predicate<Entry> which) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : content.entries()) {
      if (which.test(entry)) {
        entries.add(entry);
      }
    }
    return entries;
  }

  /** The rows of a statutory table. */
  List<Entry> lines(Form form) {
    return lines.getOrDefault(form.id(), List.of());
  }

  /**
   * The rows of each table of a form: budgets print some forms twice, of wider and narrower scope.
   */
  List<List<Entry>> tables(Form form) {
    return tables.computeIfAbsent(
        form,
        f -> {
          Map<String, List<Entry>> byTitle = new LinkedHashMap<>();
          for (Entry line : lines(f)) {
            String title = line.table() == null ? "" : line.table().title();
            byTitle.computeIfAbsent(title, t -> new ArrayList<>()).add(line);
          }
          return List.copyOf(byTitle.values());
        });
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

  /** Readings that have a value and no doubt. */
  static Stream<Reading> sure(Entry entry) {
    return entry.readings().stream().filter(Account::isSure);
  }

  static boolean isSure(Reading reading) {
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

  /** What an entry has in words: its sure readings of the narrative, in their order. */
  record Said(Entry entry, List<Reading> readings) {}

  /** A reading and the entry that states it. */
  record Stated(Entry entry, Reading reading) {}
}
