package mingcha.query;

import mingcha.disclosure.EntryKind;
import mingcha.query.Clause.Condition;

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
