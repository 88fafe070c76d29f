package mingcha.query;

import java.util.function.UnaryOperator;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Stage;
import mingcha.query.Clause.AnyOf;
import mingcha.query.Clause.Comparison;
import mingcha.query.Clause.Condition;
import mingcha.query.Clause.GradeIn;
import mingcha.query.Clause.Not;

/** What can be said of a question only when all of it is read. */
final class Meaning {
  private Meaning() {}

  static void settle(Draft draft) {
    if (draft.discord
        || draft.kinds.contains(
            EntryKind.FINDING)) { // what does not agree is a finding, whatever it is said of
      draft.kinds.clear();
      draft.kinds.add(EntryKind.FINDING);
    }
    linesAndProjectsExecute(draft);
    if (draft.kinds.contains(EntryKind.INDICATOR) && draft.kinds.size() == 1) {
      rename(draft, Meaning::ofIndicator);
    }
    if (draft.kinds.contains(EntryKind.PROJECT) && draft.kinds.size() == 1) {
      rename(draft, Meaning::ofProject);
    }
    orderLimited(draft);
  }

  /** 完成率低于80%的指标: what was done of the target, of which no budget is spoken. */
  private static MetricRef ofIndicator(MetricRef ref) {
    return ref.id().equals("completion_rate") ? new MetricRef("attainment_rate", ref.basis()) : ref;
  }

  /** 项目支出预算最高的项目: 项目支出 is the whole disclosure's; of a project it is what it spent. */
  private static MetricRef ofProject(MetricRef ref) {
    if (!ref.id().equals("project_expenditure") || ref.stage() == Stage.PRIOR) {
      return ref;
    }
    return ref.stage() == Stage.INITIAL
        ? new MetricRef("budget_initial", null)
        : ref.stage() == Stage.ADJUSTED
            ? new MetricRef("budget_adjusted", null)
            : new MetricRef("executed", ref.basis());
  }

  private static void rename(Draft draft, UnaryOperator<MetricRef> names) {
    draft.where.replaceAll(clause -> renamed(clause, names));
    if (draft.sortMetric != null) {
      draft.sortMetric = names.apply(draft.sortMetric);
    }
  }

  private static Clause renamed(Clause clause, UnaryOperator<MetricRef> names) {
    return switch (clause) {
      case Condition c ->
          new Condition(names.apply(c.metric()), c.op(), c.values(), c.unit(), c.text());
      case GradeIn grades -> grades;
      case Comparison c ->
          new Comparison(names.apply(c.metric()), c.op(), names.apply(c.other()), c.text());
      case AnyOf any ->
          new AnyOf(any.clauses().stream().map(c -> renamed(c, names)).toList(), any.text());
      case Not not -> new Not(renamed(not.clause(), names), not.text());
    };
  }

  /** 三公经费超100万元的前十名: the ten with most, where a condition but no order is said. */
  private static void orderLimited(Draft draft) {
    if (draft.limit == null || draft.sortMetric != null || draft.where.size() != 1) {
      return;
    }
    if (draft.where.getFirst() instanceof Condition c
        && (c.op() == Op.MORE || c.op() == Op.AT_LEAST)
        && !c.metric().id().contains("_change")) {
      draft.sortMetric = c.metric();
      draft.ascending = false;
    }
  }

  /**
   * {@code expenditure} is the whole disclosure's; what a line or project spends is {@code
   * executed}.
   */
  private static void linesAndProjectsExecute(Draft draft) {
    boolean part =
        draft.subject != null
            || draft.kinds.contains(EntryKind.LINE)
            || draft.kinds.contains(EntryKind.PROJECT);
    if (part) {
      draft.where.replaceAll(
          clause ->
              clause instanceof Condition c && c.metric().id().equals("expenditure")
                  ? new Condition(
                      new MetricRef("executed", c.metric().basis()),
                      c.op(),
                      c.values(),
                      c.unit(),
                      c.text())
                  : clause);
    }
  }
}
