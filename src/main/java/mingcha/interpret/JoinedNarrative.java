package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import mingcha.disclosure.Stage;

/**
 * Joins what the narrative in one file says to the lines of the tables in another. In its own file
 * it found no line and became a statement, whose name is what {@link Narrative} called it: a
 * subject with its levels, the total of 一般公共预算财政拨款, or the name before 年初预算.
 */
final class JoinedNarrative {
  private JoinedNarrative() {}

  /** The same entries, less the statements that have found their lines. */
  static List<Entry> of(List<Entry> entries) {
    List<Entry> joined = new ArrayList<>(entries);
    SubjectLookup lookup = new SubjectLookup(entries.stream().map(JoinedNarrative::draft).toList());
    List<Entry> found = new ArrayList<>();
    for (Entry entry : entries) {
      line(entry, lookup)
          .filter(at -> !isOfOneFile(entry, entries.get(at)))
          .ifPresent(
              at -> {
                joined.set(at, joined(joined.get(at), entry));
                found.add(entry);
              });
    }
    joined.removeAll(found);
    return List.copyOf(joined);
  }

  private static Optional<Integer> line(Entry statement, SubjectLookup lookup) {
    boolean told =
        statement.kind() == EntryKind.STATEMENT
            && statement.readings().stream().allMatch(r -> r.basis() == Basis.NARRATIVE);
    if (!told) {
      return Optional.empty();
    }
    return switch (statement.scope()) {
      case SUBJECT ->
          SubjectPath.last(statement.name()).flatMap(found -> lookup.line(found.path()));
      case DISCLOSURE ->
          Narrative.isGeneralTotal(statement.name()) ? lookup.generalTotal() : Optional.empty();
      case OTHER -> isOfBudget(statement) ? lookup.named(statement.name()) : Optional.empty();
      case PROJECT -> Optional.empty();
    };
  }

  /** A name that stood before 年初预算为. */
  private static boolean isOfBudget(Entry statement) {
    return statement.readings().stream()
        .anyMatch(r -> "budget_initial".equals(r.metric()) && r.stage() == Stage.INITIAL);
  }

  /** Within a file it was seen already that the line is not the statement's. */
  private static boolean isOfOneFile(Entry a, Entry b) {
    return a.disclosure().sha256().equals(b.disclosure().sha256());
  }

  private static Entry joined(Entry line, Entry said) {
    List<Reading> readings = new ArrayList<>(line.readings());
    readings.addAll(said.readings());
    List<Source> places =
        Stream.concat(
                line.aka().stream(),
                Stream.concat(
                    said.readings().stream().limit(1).map(Reading::source), said.aka().stream()))
            .distinct()
            .toList();
    return new Entry(
        line.id(),
        line.kind(),
        line.name(),
        line.text() + "\n" + said.text(),
        line.path(),
        line.scope(),
        line.disclosure(),
        line.table(),
        line.subject(),
        line.rule(),
        line.severity(),
        readings,
        places);
  }

  /** As the lookup wants it, to which the place does not matter. */
  private static DraftEntry draft(Entry entry) {
    return new DraftEntry(
        entry.kind(),
        entry.name(),
        entry.text(),
        entry.path(),
        entry.scope(),
        entry.table(),
        entry.subject(),
        entry.readings(),
        entry.aka(),
        Source.line(entry.disclosure().file(), 1));
  }
}
