package mingcha.serve;

/** The server cannot run as asked; the message says what to do. */
public final class ServeProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  ServeProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
