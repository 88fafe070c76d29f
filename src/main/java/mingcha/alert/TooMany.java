package mingcha.alert;

/** Something is asked for more often than it may be; says how often it may. */
public final class TooMany extends RuntimeException {
  private static final long serialVersionUID = 1;

  public TooMany(String message) {
    super(message);
  }
}
