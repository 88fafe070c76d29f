/**
 * The OpenSearch backend, for what one machine cannot hold. {@link
 * mingcha.index.opensearch.OpenSearchIndexer} sends entries to a cluster, {@link
 * mingcha.index.opensearch.OpenSearchSearcher} answers questions from it; {@link
 * mingcha.index.opensearch.ClusterAddress} says where it is.
 *
 * <p>The one idea: the cluster knows nothing of Chinese. {@code Terms} cuts text into words, pairs
 * of letters and syllables here, and sends them with white space between; the cluster splits there.
 * So it needs no plugin, and its scores are those of {@code index.lucene}: {@code ClusterCompiler}
 * and {@code ClusterTexts} ask clause by clause what the compiler there asks. The same contract is
 * run on both, and the same random questions have the same entries, totals, facets and order.
 *
 * <p>A commit is seen whole. The indexes are never refreshed but by it, so that new documents and
 * the deletion of those they replace come into sight together: those of one disclosure share a
 * shard, since they are routed by it. Each document bears the number of its commit; a writer that
 * was killed on its way leaves a note, and the next one takes out what bears a later number than
 * was noted. A node that is started anew in the middle of a commit may show part of it until then.
 *
 * <p>Not here: one writer at a time holds the lease of an index, several ingesters of one index are
 * refused; facets list the ten thousand most frequent values; disclosures are counted exactly up to
 * forty thousand; pages go as deep as a hundred thousand entries, exports to the end.
 *
 * <p>Sizes. A shard should hold some 30 to 50 GiB. An entry takes about 420 bytes in Lucene's index
 * of the sample, somewhat more here: a thousand million entries are of the order of half a
 * terabyte, 12 to 16 shards, with one replica twice that. The number of shards is that of the
 * template {@code NAME}; an operator gives it with a template of higher priority, or the setting
 * {@code cluster.default_number_of_shards} is taken. Not tried at that size.
 */
@NullMarked
package mingcha.index.opensearch;

import org.jspecify.annotations.NullMarked;
