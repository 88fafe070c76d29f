/**
 * The Lucene backend. {@link mingcha.index.lucene.LuceneIndexer} makes one document of each entry,
 * with its disclosure's fields repeated, and puts a disclosure's documents in place of its old ones
 * as one block; {@link mingcha.index.lucene.LuceneSearcher} answers questions from what was last
 * committed.
 *
 * <p>The one idea: a figure is an exact number in a field of its metric and basis, so that a
 * question is a plain conjunction of ranges, phrases and keywords, and no candidate has to be read
 * to be judged. {@code EntryMapper} says what a document holds, {@code QuestionCompiler} what a
 * question asks of it, {@code TextQueries} what its words do; they are read side by side, and
 * alerts use both. {@code FacetCounter} and {@code HistogramCounter} count, {@code NearQuestions}
 * says what would have been found.
 *
 * <p>What ten million entries would make slow is done otherwise: facets are counted in one pass
 * over classes of documents ({@code FacetTable}, {@code SegmentTally}) and kept by segment, so that
 * a commit costs its own ({@code SegmentMemory}); the first hits are sought among those that were
 * met in that pass ({@code Matches}), without counting the rest ({@code TopHits}), by all
 * processors that are idle ({@code SharedSearcher}); and what was worked out for a reader is kept
 * while it is the latest ({@code Remembered}). None of it changes an answer: {@code
 * FacetCounterTest} counts one by one, {@code KeptCountsTest} and {@code SharedSearcherTest} ask
 * both ways, and the benchmark prints a digest of each answer.
 */
@NullMarked
package mingcha.index.lucene;

import org.jspecify.annotations.NullMarked;
