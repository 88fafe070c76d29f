/**
 * Writes disclosures of invented places, and beside each the truth of every figure it prints: for
 * the demo, the tests and the benchmarks. Call {@link mingcha.sample.SampleWriter#write}.
 *
 * <p>The idea: the truth comes first. A {@code World} of places and bureaus that do not exist
 * (codes 99…, which GB/T 2260 leaves free) gives publishers; for each a run of {@code Budget}s, one
 * a year, exact to the hundred 元, in which every total is the sum of its parts. A {@code
 * FinalAccount} then tells a budget as a 部门决算, in our own words under the prescribed headings, and
 * notes in a {@code Ledger} each figure as it is printed. What it makes is a {@code Document} of
 * headings, paragraphs and grids; only {@code TextRenderer} knows how such a thing looks in a
 * plain-text file, and it knows several ways, each met in published files.
 *
 * <p>{@link mingcha.sample.EntrySample} goes further: entries by the million, as a reader would
 * have made them of such disclosures, for indexes of the size of a province.
 *
 * <p>All of it is drawn from a seed: the same seed writes the same bytes.
 */
@NullMarked
package mingcha.sample;

import org.jspecify.annotations.NullMarked;
