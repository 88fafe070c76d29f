package mingcha.index.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Scope;
import mingcha.index.MetricRanges;
import mingcha.index.Range;
import mingcha.index.Schema;
import mingcha.query.Clause;
import mingcha.query.Clause.AnyOf;
import mingcha.query.Clause.Comparison;
import mingcha.query.Clause.Condition;
import mingcha.query.Clause.GradeIn;
import mingcha.query.Clause.Not;
import mingcha.query.Filters;
import mingcha.query.Filters.RegionFilter;
import mingcha.query.MetricRef;
import mingcha.query.Question;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** A question as a Lucene query; written once, for the index and for alerts. */
public final class QuestionCompiler {
  private final TextQueries texts = new TextQueries();

  /** What the entries that answer it have, and what brings one before another. */
  public Query compile(Question question) {
    return compile(question, true);
  }

  /** The same entries in no order: what does not decide whether one answers is left out. */
  public Query matching(Question question) {
    return new ConstantScoreQuery(compile(question, false));
  }

  /**
   * What brings one of the entries that answer before another.
   *
   * @param matching finds them
   * @param few whether each of them may as well be looked at
   */
  Query ranked(Question question, Query matching, boolean few) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(matching, Occur.FILTER);
    question.about().forEach(word -> query.add(texts.about(word), Occur.MUST));
    rankedTerms(question, query);
    if (few) {
      query.setMinimumNumberShouldMatch(0);
    }
    ofWhole(query);
    return query.build();
  }

  private Query compile(Question question, boolean ranked) {
    if (!question.problems().isEmpty()) {
      return new MatchNoDocsQuery("the question contradicts itself");
    }
    Occur asked = ranked ? Occur.MUST : Occur.FILTER;
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    if (!question.kinds().isEmpty()) {
      query.add(kinds(question.kinds()), Occur.FILTER);
    }
    question.about().forEach(word -> query.add(texts.about(word), asked));
    terms(question, ranked, query);
    question
        .not()
        .forEach(word -> query.add(texts.letters(EntryMapper.TEXT_GRAMS, word), Occur.MUST_NOT));
    conditions(question.where()).forEach(condition -> query.add(condition, Occur.FILTER));
    filters(question.filters()).forEach(filter -> query.add(filter, Occur.FILTER));
    if (question.sort() != null && question.kinds().isEmpty()) {
      // 本年收入最高的部门 asks for whoever has the figure; only a kind asks for its figureless members too.
      query.add(term(EntryMapper.HAS, Schema.key(question.sort().metric())), Occur.FILTER);
    }
    if (ranked) {
      ofWhole(query);
    }
    return query.build();
  }

  /** Of entries alike otherwise, what is said of the whole disclosure comes first. */
  private static void ofWhole(BooleanQuery.Builder query) {
    Query whole = term(EntryMapper.SCOPE, Scope.DISCLOSURE.toString());
    query.add(new BoostQuery(whole, 0.5f), Occur.SHOULD);
  }

  private void terms(Question question, boolean ranked, BooleanQuery.Builder query) {
    boolean scored = ranked && !question.about().isEmpty();
    if (!question.terms().isEmpty() && !scored) {
      query.add(texts.anyTerm(question.terms()), Occur.FILTER);
    }
    if (ranked) {
      rankedTerms(question, query);
    }
  }

  /**
   * Where words alone give the order, their clauses stand beside each other: of those Lucene leaves
   * out what cannot be among the first, of a clause within another it scores every match.
   */
  private void rankedTerms(Question question, BooleanQuery.Builder query) {
    if (question.terms().isEmpty()) {
      return;
    }
    BooleanQuery terms = texts.terms(question.terms());
    if (question.about().isEmpty()) {
      terms.forEach(query::add);
      query.setMinimumNumberShouldMatch(1);
    } else {
      query.add(terms, Occur.MUST);
    }
  }

  /** The entries that speak of a whole disclosure and have this metric. */
  Query ofDisclosures(String metric, Filters filters) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(term(EntryMapper.SCOPE, Scope.DISCLOSURE.toString()), Occur.FILTER);
    query.add(term(EntryMapper.HAS, Schema.key(metric, "any")), Occur.FILTER);
    filters(filters).forEach(filter -> query.add(filter, Occur.FILTER));
    return query.build();
  }

  /**
   * The entries whose name or publisher begins with or holds these letters: queries to be asked in
   * turn until one finds enough.
   */
  List<Query> named(String letters) {
    return texts.named(letters);
  }

  /** Clauses on one metric and basis are put together: one reading must meet them all. */
  private static List<Query> conditions(List<Clause> where) {
    List<Query> queries = new ArrayList<>();
    Map<MetricRef, MetricRanges> ranges = new LinkedHashMap<>();
    for (Clause clause : where) {
      MetricRanges.of(clause)
          .ifPresentOrElse(
              r -> ranges.merge(r.metric(), r, MetricRanges::and),
              () -> queries.add(clause(clause)));
    }
    ranges.values().forEach(r -> queries.add(ranges(r)));
    return queries;
  }

  private static Query clause(Clause clause) {
    return switch (clause) {
      case Condition c -> ranges(new MetricRanges(c.metric(), Range.of(c)));
      case GradeIn g ->
          anyOf(g.grades().stream().map(grade -> term(EntryMapper.GRADE, grade)).toList());
      case Comparison c ->
          new ComparisonQuery(Schema.key(c.metric()), c.op(), Schema.key(c.other()));
      case AnyOf a -> anyOf(a.clauses().stream().map(QuestionCompiler::clause).toList());
      case Not n -> not(clause(n.clause()));
    };
  }

  /** The keyword is there for the Monitor, which cannot pick candidates by a bare range. */
  private static Query ranges(MetricRanges asked) {
    String key = Schema.key(asked.metric());
    List<Query> ranges = new ArrayList<>();
    for (Range range : asked.ranges()) {
      String field = Schema.valueField(key);
      // Where few entries are left to be judged, looking at each is faster than the whole range.
      ranges.add(
          new IndexOrDocValuesQuery(
              LongPoint.newRangeQuery(field, range.low(), range.high()),
              SortedNumericDocValuesField.newSlowRangeQuery(field, range.low(), range.high())));
    }
    return new BooleanQuery.Builder()
        .add(term(EntryMapper.HAS, key), Occur.FILTER)
        .add(anyOf(ranges), Occur.FILTER)
        .build();
  }

  static Query anyOf(List<Query> queries) {
    if (queries.isEmpty()) {
      return new MatchNoDocsQuery("nothing can meet it");
    }
    if (queries.size() == 1) {
      return queries.getFirst();
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    queries.forEach(query -> any.add(query, Occur.SHOULD));
    return any.build();
  }

  private List<Query> filters(Filters filters) {
    List<Query> queries = new ArrayList<>();
    if (!filters.regions().isEmpty()) {
      queries.add(anyOf(filters.regions().stream().map(QuestionCompiler::within).toList()));
    }
    for (RegionFilter region : filters.notRegions()) {
      queries.add(not(within(region)));
    }
    if (!filters.years().isEmpty()) {
      queries.add(
          anyOf(filters.years().stream().map(y -> term(EntryMapper.YEAR, y.toString())).toList()));
    }
    for (Integer year : filters.notYears()) {
      queries.add(not(term(EntryMapper.YEAR, year.toString())));
    }
    if (filters.subject() != null) {
      // Codes of other lengths than 类, 款 and 项: 21 is all classes from 210 to 219.
      queries.add(new PrefixQuery(new Term(EntryMapper.SUBJECT, filters.subject())));
    }
    if (filters.publisher() != null) {
      queries.add(texts.letters(EntryMapper.PUBLISHER_GRAMS, filters.publisher()));
    }
    if (!filters.institutions().isEmpty()) {
      queries.add(
          anyOf(
              filters.institutions().stream()
                  .map(each -> term(Schema.INSTITUTION, each.toString()))
                  .toList()));
    }
    keyword(queries, EntryMapper.TYPE, filters.type());
    keyword(queries, EntryMapper.CALIBER, filters.caliber());
    keyword(queries, EntryMapper.RULE, filters.rule());
    keyword(queries, EntryMapper.FORM, filters.form());
    return queries;
  }

  private static Query within(RegionFilter region) {
    return term(EntryMapper.REGION, region.prefix());
  }

  private static Query not(Query query) {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
        .add(query, Occur.MUST_NOT)
        .build();
  }

  private static void keyword(List<Query> queries, String field, @Nullable String value) {
    if (value != null) {
      queries.add(term(field, EntryMapper.bounded(value)));
    }
  }

  static Query kinds(Collection<EntryKind> kinds) {
    return anyOf(kinds.stream().map(kind -> term(EntryMapper.KIND, kind.toString())).toList());
  }

  static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }
}
