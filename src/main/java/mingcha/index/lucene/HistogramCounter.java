package mingcha.index.lucene;

import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;
import mingcha.index.Histogram;
import mingcha.index.Schema;
import mingcha.query.MetricRef;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/**
 * Counts the figures of a metric by their size: once over the matches for the least and the
 * greatest, once for the counts. Holds no more than the counts.
 */
final class HistogramCounter {
  private final IndexSearcher searcher;
  private final Query query;
  private final String field;
  private final boolean least;

  /**
   * @param least whether an entry with several figures counts by its least, or by its greatest
   */
  HistogramCounter(IndexSearcher searcher, Query query, MetricRef metric, boolean least) {
    this.searcher = searcher;
    this.query = query;
    this.field = Schema.valueField(Schema.key(metric));
    this.least = least;
  }

  Histogram count(boolean outOfHundred) throws IOException {
    long[] ends = {Long.MAX_VALUE, Long.MIN_VALUE};
    each(
        value -> {
          ends[0] = Math.min(ends[0], value);
          ends[1] = Math.max(ends[1], value);
        });
    if (ends[0] > ends[1]) {
      return new Histogram(List.of());
    }
    long[] edges = Histogram.edges(ends[0], ends[1], outOfHundred);
    long[] counts = new long[edges.length - 1];
    each(value -> counts[Histogram.binOf(edges, value)]++);
    return Histogram.of(edges, counts);
  }

  private void each(LongConsumer consumer) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      SortedNumericDocValues values = leaf.reader().getSortedNumericDocValues(field);
      if (scorer == null || values == null) {
        continue;
      }
      Bits live = leaf.reader().getLiveDocs();
      DocIdSetIterator docs = scorer.iterator();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if ((live == null || live.get(doc)) && values.advanceExact(doc)) {
          consumer.accept(chosen(values));
        }
      }
    }
  }

  /** They come in ascending order. */
  private long chosen(SortedNumericDocValues values) throws IOException {
    long value = values.nextValue();
    for (int i = 1; i < values.docValueCount() && !least; i++) {
      value = values.nextValue();
    }
    return value;
  }
}
