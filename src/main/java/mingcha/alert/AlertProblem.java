package mingcha.alert;

/** An alert that cannot be saved as asked; says which part, and what would be right. */
public final class AlertProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String part;

  public AlertProblem(String part, String message) {
    super(message);
    this.part = part;
  }

  /** The field of the request that it is about. */
  public String part() {
    return part;
  }
}
