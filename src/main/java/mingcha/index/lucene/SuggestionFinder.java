package mingcha.index.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import mingcha.index.EntrySearcher.Suggestion;
import mingcha.index.Suggestions;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.jspecify.annotations.Nullable;

/**
 * What a person may be about to type, from the names of the entries that come first. None of these
 * is read: a {@link SuggestedName} stands beside each, and its publisher in the {@link FacetTable}.
 */
final class SuggestionFinder {
  private final IndexSearcher searcher;
  private final FacetTables tables;
  private final QuestionCompiler compiler;

  SuggestionFinder(IndexSearcher searcher, FacetTables tables, QuestionCompiler compiler) {
    this.searcher = searcher;
    this.tables = tables;
    this.compiler = compiler;
  }

  List<Suggestion> of(String typed, int limit) throws IOException {
    Suggestions suggestions = new Suggestions(typed);
    for (Names names : names(best(typed))) {
      if (names.name != null) {
        suggestions.addName(names.name.name(), names.name.ofSubject());
      }
      if (names.publisher != null) {
        suggestions.addPublisher(names.publisher);
      }
    }
    if (suggestions.isEmpty()) {
      return new SoundingNames(searcher)
          .of(typed).stream().map(name -> new Suggestion(name, "spelling", 1)).toList();
    }
    return suggestions.best(limit);
  }

  /** How many there are is not asked, so that Lucene may leave out what is none of them. */
  private ScoreDoc[] best(String typed) throws IOException {
    int most = Suggestions.MOST_ENTRIES;
    ScoreDoc[] best = {};
    for (Query query : compiler.named(typed)) {
      if (best.length < most) {
        best = searcher.search(query, new TopScoreDocCollectorManager(most, most)).scoreDocs;
      }
    }
    return best;
  }

  private record Names(@Nullable SuggestedName name, @Nullable String publisher) {}

  /** Of each hit, in the order of the hits; read in that of the documents. */
  private List<Names> names(ScoreDoc[] hits) throws IOException {
    Integer[] order = new Integer[hits.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingInt(i -> hits[i].doc));
    Names[] names = new Names[hits.length];
    LeafReaderContext leaf = null;
    SortedDocValues values = DocValues.emptySorted();
    for (int i : order) {
      LeafReaderContext its = leaf(hits[i].doc);
      if (leaf == null || its.ord != leaf.ord) {
        leaf = its;
        values = DocValues.getSorted(leaf.reader(), SuggestedName.FIELD);
      }
      int document = hits[i].doc - its.docBase;
      names[i] =
          new Names(
              values.advanceExact(document)
                  ? SuggestedName.read(values.lookupOrd(values.ordValue()))
                  : null,
              tables.publisher(its, document));
    }
    return List.of(names);
  }

  private LeafReaderContext leaf(int document) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    return leaves.get(ReaderUtil.subIndex(document, leaves));
  }
}
