package mingcha.index;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mingcha.disclosure.Institution;
import mingcha.disclosure.Metric;
import mingcha.disclosure.Metrics;
import mingcha.index.Answer.Near;
import mingcha.query.Clause;
import mingcha.query.Clause.Condition;
import mingcha.query.Filters;
import mingcha.query.Filters.RegionFilter;
import mingcha.query.MetricRef;
import mingcha.query.Op;
import mingcha.query.Question;

/**
 * The closest questions that match where the one asked does not: by a metric that people mean by
 * the one they name, with the value that comes closest, or with one restriction less, so that the
 * counts tell which of them left nothing.
 */
public final class NearQuestions {
  private static final Map<String, List<String>> RELATED =
      Map.of(
          "execution_rate", List.of("redemption_rate", "completion_rate"),
          "completion_rate", List.of("execution_rate"),
          "redemption_rate", List.of("execution_rate"),
          "budget_initial", List.of("budget_adjusted"),
          "budget_adjusted", List.of("budget_initial"),
          "executed", List.of("expenditure", "redeemed"),
          "expenditure", List.of("executed"),
          "redeemed", List.of("issued", "executed"));

  private static final int MOST = 8;

  private NearQuestions() {}

  /** Counts what a question finds. */
  @FunctionalInterface
  public interface Counter {
    long count(Question question) throws IOException;
  }

  /** Counts what each of several questions finds, in one go. */
  @FunctionalInterface
  public interface Counters {
    List<Long> counts(List<Question> questions) throws IOException;
  }

  /** The least figure at or above a bound, or the greatest at or below it. */
  @FunctionalInterface
  public interface Closest {
    Optional<BigDecimal> of(Question rest, MetricRef metric, BigDecimal bound, boolean above)
        throws IOException;
  }

  /** The part of a name that sounds like a word and is not it. */
  @FunctionalInterface
  public interface Sounding {
    Optional<String> of(String word) throws IOException;
  }

  /**
   * What finds more than the question does.
   *
   * @param total how many the question finds
   */
  public static List<Near> of(
      Question question, long total, Counter counter, Closest closest, Sounding names)
      throws IOException {
    return together(question, total, questions -> oneByOne(questions, counter), closest, names);
  }

  private static List<Long> oneByOne(List<Question> questions, Counter counter) throws IOException {
    List<Long> counts = new ArrayList<>();
    for (Question question : questions) {
      counts.add(counter.count(question));
    }
    return counts;
  }

  /** The same for a backend that is far away. */
  public static List<Near> together(
      Question question, long total, Counters counters, Closest closest, Sounding names)
      throws IOException {
    List<Near> near = new ArrayList<>();
    if (!question.problems().isEmpty()) {
      return near;
    }
    List<Candidate> candidates = new ArrayList<>();
    if (total == 0) {
      candidates.addAll(bySound(question, names));
    }
    candidates.addAll(byOtherMetrics(question));
    if (total == 0) {
      candidates.addAll(byClosestValue(question, closest));
    }
    candidates.addAll(withoutClause(question));
    candidates.addAll(withoutWords(question));
    candidates.addAll(withoutFilter(question));
    candidates.removeIf(candidate -> !asksForSomething(candidate.question));
    while (near.size() < MOST && !candidates.isEmpty()) {
      List<Candidate> next = candidates.subList(0, Math.min(MOST - near.size(), candidates.size()));
      List<Long> counts = counters.counts(next.stream().map(Candidate::question).toList());
      for (int i = 0; i < counts.size(); i++) {
        if (counts.get(i) > total) {
          near.add(next.get(i).found(counts.get(i)));
        }
      }
      next.clear();
    }
    return near;
  }

  private static boolean asksForSomething(Question q) {
    return !(q.kinds().isEmpty()
        && q.about().isEmpty()
        && q.terms().isEmpty()
        && q.where().isEmpty()
        && q.filters().equals(Filters.NONE));
  }

  private static List<Candidate> byOtherMetrics(Question q) {
    List<Candidate> all = new ArrayList<>();
    for (int i = 0; i < q.where().size(); i++) {
      if (q.where().get(i) instanceof Condition asked) {
        for (String id : RELATED.getOrDefault(asked.metric().id(), List.of())) {
          Metric other = Metrics.standard().get(id);
          String text = asked.text();
          for (String name : Metrics.standard().get(asked.metric().id()).chinese()) {
            text = text.replace(name, other.chinese().getFirst());
          }
          List<Clause> where = new ArrayList<>(q.where());
          where.set(
              i,
              new Condition(
                  new MetricRef(id, null), asked.op(), asked.values(), asked.unit(), text));
          // A campaign's redemption is told in a sentence as often as in a project's form.
          Question swapped =
              new Question(
                  "",
                  Set.of(),
                  q.about(),
                  q.terms(),
                  q.not(),
                  where,
                  q.filters(),
                  null,
                  null,
                  List.of(),
                  List.of());
          all.add(
              new Candidate(
                  swapped,
                  Reasons.insteadChinese(asked, other),
                  Reasons.insteadEnglish(asked, other)));
        }
      }
    }
    return all;
  }

  /** 是不是“消费券”: a word in place of one that sounds the same. */
  private static List<Candidate> bySound(Question q, Sounding names) throws IOException {
    List<Candidate> all = new ArrayList<>();
    for (String word : Stream.concat(q.about().stream(), q.terms().stream()).toList()) {
      Optional<String> meant = names.of(word);
      if (meant.isPresent()) {
        Question respelt =
            with(
                q,
                false,
                replaced(q.about(), word, meant.get()),
                replaced(q.terms(), word, meant.get()),
                q.where(),
                q.filters());
        String shown = "“" + meant.get().replace("%", "%%") + "”";
        all.add(
            new Candidate(respelt, "是不是" + shown + "？有 %d 条", "did you mean " + shown + "? %d"));
      }
    }
    return all;
  }

  private static List<String> replaced(List<String> words, String word, String other) {
    return words.stream().map(each -> each.equals(word) ? other : each).toList();
  }

  /** 最接近的是61.2%: the bound is moved to where it meets a figure. */
  private static List<Candidate> byClosestValue(Question q, Closest closest) throws IOException {
    List<Candidate> all = new ArrayList<>();
    for (int i = 0; i < q.where().size(); i++) {
      if (q.where().get(i) instanceof Condition asked) {
        List<Clause> rest = new ArrayList<>(q.where());
        rest.remove(i);
        boolean down = asked.op() == Op.MORE || asked.op() == Op.AT_LEAST;
        boolean up = asked.op() == Op.LESS || asked.op() == Op.AT_MOST;
        BigDecimal low = asked.baseValues().getFirst();
        BigDecimal high = asked.baseValues().getLast();
        Question others = with(q, rest);
        if (!down) {
          Optional<BigDecimal> value = closest.of(others, asked.metric(), high, true);
          value.ifPresent(v -> all.add(closest(q, asked, v, up ? Op.AT_MOST : Op.EQUAL)));
        }
        if (!up) {
          Optional<BigDecimal> value = closest.of(others, asked.metric(), low, false);
          value.ifPresent(v -> all.add(closest(q, asked, v, down ? Op.AT_LEAST : Op.EQUAL)));
        }
      }
    }
    return all;
  }

  private static Candidate closest(Question q, Condition asked, BigDecimal value, Op op) {
    Metric metric = Metrics.standard().get(asked.metric().id());
    String unit = metric.quantity().unit();
    Condition moved = new Condition(asked.metric(), op, List.of(value), unit, "");
    List<Clause> where = new ArrayList<>(q.where());
    where.set(where.indexOf(asked), moved);
    String shown = Reasons.shown(value, unit);
    return new Candidate(
        with(q, where),
        "最接近的" + metric.chinese().getFirst() + "是" + shown + "，有 %d 条",
        "the closest " + metric.english().getFirst() + " is " + shown + ", of %d");
  }

  /** The question with other conditions, in no order. */
  static Question with(Question q, List<Clause> where) {
    return new Question(
        "",
        q.kinds(),
        q.about(),
        q.terms(),
        q.not(),
        where,
        q.filters(),
        null,
        null,
        List.of(),
        List.of());
  }

  private static List<Candidate> withoutClause(Question q) {
    List<Candidate> all = new ArrayList<>();
    for (int i = 0; i < q.where().size(); i++) {
      List<Clause> rest = new ArrayList<>(q.where());
      Clause left = rest.remove(i);
      all.add(
          without(
              left.text().isEmpty() ? "这个条件" : left.text(),
              with(q, false, q.about(), q.terms(), rest, q.filters())));
    }
    return all;
  }

  private static List<Candidate> withoutWords(Question q) {
    List<Candidate> all = new ArrayList<>();
    if (!q.about().isEmpty()) {
      all.add(
          without(
              String.join("、", q.about()),
              with(q, false, List.of(), q.terms(), q.where(), q.filters())));
    }
    if (!q.terms().isEmpty()) {
      all.add(
          without(
              String.join("、", q.terms()),
              with(q, false, q.about(), List.of(), q.where(), q.filters())));
    }
    return all;
  }

  private static List<Candidate> withoutFilter(Question q) {
    List<Candidate> all = new ArrayList<>();
    Filters f = q.filters();
    String regions = regions(f.regions()) + out(regions(f.notRegions()));
    if (!regions.isEmpty()) {
      all.add(without(regions, filtered(q, Restrictions.freed(f, "region"))));
    }
    String years = years(f.years()) + out(years(f.notYears()));
    if (!years.isEmpty()) {
      all.add(without(years, filtered(q, Restrictions.freed(f, "year"))));
    }
    if (f.subject() != null) {
      all.add(without("科目 " + f.subject(), filtered(q, Restrictions.freed(f, "subject"))));
    }
    if (f.publisher() != null) {
      all.add(without(f.publisher(), filtered(q, Restrictions.freed(f, "publisher"))));
    }
    if (!f.institutions().isEmpty()) {
      String kinds =
          f.institutions().stream().map(Institution::toString).collect(Collectors.joining("、"));
      all.add(without(kinds, filtered(q, Restrictions.freed(f, Schema.INSTITUTION))));
    }
    if (!f.equals(Filters.NONE)) {
      all.add(without("地区、年份等", filtered(q, Filters.NONE)));
    }
    if (!q.kinds().isEmpty()) {
      all.add(
          new Candidate(
              with(q, true, q.about(), q.terms(), q.where(), f), "不限种类有 %d 条", "%d of any kind"));
    }
    return all;
  }

  private static String regions(List<RegionFilter> regions) {
    return regions.stream().map(RegionFilter::name).collect(Collectors.joining("、"));
  }

  private static String years(List<Integer> years) {
    return years.stream().map(year -> year + "年").collect(Collectors.joining("、"));
  }

  private static String out(String left) {
    return left.isEmpty() ? "" : "不含" + left;
  }

  private static Candidate without(String what, Question question) {
    String quoted = "“" + what.replace("%", "%%") + "”";
    return new Candidate(question, "不限" + quoted + "有 %d 条", "%d without " + quoted);
  }

  private static Question filtered(Question q, Filters filters) {
    return with(q, false, q.about(), q.terms(), q.where(), filters);
  }

  private static Question with(
      Question q,
      boolean anyKind,
      List<String> about,
      List<String> terms,
      List<Clause> where,
      Filters filters) {
    return new Question(
        "",
        anyKind ? Set.of() : q.kinds(),
        about,
        terms,
        q.not(),
        where,
        filters,
        q.sort(),
        q.limit(),
        List.of(),
        List.of());
  }

  /** A question that may match, and why it is offered, with {@code %d} for the count. */
  private record Candidate(Question question, String reason, String english) {
    Near found(long count) {
      return new Near(question, count, reason.formatted(count), english.formatted(count));
    }
  }
}
