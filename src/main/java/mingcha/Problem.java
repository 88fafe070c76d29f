package mingcha;

/** A mistake in what was asked of a command; its message is all that a person needs. */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;

  Problem(String message) {
    super(message);
  }
}
