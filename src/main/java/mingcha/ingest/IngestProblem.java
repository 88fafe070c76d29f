package mingcha.ingest;

/** Ingesting cannot begin; the message says why and what to do. */
public final class IngestProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  public IngestProblem(String message) {
    super(message);
  }

  public IngestProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
