package mingcha.alert;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of an alert beside its question; null leaves a part as it is, or as it usually is.
 *
 * @param name what it is called, at most 100 characters; usually the question
 * @param language {@code zh} or {@code en}
 * @param email an address, which has to be confirmed; it cannot be changed afterwards
 * @param webhook an address to post to; empty for none
 * @param atom whether it has a feed
 * @param cadence {@code at-once}, {@code daily} or {@code weekly}
 * @param hour of a digest, 0 to 23
 * @param weekday of a weekly one, 1 (Monday) to 7
 * @param zone of that hour, {@code Asia/Shanghai}
 */
public record AlertRequest(
    @Nullable String name,
    @Nullable String language,
    @Nullable String email,
    @Nullable String webhook,
    @Nullable Boolean atom,
    @Nullable String cadence,
    @Nullable Integer hour,
    @Nullable Integer weekday,
    @Nullable String zone) {}
