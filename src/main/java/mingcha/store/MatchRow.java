package mingcha.store;

/**
 * An entry that is news to an alert. Recorded unless the digest is the one that was recorded last
 * for the alert and the entry.
 *
 * @param id a hash of these three: the same however often it is found; as recorded, with a number
 *     where the entry has come back to these readings
 * @param digest of the entry's readings
 * @param news {@code new}, {@code changed} or {@code withdrawn}
 * @param disclosure its id
 * @param hit what is told, as JSON
 * @param batch names all that is told an alert of one version of a disclosure
 * @param found in milliseconds since 1970
 */
public record MatchRow(
    String id,
    String alert,
    String entry,
    String digest,
    String news,
    String disclosure,
    String hit,
    String batch,
    long found) {}
