package mingcha.query;

import mingcha.query.Token.Keyword;
import mingcha.query.Token.Name;
import mingcha.query.Token.Numeral;
import org.jspecify.annotations.Nullable;

/**
 * Superlatives and orders.
 *
 * <pre>
 * order  = metric ( extreme | vague | direction-of-order | [ "排名" ] rank count ) [ "的" ] [ [ rank ] count ]
 *        | "按" metric [ direction-of-order ] [ "排序" ] [ rank count ]
 *        | extreme metric | rank count | count &amp; kind ;
 * </pre>
 */
final class OrderGrammar {
  private final Cursor cursor;
  private final Draft draft;
  private @Nullable Boolean rankedAscending;

  OrderGrammar(Cursor cursor, Draft draft) {
    this.cursor = cursor;
    this.draft = draft;
  }

  boolean order() {
    return byMetric() || metricFirst() || extremeFirst() || ranked() || counted();
  }

  /** Gives the order that was said apart from its metric: top 10 projects by execution rate. */
  void finish() {
    if (draft.sortMetric != null && draft.ascending == null) {
      draft.ascending = Boolean.TRUE.equals(rankedAscending);
    }
  }

  private boolean metricFirst() {
    int mark = cursor.mark();
    String metric = metric();
    if (metric == null) {
      return false;
    }
    cursor.skip(Role.FINAL, Role.BY, Role.PARTICLE, Role.SORTING);
    Boolean ascending = extreme();
    if (ascending == null) {
      ascending = order(Role.ORDER);
    }
    if (ascending == null && rank()) {
      ascending = rankedAscending;
    }
    if (ascending == null) {
      ascending = vague();
    }
    if (ascending == null) {
      cursor.reset(mark);
      return false;
    }
    sort(metric, ascending);
    limitBehind();
    return true;
  }

  private boolean byMetric() {
    int mark = cursor.mark();
    if (cursor.accept(Role.BY) == null) {
      return false;
    }
    cursor.skipSpace();
    cursor.skip(Role.FILLER);
    cursor.skipSpace();
    String metric = metric();
    if (metric == null) {
      cursor.reset(mark);
      return false;
    }
    Boolean ascending = order(Role.ORDER);
    if (ascending == null) {
      ascending = extreme();
    }
    boolean sorting = cursor.accept(Role.SORTING) != null;
    boolean ranked = rank();
    if (ascending == null && !sorting && !ranked && rankedAscending == null && !english(mark)) {
      cursor.reset(mark);
      return false;
    }
    draft.sortMetric = new MetricRef(metric, null);
    draft.ascending = ascending == null ? rankedAscending : ascending;
    limitBehind();
    return true;
  }

  private boolean english(int mark) {
    int now = cursor.mark();
    cursor.reset(mark);
    cursor.skipSpace();
    Token by = cursor.peek();
    cursor.reset(now);
    return by != null && !cursor.isHan(by.start());
  }

  /** lowest execution rate */
  private boolean extremeFirst() {
    int mark = cursor.mark();
    Boolean ascending = extreme();
    if (ascending == null) {
      return false;
    }
    cursor.skip(Role.OF, Role.FILLER);
    int beforeMetric = cursor.mark();
    cursor.skipSpace();
    String metric = metric();
    if (metric == null && draft.sortMetric == null) {
      cursor.reset(beforeMetric);
      int count = count();
      if (count > 0) {
        draft.limit = count;
        rankedAscending = ascending;
        return true;
      }
      cursor.reset(mark);
      return false;
    }
    if (metric != null) {
      sort(metric, ascending);
    }
    return true;
  }

  /** top 10, 前十名 */
  private boolean ranked() {
    return rank();
  }

  private boolean rank() {
    int mark = cursor.mark();
    cursor.skip(Role.SORTING);
    Keyword rank = cursor.accept(Role.RANK);
    int count = rank == null ? 0 : count();
    if (rank == null || count < 1) {
      cursor.reset(mark);
      return false;
    }
    draft.limit = count;
    rankedAscending = rank.value(Role.RANK).equals("asc");
    return true;
  }

  /** 10 in 10 projects with the lowest execution rate, where nothing else is meant by it. */
  private boolean counted() {
    int mark = cursor.mark();
    if (!(cursor.peek() instanceof Numeral
        || (cursor.peek() instanceof Keyword word && word.is(Role.NUMBER)))) {
      return false;
    }
    int count = count();
    cursor.skip(Role.FILLER);
    int behind = cursor.mark();
    cursor.skipSpace();
    boolean counts =
        count > 0 && (cursor.sees(Role.KIND) || cursor.sees(Role.EXTREME) || metricAndExtreme());
    cursor.reset(counts ? behind : mark);
    if (counts) {
      draft.limit = count;
    }
    return counts;
  }

  private boolean metricAndExtreme() {
    return metric() != null && extreme() != null;
  }

  /** The limit of 最低的10个. */
  private void limitBehind() {
    int mark = cursor.mark();
    cursor.skip(Role.OF);
    cursor.skip(Role.RANK);
    int count = count();
    if (count > 0) {
      draft.limit = count;
    } else {
      cursor.reset(mark);
    }
  }

  private int count() {
    int count = YearGrammar.count(cursor);
    if (count > 0) {
      cursor.skip(Role.COUNTER);
    }
    return count;
  }

  private @Nullable Boolean extreme() {
    return order(Role.EXTREME);
  }

  private @Nullable Boolean order(Role role) {
    int mark = cursor.mark();
    cursor.skip(Role.OF);
    Keyword word = cursor.accept(role);
    if (word == null || cursor.joinsNext()) {
      cursor.reset(mark);
      return null;
    }
    return word.value(role).equals("asc");
  }

  /** 低 in 执行率低的项目. */
  private @Nullable Boolean vague() {
    int mark = cursor.mark();
    Keyword word = cursor.accept(Role.VAGUE);
    if (word != null && (cursor.sees(Role.OF) || cursor.atEnd())) {
      return word.value(Role.VAGUE).equals("asc");
    }
    cursor.reset(mark);
    return null;
  }

  private void sort(String metric, boolean ascending) {
    draft.sortMetric = new MetricRef(metric, null);
    draft.ascending = ascending;
  }

  private @Nullable String metric() {
    Token token = cursor.peek();
    if (token instanceof Name name) {
      cursor.next();
      return name.metric();
    }
    if (token instanceof Keyword word && word.is(Role.LOOSE)) {
      cursor.next();
      return word.value(Role.LOOSE);
    }
    return null;
  }
}
