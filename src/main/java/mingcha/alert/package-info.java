/**
 * Saved questions: be told once, with evidence, when a new or changed disclosure answers one.
 *
 * <p>What comes in: from the public, an {@link mingcha.alert.AlertRequest} to {@link
 * mingcha.alert.Alerts}, which shows what it would have found, refuses what would match everything,
 * and has an address confirmed before it is written to. From {@code ingest}, {@link
 * mingcha.alert.Arrival}s to {@link mingcha.alert.AlertMatcher}, which holds every active question
 * in a Lucene Monitor and gives back what is to be recorded, in the same transaction that calls the
 * disclosure done. What goes out: {@link mingcha.alert.Deliverer} empties the outbox by mail and
 * webhook; {@link mingcha.alert.Feed} is Atom.
 *
 * <p>The one idea: what is news is decided by comparing two versions of a disclosure, not by what
 * an alert was told before. So an alert of yesterday is not told of what was there the day before,
 * however often that is read again; and an entry that stops answering is news as much as one that
 * starts to. What was told is recorded as well, under a key that a second telling cannot get past.
 */
@NullMarked
package mingcha.alert;

import org.jspecify.annotations.NullMarked;
