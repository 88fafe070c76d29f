package mingcha.index.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The entries that answer a question, as they were met when the facets were counted: the first hits
 * are sought among them, and nobody has to find out anew which answer it. Segments in which nothing
 * was met, since their counts were known, are asked.
 */
final class Matches extends Query {
  private final Query otherwise;
  private final Map<Integer, Met> bySegment = new HashMap<>();

  /**
   * None yet.
   *
   * @param otherwise finds the same entries
   */
  Matches(Query otherwise) {
    this.otherwise = otherwise;
  }

  private record Met(FixedBitSet entries, long number) {}

  /** Takes what was met in a segment. */
  void add(LeafReaderContext leaf, FixedBitSet entries, long number) {
    bySegment.put(leaf.ord, new Met(entries, number));
  }

  boolean isEmpty() {
    return bySegment.isEmpty();
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    boolean all = bySegment.size() == searcher.getIndexReader().leaves().size();
    Weight asked =
        all
            ? null
            : searcher.createWeight(
                searcher.rewrite(otherwise), ScoreMode.COMPLETE_NO_SCORES, boost);
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        Met met = bySegment.get(leaf.ord);
        if (met == null) {
          return asked == null ? null : asked.scorerSupplier(leaf);
        }
        return met.number == 0
            ? null
            : ConstantScoreScorerSupplier.fromIterator(
                new BitSetIterator(met.entries, met.number),
                score(),
                scoreMode,
                leaf.reader().maxDoc());
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "met of " + otherwise.toString(field);
  }

  @Override
  public boolean equals(Object o) {
    return this == o;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
