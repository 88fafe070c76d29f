package mingcha.store;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A saved question as it is kept.
 *
 * @param id names it in what is delivered and in its feed
 * @param token the secret that its managing link ends in
 * @param confirmation the secret that the first mail ends in; null where there is no mail
 * @param reason why it was set aside, or null
 * @param language of what is delivered: {@code zh} or {@code en}
 * @param question as JSON
 * @param webhook an address to post to, or null
 * @param secret that signs what is posted
 * @param atom whether it has a feed
 * @param cadence {@code at-once}, {@code daily} or {@code weekly}
 * @param hour of a digest, 0 to 23
 * @param weekday of a weekly one, 1 is Monday
 * @param zone of that hour, {@code Asia/Shanghai}
 * @param created in milliseconds since 1970
 * @param mailed when the last mail left, or 0
 * @param revision rises with every change of any alert
 */
public record AlertRow(
    String id,
    String token,
    @Nullable String confirmation,
    State state,
    @Nullable String reason,
    String name,
    String language,
    String question,
    @Nullable String email,
    @Nullable String webhook,
    @Nullable String secret,
    boolean atom,
    String cadence,
    int hour,
    int weekday,
    String zone,
    long created,
    long mailed,
    long revision) {

  /** The same in another state. */
  public AlertRow in(State newState) {
    return new AlertRow(
        id,
        token,
        confirmation,
        newState,
        null,
        name,
        language,
        question,
        email,
        webhook,
        secret,
        atom,
        cadence,
        hour,
        weekday,
        zone,
        created,
        mailed,
        revision);
  }

  /** What becomes of an alert. */
  public enum State {
    /** Its address has not been confirmed. */
    PENDING,
    /** It is matched and told. */
    ACTIVE,
    /** It cannot be matched; the reason says why. */
    BROKEN,
    /** Only its id is kept. */
    ENDED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
