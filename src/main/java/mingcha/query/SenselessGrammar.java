package mingcha.query;

import mingcha.query.Token.Gap;
import mingcha.query.Token.Keyword;
import mingcha.query.Token.Plain;
import mingcha.query.Token.Year;

/** Conditions that nothing can be made of: taken whole, and shown as such. */
final class SenselessGrammar {
  private final Cursor cursor;
  private final PredicateGrammar predicates;
  private final Draft draft;

  SenselessGrammar(Cursor cursor, PredicateGrammar predicates, Draft draft) {
    this.cursor = cursor;
    this.predicates = predicates;
    this.draft = draft;
  }

  /** 执行率低于平均水平: a condition on what is no number, shown as not understood. */
  boolean vague(int start) {
    int mark = cursor.mark();
    Keyword compare = predicates.comparator();
    boolean found =
        compare != null
            && !compare.is(Role.COPULA)
            && (cursor.peek() instanceof Plain || cursor.sees(Role.PER))
            && cursor.continues();
    if (!found) {
      cursor.reset(mark);
      return false;
    }
    while (cursor.continues() && !cursor.sees(Role.OF) && !cursor.sees(Role.KIND)) {
      cursor.next();
    }
    draft.leftover.add(cursor.text(start, cursor.position()));
    return true;
  }

  /** 执行率介于60%: a range without its other end, shown as not understood. */
  boolean openEnded(int start) {
    int mark = cursor.mark();
    Keyword open = cursor.accept(Role.OPEN);
    cursor.skipSpace();
    boolean year = cursor.peek() instanceof Year;
    if (open == null || year || open.end() - open.start() < 2 || predicates.number() == null) {
      cursor.reset(mark);
      return false;
    }
    draft.leftover.add(cursor.text(start, cursor.position()));
    return true;
  }

  /** 低于abc%: a comparator before what looks like a number and is none. */
  boolean nonsense(int start) {
    return nonsense(start, false);
  }

  /**
   * The same.
   *
   * @param perCent whether only what ends in % looks like a number
   */
  boolean nonsense(int start, boolean perCent) {
    int mark = cursor.mark();
    Keyword compare = predicates.comparator();
    cursor.skipSpace();
    if (compare == null
        || !(cursor.peek() instanceof Plain plain)
        || cursor.isHan(plain.start())
        || compare.value(Role.COMPARE).equals("=")) {
      cursor.reset(mark);
      return false;
    }
    cursor.next();
    if (cursor.peek() instanceof Gap gap && cursor.text(gap).strip().matches("[%％]")) {
      cursor.next();
    } else if (perCent) {
      cursor.reset(mark);
      return false;
    }
    draft.problems.add(
        "%s：“%s”不是数"
            .formatted(
                cursor.text(start, cursor.position()),
                cursor.text(plain.start(), cursor.position())));
    return true;
  }
}
