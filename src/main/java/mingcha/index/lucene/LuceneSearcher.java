package mingcha.index.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import mingcha.disclosure.Entry;
import mingcha.index.Answer;
import mingcha.index.Answer.Hit;
import mingcha.index.Answer.Near;
import mingcha.index.EntrySearcher;
import mingcha.index.Frame;
import mingcha.index.Histogram;
import mingcha.index.MatchedReadings;
import mingcha.index.Schema;
import mingcha.query.Filters;
import mingcha.query.MetricRef;
import mingcha.query.Question;
import mingcha.wire.Json;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
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
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Answers questions from Lucene segments. */
public final class LuceneSearcher implements EntrySearcher {
  private static final Set<String> STORED = Set.of(EntryMapper.ENTRY);

  /** So many ranked at once: each further batch of an export searches anew. */
  private static final int BATCH = 10_000;

  private final Segments segments;
  private final QuestionCompiler compiler = new QuestionCompiler();
  private final FacetCounter facets = new FacetCounter(compiler);

  private LuceneSearcher(Segments segments) {
    this.segments = segments;
  }

  /**
   * Opens the segments in a folder for reading; it may be empty still.
   *
   * @throws mingcha.index.IndexProblem if another schema wrote them
   */
  public static LuceneSearcher open(Path folder) throws IOException {
    return new LuceneSearcher(Segments.open(folder));
  }

  @Override
  public Answer search(Question question, Slice slice) throws IOException {
    return segments.search(
        searcher -> {
          Query query = compiler.compile(question);
          long total = count(searcher, question);
          int to = (int) Math.min(total, (long) slice.from() + slice.size());
          List<Hit> hits = new ArrayList<>();
          if (to > slice.from()) {
            ScoreDoc[] docs = top(searcher, query, order(question), to, null);
            for (int i = slice.from(); i < docs.length; i++) {
              hits.add(hit(stored(searcher, docs[i]), question));
            }
          }
          List<Near> near =
              total > 0 ? List.of() : NearQuestions.of(question, q -> count(searcher, q));
          return new Answer(total, hits, facets.count(searcher, question), near);
        });
  }

  @Override
  public void export(Question question, Consumer<Entry> consumer) throws IOException {
    segments.search(
        searcher -> {
          Query query = compiler.compile(question);
          long left = count(searcher, question);
          FieldDoc last = null;
          while (left > 0) {
            int size = (int) Math.min(left, BATCH);
            for (ScoreDoc doc : top(searcher, query, order(question), size, last)) {
              consumer.accept(stored(searcher, doc));
              last = (FieldDoc) doc;
            }
            left -= size;
          }
          return true;
        });
  }

  @Override
  public Optional<Entry> entry(String id) throws IOException {
    return segments.search(
        searcher -> {
          ScoreDoc[] found =
              searcher.search(new TermQuery(new Term(EntryMapper.ID, id)), 1).scoreDocs;
          return found.length == 0 ? Optional.empty() : Optional.of(stored(searcher, found[0]));
        });
  }

  @Override
  public Histogram histogram(
      Question question, MetricRef metric, boolean least, boolean outOfHundred) throws IOException {
    return segments.search(
        searcher ->
            new HistogramCounter(searcher, compiler.compile(question), metric, least)
                .count(outOfHundred));
  }

  @Override
  public List<Frame> frames(String metric, Filters filters) throws IOException {
    return segments.search(
        searcher -> {
          Frames frames = new Frames(metric);
          Query query = compiler.ofDisclosures(metric, filters);
          for (ScoreDoc doc : top(searcher, query, Sort.INDEXORDER, all(searcher), null)) {
            frames.add(stored(searcher, doc));
          }
          return frames.ranked();
        });
  }

  @Override
  public List<Suggestion> suggest(String typed, int limit) throws IOException {
    return segments.search(
        searcher -> {
          Suggestions suggestions = new Suggestions(typed);
          Query named = compiler.named(typed);
          for (ScoreDoc doc : searcher.search(named, Suggestions.MOST_ENTRIES).scoreDocs) {
            suggestions.add(stored(searcher, doc));
          }
          return suggestions.best(limit);
        });
  }

  @Override
  public Stats stats() throws IOException {
    return segments.search(
        searcher -> {
          Set<String> disclosures = new HashSet<>();
          for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            addDisclosures(leaf, disclosures);
          }
          return new Stats(searcher.getIndexReader().numDocs(), disclosures.size());
        });
  }

  /** Those with an entry that is not deleted; a segment still names the ones that are. */
  private static void addDisclosures(LeafReaderContext leaf, Set<String> disclosures)
      throws IOException {
    SortedDocValues values = leaf.reader().getSortedDocValues(EntryMapper.DISCLOSURE);
    if (values == null) {
      return;
    }
    Bits live = leaf.reader().getLiveDocs();
    FixedBitSet alive = new FixedBitSet(values.getValueCount());
    if (live == null) {
      alive.set(0, values.getValueCount());
    } else {
      while (values.nextDoc() != SortedDocValues.NO_MORE_DOCS) {
        if (live.get(values.docID())) {
          alive.set(values.ordValue());
        }
      }
    }
    for (int i = 0; i < values.getValueCount(); i++) {
      if (alive.get(i)) {
        disclosures.add(values.lookupOrd(i).utf8ToString());
      }
    }
  }

  @Override
  public void close() throws IOException {
    segments.close();
  }

  private long count(IndexSearcher searcher, Question question) throws IOException {
    long count = searcher.count(compiler.compile(question));
    return question.limit() == null ? count : Math.min(count, question.limit());
  }

  private static int all(IndexSearcher searcher) {
    return Math.max(1, searcher.getIndexReader().maxDoc());
  }

  private static ScoreDoc[] top(
      IndexSearcher searcher, Query query, Sort order, int size, @Nullable FieldDoc after)
      throws IOException {
    return searcher.search(
            query, new TopFieldCollectorManager(order, size, after, Integer.MAX_VALUE))
        .scoreDocs;
  }

  /** By the asked metric, else by relevance; the id decides, so that pages never overlap. */
  private static Sort order(Question question) {
    SortField id = new SortField(EntryMapper.ID, SortField.Type.STRING);
    mingcha.query.Sort asked = question.sort();
    if (asked == null) {
      return new Sort(SortField.FIELD_SCORE, id);
    }
    SortedNumericSortField metric =
        new SortedNumericSortField(
            Schema.valueField(Schema.key(asked.metric())),
            SortField.Type.LONG,
            !asked.ascending(),
            asked.ascending() ? SortedNumericSelector.Type.MIN : SortedNumericSelector.Type.MAX,
            asked.ascending() ? Long.MAX_VALUE : Long.MIN_VALUE);
    return new Sort(metric, SortField.FIELD_SCORE, id);
  }

  private static Entry stored(IndexSearcher searcher, ScoreDoc doc) throws IOException {
    StoredFields fields = searcher.storedFields();
    BytesRef json =
        Objects.requireNonNull(
            fields.document(doc.doc, STORED).getBinaryValue(EntryMapper.ENTRY),
            "an entry is stored with every document");
    return Json.read(BytesRef.deepCopyOf(json).bytes, Entry.class);
  }

  private static Hit hit(Entry entry, Question question) {
    List<Integer> matched = MatchedReadings.of(entry, question);
    return new Hit(entry, matched, Snippets.of(entry, matched, question));
  }
}
