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
 * <p>A commit is seen whole. Each has a number, which its documents bear, and one document for each
 * index ({@code Commits}, changed by compare-and-set) says which numbers are committed: readers
 * leave out all that is under way, was left so by a writer that was killed, or has been replaced.
 * So the step from the old to the new is the change of one document, and neither a refresh of
 * another writer, nor a node that is started anew, nor two shards shows half of it. What was
 * replaced is deleted when no reader can still ask for it; what was left under way, when its
 * writer's seat is taken again. A reader knows what is committed as of 0.3 s ago.
 *
 * <p>Several writers share an index: the ingesters of one data directory, each with a {@link
 * mingcha.index.opensearch.Seat} whose highest seq is noted with the commits. That no two write one
 * disclosure at once is their promise, not ours. An index belongs to one data directory; another is
 * refused.
 *
 * <p>Away. A writer waits two minutes ({@code ?wait=SECONDS}) for nodes that do not answer, are too
 * busy or lack a shard, then says so and ends; its store has what was not committed. A reader waits
 * a second, then tells that the index is away: an answer without one of the shards is none.
 *
 * <p>{@code reindex} writes into another index, and gives it the name when it is whole; until then
 * readers have the old one, which is deleted then. An export that is under way just then ends with
 * an error.
 *
 * <p>Not here: facets list the ten thousand most frequent values; disclosures are counted exactly
 * up to forty thousand; pages go as deep as a hundred thousand entries, exports to the end.
 *
 * <p>Shards and sizes. A document is routed by its year and prefecture ({@code Routes}): a question
 * without words that names both is asked of their shard alone; one with words is asked of all,
 * since all say how frequent a word is. 340 prefectures in ten years are 3,400 values, some 140 a
 * shard of 24, so that shards differ by about a tenth. A shard should hold 20 to 50 GiB. A million
 * entries of the sample took 578 bytes each in one segment, 484 on one machine without a cluster:
 * here an entry has its id twice and its commit besides. At 580 bytes a thousand million entries
 * are 540 GiB: 24 shards of 23 GiB ({@code ?shards=24&replicas=1}), with one replica 1.1 TiB; on
 * six nodes 180 GiB and eight shards each, with heaps of 8 to 16 GiB (facets and sorts read doc
 * values, which are not in the heap) and at least as much left to the page cache. While it is
 * written an index is larger, up to twice. Nothing was tried at that size: {@code ClusterStep} of
 * {@code src/bench} prints what an entry takes.
 */
@NullMarked
package mingcha.index.opensearch;

import org.jspecify.annotations.NullMarked;
