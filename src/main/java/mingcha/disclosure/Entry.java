package mingcha.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The unit of search: one thing that a disclosure says.
 *
 * @param id see {@link Ids#entry}
 * @param text what is shown and searched besides the name
 * @param path the headings above it, outermost first
 * @param rule of a finding, {@code rate-conflict/table-narrative}
 * @param severity of a finding: {@code error}, {@code warn} or {@code info}
 * @param aka where the same thing is stated again
 */
public record Entry(
    String id,
    EntryKind kind,
    String name,
    String text,
    List<String> path,
    Scope scope,
    Disclosure disclosure,
    @Nullable TableRef table,
    @Nullable Subject subject,
    @Nullable String rule,
    @Nullable String severity,
    List<Reading> readings,
    List<Source> aka) {
  public Entry {
    path = List.copyOf(path);
    readings = List.copyOf(readings);
    aka = List.copyOf(aka);
    if ((kind == EntryKind.FINDING) != (rule != null)) {
      throw new IllegalArgumentException(
          "a finding, and nothing else, has a rule: " + kind + " " + name);
    }
    if (kind == EntryKind.PASSAGE && !readings.isEmpty()) {
      throw new IllegalArgumentException("a passage has no readings: " + name);
    }
  }

  /** The same entry with other readings. */
  public Entry with(List<Reading> others) {
    return new Entry(
        id, kind, name, text, path, scope, disclosure, table, subject, rule, severity, others, aka);
  }

  /** The same finding with another severity. */
  public Entry withSeverity(String other) {
    return new Entry(
        id, kind, name, text, path, scope, disclosure, table, subject, rule, other, readings, aka);
  }
}
