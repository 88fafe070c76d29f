package mingcha.store;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The store cannot be used as it is, or cannot write; the message says what to do. */
public final class StoreProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StoreProblem(String message) {
    super(message);
  }

  public StoreProblem(String message, Throwable cause) {
    super(message, cause);
  }

  /** Whether this, or what caused it, is a full disk. */
  public static boolean diskFull(@Nullable Throwable problem) {
    for (Throwable t = problem; t != null; t = t.getCause()) {
      String message = t.getMessage();
      if (message != null) {
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left")
            || lower.contains("disk full")
            || lower.contains("disk is full")
            || lower.contains("quota exceeded")) {
          return true;
        }
      }
      for (Throwable suppressed : t.getSuppressed()) {
        if (diskFull(suppressed)) {
          return true;
        }
      }
    }
    return false;
  }
}
