package mingcha.index.lucene;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Disclosure;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Scope;
import mingcha.index.Answer;
import mingcha.index.Answer.Hit;
import mingcha.index.EntrySearcher;
import mingcha.index.Frame;
import mingcha.index.MatchedReadings;
import mingcha.query.Filters;
import mingcha.query.MetricRef;
import mingcha.query.Question;
import mingcha.text.Fold;
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
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;

/** Answers questions from Lucene segments. */
public final class LuceneSearcher implements EntrySearcher {
  private static final Set<String> STORED = Set.of(EntryMapper.ENTRY);
  private static final int BATCH = 1_000;
  private static final int LITTLE = 0;

  private final Segments segments;
  private final QuestionCompiler compiler = new QuestionCompiler();
  private final FacetCounter facets = new FacetCounter(compiler);
  private final NearQuestions near = new NearQuestions();

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
          long total = limited(searcher.count(query), question);
          int to = (int) Math.min(total, (long) slice.from() + slice.size());
          List<Hit> hits = new ArrayList<>();
          if (to > slice.from()) {
            ScoreDoc[] docs = top(searcher, query, question, to).scoreDocs;
            for (int i = slice.from(); i < docs.length; i++) {
              hits.add(hit(stored(searcher, docs[i].doc), question));
            }
          }
          return new Answer(
              total,
              hits,
              facets.count(searcher, question),
              total > LITTLE
                  ? List.of()
                  : near.of(question, q -> limited(searcher.count(compiler.compile(q)), q)));
        });
  }

  @Override
  public void export(Question question, Consumer<Entry> consumer) throws IOException {
    segments.search(
        searcher -> {
          Query query = compiler.compile(question);
          long left = limited(searcher.count(query), question);
          Sort order = order(question);
          FieldDoc last = null;
          while (left > 0) {
            int size = (int) Math.min(left, BATCH);
            TopDocs top =
                searcher.search(query, new TopFieldCollectorManager(order, size, last, Integer.MAX_VALUE));
            for (ScoreDoc doc : top.scoreDocs) {
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
          TopDocs found = searcher.search(new TermQuery(new Term(EntryMapper.ID, id)), 1);
          return found.scoreDocs.length == 0
              ? Optional.empty()
              : Optional.of(stored(searcher, found.scoreDocs[0].doc));
        });
  }

  @Override
  public List<Frame> frames(String metric, Filters filters) throws IOException {
    Question all =
        new Question(
            "", Set.of(), List.of(), List.of(), List.of(), List.of(), filters,
            new mingcha.query.Sort(new MetricRef(metric, null), false), null, List.of(), List.of());
    Map<String, Figure> best = new LinkedHashMap<>();
    export(
        all,
        entry -> {
          if (entry.scope() == Scope.DISCLOSURE) {
            for (Reading reading : entry.readings()) {
              BigDecimal value = reading.value();
              if (metric.equals(reading.metric()) && value != null && reading.doubt() == null) {
                best.merge(
                    entry.disclosure().id(),
                    new Figure(entry, reading, value),
                    (a, b) -> b.basis().compareTo(a.basis()) < 0 ? b : a);
              }
            }
          }
        });
    return ranked(best.values().stream().sorted((a, b) -> b.value.compareTo(a.value)).toList());
  }

  @Override
  public List<Suggestion> suggest(String typed, int limit) throws IOException {
    String folded = Fold.name(typed);
    if (folded.isEmpty()) {
      return List.of();
    }
    Map<String, Suggestion> found = new LinkedHashMap<>();
    Question named =
        new Question(
            typed, Set.of(), List.of(typed), List.of(), List.of(), List.of(), Filters.NONE, null, null,
            List.of(), List.of());
    segments.search(
        searcher -> {
          for (ScoreDoc doc : searcher.search(compiler.compile(named), BATCH / 10).scoreDocs) {
            Entry entry = stored(searcher, doc.doc);
            String kind = entry.subject() == null ? "name" : "subject";
            found.merge(
                entry.name(),
                new Suggestion(entry.name(), kind, 1),
                (a, b) -> new Suggestion(a.text(), a.kind(), a.count() + 1));
          }
          return true;
        });
    publishers().forEach(
        (publisher, count) -> {
          if (Fold.name(publisher).contains(folded)) {
            found.putIfAbsent(publisher, new Suggestion(publisher, "publisher", count));
          }
        });
    return found.values().stream().limit(limit).toList();
  }

  @Override
  public Stats stats() throws IOException {
    return segments.search(
        searcher -> {
          Set<String> disclosures = new HashSet<>();
          for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            SortedDocValues values = leaf.reader().getSortedDocValues(EntryMapper.DISCLOSURE);
            for (int i = 0; values != null && i < values.getValueCount(); i++) {
              disclosures.add(values.lookupOrd(i).utf8ToString());
            }
          }
          return new Stats(searcher.getIndexReader().numDocs(), disclosures.size());
        });
  }

  @Override
  public void close() throws IOException {
    segments.close();
  }

  private Map<String, Long> publishers() throws IOException {
    Map<String, Long> publishers = new HashMap<>();
    segments
        .search(searcher -> facets.count(searcher, Question.all()))
        .getOrDefault("publisher", List.of())
        .forEach(facet -> publishers.put(facet.value(), facet.count()));
    return publishers;
  }

  private static long limited(long count, Question question) {
    return question.limit() == null ? count : Math.min(count, question.limit());
  }

  private static TopDocs top(IndexSearcher searcher, Query query, Question question, int size)
      throws IOException {
    return searcher.search(
        query, new TopFieldCollectorManager(order(question), size, null, Integer.MAX_VALUE));
  }

  /** By the asked metric, else by relevance; the id decides between equals, so that pages never overlap. */
  private static Sort order(Question question) {
    SortField id = new SortField(EntryMapper.ID, SortField.Type.STRING);
    mingcha.query.Sort asked = question.sort();
    if (asked == null) {
      return new Sort(SortField.FIELD_SCORE, id);
    }
    SortedNumericSortField metric =
        new SortedNumericSortField(
            "v:" + QuestionCompiler.key(asked.metric()),
            SortField.Type.LONG,
            !asked.ascending(),
            asked.ascending() ? SortedNumericSelector.Type.MIN : SortedNumericSelector.Type.MAX,
            asked.ascending() ? Long.MAX_VALUE : Long.MIN_VALUE);
    return new Sort(metric, SortField.FIELD_SCORE, id);
  }

  private static Entry stored(IndexSearcher searcher, int doc) throws IOException {
    StoredFields fields = searcher.storedFields();
    BytesRef json = Objects.requireNonNull(fields.document(doc, STORED).getBinaryValue(EntryMapper.ENTRY));
    return Json.read(BytesRef.deepCopyOf(json).bytes, Entry.class);
  }

  private static Hit hit(Entry entry, Question question) {
    return new Hit(entry, MatchedReadings.of(entry, question), Snippets.of(entry.text(), question));
  }

  private static List<Frame> ranked(List<Figure> figures) {
    List<Frame> frames = new ArrayList<>();
    int rank = 1;
    for (int i = 0; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      if (i > 0 && figure.value.compareTo(figures.get(i - 1).value) < 0) {
        rank = i + 1;
      }
      double percentile = 100.0 * (figures.size() - rank + 1) / figures.size();
      Disclosure of = figure.entry.disclosure();
      frames.add(new Frame(of, figure.entry.id(), figure.reading, figure.value, rank, percentile));
    }
    return frames;
  }

  /** A publisher's figure, to choose among its readings. */
  private record Figure(Entry entry, Reading reading, BigDecimal value) {
    Basis basis() {
      return reading.basis();
    }
  }
}
