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
  private static final Pattern MONEY = Pattern.compile("(?:费|费用|支出|资金|经费|补贴|补助|工资|薪酬|奖励)$");

  /** What is said of amounts; 最低 is said of rates. */
  private static final Pattern AMOUNTS =
      Pattern.compile(
          "最[大小多少]|most|least|largest|biggest|greatest|smallest|fewest", Pattern.CASE_INSENSITIVE);

  private final Cursor cursor;
  private final MetricGrammar figures;
  private final Metrics metrics;
  private final Draft draft;
  private final PredicateGrammar amounts;
  private @Nullable Boolean rankedAscending;

  /** The last word that said so, 最大, and that of an order whose metric is not said. */
  private String lastExtreme = "";

  private String superlative = "";

  /** Whether the change last read is a fall. */
  private boolean lastFalls;

  OrderGrammar(Cursor cursor, MetricGrammar figures, Metrics metrics, Draft draft) {
    this.cursor = cursor;
    this.figures = figures;
    this.metrics = metrics;
    this.draft = draft;
    this.amounts = new PredicateGrammar(cursor);
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
      draft.ascending = Boolean.TRUE.equals(rankedAscending);
    }
  }

  private boolean metricFirst() {
    int mark = cursor.mark();
    MetricRef metric = figures.figure();
    if (metric == null) {
      return false;
    }
    if (perHead(mark) || eitherWay(metric, mark)) {
      return true;
    }
    MetricRef change = change(metric);
    boolean falls = lastFalls;
    cursor.skip(Role.FINAL, Role.BY, Role.PARTICLE);
    boolean sorting = cursor.accept(Role.SORTING) != null;
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
    if (ascending == null && sorting && (cursor.atEnd() || cursor.sees(Role.OF))) {
      ascending = false; // 三公经费排名
    }
    if (ascending == null || bounds()) {
      cursor.reset(mark);
      return false;
    }
    MetricRef of = change == null ? metric : change;
    MetricRef on = spentOn(of);
    sort(on == null ? of : SpentGrammar.amountOf(on), falls != ascending);
    limitBehind();
    otherEnd();
    return true;
  }

  /** 三公经费人均最高: there are no figures a head, and that is shown. */
  private boolean perHead(int start) {
    int mark = cursor.mark();
    if (cursor.accept(Role.PER) == null || extreme() == null) {
      cursor.reset(mark);
      return false;
    }
    draft.leftover.add(cursor.text(cursor.startOf(start), cursor.position()));
    limitBehind();
    return true;
  }

  /** 三公经费变化最大: whether up or down no order says, and that is shown. */
  private boolean eitherWay(MetricRef metric, int start) {
    int mark = cursor.mark();
    cursor.skip(Role.VERSUS, Role.OF);
    boolean differs =
        metrics.find(metric.id() + "_change") != null && cursor.accept(Role.DIFFER) != null;
    if (!differs || extreme() == null) {
      cursor.reset(mark);
      return false;
    }
    draft.leftover.add(cursor.text(cursor.startOf(start), cursor.position()));
    limitBehind();
    return true;
  }

  /** 和最低 in 最高和最低: one order can be asked for, and that is shown. */
  private void otherEnd() {
    int mark = cursor.mark();
    Integer limit = draft.limit;
    Boolean ranked = rankedAscending;
    Keyword and = cursor.accept(Role.LIST);
    if (and != null && (extreme() != null || rank())) {
      draft.leftover.add(cursor.text(and.end(), cursor.position()));
    } else {
      cursor.reset(mark);
    }
    draft.limit = limit;
    rankedAscending = ranked;
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

  /** Whether an amount follows: 执行率最多30% orders nothing. */
  private boolean bounds() {
    int mark = cursor.mark();
    Amount amount = amounts.number();
    cursor.reset(mark);
    return amount != null && PredicateGrammar.isQuantity(amount);
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
    draft.sortMetric = metric;
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

  /** 差旅费最多: what is spent on a thing that has no metric of its own. */
  boolean ofWord() {
    int mark = cursor.mark();
    boolean money =
        cursor.previous() instanceof Plain word
            && word.end() == cursor.position()
            && MONEY.matcher(cursor.text(word)).find();
    Boolean ascending = (money && draft.sortMetric == null) ? extreme() : null;
    if (ascending == null) {
      cursor.reset(mark);
      return false;
    }
    sort(new MetricRef("executed", null), ascending);
    limitBehind();
    return true;
  }

  /** lowest execution rate */
  private boolean extremeFirst() {
    int mark = cursor.mark();
    Boolean ascending = extreme();
    if (ascending == null) {
      return false;
    }
    if (bounds()) {
      cursor.reset(mark);
      return false;
    }
    if (howMany(mark)) {
      return true;
    }
    cursor.skip(Role.OF, Role.FILLER);
    int beforeMetric = cursor.mark();
    cursor.skipSpace();
    MetricRef metric = figures.figure();
    if (metric == null && draft.sortMetric == null) {
      cursor.reset(beforeMetric);
      int count = count();
      int counted = cursor.mark();
      cursor.skipSpace();
      if (count == 0 && !cursor.sees(Role.KIND)) {
        cursor.reset(mark);
        return false;
      }
      cursor.reset(counted);
      draft.limit = count == 0 ? draft.limit : Integer.valueOf(count);
      rankedAscending = ascending;
      superlative = lastExtreme;
      return true;
    }
    if (metric != null) {
      sort(metric, ascending);
    }
    return true;
  }

  /** 疑点最多的部门: things are not counted by publisher, and that is shown. */
  private boolean howMany(int mark) {
    int at = mark;
    if (at > 0 && cursor.at(at - 1) instanceof Keyword number && number.is(Role.FINAL)) {
      at--; // 项目数最多
    }
    Token before = at == 0 ? null : cursor.at(at - 1);
    boolean counted =
        before instanceof Keyword kind
            && !kind.value(Role.KIND).isEmpty()
            && (at < mark || cursor.startOf(mark) == kind.end())
            && lastExtreme.matches("最[多少]");
    if (before != null && counted) {
      draft.leftover.add(cursor.text(before.start(), cursor.position()));
    }
    return counted;
  }

  /** top 10, 前十名 */
  private boolean ranked() {
    if (!rank()) {
      return false;
    }
    int mark = cursor.mark();
    cursor.skip(Role.OF);
    MetricRef metric = draft.sortMetric == null ? figures.figure() : null;
    if (metric != null && (cursor.atEnd() || cursor.sees(Role.OF) || cursor.sees(Role.KIND))) {
      sort(metric, Boolean.TRUE.equals(rankedAscending)); // 倒数五名执行率
    } else {
      cursor.reset(mark);
    }
    return true;
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
        || (cursor.peek() instanceof Keyword word
            && word.is(Role.NUMBER)
            && !word.is(Role.STATE)))) { // 满分
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
    return figures.figure() != null && extreme() != null;
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
    lastExtreme = cursor.text(word);
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

  private void sort(MetricRef metric, boolean ascending) {
    draft.sortMetric = metric;
    draft.ascending = ascending;
  }
}
