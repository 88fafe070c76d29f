package mingcha.query;

import java.util.regex.Pattern;
import mingcha.disclosure.Metrics;
import mingcha.query.Token.Gap;
import mingcha.query.Token.Keyword;
import mingcha.query.Token.Numeral;
import mingcha.query.Token.Plain;
import org.jspecify.annotations.Nullable;

/**
 * Superlatives and orders.
 *
 * <pre>
 * order  = metric [ direction ] ( extreme | vague | direction-of-order | [ "排名" ] rank count ) [ "的" ] [ [ rank ] count ]
 *        | "按" metric [ direction-of-order ] [ "排序" ] [ rank count ]
 *        | extreme [ metric ] [ count ] | rank count [ metric ] | count &amp; kind
 *        | word extreme ;                             差旅费最多
 * </pre>
 *
 * <p>A superlative without a metric, 最大的三个项目, proposes one.
 */
final class OrderGrammar {
  static final Pattern MONEY = Pattern.compile("(?:费|费用|支出|资金|经费|补贴|补助|工资|薪酬|奖励)$");

  /** What is said of amounts; 最低 is said of rates. */
  private static final Pattern AMOUNTS =
      Pattern.compile(
          "最[大小多少]|most|least|largest|biggest|greatest|smallest|fewest", Pattern.CASE_INSENSITIVE);

  private final Cursor cursor;
  private final MetricGrammar figures;
  private final Metrics metrics;
  private final Draft draft;
  private final RankGrammar ranks;
  private final UnorderedGrammar unordered;

  /** The word of an order whose metric is not said: 最大. */
  private String superlative = "";

  /** Whether the change last read is a fall. */
  private boolean lastFalls;

  OrderGrammar(Cursor cursor, MetricGrammar figures, Metrics metrics, Draft draft) {
    this.cursor = cursor;
    this.figures = figures;
    this.metrics = metrics;
    this.draft = draft;
    this.ranks = new RankGrammar(cursor, draft);
    this.unordered = new UnorderedGrammar(cursor, ranks, metrics, draft);
  }

  boolean order() {
    return idiom() || byMetric() || metricFirst() || extremeFirst() || ranked() || counted();
  }

  /** 执行不力的项目: those that executed least come first. */
  private boolean idiom() {
    int mark = cursor.mark();
    Keyword word = cursor.accept(Role.IDIOM);
    if (word == null || cursor.joinsNext()) {
      cursor.reset(mark);
      return false;
    }
    String[] order = word.value(Role.IDIOM).split(" ", 2);
    MetricRef metric = new MetricRef(order[0], null);
    sort(metric, order[1].equals("asc"));
    draft.propose(cursor.text(word), metric);
    return true;
  }

  /** Gives the order that was said apart from its metric: top 10 projects by execution rate. */
  void finish() {
    if (draft.sortMetric == null && !superlative.isEmpty()) {
      boolean amount = AMOUNTS.matcher(superlative).matches();
      MetricRef proposed = new MetricRef(amount ? "executed" : "execution_rate", null);
      draft.sortMetric = proposed;
      draft.propose(superlative, proposed);
    }
    if (draft.sortMetric != null && draft.ascending == null) {
      draft.ascending = Boolean.TRUE.equals(ranks.ascending());
    }
  }

  private boolean metricFirst() {
    int mark = cursor.mark();
    MetricRef metric = figures.figure();
    if (metric == null) {
      return false;
    }
    if (unordered.perHead(mark) || unordered.eitherWay(metric, mark)) {
      return true;
    }
    MetricRef change = change(metric);
    boolean falls = lastFalls;
    cursor.skip(Role.FINAL, Role.BY, Role.PARTICLE);
    boolean sorting = cursor.accept(Role.SORTING) != null;
    Boolean ascending = ranks.extreme();
    if (ascending == null) {
      ascending = ranks.order(Role.ORDER);
    }
    if (ascending == null && ranks.rank()) {
      ascending = ranks.ascending();
    }
    if (ascending == null) {
      ascending = ranks.vague();
    }
    if (ascending == null && sorting && (cursor.atEnd() || cursor.sees(Role.OF))) {
      ascending = false; // 三公经费排名
    }
    if (ascending == null || ranks.bounds()) {
      cursor.reset(mark);
      return false;
    }
    MetricRef of = change == null ? metric : change;
    MetricRef on = spentOn(of);
    sort(on == null ? of : SpentGrammar.amountOf(on), falls != ascending);
    ranks.limitBehind();
    unordered.otherEnd();
    return true;
  }

  /** What the most was spent on: spent the most on official vehicles. */
  private @Nullable MetricRef spentOn(MetricRef metric) {
    int mark = cursor.mark();
    cursor.skip(Role.FILLER);
    MetricRef on =
        metric.id().equals("executed") && cursor.peek() instanceof Gap gap && gap.space()
            ? figures.figure()
            : null;
    if (on == null) {
      cursor.reset(mark);
    }
    return on;
  }

  /** The change that an order speaks of, 增幅 in 三公经费增幅最大; the deepest fall is the least change. */
  private @Nullable MetricRef change(MetricRef metric) {
    int mark = cursor.mark();
    lastFalls = false;
    cursor.skip(Role.VERSUS);
    Keyword direction = cursor.accept(Role.DIRECTION);
    String id = metric.id() + "_change";
    if (direction == null || metrics.find(id) == null) {
      cursor.reset(mark);
      return null;
    }
    lastFalls = direction.value(Role.DIRECTION).equals("down");
    return new MetricRef(id, metric.basis());
  }

  private boolean byMetric() {
    int mark = cursor.mark();
    if (cursor.accept(Role.BY) == null) {
      return false;
    }
    cursor.skipSpace();
    cursor.skip(Role.FILLER);
    cursor.skipSpace();
    MetricRef metric = figures.figure();
    if (metric == null) {
      cursor.reset(mark);
      return false;
    }
    Boolean ascending = ranks.order(Role.ORDER);
    if (ascending == null) {
      ascending = ranks.extreme();
    }
    boolean sorting = cursor.accept(Role.SORTING) != null;
    boolean ranked = ranks.rank();
    if (ascending == null && !sorting && !ranked && ranks.ascending() == null && !english(mark)) {
      cursor.reset(mark);
      return false;
    }
    draft.sortMetric = metric;
    draft.ascending = ascending == null ? ranks.ascending() : ascending;
    ranks.limitBehind();
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

  /** 差旅费最多: what is spent on a thing that has no metric of its own. */
  boolean ofWord() {
    int mark = cursor.mark();
    boolean money =
        cursor.previous() instanceof Plain word
            && word.end() == cursor.position()
            && MONEY.matcher(cursor.text(word)).find();
    Boolean ascending = (money && draft.sortMetric == null) ? ranks.extreme() : null;
    if (ascending == null) {
      cursor.reset(mark);
      return false;
    }
    sort(new MetricRef("executed", null), ascending);
    ranks.limitBehind();
    return true;
  }

  /** lowest execution rate */
  private boolean extremeFirst() {
    int mark = cursor.mark();
    Boolean ascending = ranks.extreme();
    if (ascending == null) {
      return false;
    }
    if (ranks.bounds()) {
      cursor.reset(mark);
      return false;
    }
    if (unordered.howMany(mark)) {
      return true;
    }
    cursor.skip(Role.OF, Role.FILLER);
    int beforeMetric = cursor.mark();
    cursor.skipSpace();
    MetricRef metric = figures.figure();
    if (metric == null && draft.sortMetric == null) {
      cursor.reset(beforeMetric);
      int count = ranks.count();
      int counted = cursor.mark();
      cursor.skipSpace();
      if (count == 0 && !cursor.sees(Role.KIND)) {
        cursor.reset(mark);
        return false;
      }
      cursor.reset(counted);
      draft.limit = count == 0 ? draft.limit : Integer.valueOf(count);
      ranks.from(ascending);
      superlative = ranks.lastExtreme();
      return true;
    }
    if (metric != null) {
      sort(metric, ascending);
    }
    return true;
  }

  /** top 10, 前十名 */
  private boolean ranked() {
    if (!ranks.rank()) {
      return false;
    }
    int mark = cursor.mark();
    cursor.skip(Role.OF);
    MetricRef metric = draft.sortMetric == null ? figures.figure() : null;
    if (metric != null && (cursor.atEnd() || cursor.sees(Role.OF) || cursor.sees(Role.KIND))) {
      sort(metric, Boolean.TRUE.equals(ranks.ascending())); // 倒数五名执行率
    } else {
      cursor.reset(mark);
    }
    return true;
  }

  /** 10 in 10 projects with the lowest execution rate, where nothing else is meant by it. */
  private boolean counted() {
    int mark = cursor.mark();
    if (!(cursor.peek() instanceof Numeral
        || (cursor.peek() instanceof Keyword word
            && word.is(Role.NUMBER)
            && !word.is(Role.STATE)))) { // 满分
      return false;
    }
    boolean compared = isCompared();
    int count = ranks.count();
    cursor.skip(Role.FILLER);
    int behind = cursor.mark();
    cursor.skipSpace();
    boolean counts =
        count > 0
            && !compared
            && (cursor.sees(Role.KIND) || cursor.sees(Role.EXTREME) || metricAndExtreme());
    cursor.reset(counts ? behind : mark);
    if (counts) {
      draft.limit = count;
    }
    return counts;
  }

  /** 至少有两个 limits nothing. */
  private boolean isCompared() {
    int before = cursor.mark() - 1;
    while (before >= 0 && cursor.at(before) instanceof Keyword word && word.is(Role.FILLER)) {
      before--;
    }
    return before >= 0 && cursor.at(before) instanceof Keyword word && word.is(Role.COMPARE);
  }

  private boolean metricAndExtreme() {
    return figures.figure() != null && ranks.extreme() != null;
  }

  private void sort(MetricRef metric, boolean ascending) {
    draft.sortMetric = metric;
    draft.ascending = ascending;
  }
}
