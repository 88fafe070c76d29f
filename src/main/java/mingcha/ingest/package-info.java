/**
 * A file flows: scan, hash, extract, interpret, check, index, store, in the order that makes it
 * survive a power cut at any moment.
 *
 * <p>{@link mingcha.ingest.Ingester} is the door: open it (which takes the writer's lock and
 * finishes what a killed process left), {@code ingest} folders, close it. Two workers read files
 * ahead; one thread, the caller's, writes, in the order of the files, so that a run has one result.
 * {@code Batch} holds the order of writing that DESIGN.md calls durability; {@code Recovery} is its
 * other half.
 *
 * <p>An archive is opened by a reader ({@code ArchiveReader}) and its files are read after it, each
 * with a row of its own, {@code a.zip!/b.pdf}.
 *
 * <p>Of two files of one disclosure the later is a new edition, which replaces, or another part,
 * which stands beside. {@code Parts} joins and checks the parts as one: findings belong to the
 * disclosure, not to the file. What is found between years ({@code Continuity}) is written when a
 * run has read all.
 *
 * <p>The one idea: what can go wrong with a file is a row of the ledger; what can go wrong with the
 * machine (a full disk, a second writer) ends the run, with all that was indexed kept.
 */
@NullMarked
package mingcha.ingest;

import org.jspecify.annotations.NullMarked;
