package mingcha.index.lucene;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import mingcha.index.Schema;
import mingcha.query.MetricRef;
import mingcha.query.Question;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;

/** The figure that comes closest to a bound that none meets. */
final class ClosestValues {
  private final IndexSearcher searcher;
  private final QuestionCompiler compiler;

  ClosestValues(IndexSearcher searcher, QuestionCompiler compiler) {
    this.searcher = searcher;
    this.compiler = compiler;
  }

  /** The least figure at or above the bound, or the greatest at or below it. */
  Optional<BigDecimal> of(Question rest, MetricRef metric, BigDecimal bound, boolean above)
      throws IOException {
    String field = Schema.valueField(Schema.key(metric));
    long limit = Schema.scaled(bound);
    Query beyond =
        above
            ? LongPoint.newRangeQuery(field, limit, Long.MAX_VALUE)
            : LongPoint.newRangeQuery(field, Long.MIN_VALUE, limit);
    Query query =
        new BooleanQuery.Builder()
            .add(compiler.matching(rest), Occur.FILTER)
            .add(beyond, Occur.FILTER)
            .build();
    SortedNumericSelector.Type nearest =
        above ? SortedNumericSelector.Type.MIN : SortedNumericSelector.Type.MAX;
    Sort order = new Sort(new SortedNumericSortField(field, SortField.Type.LONG, !above, nearest));
    ScoreDoc[] found = searcher.search(query, 1, order).scoreDocs;
    return found.length == 0
        ? Optional.empty()
        : Optional.of(Schema.unscaled((Long) ((FieldDoc) found[0]).fields[0]));
  }
}
