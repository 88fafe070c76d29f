package mingcha.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import mingcha.index.Answer.FacetCount;
import mingcha.index.FacetLabel;
import mingcha.index.Restrictions;
import mingcha.index.Schema;
import mingcha.query.Clause;
import mingcha.query.Question;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Counts of facets. A dimension that the question filters by is counted as if it did not (drill
 * sideways), so that the other choices stay in sight. All of it in one pass over the entries that
 * match what is left without any restriction: see {@link SegmentTally}.
 */
final class FacetCounter {
  /** A few hundred kilobytes each, where publishers are many. */
  private static final int LAST_QUESTIONS = 64;

  private final QuestionCompiler compiler;
  private final FacetTables tables;
  private final Remembered<Question, Counts> last = new Remembered<>(LAST_QUESTIONS);
  private final SegmentMemory<Question, SegmentCounts> bySegment =
      new SegmentMemory<>(LAST_QUESTIONS);
  private final Recent<Question, Question> asked = new Recent<>(LAST_QUESTIONS);

  FacetCounter(QuestionCompiler compiler, FacetTables tables) {
    this.compiler = compiler;
    this.tables = tables;
  }

  /** How many entries match, whatever the limit, and the facets by dimension. */
  record Counts(long total, Map<String, List<FacetCount>> facets) {
    Counts {
      facets = Map.copyOf(facets);
    }
  }

  /**
   * Counts.
   *
   * @param matches is told the entries that answer, where each has to be looked at
   */
  Counts count(IndexSearcher searcher, Question question, Matches matches) throws IOException {
    asked.put(question, question);
    return last.of(
        searcher.getIndexReader(), question, () -> countedAnew(searcher, question, matches));
  }

  /**
   * Counts in new segments what was asked last, so that the first who asks again need not wait.
   *
   * @param untilNanos not longer than until then
   */
  void prepare(IndexSearcher searcher, long untilNanos) throws IOException {
    for (Question question : asked.latestFirst()) {
      if (System.nanoTime() - untilNanos > 0) {
        return;
      }
      countedAnew(searcher, question, new Matches(compiler.matching(question)));
    }
  }

  private Counts countedAnew(IndexSearcher searcher, Question question, Matches matches)
      throws IOException {
    Counts counts = counted(searcher, question, matches);
    if (question.sort() == null || question.kinds().isEmpty()) {
      return counts;
    }
    // Without its kinds the question asks for the entries that have the figure, see the compiler.
    Question free = Restrictions.without(question, EntryMapper.KIND);
    Counts anyKind = counted(searcher, free, new Matches(compiler.matching(free)));
    Map<String, List<FacetCount>> facets = new TreeMap<>(counts.facets());
    facets.put(EntryMapper.KIND, anyKind.facets().getOrDefault(EntryMapper.KIND, List.of()));
    return new Counts(counts.total(), facets);
  }

  private Counts counted(IndexSearcher searcher, Question question, Matches matches)
      throws IOException {
    List<SegmentCounts> counts = new ArrayList<>();
    List<LeafReaderContext> others = new ArrayList<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      SegmentCounts known = bySegment.get(leaf, question);
      if (known == null) {
        others.add(leaf);
      } else {
        counts.add(known);
      }
    }
    List<String> restricted =
        Schema.DIMENSIONS.stream()
            .filter(d -> !Restrictions.without(question, d).equals(question))
            .toList();
    if (!others.isEmpty()) {
      for (SegmentTally tally : tallies(searcher, question, restricted, others)) {
        counts.add(tally.counts());
        bySegment.put(tally.leaf(), question, counts.getLast());
        tally.tell(matches);
      }
    }
    return sum(counts, restricted);
  }

  private List<SegmentTally> tallies(
      IndexSearcher searcher,
      Question question,
      List<String> restricted,
      List<LeafReaderContext> leaves)
      throws IOException {
    Question free = question;
    List<Weight> restrictions = new ArrayList<>();
    for (String dimension : restricted) {
      free = Restrictions.without(free, dimension);
      restrictions.add(weight(searcher, only(question, dimension, restricted)));
    }
    if (!question.kinds().isEmpty()) {
      free = unordered(free);
    }
    Weight weight = asksForSomething(free) ? weight(searcher, free) : null;
    List<Callable<SegmentTally>> tallies = new ArrayList<>();
    for (LeafReaderContext leaf : leaves) {
      tallies.add(() -> tally(leaf, restricted, restrictions, weight));
    }
    return searcher.getTaskExecutor().invokeAll(tallies);
  }

  private SegmentTally tally(
      LeafReaderContext leaf,
      List<String> restricted,
      List<Weight> restrictions,
      @Nullable Weight weight)
      throws IOException {
    SegmentTally tally = new SegmentTally(leaf, tables, restricted, restrictions);
    if (weight == null) {
      tally.countAll();
    } else {
      tally.count(weight);
    }
    return tally;
  }

  private Weight weight(IndexSearcher searcher, Question question) throws IOException {
    return searcher.createWeight(
        searcher.rewrite(compiler.matching(question)), ScoreMode.COMPLETE_NO_SCORES, 1);
  }

  private Counts sum(List<SegmentCounts> segments, List<String> restricted) {
    List<FacetLabel> labels = tables.labels().all();
    long total = 0;
    long[] counts = new long[labels.size()];
    long[][] besides = new long[restricted.size()][labels.size()];
    for (SegmentCounts segment : segments) {
      segment.counts().addTo(counts);
      for (int i = 0; i < besides.length; i++) {
        segment.besides().get(i).addTo(besides[i]);
      }
      total += segment.total();
    }
    Map<String, List<FacetCount>> facets = new TreeMap<>();
    Schema.DIMENSIONS.forEach(dimension -> facets.put(dimension, new ArrayList<>()));
    for (int i = 0; i < counts.length; i++) {
      FacetLabel label = labels.get(i);
      int restriction = restricted.indexOf(label.dimension());
      long count = counts[i] + (restriction < 0 ? 0 : besides[restriction][i]);
      if (count > 0) {
        facets
            .getOrDefault(label.dimension(), List.of())
            .add(new FacetCount(label.path(), label.value(), count));
      }
    }
    Comparator<FacetCount> order =
        Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value);
    facets.replaceAll((dimension, list) -> list.stream().sorted(order).toList());
    return new Counts(total, facets);
  }

  /** Nothing but what restricts this dimension. */
  private static Question only(Question q, String dimension, List<String> restricted) {
    Question left = q;
    for (String other : restricted) {
      left = other.equals(dimension) ? left : Restrictions.without(left, other);
    }
    return new Question(
        "",
        left.kinds(),
        List.of(),
        List.of(),
        List.of(),
        left.where().stream().filter(c -> c instanceof Clause.GradeIn).toList(),
        left.filters(),
        null,
        null,
        List.of(),
        List.of());
  }

  private static Question unordered(Question q) {
    return new Question(
        q.text(),
        q.kinds(),
        q.about(),
        q.terms(),
        q.not(),
        q.where(),
        q.filters(),
        null,
        q.limit(),
        q.leftover(),
        q.problems());
  }

  private static boolean asksForSomething(Question q) {
    return !(q.about().isEmpty()
        && q.terms().isEmpty()
        && q.not().isEmpty()
        && q.where().isEmpty()
        && q.sort() == null
        && q.problems().isEmpty());
  }
}
