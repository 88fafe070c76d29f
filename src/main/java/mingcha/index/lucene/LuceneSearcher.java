package mingcha.index.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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
import mingcha.index.Grouped;
import mingcha.index.Histogram;
import mingcha.index.MatchedReadings;
import mingcha.index.NearQuestions;
import mingcha.index.Snippets;
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
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** Answers questions from Lucene segments. */
public final class LuceneSearcher implements EntrySearcher {
  private static final Set<String> STORED = Set.of(EntryMapper.ENTRY);

  /** So many ranked at once: each further batch of an export searches anew. */
  private static final int BATCH = 10_000;

  /** Up to so many hits other questions are offered besides. */
  private static final int LITTLE = 2;

  /** Up to so many it takes less to look at each than to go through all that have the words. */
  private static final int FEW = 40_000;

  private static final int LONG_PAGE = 100;

  /** What is new is to be seen within two seconds of its commit. */
  private static final long MOST_NANOS_OF_PREPARATION = 150_000_000L;

  private final Segments segments;
  private final QuestionCompiler compiler = new QuestionCompiler();
  private final FacetTables tables;
  private final FacetCounter facets;
  private final FrameFinder frames;
  private final Remembered<Page, List<ScoreDoc>> lastHits = new Remembered<>(1_000);
  private final Remembered<FramesAsked, List<Frame>> lastFrames = new Remembered<>(4);
  private final Remembered<Typed, List<Suggestion>> lastTyped = new Remembered<>(1_000);
  private final SegmentMemory<String, Integer> disclosures = new SegmentMemory<>(1);

  private LuceneSearcher(Segments segments, FacetTables tables, FacetCounter facets) {
    this.segments = segments;
    this.tables = tables;
    this.facets = facets;
    frames = new FrameFinder(tables);
  }

  /**
   * Opens the segments in a folder for reading; it may be empty still.
   *
   * @throws mingcha.index.IndexProblem if another schema wrote them
   */
  public static LuceneSearcher open(Path folder) throws IOException {
    FacetTables tables = new FacetTables();
    FacetCounter facets = new FacetCounter(new QuestionCompiler(), tables);
    Segments segments =
        Segments.open(
            folder,
            searcher -> {
              tables.prepare(searcher.getIndexReader());
              facets.prepare(searcher, System.nanoTime() + MOST_NANOS_OF_PREPARATION);
            });
    return new LuceneSearcher(segments, tables, facets);
  }

  @Override
  public Answer search(Question question, Slice slice) throws IOException {
    return segments.search(
        searcher -> {
          Matches matches = new Matches(compiler.matching(question));
          FacetCounter.Counts counts = facets.count(searcher, question, matches);
          long total = limited(counts.total(), question);
          int to = (int) Math.min(total, (long) slice.from() + slice.size());
          List<Hit> hits = new ArrayList<>();
          if (to > slice.from()) {
            List<ScoreDoc> docs = first(searcher, question, to, matches, counts.total());
            for (int i = slice.from(); i < docs.size(); i++) {
              hits.add(hit(stored(searcher, docs.get(i).doc), question));
            }
          }
          return new Answer(
              total,
              question.sort() == null ? Grouped.byDisclosure(hits) : hits,
              counts.facets(),
              near(searcher, question, total));
        });
  }

  private List<ScoreDoc> first(
      IndexSearcher searcher, Question question, int size, Matches matches, long total)
      throws IOException {
    Remembered.Work<List<ScoreDoc>> work =
        () -> TopHits.of(searcher, ranked(question, matches, total), question, size, total);
    return size <= LONG_PAGE
        ? lastHits.of(searcher.getIndexReader(), new Page(question, size), work)
        : work.done();
  }

  private Query ranked(Question question, Matches matches, long total) {
    return matches.isEmpty()
        ? compiler.compile(question)
        : compiler.ranked(question, matches, total <= FEW);
  }

  /** Where little is found, what would be found instead. */
  private List<Near> near(IndexSearcher searcher, Question question, long total)
      throws IOException {
    boolean limited = question.limit() != null && total >= question.limit();
    if (total > LITTLE || limited) {
      return List.of();
    }
    ClosestValues closest = new ClosestValues(searcher, compiler);
    return NearQuestions.of(
        question, total, q -> count(searcher, q), closest::of, new SoundingNames(searcher)::of);
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
            for (ScoreDoc doc : TopHits.after(searcher, query, question, size, last)) {
              consumer.accept(stored(searcher, doc.doc));
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
          return found.length == 0 ? Optional.empty() : Optional.of(stored(searcher, found[0].doc));
        });
  }

  @Override
  public Histogram histogram(
      Question question, MetricRef metric, boolean least, boolean outOfHundred) throws IOException {
    return segments.search(
        searcher ->
            new HistogramCounter(searcher, compiler.matching(question), metric, least)
                .count(outOfHundred));
  }

  @Override
  public List<Frame> frames(String metric, Filters filters) throws IOException {
    return segments.search(
        searcher ->
            lastFrames.of(
                searcher.getIndexReader(),
                new FramesAsked(metric, filters),
                () -> frames.of(searcher, compiler.ofDisclosures(metric, filters), metric)));
  }

  @Override
  public List<Suggestion> suggest(String typed, int limit) throws IOException {
    return segments.search(
        searcher ->
            lastTyped.of(
                searcher.getIndexReader(),
                new Typed(typed, limit),
                () -> new SuggestionFinder(searcher, tables, compiler).of(typed, limit)));
  }

  @Override
  public Stats stats() throws IOException {
    return segments.search(
        searcher -> {
          int all = 0;
          for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            all += disclosures(leaf);
          }
          return new Stats(searcher.getIndexReader().numDocs(), all);
        });
  }

  /** A disclosure is written as one block, and stays in one segment. */
  private int disclosures(LeafReaderContext leaf) throws IOException {
    Integer known = disclosures.get(leaf, "all");
    if (known == null) {
      known = counted(leaf);
      disclosures.put(leaf, "all", known);
    }
    return known;
  }

  @Override
  public Optional<Instant> indexed() throws IOException {
    return segments.committed();
  }

  private record Page(Question question, int size) {}

  private record FramesAsked(String metric, Filters filters) {}

  private record Typed(String letters, int limit) {}

  /** Those with an entry that is not deleted; a segment still names the ones that are. */
  private static int counted(LeafReaderContext leaf) throws IOException {
    SortedDocValues values = leaf.reader().getSortedDocValues(EntryMapper.DISCLOSURE);
    Bits live = leaf.reader().getLiveDocs();
    if (values == null || live == null) {
      return values == null ? 0 : values.getValueCount();
    }
    FixedBitSet alive = new FixedBitSet(values.getValueCount());
    while (values.nextDoc() != SortedDocValues.NO_MORE_DOCS) {
      if (live.get(values.docID())) {
        alive.set(values.ordValue());
      }
    }
    return alive.cardinality();
  }

  @Override
  public void close() throws IOException {
    segments.close();
  }

  private long count(IndexSearcher searcher, Question question) throws IOException {
    return limited(searcher.count(compiler.matching(question)), question);
  }

  private static long limited(long count, Question question) {
    return question.limit() == null ? count : Math.min(count, question.limit());
  }

  static Entry stored(IndexSearcher searcher, int document) throws IOException {
    StoredFields fields = searcher.storedFields();
    BytesRef json =
        Objects.requireNonNull(
            fields.document(document, STORED).getBinaryValue(EntryMapper.ENTRY),
            "an entry is stored with every document");
    return Json.read(BytesRef.deepCopyOf(json).bytes, Entry.class);
  }

  private static Hit hit(Entry entry, Question question) {
    List<Integer> matched = MatchedReadings.of(entry, question);
    return new Hit(entry, matched, Snippets.of(entry, matched, question));
  }
}
