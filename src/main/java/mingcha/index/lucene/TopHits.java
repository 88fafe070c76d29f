package mingcha.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Scope;
import mingcha.index.Schema;
import mingcha.query.Question;
import org.apache.lucene.index.Term;
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
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;

/**
 * The first entries in a question's order: by the asked metric, else by relevance; the id decides,
 * so that pages never overlap. How many match is not counted here, so that Lucene may leave out
 * what cannot be among the first.
 */
final class TopHits {
  private static final SortField ID = new SortField(EntryMapper.ID, SortField.Type.STRING);

  /**
   * Up to so many, it takes less to look at each than to find out which may be left out: Lucene
   * opens the postings of a thousand ids in each segment for that.
   */
  private static final int FEW = 20_000;

  private TopHits() {}

  /**
   * The first hits.
   *
   * @param total how many there are in all
   */
  static List<ScoreDoc> of(
      IndexSearcher searcher, Query query, Question question, int size, long total)
      throws IOException {
    if (question.sort() != null || !question.about().isEmpty() || !question.terms().isEmpty()) {
      return List.of(after(searcher, query, question, size, null));
    }
    // Without words there are two relevances, that of whole disclosures and that of all else. Each
    // by itself is in the order of the ids alone, and the ids are indexed.
    Query whole = new TermQuery(new Term(EntryMapper.SCOPE, Scope.DISCLOSURE.toString()));
    Sort byId = new Sort(ID);
    Query first =
        new BooleanQuery.Builder().add(query, Occur.FILTER).add(whole, Occur.FILTER).build();
    int counted = total <= FEW ? Integer.MAX_VALUE : size;
    List<ScoreDoc> hits = new ArrayList<>(List.of(top(searcher, first, byId, size, null, counted)));
    if (hits.size() < size) {
      Query rest =
          new BooleanQuery.Builder().add(query, Occur.FILTER).add(whole, Occur.MUST_NOT).build();
      hits.addAll(List.of(top(searcher, rest, byId, size - hits.size(), null, counted)));
    }
    return hits;
  }

  /** Those that come after a hit, or the first where there is none. */
  static ScoreDoc[] after(
      IndexSearcher searcher, Query query, Question question, int size, @Nullable FieldDoc last)
      throws IOException {
    return top(searcher, query, order(question), size, last, size);
  }

  /**
   * The first in an order.
   *
   * @param counted so many are counted at least; beyond that Lucene leaves out what it can
   */
  private static ScoreDoc[] top(
      IndexSearcher searcher,
      Query query,
      Sort order,
      int size,
      @Nullable FieldDoc last,
      int counted)
      throws IOException {
    TopFieldCollectorManager manager = new TopFieldCollectorManager(order, size, last, counted);
    return searcher.search(query, manager).scoreDocs;
  }

  private static Sort order(Question question) {
    mingcha.query.Sort asked = question.sort();
    if (asked == null) {
      return new Sort(SortField.FIELD_SCORE, ID);
    }
    SortedNumericSortField metric =
        new SortedNumericSortField(
            Schema.valueField(Schema.key(asked.metric())),
            SortField.Type.LONG,
            !asked.ascending(),
            asked.ascending() ? SortedNumericSelector.Type.MIN : SortedNumericSelector.Type.MAX,
            asked.ascending() ? Long.MAX_VALUE : Long.MIN_VALUE);
    return new Sort(metric, SortField.FIELD_SCORE, ID);
  }
}
