package mingcha.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import mingcha.index.Answer.FacetCount;
import mingcha.index.Schema;
import mingcha.query.Clause;
import mingcha.query.Filters;
import mingcha.query.Question;
import mingcha.text.Lexicon;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/**
 * Counts of facets. A dimension that the question filters by is counted as if it did not (drill
 * sideways), so that the other choices stay in sight.
 */
final class FacetCounter {
  private static final Pattern SEPARATOR = Pattern.compile(String.valueOf(EntryMapper.SEPARATOR));

  private final QuestionCompiler compiler;

  FacetCounter(QuestionCompiler compiler) {
    this.compiler = compiler;
  }

  Map<String, List<FacetCount>> count(IndexSearcher searcher, Question question)
      throws IOException {
    Map<Question, List<String>> runs = new LinkedHashMap<>();
    for (String dimension : Schema.DIMENSIONS) {
      runs.computeIfAbsent(without(question, dimension), q -> new ArrayList<>()).add(dimension);
    }
    Map<String, List<FacetCount>> facets = new TreeMap<>();
    for (Map.Entry<Question, List<String>> run : runs.entrySet()) {
      facets.putAll(count(searcher, compiler.compile(run.getKey()), run.getValue()));
    }
    return facets;
  }

  private static Map<String, List<FacetCount>> count(
      IndexSearcher searcher, Query query, List<String> dimensions) throws IOException {
    Map<String, Map<String, Long>> counts = new HashMap<>();
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer == null) {
        continue;
      }
      List<LeafCounter> counters = new ArrayList<>();
      for (String dimension : dimensions) {
        SortedSetDocValues values =
            leaf.reader().getSortedSetDocValues(EntryMapper.FACET + dimension);
        if (values != null) {
          counters.add(new LeafCounter(dimension, values));
        }
      }
      var live = leaf.reader().getLiveDocs();
      var docs = scorer.iterator();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (live == null || live.get(doc)) {
          for (LeafCounter counter : counters) {
            counter.add(doc);
          }
        }
      }
      for (LeafCounter counter : counters) {
        counter.mergeInto(counts.computeIfAbsent(counter.dimension, d -> new HashMap<>()));
      }
    }
    Map<String, List<FacetCount>> facets = new HashMap<>();
    for (String dimension : dimensions) {
      facets.put(dimension, sorted(dimension, counts.getOrDefault(dimension, Map.of())));
    }
    return facets;
  }

  private static List<FacetCount> sorted(String dimension, Map<String, Long> counts) {
    List<FacetCount> result = new ArrayList<>();
    counts.forEach(
        (label, count) -> {
          List<String> parts = List.of(SEPARATOR.split(label));
          List<String> path = parts.subList(1, parts.size());
          result.add(
              new FacetCount(
                  dimension.equals(EntryMapper.SUBJECT) ? named(path) : path,
                  parts.getFirst(),
                  count));
        });
    result.sort(
        Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value));
    return result;
  }

  /** Subject codes with their names, which disclosures spell in many ways: 216 商业服务业等支出. */
  private static List<String> named(List<String> codes) {
    Lexicon lexicon = Lexicon.standard();
    return codes.stream()
        .map(code -> lexicon.subjectName(code).map(name -> code + " " + name).orElse(code))
        .toList();
  }

  /** The question without what restricts this dimension; itself where nothing does. */
  private static Question without(Question q, String dimension) {
    List<Clause> where =
        dimension.equals(EntryMapper.GRADE)
            ? q.where().stream().filter(c -> !(c instanceof Clause.GradeIn)).toList()
            : q.where();
    return new Question(
        q.text(),
        dimension.equals(EntryMapper.KIND) ? Set.of() : q.kinds(),
        q.about(),
        q.terms(),
        q.not(),
        where,
        freed(q.filters(), dimension),
        q.sort(),
        q.limit(),
        q.leftover(),
        q.problems());
  }

  /** The filters without the one of this dimension. */
  static Filters freed(Filters f, String dimension) {
    return new Filters(
        dimension.equals(EntryMapper.REGION) ? null : f.region(),
        dimension.equals(EntryMapper.YEAR) ? List.of() : f.years(),
        dimension.equals(EntryMapper.SUBJECT) ? null : f.subject(),
        dimension.equals(EntryMapper.PUBLISHER) ? null : f.publisher(),
        dimension.equals(EntryMapper.TYPE) ? null : f.type(),
        dimension.equals(EntryMapper.CALIBER) ? null : f.caliber(),
        dimension.equals(EntryMapper.RULE) ? null : f.rule(),
        dimension.equals(EntryMapper.FORM) ? null : f.form(),
        dimension.equals(EntryMapper.REGION) ? List.of() : f.otherRegions(),
        dimension.equals(EntryMapper.REGION) ? List.of() : f.notRegions());
  }

  /** Counts the ordinals of one dimension in one segment. */
  private static final class LeafCounter {
    private final String dimension;
    private final SortedSetDocValues values;
    private final long[] counts;

    LeafCounter(String dimension, SortedSetDocValues values) {
      this.dimension = dimension;
      this.values = values;
      this.counts = new long[Math.toIntExact(values.getValueCount())];
    }

    void add(int doc) throws IOException {
      if (values.advanceExact(doc)) {
        for (int i = 0; i < values.docValueCount(); i++) {
          counts[Math.toIntExact(values.nextOrd())]++;
        }
      }
    }

    void mergeInto(Map<String, Long> totals) throws IOException {
      for (int ordinal = 0; ordinal < counts.length; ordinal++) {
        if (counts[ordinal] > 0) {
          totals.merge(values.lookupOrd(ordinal).utf8ToString(), counts[ordinal], Long::sum);
        }
      }
    }
  }
}
