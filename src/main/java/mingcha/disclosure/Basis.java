package mingcha.disclosure;

import java.util.Locale;

/** Where a reading comes from: printed in a table, said in a sentence, or computed from others. */
public enum Basis {
  TABLE,
  NARRATIVE,
  COMPUTED;

  /** The lower-case name on the wire: {@code table}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
