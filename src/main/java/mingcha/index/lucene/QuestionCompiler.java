package mingcha.index.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mingcha.index.Range;
import mingcha.query.Clause;
import mingcha.query.Clause.AnyOf;
import mingcha.query.Clause.Comparison;
import mingcha.query.Clause.Condition;
import mingcha.query.Clause.GradeIn;
import mingcha.query.Clause.Not;
import mingcha.query.Filters;
import mingcha.query.MetricRef;
import mingcha.query.Op;
import mingcha.query.Question;
import mingcha.text.Fold;
import mingcha.text.Lexicon;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** A question as a Lucene query. */
final class QuestionCompiler {
  /** A name that is the asked word itself stands before all that merely hold it. */
  private static final float WHOLE_NAME = 40;

  private static final float IN_NAME = 5;

  private final Analyzer analyzer = EntryMapper.analyzer();
  private final Lexicon lexicon = Lexicon.standard();

  Query compile(Question question) {
    if (!question.problems().isEmpty()) {
      return new MatchNoDocsQuery("the question contradicts itself");
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(new ConstantScoreQuery(MatchAllDocsQuery.INSTANCE), Occur.FILTER);
    if (!question.kinds().isEmpty()) {
      BooleanQuery.Builder kinds = new BooleanQuery.Builder();
      question.kinds().forEach(kind -> kinds.add(term(EntryMapper.KIND, kind.toString()), Occur.SHOULD));
      query.add(kinds.build(), Occur.FILTER);
    }
    question.about().forEach(word -> query.add(about(word), Occur.MUST));
    terms(question.terms()).ifPresent(terms -> query.add(terms, Occur.MUST));
    question.not().forEach(word -> query.add(phrase(EntryMapper.TEXT_GRAMS, word), Occur.MUST_NOT));
    conditions(question.where()).forEach(condition -> query.add(condition, Occur.FILTER));
    filters(question.filters()).forEach(filter -> query.add(filter, Occur.FILTER));
    if (question.sort() != null && question.kinds().isEmpty()) {
      // 本年收入最高的部门 asks for whoever has the figure; only a kind asks for its figureless members too.
      query.add(term(EntryMapper.HAS, key(question.sort().metric())), Occur.FILTER);
    }
    // Of entries alike otherwise, what is said of the whole disclosure comes first.
    query.add(new BoostQuery(term(EntryMapper.SCOPE, "disclosure"), 0.5f), Occur.SHOULD);
    return query.build();
  }

  /** The field of a metric's values, and its keyword in {@code has}. */
  static String key(MetricRef metric) {
    return metric.id() + "." + (metric.basis() == null ? "any" : metric.basis());
  }

  private Query about(String word) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String spelling : spellings(word)) {
      query.add(new BoostQuery(phrase(EntryMapper.NAME_GRAMS, spelling), IN_NAME), Occur.SHOULD);
    }
    return query.build();
  }

  private List<String> spellings(String word) {
    List<String> all = new ArrayList<>(List.of(word));
    lexicon.synonyms(word).stream().filter(other -> Fold.name(other).length() > 1).forEach(all::add);
    return all;
  }

  /** At least one of the words; the more of them, the higher. */
  private Optional<Query> terms(List<String> words) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String word : words) {
      for (String spelling : spellings(word)) {
        query.add(
            new BoostQuery(term(EntryMapper.NAME_WHOLE, Fold.name(spelling)), WHOLE_NAME), Occur.SHOULD);
        query.add(new BoostQuery(phrase(EntryMapper.NAME_GRAMS, spelling), IN_NAME), Occur.SHOULD);
        query.add(phrase(EntryMapper.TEXT, spelling), Occur.SHOULD);
        query.add(phrase(EntryMapper.TEXT_GRAMS, spelling), Occur.SHOULD);
      }
    }
    return Optional.of(query.setMinimumNumberShouldMatch(1).build());
  }

  /** Conditions on one metric and basis are merged: one reading must meet them all. */
  private List<Query> conditions(List<Clause> where) {
    List<Query> queries = new ArrayList<>();
    Map<String, Range> ranges = new LinkedHashMap<>();
    for (Clause clause : where) {
      if (clause instanceof Condition condition && condition.op() != Op.IN) {
        ranges.merge(key(condition.metric()), Range.of(condition), Range::intersection);
      } else {
        queries.add(clause(clause));
      }
    }
    ranges.forEach((key, range) -> queries.add(range(key, range)));
    return queries;
  }

  private Query clause(Clause clause) {
    return switch (clause) {
      case Condition c when c.op() == Op.IN -> {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        c.values()
            .forEach(
                v ->
                    any.add(
                        clause(new Condition(c.metric(), Op.EQUAL, List.of(v), c.unit(), c.text())),
                        Occur.SHOULD));
        yield any.build();
      }
      case Condition c -> range(key(c.metric()), Range.of(c));
      case GradeIn g -> {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        g.grades().forEach(grade -> any.add(term(EntryMapper.GRADE, grade), Occur.SHOULD));
        yield any.build();
      }
      case Comparison c -> new ComparisonQuery(key(c.metric()), c.op(), key(c.other()));
      case AnyOf a -> {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        a.clauses().forEach(inner -> any.add(clause(inner), Occur.SHOULD));
        yield any.build();
      }
      case Not n ->
          new BooleanQuery.Builder()
              .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
              .add(clause(n.clause()), Occur.MUST_NOT)
              .build();
    };
  }

  private static Query range(String key, Range range) {
    if (range.isEmpty()) {
      return new MatchNoDocsQuery("no number is in the range of " + key);
    }
    return new BooleanQuery.Builder()
        .add(term(EntryMapper.HAS, key), Occur.FILTER)
        .add(LongPoint.newRangeQuery("v:" + key, range.low(), range.high()), Occur.FILTER)
        .build();
  }

  private List<Query> filters(Filters filters) {
    List<Query> queries = new ArrayList<>();
    if (filters.region() != null) {
      queries.add(term(EntryMapper.REGION, filters.region().prefix()));
    }
    if (!filters.years().isEmpty()) {
      BooleanQuery.Builder years = new BooleanQuery.Builder();
      filters.years().forEach(y -> years.add(term(EntryMapper.YEAR, y.toString()), Occur.SHOULD));
      queries.add(years.build());
    }
    keyword(queries, EntryMapper.SUBJECT, filters.subject());
    if (filters.publisher() != null) {
      queries.add(phrase(EntryMapper.PUBLISHER_GRAMS, filters.publisher()));
    }
    keyword(queries, EntryMapper.TYPE, filters.type());
    keyword(queries, EntryMapper.CALIBER, filters.caliber());
    keyword(queries, EntryMapper.RULE, filters.rule());
    keyword(queries, EntryMapper.FORM, filters.form());
    return queries;
  }

  private static void keyword(List<Query> queries, String field, @Nullable String value) {
    if (value != null) {
      queries.add(term(field, value));
    }
  }

  private static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  /** The analyzed text as a phrase; stacked whole words are passed over, for their parts say the same. */
  private Query phrase(String field, String text) {
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
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms == 0 ? new MatchNoDocsQuery("nothing to look for in '" + text + "'") : phrase.build();
  }
}
