/**
 * Where entries are kept to be found: the schema as data, and a small port. An {@link
 * mingcha.index.EntryIndexer} replaces the entries of a disclosure and commits, an {@link
 * mingcha.index.EntrySearcher} answers a {@link mingcha.query.Question} with an {@link
 * mingcha.index.Answer}. Backends live in packages below and never see each other.
 *
 * <p>What a question means is decided here, once for all backends: which readings a bare metric
 * counts ({@link mingcha.index.CountedReadings}), which rates are computed where none is stated
 * ({@link mingcha.index.ComputedReadings}), which numbers an operator takes in ({@link
 * mingcha.index.Range}), that one reading has to meet all clauses on its metric ({@link
 * mingcha.index.MetricRanges}), and which readings a hit shows as those that met them ({@link
 * mingcha.index.MatchedReadings}).
 */
@NullMarked
package mingcha.index;

import org.jspecify.annotations.NullMarked;
