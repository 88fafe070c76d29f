package mingcha.disclosure;

import java.util.Locale;

/** The kinds of {@link Entry}. */
public enum EntryKind {
  /** A paragraph under its headings, without readings. */
  PASSAGE,
  /** A row of a statutory table, joined with what the narrative says of the same code or item. */
  LINE,
  /** One funded project: its table, report and narrative. */
  PROJECT,
  /** One performance indicator, 绩效指标. */
  INDICATOR,
  /** A sentence that gives figures about a thing that has no line or project. */
  STATEMENT,
  /** A row of any other table. */
  ROW,
  /** Something that does not add up. */
  FINDING;

  /** The lower-case name on the wire: {@code line}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
