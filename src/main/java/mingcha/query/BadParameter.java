package mingcha.query;

/** A parameter beside the question that cannot be understood; says which, and what was expected. */
public final class BadParameter extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String name;
  private final String value;

  public BadParameter(String name, String value, String message) {
    super(message);
    this.name = name;
    this.value = value;
  }

  public String name() {
    return name;
  }

  public String value() {
    return value;
  }
}
