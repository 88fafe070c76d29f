package mingcha.index;

/** The index cannot be used as it is; the message says what to do. */
public final class IndexProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  public IndexProblem(String message) {
    super(message);
  }

  public IndexProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
