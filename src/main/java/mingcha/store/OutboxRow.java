package mingcha.store;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The matches of a batch on their way out by one channel.
 *
 * @param channel {@code email} or {@code webhook}
 * @param due not before this, in milliseconds since 1970
 * @param first when it was due at first
 * @param attempts that failed
 * @param error of the last one
 */
public record OutboxRow(
    String batch,
    String channel,
    String alert,
    State state,
    long due,
    long first,
    int attempts,
    @Nullable String error) {
  public static final String EMAIL = "email";
  public static final String WEBHOOK = "webhook";

  /** A new one. */
  public OutboxRow(String batch, String channel, String alert, long due) {
    this(batch, channel, alert, State.DUE, due, due, 0, null);
  }

  /** How far it is. */
  public enum State {
    DUE,
    DELIVERED,
    /** Set aside: the last error says why. */
    FAILED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
