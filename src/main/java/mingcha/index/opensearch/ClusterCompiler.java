package mingcha.index.opensearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.jspecify.annotations.Nullable;

/** A question as a query of the cluster, clause by clause what {@code index.lucene} asks. */
final class ClusterCompiler {
  private final ClusterTexts texts = new ClusterTexts();

  /** What the entries that answer it have. */
  ObjectNode compile(Question question) {
    if (!question.problems().isEmpty()) {
      return Queries.none();
    }
    Queries.Bool query = new Queries.Bool();
    query.filter(Queries.all());
    if (!question.kinds().isEmpty()) {
      query.filter(kinds(question.kinds()));
    }
    question.about().forEach(word -> query.must(texts.about(word)));
    texts.terms(question.terms()).ifPresent(terms -> query.must(terms));
    question.not().forEach(word -> query.mustNot(texts.letters(Schema.TEXT_GRAMS, word)));
    conditions(question.where()).forEach(condition -> query.filter(condition));
    filters(question.filters()).forEach(filter -> query.filter(filter));
    if (question.sort() != null && question.kinds().isEmpty()) {
      // 本年收入最高的部门 asks for whoever has the figure; only a kind asks for its figureless members too.
      query.filter(Queries.term(Schema.HAS, Schema.key(question.sort().metric())));
    }
    // Of entries alike otherwise, what is said of the whole disclosure comes first.
    ObjectNode first = Queries.term(Schema.SCOPE, Scope.DISCLOSURE.toString());
    // Where nothing else is scored any score will do, and shards need not agree on one.
    query.should(
        Asked.isScored(question) ? Queries.boosted(first, 0.5f) : Queries.constant(first, 0.5f));
    return query.build();
  }

  /** The entries that speak of a whole disclosure and have this metric. */
  ObjectNode ofDisclosures(String metric, Filters filters) {
    Queries.Bool query = new Queries.Bool();
    query.filter(Queries.term(Schema.SCOPE, Scope.DISCLOSURE.toString()));
    query.filter(Queries.term(Schema.HAS, Schema.key(metric, "any")));
    filters(filters).forEach(filter -> query.filter(filter));
    return query.build();
  }

  /**
   * The entries whose name or publisher begins with or holds these letters: queries to be asked in
   * turn until one finds enough.
   */
  List<ObjectNode> named(String letters) {
    return texts.named(letters);
  }

  /** Clauses on one metric and basis are put together: one reading must meet them all. */
  private static List<ObjectNode> conditions(List<Clause> where) {
    List<ObjectNode> queries = new ArrayList<>();
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

  private static ObjectNode clause(Clause clause) {
    return switch (clause) {
      case Condition c -> ranges(new MetricRanges(c.metric(), Range.of(c)));
      case GradeIn g ->
          Queries.anyOf(
              g.grades().stream().map(grade -> Queries.term(Schema.GRADE, grade)).toList());
      case Comparison c -> Comparisons.query(Schema.key(c.metric()), c.op(), Schema.key(c.other()));
      case AnyOf a -> Queries.anyOf(a.clauses().stream().map(ClusterCompiler::clause).toList());
      case Not n -> Queries.not(clause(n.clause()));
    };
  }

  private static ObjectNode ranges(MetricRanges asked) {
    String key = Schema.key(asked.metric());
    List<ObjectNode> ranges = new ArrayList<>();
    for (Range range : asked.ranges()) {
      String field = Schema.valueField(key);
      ranges.add(Queries.range(field, range.low(), range.high()));
    }
    return new Queries.Bool()
        .filter(Queries.term(Schema.HAS, key))
        .filter(Queries.anyOf(ranges))
        .build();
  }

  private List<ObjectNode> filters(Filters filters) {
    List<ObjectNode> queries = new ArrayList<>();
    if (!filters.regions().isEmpty()) {
      queries.add(Queries.anyOf(filters.regions().stream().map(ClusterCompiler::within).toList()));
    }
    for (RegionFilter region : filters.notRegions()) {
      queries.add(Queries.not(within(region)));
    }
    if (!filters.years().isEmpty()) {
      queries.add(
          Queries.anyOf(
              filters.years().stream().map(y -> Queries.term(Schema.YEAR, y.toString())).toList()));
    }
    for (Integer year : filters.notYears()) {
      queries.add(Queries.not(Queries.term(Schema.YEAR, year.toString())));
    }
    if (filters.subject() != null) {
      // Codes of other lengths than 类, 款 and 项: 21 is all classes from 210 to 219.
      queries.add(Queries.prefix(Schema.SUBJECT, filters.subject()));
    }
    if (filters.publisher() != null) {
      queries.add(texts.letters(Schema.PUBLISHER_GRAMS, filters.publisher()));
    }
    if (!filters.institutions().isEmpty()) {
      queries.add(
          Queries.anyOf(
              filters.institutions().stream()
                  .map(each -> Queries.term(Schema.INSTITUTION, each.toString()))
                  .toList()));
    }
    keyword(queries, Schema.TYPE, filters.type());
    keyword(queries, Schema.CALIBER, filters.caliber());
    keyword(queries, Schema.RULE, filters.rule());
    keyword(queries, Schema.FORM, filters.form());
    return queries;
  }

  private static ObjectNode within(RegionFilter region) {
    return Queries.term(Schema.REGION, region.prefix());
  }

  private static void keyword(List<ObjectNode> queries, String field, @Nullable String value) {
    if (value != null) {
      queries.add(Queries.term(field, Schema.bounded(value)));
    }
  }

  static ObjectNode kinds(Collection<EntryKind> kinds) {
    return Queries.anyOf(
        kinds.stream().map(kind -> Queries.term(Schema.KIND, kind.toString())).toList());
  }
}
