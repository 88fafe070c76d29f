package mingcha.index;

import java.io.IOException;

/** The index cannot be asked now; later it may. The message says why, to its operator. */
public final class IndexUnavailable extends IOException {
  private static final long serialVersionUID = 1;

  public IndexUnavailable(String message) {
    super(message);
  }

  public IndexUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
