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
 * <p>Several ingesters. Where the index is a cluster, any number of processes may ingest into one
 * data directory of one machine, also the same files ({@link mingcha.ingest.Ingester#openSeat}).
 * Each has a seat, a number that its versions and its commits bear. It reads a file when it has its
 * lease, and writes a disclosure when it has that of the disclosure ({@code Leases}); what another
 * has it comes back to at the end. Seats and leases are locks of the operating system: they end
 * with their process, so that what a killed one held is free at once, and a process that merely
 * stands still keeps what it has. What a killed one left on its way, in the store and in the index,
 * is finished by the others when they come to the end of their files, or by the next that is
 * opened. The ledger, the originals and the contents are shared; SQLite makes the writers take
 * turns, tens of times a second at most. Of two editions of one disclosure in different files that
 * two ingesters read at the same moment, the one that is written last stays, as when they come in
 * two runs.
 *
 * <p>The one idea: what can go wrong with a file is a row of the ledger; what can go wrong with the
 * machine (a full disk, a second writer) ends the run, with all that was indexed kept.
 */
@NullMarked
package mingcha.ingest;

import org.jspecify.annotations.NullMarked;
