package mingcha.query;

import mingcha.disclosure.Metrics;
import mingcha.query.Token.Keyword;

/**
 * Orders that were understood and cannot be given: they are shown as left over.
 *
 * <pre>
 * unordered = metric ( "人均" | [ "比上年" ] "变化" ) extreme   三公经费人均最高, 三公经费变化最大
 *           | order ( "和" | "及" ) ( extreme | rank )        最高和最低
 *           | kind ( "最多" | "最少" ) ;                       疑点最多的部门
 * </pre>
 */
final class UnorderedGrammar {
  private final Cursor cursor;
  private final RankGrammar ranks;
  private final Metrics metrics;
  private final Draft draft;

  UnorderedGrammar(Cursor cursor, RankGrammar ranks, Metrics metrics, Draft draft) {
    this.cursor = cursor;
    this.ranks = ranks;
    this.metrics = metrics;
    this.draft = draft;
  }

  /** 三公经费人均最高: there are no figures a head, and that is shown. */
  boolean perHead(int start) {
    int mark = cursor.mark();
    if (cursor.accept(Role.PER) == null || ranks.extreme() == null) {
      cursor.reset(mark);
      return false;
    }
    draft.leftover.add(cursor.text(cursor.startOf(start), cursor.position()));
    ranks.limitBehind();
    return true;
  }

  /** 三公经费变化最大: whether up or down no order says, and that is shown. */
  boolean eitherWay(MetricRef metric, int start) {
    int mark = cursor.mark();
    cursor.skip(Role.VERSUS, Role.OF);
    boolean differs =
        metrics.find(metric.id() + "_change") != null && cursor.accept(Role.DIFFER) != null;
    if (!differs || ranks.extreme() == null) {
      cursor.reset(mark);
      return false;
    }
    draft.leftover.add(cursor.text(cursor.startOf(start), cursor.position()));
    ranks.limitBehind();
    return true;
  }

  /** 和最低 in 最高和最低: one order can be asked for, and that is shown. */
  void otherEnd() {
    int mark = cursor.mark();
    Integer limit = draft.limit;
    Boolean ranked = ranks.ascending();
    Keyword and = cursor.accept(Role.LIST);
    if (and != null && (ranks.extreme() != null || ranks.rank())) {
      draft.leftover.add(cursor.text(and.end(), cursor.position()));
    } else {
      cursor.reset(mark);
    }
    draft.limit = limit;
    ranks.from(ranked);
  }

  /** 疑点最多的部门: things are not counted by publisher, and that is shown. */
  boolean howMany(int mark) {
    int at = mark;
    if (at > 0 && cursor.at(at - 1) instanceof Keyword number && number.is(Role.FINAL)) {
      at--; // 项目数最多
    }
    Token before = at == 0 ? null : cursor.at(at - 1);
    boolean counted =
        before instanceof Keyword kind
            && !kind.value(Role.KIND).isEmpty()
            && (at < mark || cursor.startOf(mark) == kind.end())
            && ranks.lastExtreme().matches("最[多少]");
    if (before != null && counted) {
      draft.leftover.add(cursor.text(before.start(), cursor.position()));
    }
    return counted;
  }
}
