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
import org.jspecify.annotations.Nullable;

/**
 * What a person may be about to type, from the names of the entries that come first. None of these
 * is read: a {@link SuggestedName} stands beside each, and its publisher in the {@link FacetTable}.
 */
final class SuggestionFinder {
  private final IndexSearcher searcher;
  private final FacetTables tables;

  SuggestionFinder(IndexSearcher searcher, FacetTables tables) {
    this.searcher = searcher;
    this.tables = tables;
  }

  List<Suggestion> of(String typed, Query named, int limit) throws IOException {
    Suggestions suggestions = new Suggestions(typed);
    for (Names names : names(searcher.search(named, Suggestions.MOST_ENTRIES).scoreDocs)) {
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
