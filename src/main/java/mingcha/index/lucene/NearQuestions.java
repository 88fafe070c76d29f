package mingcha.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mingcha.disclosure.Metrics;
import mingcha.index.Answer.Near;
import mingcha.query.Clause;
import mingcha.query.Clause.Condition;
import mingcha.query.Filters;
import mingcha.query.MetricRef;
import mingcha.query.Question;

/** The closest questions that match where the one asked does not: another metric, or a condition less. */
final class NearQuestions {
  /** Metrics that people mean by one another. */
  private static final Map<String, List<String>> RELATED =
      Map.of(
          "execution_rate", List.of("redemption_rate", "completion_rate"),
          "completion_rate", List.of("execution_rate"),
          "redemption_rate", List.of("execution_rate"),
          "budget_initial", List.of("budget_adjusted"),
          "budget_adjusted", List.of("budget_initial"),
          "executed", List.of("expenditure", "redeemed"),
          "expenditure", List.of("executed"));

  private static final int MOST = 5;

  /** Counts what a question finds. */
  @FunctionalInterface
  interface Counter {
    long count(Question question) throws IOException;
  }

  List<Near> of(Question question, Counter counter) throws IOException {
    List<Near> near = new ArrayList<>();
    if (!question.problems().isEmpty()) {
      return near;
    }
    for (Candidate candidate : candidates(question)) {
      long count = near.size() < MOST ? counter.count(candidate.question) : 0;
      if (count > 0) {
        near.add(new Near(candidate.question, count, candidate.reason, candidate.english));
      }
    }
    return near;
  }

  private static List<Candidate> candidates(Question q) {
    List<Candidate> all = new ArrayList<>();
    for (Clause clause : q.where()) {
      if (clause instanceof Condition condition) {
        for (String other : RELATED.getOrDefault(condition.metric().id(), List.of())) {
          Condition swapped =
              new Condition(
                  new MetricRef(other, null), condition.op(), condition.values(), condition.unit(), "");
          String name = Metrics.standard().get(other).chinese().getFirst();
          String english = Metrics.standard().get(other).english().getFirst();
          // A campaign's redemption is often told in a sentence, not in a project's form.
          all.add(
              new Candidate(
                  with(q, true, replaced(q.where(), clause, swapped), q.filters(), q.about()),
                  "改用" + name,
                  "by " + english + " instead"));
        }
      }
    }
    for (Clause clause : q.where()) {
      List<Clause> rest = q.where().stream().filter(c -> !c.equals(clause)).toList();
      all.add(
          new Candidate(
              with(q, false, rest, q.filters(), q.about()),
              "不限“" + clause.text() + "”",
              "without “" + clause.text() + "”"));
    }
    if (!q.about().isEmpty()) {
      all.add(
          new Candidate(
              with(q, false, q.where(), q.filters(), List.of()),
              "不限“" + String.join("、", q.about()) + "”",
              "without “" + String.join(", ", q.about()) + "”"));
    }
    if (!q.filters().equals(Filters.NONE)) {
      all.add(
          new Candidate(
              with(q, false, q.where(), Filters.NONE, q.about()),
              "不限地区、年份和科目",
              "in all regions, years and subjects"));
    }
    return all;
  }

  private static Question with(
      Question q, boolean anyKind, List<Clause> where, Filters filters, List<String> about) {
    return new Question(
        "", anyKind ? Set.of() : q.kinds(), about, q.terms(), q.not(), where, filters, q.sort(),
        q.limit(), List.of(), List.of());
  }

  private static List<Clause> replaced(List<Clause> clauses, Clause old, Clause by) {
    return clauses.stream().map(c -> c.equals(old) ? by : c).toList();
  }

  private record Candidate(Question question, String reason, String english) {}
}
