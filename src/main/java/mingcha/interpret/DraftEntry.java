package mingcha.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.disclosure.Subject;
import mingcha.disclosure.TableRef;
import org.jspecify.annotations.Nullable;

/**
 * An {@link mingcha.disclosure.Entry} before it has an id and knows its disclosure.
 *
 * @param source where it begins; entries are listed in this order
 */
record DraftEntry(
    EntryKind kind,
    String name,
    String text,
    List<String> path,
    Scope scope,
    @Nullable TableRef table,
    @Nullable Subject subject,
    List<Reading> readings,
    List<Source> aka,
    Source source) {
  DraftEntry {
    path = List.copyOf(path);
    readings = List.copyOf(readings);
    aka = List.copyOf(aka);
  }

  /** An indicator, or a project's target, below its levels. */
  static DraftEntry indicator(
      ProjectRow.Cell name,
      List<String> above,
      List<String> levels,
      List<String> told,
      @Nullable TableRef table,
      List<Reading> readings) {
    List<String> own = levels.stream().filter(level -> !level.isEmpty()).toList();
    List<String> path = Stream.concat(above.stream(), own.stream()).toList();
    return new DraftEntry(
        EntryKind.INDICATOR,
        name.text(),
        Stream.concat(own.stream(), told.stream())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("\n")),
        path,
        Scope.OTHER,
        table,
        null,
        readings,
        List.of(),
        name.source());
  }

  /** The same entry with more readings and more places where it is stated. */
  DraftEntry joined(List<Reading> moreReadings, List<Source> moreAka) {
    List<Reading> allReadings = new ArrayList<>(readings);
    allReadings.addAll(moreReadings);
    List<Source> allAka = new ArrayList<>(aka);
    allAka.addAll(moreAka);
    return new DraftEntry(
        kind, name, text, path, scope, table, subject, allReadings, allAka, source);
  }

  /** The same entry with other readings. */
  DraftEntry with(List<Reading> others) {
    return new DraftEntry(kind, name, text, path, scope, table, subject, others, aka, source);
  }
}
