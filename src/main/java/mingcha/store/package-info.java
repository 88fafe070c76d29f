/**
 * What must survive a power cut, and is not the index: the ledger of every file ever offered and
 * what became of it, the versions of every disclosure with how far each is on its way into the
 * index, the originals and contents by their SHA-256, and the saved questions with what they have
 * matched and what of it is still to be sent.
 *
 * <p>{@link mingcha.store.Store} reads, and may be open in any number of processes; {@link
 * mingcha.store.Journal} is the writing half, for the one that holds the writer's lock, or for each
 * of several that hold a part of it: a version knows who wrote it, and a number of one is never
 * that of another. The data directory:
 *
 * <pre>
 *   mingcha.sqlite     ledger, versions, alerts, outbox (WAL, synchronous=FULL)
 *   originals/ab/ab…   the bytes of every file that was read
 *   content/ab/ab….json.gz   what was read in them
 *   content/ab/ab….whole.json.gz   under the last of several files of one disclosure, what they
 *                                  say together and what was found in it
 *   segments/          the index, not of this room
 * </pre>
 *
 * <p>Alerts ({@link mingcha.store.AlertTable}) and the outbox ({@link mingcha.store.Outbox}) are
 * written by the process that serves as well; SQLite makes the two take turns.
 *
 * <p>The one idea: SQLite is told what is going to happen before the index does it, and that it has
 * happened after. Whatever is in between when the power goes is done again.
 */
@NullMarked
package mingcha.store;

import org.jspecify.annotations.NullMarked;
