package mingcha.index;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import mingcha.disclosure.Basis;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Institution;
import mingcha.query.Clause;
import mingcha.query.Clause.AnyOf;
import mingcha.query.Clause.Comparison;
import mingcha.query.Clause.Condition;
import mingcha.query.Clause.GradeIn;
import mingcha.query.Clause.Not;
import mingcha.query.Filters;
import mingcha.query.Filters.RegionFilter;
import mingcha.query.MetricRef;
import mingcha.query.Op;
import mingcha.query.Question;
import mingcha.query.Sort;
import org.jspecify.annotations.Nullable;

/** A question put together by hand. */
final class Ask {
  private final Set<EntryKind> kinds = EnumSet.noneOf(EntryKind.class);
  private final List<String> about = new ArrayList<>();
  private final List<String> terms = new ArrayList<>();
  private final List<String> not = new ArrayList<>();
  private final List<Clause> where = new ArrayList<>();
  private final List<Integer> years = new ArrayList<>();
  private final List<Integer> notYears = new ArrayList<>();
  private final List<Institution> institutions = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private @Nullable RegionFilter region;
  private @Nullable String subject;
  private @Nullable String publisher;
  private @Nullable Sort sort;
  private @Nullable Integer limit;

  static Ask everything() {
    return new Ask();
  }

  static Ask projects() {
    return new Ask().kind(EntryKind.PROJECT);
  }

  static Ask terms(String... words) {
    Ask ask = new Ask();
    ask.terms.addAll(Arrays.asList(words));
    return ask;
  }

  Ask kind(EntryKind kind) {
    kinds.add(kind);
    return this;
  }

  Ask about(String word) {
    about.add(word);
    return this;
  }

  Ask not(String word) {
    not.add(word);
    return this;
  }

  Ask where(Clause... clauses) {
    where.addAll(Arrays.asList(clauses));
    return this;
  }

  Ask in(String code, String name) {
    region = new RegionFilter(code, name);
    return this;
  }

  Ask year(int year) {
    years.add(year);
    return this;
  }

  Ask notOf(int year) {
    notYears.add(year);
    return this;
  }

  Ask subject(String code) {
    subject = code;
    return this;
  }

  Ask publisher(String name) {
    publisher = name;
    return this;
  }

  Ask among(Institution institution) {
    institutions.add(institution);
    return this;
  }

  Ask least(String metric) {
    sort = new Sort(metric(metric), true);
    return this;
  }

  Ask greatest(String metric) {
    sort = new Sort(metric(metric), false);
    return this;
  }

  Ask limit(int most) {
    limit = most;
    return this;
  }

  Ask problem(String problem) {
    problems.add(problem);
    return this;
  }

  Filters filters() {
    return new Filters(
        region,
        years,
        subject,
        publisher,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        notYears,
        institutions);
  }

  Question question() {
    return new Question(
        "", kinds, about, terms, not, where, filters(), sort, limit, List.of(), problems);
  }

  static Condition below(String metric, String value) {
    return condition(metric, Op.LESS, value);
  }

  static Condition above(String metric, String value) {
    return condition(metric, Op.MORE, value);
  }

  static Condition equalTo(String metric, String value) {
    return condition(metric, Op.EQUAL, value);
  }

  static Condition condition(String metric, Op op, String... values) {
    return new Condition(
        metric(metric), op, Arrays.stream(values).map(BigDecimal::new).toList(), "%", "条件");
  }

  static Clause eitherOf(Clause... clauses) {
    return new AnyOf(List.of(clauses), "");
  }

  static Clause no(Clause clause) {
    return new Not(clause, "");
  }

  static Clause graded(String... letters) {
    return new GradeIn(List.of(letters), "");
  }

  static Clause compared(String metric, Op op, String other) {
    return new Comparison(metric(metric), op, metric(other), "");
  }

  /** {@code execution_rate} or {@code execution_rate.table}. */
  private static MetricRef metric(String name) {
    String[] parts = name.split("\\.", -1);
    return parts.length == 1
        ? new MetricRef(name, null)
        : new MetricRef(parts[0], Basis.valueOf(parts[1].toUpperCase(Locale.ROOT)));
  }
}
