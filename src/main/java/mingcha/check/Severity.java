package mingcha.check;

import java.util.Locale;

/** How much a finding needs explaining. */
public enum Severity {
  /** Has a known harmless cause, or rests on convention: a rate of a budget of 0. */
  INFO,
  /** Two figures that cannot both be meant. */
  WARN;

  /** On the wire: {@code warn}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
