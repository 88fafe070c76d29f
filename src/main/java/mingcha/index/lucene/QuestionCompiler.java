package mingcha.index.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import mingcha.query.MetricRef;
import mingcha.query.Question;
import mingcha.text.Fold;
import mingcha.text.Lexicon;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
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
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.jspecify.annotations.Nullable;

/** A question as a Lucene query. */
final class QuestionCompiler {
  /** A name that is the asked word itself stands before all that merely hold it. */
  private static final float WHOLE_NAME = 40;

  /** 公务接待费 asks for the line of that name before the sentences that tell of it. */
  private static final float RECORD = 20;

  private static final float IN_NAME = 5;

  /**
   * A sentence's words may stand in another order and a little apart: 资金结余未退缴国库 is said as
   * 结余资金未按规定退缴国库.
   */
  private static final int NEAR = 8;

  private static final int MANY_WORDS = 3;

  private final Analyzer analyzer = EntryMapper.analyzer();
  private final Lexicon lexicon = Lexicon.standard();

  Query compile(Question question) {
    if (!question.problems().isEmpty()) {
      return new MatchNoDocsQuery("the question contradicts itself");
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(new ConstantScoreQuery(MatchAllDocsQuery.INSTANCE), Occur.FILTER);
    if (!question.kinds().isEmpty()) {
      query.add(kinds(question.kinds()), Occur.FILTER);
    }
    question.about().forEach(word -> query.add(about(word), Occur.MUST));
    terms(question.terms()).ifPresent(terms -> query.add(terms, Occur.MUST));
    question
        .not()
        .forEach(word -> query.add(letters(EntryMapper.TEXT_GRAMS, word), Occur.MUST_NOT));
    conditions(question.where()).forEach(condition -> query.add(condition, Occur.FILTER));
    filters(question.filters()).forEach(filter -> query.add(filter, Occur.FILTER));
    if (question.sort() != null && question.kinds().isEmpty()) {
      // 本年收入最高的部门 asks for whoever has the figure; only a kind asks for its figureless members too.
      query.add(term(EntryMapper.HAS, Schema.key(question.sort().metric())), Occur.FILTER);
    }
    // Of entries alike otherwise, what is said of the whole disclosure comes first.
    query.add(
        new BoostQuery(term(EntryMapper.SCOPE, Scope.DISCLOSURE.toString()), 0.5f), Occur.SHOULD);
    return query.build();
  }

  /** The entries that speak of a whole disclosure and have this metric. */
  Query ofDisclosures(String metric, Filters filters) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(term(EntryMapper.SCOPE, Scope.DISCLOSURE.toString()), Occur.FILTER);
    query.add(term(EntryMapper.HAS, Schema.key(metric, "any")), Occur.FILTER);
    filters(filters).forEach(filter -> query.add(filter, Occur.FILTER));
    return query.build();
  }

  /** The entries whose name or publisher begins with or holds these letters. */
  Query named(String letters) {
    if (Fold.name(letters).isEmpty()) {
      return new MatchNoDocsQuery("no letters");
    }
    Query begins =
        new PrefixQuery(new Term(EntryMapper.NAME_WHOLE, EntryMapper.wholeName(letters)));
    return new BooleanQuery.Builder()
        .add(new BoostQuery(begins, IN_NAME), Occur.SHOULD)
        .add(letters(EntryMapper.NAME_GRAMS, letters), Occur.SHOULD)
        .add(letters(EntryMapper.PUBLISHER_GRAMS, letters), Occur.SHOULD)
        .build();
  }

  private Query about(String word) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String spelling : spellings(word)) {
      query.add(new BoostQuery(letters(EntryMapper.NAME_GRAMS, spelling), IN_NAME), Occur.SHOULD);
    }
    return query.build();
  }

  private List<String> spellings(String word) {
    List<String> all = new ArrayList<>(List.of(word));
    lexicon.synonyms(word).stream()
        .filter(other -> Fold.name(other).length() > 1)
        .forEach(all::add);
    return all;
  }

  /** At least one of the words; the more of them, the higher. */
  private Optional<Query> terms(List<String> words) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Query records = kinds(List.of(EntryKind.LINE, EntryKind.PROJECT));
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String word : words) {
      for (String spelling : spellings(word)) {
        Query whole = term(EntryMapper.NAME_WHOLE, EntryMapper.wholeName(spelling));
        query.add(constant(whole, WHOLE_NAME), Occur.SHOULD);
        Query record =
            new BooleanQuery.Builder().add(whole, Occur.FILTER).add(records, Occur.FILTER).build();
        query.add(constant(record, RECORD), Occur.SHOULD);
        query.add(new BoostQuery(letters(EntryMapper.NAME_GRAMS, spelling), IN_NAME), Occur.SHOULD);
        query.add(phrase(EntryMapper.TEXT, spelling, NEAR), Occur.SHOULD);
        query.add(letters(EntryMapper.TEXT_GRAMS, spelling), Occur.SHOULD);
      }
    }
    return Optional.of(query.setMinimumNumberShouldMatch(1).build());
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
      case Not n ->
          new BooleanQuery.Builder()
              .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
              .add(clause(n.clause()), Occur.MUST_NOT)
              .build();
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

  private static Query anyOf(List<Query> queries) {
    if (queries.isEmpty()) {
      return new MatchNoDocsQuery("nothing can meet it");
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    queries.forEach(query -> any.add(query, Occur.SHOULD));
    return any.build();
  }

  private List<Query> filters(Filters filters) {
    List<Query> queries = new ArrayList<>();
    if (filters.region() != null) {
      queries.add(term(EntryMapper.REGION, filters.region().prefix()));
    }
    if (!filters.years().isEmpty()) {
      queries.add(
          anyOf(filters.years().stream().map(y -> term(EntryMapper.YEAR, y.toString())).toList()));
    }
    if (filters.subject() != null) {
      // Codes of other lengths than 类, 款 and 项: 21 is all classes from 210 to 219.
      queries.add(new PrefixQuery(new Term(EntryMapper.SUBJECT, filters.subject())));
    }
    if (filters.publisher() != null) {
      queries.add(letters(EntryMapper.PUBLISHER_GRAMS, filters.publisher()));
    }
    keyword(queries, EntryMapper.TYPE, filters.type());
    keyword(queries, EntryMapper.CALIBER, filters.caliber());
    keyword(queries, EntryMapper.RULE, filters.rule());
    keyword(queries, EntryMapper.FORM, filters.form());
    return queries;
  }

  private static void keyword(List<Query> queries, String field, @Nullable String value) {
    if (value != null) {
      queries.add(term(field, EntryMapper.bounded(value)));
    }
  }

  private static Query kinds(Collection<EntryKind> kinds) {
    return anyOf(kinds.stream().map(kind -> term(EntryMapper.KIND, kind.toString())).toList());
  }

  private static Query constant(Query query, float score) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }

  private static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  /** A string of letters and digits as it stands, whatever words it is cut into. */
  private Query letters(String gramsField, String text) {
    String name = Fold.name(text);
    if (name.length() != 1) {
      return phrase(gramsField, name, 0);
    }
    // A single letter is the first or the second of some pair.
    return anyOf(
        List.of(
            new PrefixQuery(new Term(gramsField, name)),
            new WildcardQuery(new Term(gramsField, "?" + WildcardQuery.WILDCARD_ESCAPE + name))));
  }

  /**
   * The analyzed text as a phrase; stacked whole words are passed over, for their parts say the
   * same.
   */
  private Query phrase(String field, String text, int slop) {
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    int position = -1;
    int terms = 0;
    try (TokenStream tokens = analyzer.tokenStream(field, text)) {
      CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
      PositionIncrementAttribute increment = tokens.getAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (increment.getPositionIncrement() > 0) {
          position += increment.getPositionIncrement();
          phrase.add(new Term(field, term.toString()), position);
          terms++;
        }
      }
      tokens.end();
      phrase.setSlop(terms < MANY_WORDS ? 0 : slop);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms == 0
        ? new MatchNoDocsQuery("nothing to look for in '" + text + "'")
        : phrase.build();
  }
}
