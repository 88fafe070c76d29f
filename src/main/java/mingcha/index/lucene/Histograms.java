package mingcha.index.lucene;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mingcha.disclosure.Metric;
import mingcha.disclosure.Metrics;
import mingcha.index.Buckets;
import mingcha.index.Histogram;
import mingcha.index.MetricRanges;
import mingcha.index.Range;
import mingcha.index.Schema;
import mingcha.query.Clause;
import mingcha.query.MetricRef;
import mingcha.query.Question;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Counts the figures of the asked metric, of the entries that meet all else that is asked. */
final class Histograms {
  private final QuestionCompiler compiler;

  Histograms(QuestionCompiler compiler) {
    this.compiler = compiler;
  }

  /** Null where no metric is asked for. */
  @Nullable Histogram of(IndexSearcher searcher, Question question) throws IOException {
    MetricRef metric = asked(question);
    Metric known = metric == null ? null : Metrics.standard().find(metric.id());
    if (metric == null || known == null) {
      return null;
    }
    Question rest = NearQuestions.with(question, others(question, metric));
    String field = Schema.valueField(Schema.key(metric));
    Buckets buckets = new Buckets(known.quantity());
    Weight weight =
        searcher.createWeight(
            searcher.rewrite(compiler.compile(rest)), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        SortedNumericDocValues values = DocValues.getSortedNumeric(leaf.reader(), field);
        count(scorer.iterator(), leaf.reader().getLiveDocs(), values, buckets);
      }
    }
    return new Histogram(
        metric.toString(), known.quantity().unit(), buckets.counted(ranges(question, metric)));
  }

  private static void count(
      DocIdSetIterator docs, @Nullable Bits live, SortedNumericDocValues values, Buckets buckets)
      throws IOException {
    Set<Integer> met = new HashSet<>();
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if ((live == null || live.get(doc)) && values.advanceExact(doc)) {
        met.clear();
        for (int i = 0; i < values.docValueCount(); i++) {
          met.add(buckets.bucket(values.nextValue()));
        }
        met.forEach(buckets::add);
      }
    }
  }

  /** The metric of the first condition, else of the order. */
  private static @Nullable MetricRef asked(Question question) {
    for (Clause clause : question.where()) {
      MetricRef metric = MetricRanges.of(clause).map(MetricRanges::metric).orElse(null);
      if (metric != null) {
        return metric;
      }
    }
    return question.sort() == null ? null : question.sort().metric();
  }

  private static List<Clause> others(Question question, MetricRef metric) {
    return question.where().stream().filter(clause -> !isOf(clause, metric)).toList();
  }

  private static boolean isOf(Clause clause, MetricRef metric) {
    return MetricRanges.of(clause).filter(ranges -> ranges.metric().equals(metric)).isPresent();
  }

  private static List<Range> ranges(Question question, MetricRef metric) {
    return question.where().stream()
        .filter(clause -> isOf(clause, metric))
        .flatMap(clause -> MetricRanges.of(clause).stream())
        .reduce(MetricRanges::and)
        .map(MetricRanges::ranges)
        .orElse(List.of());
  }
}
