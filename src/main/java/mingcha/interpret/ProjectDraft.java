package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.disclosure.Source;
import mingcha.disclosure.TableRef;
import org.jspecify.annotations.Nullable;

/** A project while it is put together from its form, its summary row, its report and mentions. */
final class ProjectDraft {
  /** Text beyond this is in the passages; a project's text is to be shown and searched. */
  private static final int MOST_TEXT = 12_000;

  final String name;
  final Source source;
  final List<String> path;
  final @Nullable TableRef table;
  private final LinkedHashSet<String> text = new LinkedHashSet<>();
  private final List<Reading> readings = new ArrayList<>();
  private final Set<List<Object>> seen = new HashSet<>();
  private final List<Source> aka = new ArrayList<>();
  private int length;

  ProjectDraft(String name, Source source, List<String> path, @Nullable TableRef table) {
    this.name = name;
    this.source = source;
    this.path = List.copyOf(path);
    this.table = table;
  }

  void say(String paragraph) {
    if (!paragraph.isBlank() && length < MOST_TEXT && text.add(paragraph.strip())) {
      length += paragraph.length();
    }
  }

  /** Adds a reading unless the same figure was read with the same metric, label and basis. */
  void read(Reading reading) {
    BigDecimal value = reading.value();
    Object figure = value == null ? reading.raw() : value.stripTrailingZeros();
    String what = reading.metric() == null ? reading.label() : reading.metric();
    if (seen.add(List.of(what, figure, reading.basis(), reading.doubt() == null))) {
      readings.add(reading);
    }
  }

  List<Reading> readings() {
    return readings;
  }

  String text() {
    return String.join("\n", text);
  }

  /** What is said of a whole department is no project: its money is a line. */
  DraftEntry departmentLine(String named) {
    return new DraftEntry(
        EntryKind.LINE,
        named,
        text(),
        path,
        Scope.DISCLOSURE,
        table,
        null,
        readings(),
        aka(),
        source);
  }

  List<Source> aka() {
    return aka;
  }

  /** Takes over what another draft of the same project says. */
  void join(ProjectDraft other) {
    other.text.forEach(this::say);
    other.readings.forEach(this::read);
    aka.add(other.source);
    aka.addAll(other.aka);
  }
}
