package mingcha.query;

/** How a figure compares. */
public enum Op {
  LESS("<"),
  AT_MOST("<="),
  MORE(">"),
  AT_LEAST(">="),
  EQUAL("="),
  BETWEEN("between"),
  IN("in");

  private final String symbol;

  Op(String symbol) {
    this.symbol = symbol;
  }

  /** As on the wire: {@code <=}. */
  @Override
  public String toString() {
    return symbol;
  }
}
