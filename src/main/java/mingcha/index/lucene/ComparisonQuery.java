package mingcha.index.lucene;

import java.io.IOException;
import java.util.Objects;
import mingcha.index.Schema;
import mingcha.query.Op;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/** Entries in which some value of one metric compares as asked to some value of another. */
final class ComparisonQuery extends Query {
  private final String left;
  private final Op op;
  private final String right;

  ComparisonQuery(String left, Op op, String right) {
    this.left = left;
    this.op = op;
    this.right = right;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        SortedNumericDocValues a =
            DocValues.getSortedNumeric(context.reader(), Schema.valueField(left));
        SortedNumericDocValues b =
            DocValues.getSortedNumeric(context.reader(), Schema.valueField(right));
        return ConstantScoreScorerSupplier.fromIterator(
            TwoPhaseIterator.asDocIdSetIterator(new Pairs(a, b)),
            score(),
            scoreMode,
            context.reader().maxDoc());
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return true;
      }
    };
  }

  private final class Pairs extends TwoPhaseIterator {
    private final SortedNumericDocValues a;
    private final SortedNumericDocValues b;

    Pairs(SortedNumericDocValues a, SortedNumericDocValues b) {
      super(a);
      this.a = a;
      this.b = b;
    }

    @Override
    public boolean matches() throws IOException {
      if (!b.advanceExact(a.docID())) {
        return false;
      }
      long[] others = new long[b.docValueCount()];
      for (int i = 0; i < others.length; i++) {
        others[i] = b.nextValue();
      }
      for (int i = 0; i < a.docValueCount(); i++) {
        long value = a.nextValue();
        for (long other : others) {
          if (holds(value, other)) {
            return true;
          }
        }
      }
      return false;
    }

    @Override
    public float matchCost() {
      return 10;
    }
  }

  private boolean holds(long value, long other) {
    return switch (op) {
      case LESS -> value < other;
      case AT_MOST -> value <= other;
      case MORE -> value > other;
      case AT_LEAST -> value >= other;
      case EQUAL, IN, BETWEEN -> value == other;
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return left + " " + op + " " + right;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ComparisonQuery other
        && left.equals(other.left)
        && op == other.op
        && right.equals(other.right);
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), left, op, right);
  }
}
