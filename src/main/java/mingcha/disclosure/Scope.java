package mingcha.disclosure;

import java.util.Locale;

/** What the figures of an entry are said of. */
public enum Scope {
  /** The whole disclosure: its publisher's totals. */
  DISCLOSURE,
  /** One subject code. */
  SUBJECT,
  /** One project. */
  PROJECT,
  OTHER;

  /** The lower-case name on the wire: {@code disclosure}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
