package mingcha.query;

import java.util.ArrayList;
import java.util.List;
import mingcha.disclosure.Basis;
import mingcha.query.Clause.AnyOf;
import mingcha.query.Clause.Comparison;
import mingcha.query.Clause.Not;
import mingcha.query.Token.Gap;
import mingcha.query.Token.Keyword;
import mingcha.query.Token.Name;
import mingcha.query.Token.Plain;
import mingcha.query.Token.Year;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on figures.
 *
 * <pre>
 * conditions = condition { [ "," ] [ "and" | "or" ] condition } ;
 * condition  = grade | figures ( change | comparison | predicate ) | [ basis ] predicate [ "的" figures ] ;
 * figures    = figure { ( "、" | "和" | "或" ) figure } [ "都" ] ;
 * figure     = [ basis ] metric [ "支出" | "决算数" ] [ basis ] ;
 * comparison = comparator figure ;
 * change     = [ "比上年" ] direction [ "by" ] [ predicate ] [ "on last year" ] ;
 * </pre>
 *
 * <p>A predicate without a metric takes that of the condition before it; without one it proposes a
 * metric by its unit.
 */
final class ConditionGrammar {
  private final Cursor cursor;
  private final PredicateGrammar predicates;
  private final GradeGrammar grades;
  private final ClauseBuilder builder;
  private final Draft draft;
  private final java.util.function.Predicate<String> isSubject;
  private List<MetricRef> last = List.of();

  ConditionGrammar(
      Cursor cursor,
      ClauseBuilder builder,
      Draft draft,
      java.util.function.Predicate<String> isSubject) {
    this.cursor = cursor;
    this.predicates = new PredicateGrammar(cursor);
    this.grades = new GradeGrammar(cursor);
    this.builder = builder;
    this.draft = draft;
    this.isSubject = isSubject;
  }

  /** Takes conditions into the draft; false, and nothing is taken, where none stands here. */
  boolean conditions() {
    List<Clause> clauses = condition(true);
    if (clauses == null) {
      return false;
    }
    List<Clause> all = new ArrayList<>(clauses);
    while (true) {
      int mark = cursor.mark();
      cursor.skipGaps();
      boolean or = cursor.accept(Role.OR) != null;
      if (!or) {
        cursor.skip(Role.AND);
      }
      List<Clause> more = condition(false);
      if (more == null) {
        cursor.reset(mark);
        break;
      }
      join(all, more, or);
    }
    draft.where.addAll(all);
    return true;
  }

  private static void join(List<Clause> all, List<Clause> more, boolean or) {
    if (or && !all.isEmpty() && !more.isEmpty()) {
      List<Clause> any = new ArrayList<>();
      Clause before = all.removeLast();
      if (before instanceof AnyOf earlier) {
        any.addAll(earlier.clauses());
      } else {
        any.add(before);
      }
      any.addAll(more);
      all.add(new AnyOf(any, before.text() + "或" + more.getLast().text()));
    } else {
      all.addAll(more);
    }
  }

  /** The clauses of one condition (none where it is senseless), or null and nothing is taken. */
  private @Nullable List<Clause> condition(boolean first) {
    int mark = cursor.mark();
    cursor.skipSpace();
    int start = cursor.peek() == null ? 0 : cursor.peek().start();
    Clause grade = grades.grade();
    if (grade != null) {
      return List.of(grade);
    }
    Subjects subjects = figures();
    List<Clause> clauses = subjects == null ? bare(start, first) : said(subjects, start);
    if (clauses == null) {
      cursor.reset(mark);
    } else if (subjects != null) {
      last = subjects.refs();
    }
    return clauses;
  }

  private @Nullable List<Clause> said(Subjects subjects, int start) {
    boolean named = subjects.named();
    List<Clause> change = change(subjects, start);
    if (change != null) {
      return change;
    }
    List<Clause> comparison = comparison(subjects.refs().get(0), start);
    if (comparison != null) {
      return comparison;
    }
    Predicate predicate = predicates.predicate(true);
    if (predicate != null) {
      return clauses(subjects, predicate, cursor.text(start, cursor.position()));
    }
    return nonsense(start) || (named && vague(start)) ? List.of() : null;
  }

  private List<Clause> clauses(Subjects subjects, Predicate predicate, String text) {
    List<Clause> clauses = new ArrayList<>();
    for (MetricRef ref : subjects.refs()) {
      Clause clause = builder.clause(ref, predicate, text);
      if (clause != null) {
        clauses.add(clause);
      }
    }
    return subjects.any() && clauses.size() > 1 ? List.of(new AnyOf(clauses, text)) : clauses;
  }

  /** A predicate whose metric follows, is that of the last condition, or is proposed. */
  private @Nullable List<Clause> bare(int start, boolean first) {
    if (beforeCode()) {
      return null;
    }
    Keyword basisWord = cursor.accept(Role.BASIS);
    Predicate predicate = predicates.predicate(false);
    if (predicate == null) {
      return null;
    }
    int end = cursor.mark();
    Subjects behind = behind();
    String text = cursor.text(start, cursor.position());
    if (behind != null) {
      last = behind.refs();
      return clauses(behind, predicate, text);
    }
    cursor.reset(end);
    text = cursor.text(start, cursor.position());
    List<MetricRef> refs = first || last.isEmpty() ? proposed(predicate) : last;
    if (refs.isEmpty()) {
      return null;
    }
    if (basisWord != null) {
      Basis basis = basis(basisWord);
      refs = refs.stream().map(ref -> new MetricRef(ref.id(), basis)).toList();
    }
    last = refs;
    return clauses(new Subjects(refs, false, true), predicate, text);
  }

  /** Whether this is under 2160299, which names a subject. */
  private boolean beforeCode() {
    int mark = cursor.mark();
    Amount amount = cursor.accept(Role.WITHIN) == null ? null : predicates.number();
    boolean code =
        amount != null && amount.unit().isEmpty() && isSubject.test(amount.value().toPlainString());
    cursor.reset(mark);
    return code;
  }

  /** The metric of 低于60%的执行率, unless it has a condition of its own. */
  private @Nullable Subjects behind() {
    boolean of = cursor.sees(Role.OF);
    boolean english = cursor.peek() instanceof Gap gap && gap.space();
    boolean joined = !of && !english;
    cursor.skip(Role.OF, Role.FILLER);
    cursor.skipSpace();
    Token name = cursor.peek();
    boolean chinese = name != null && cursor.isHan(name.start());
    Subjects subjects = (english && chinese) || (of && cursor.sees(Role.LOOSE)) ? null : figures();
    if (name == null || subjects == null || (!joined && cursor.sees(Role.KIND))) {
      return null;
    }
    if (joined && !(cursor.atEnd() || cursor.sees(Role.OF) || cursor.sees(Role.KIND))) {
      return null;
    }
    int mark = cursor.mark();
    boolean own = said(subjects, name.start()) != null;
    cursor.reset(mark);
    return own ? null : subjects;
  }

  private static List<MetricRef> proposed(Predicate predicate) {
    String unit = predicate.unit();
    String metric =
        switch (unit) {
          case "%" -> "execution_rate";
          case "分" -> "score";
          case "倍" -> "leverage";
          default -> unit.endsWith("元") ? "executed" : "";
        };
    return metric.isEmpty() ? List.of() : List.of(new MetricRef(metric, null));
  }

  /** Metrics that share what is said of them. */
  private record Subjects(List<MetricRef> refs, boolean any, boolean named) {}

  private @Nullable Subjects figures() {
    boolean named = !cursor.sees(Role.LOOSE);
    MetricRef one = figure();
    if (one == null) {
      return null;
    }
    List<MetricRef> refs = new ArrayList<>(List.of(one));
    boolean any = false;
    while (true) {
      int mark = cursor.mark();
      boolean or = cursor.accept(Role.OR) != null;
      MetricRef more = or || cursor.accept(Role.LIST) != null ? figure() : null;
      if (more == null) {
        cursor.reset(mark);
        break;
      }
      any |= or;
      refs.add(more);
    }
    cursor.skip(Role.BOTH);
    return new Subjects(List.copyOf(refs), any, named);
  }

  private @Nullable MetricRef figure() {
    int mark = cursor.mark();
    Keyword basisWord = cursor.accept(Role.BASIS);
    cursor.skip(Role.PARTICLE);
    cursor.skipSpace();
    boolean named = !cursor.sees(Role.LOOSE);
    String metric = metric();
    if (metric == null) {
      cursor.reset(mark);
      return null;
    }
    if (named) {
      skipQualifiers();
    }
    if (basisWord == null) {
      int beforeBasis = cursor.mark();
      cursor.skip(Role.OF);
      basisWord = cursor.accept(Role.BASIS);
      if (basisWord == null) {
        cursor.reset(beforeBasis);
      }
    }
    return new MetricRef(metric, basisWord == null ? null : basis(basisWord));
  }

  /** A metric's name, loose ones too. */
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

  /** 支出 in 公务接待费支出, 决算数 in 三公经费决算数. */
  private void skipQualifiers() {
    for (Token token = cursor.peek(); isQualifier(token); token = cursor.peek()) {
      if (token instanceof Keyword word && word.value(Role.LOOSE).equals("budget_initial")) {
        draft.leftover.add(cursor.text(word));
      }
      cursor.next();
    }
  }

  private static boolean isQualifier(@Nullable Token token) {
    if (token instanceof Name name) {
      return name.metric().equals("executed");
    }
    return token instanceof Keyword word
        && (word.is(Role.FINAL)
            || word.value(Role.LOOSE).equals("executed")
            || word.value(Role.LOOSE).equals("budget_initial"));
  }

  private static Basis basis(Keyword word) {
    for (Basis basis : Basis.values()) {
      if (basis.toString().equals(word.value(Role.BASIS))) {
        return basis;
      }
    }
    throw new IllegalStateException("no basis " + word.value(Role.BASIS));
  }

  private @Nullable List<Clause> comparison(MetricRef metric, int start) {
    int mark = cursor.mark();
    Keyword different = cursor.accept(Role.NOT_EQUAL);
    Keyword compare = different == null ? predicates.comparator() : null;
    boolean said = different != null || (compare != null && !compare.is(Role.COPULA));
    MetricRef other = said ? figure() : null;
    if (other == null) {
      cursor.reset(mark);
      return null;
    }
    if (predicates.number() != null) { // 超过核销金额10倍: a factor is beyond us, and said to be
      draft.leftover.add(cursor.text(start, cursor.position()));
      return List.of();
    }
    String text = cursor.text(start, cursor.position());
    if (compare == null) {
      return List.of(new Not(new Comparison(metric, Op.EQUAL, other, text), text));
    }
    return List.of(
        new Comparison(metric, ClauseBuilder.op(compare.value(Role.COMPARE)), other, text));
  }

  private @Nullable List<Clause> change(Subjects subjects, int start) {
    int mark = cursor.mark();
    cursor.skip(Role.PARTICLE);
    boolean versus = cursor.accept(Role.VERSUS) != null || versusYear();
    Keyword direction = cursor.accept(Role.DIRECTION);
    String way = direction == null ? "" : direction.value(Role.DIRECTION);
    if (direction == null && versus) {
      Keyword word = cursor.accept(Role.VERSUS_DIRECTION);
      way = word == null ? "" : word.value(Role.VERSUS_DIRECTION);
    }
    if (way.isEmpty()) {
      cursor.reset(mark);
      return null;
    }
    cursor.skip(Role.PARTICLE, Role.BY);
    Predicate predicate = predicates.predicate(true);
    versus |= cursor.accept(Role.VERSUS) != null || cursor.sees(Role.OF);
    if (predicate == null && (!versus || cursor.joinsNext())) {
      cursor.reset(mark);
      return null;
    }
    String text = cursor.text(start, cursor.position());
    List<Clause> clauses = new ArrayList<>();
    for (MetricRef ref : subjects.refs()) {
      clauses.addAll(builder.change(ref, way.equals("up"), predicate, text));
    }
    return clauses;
  }

  /** 比2022年: the change is that of the year after it. */
  private boolean versusYear() {
    int mark = cursor.mark();
    if (cursor.accept(Role.VERSUS_YEAR) != null) {
      cursor.skipSpace();
      if (cursor.peek() instanceof Year year) {
        cursor.next();
        draft.years.add(year.year() + 1);
        return true;
      }
    }
    cursor.reset(mark);
    return false;
  }

  /** 执行率低于平均水平: a condition on what is no number, shown as not understood. */
  private boolean vague(int start) {
    int mark = cursor.mark();
    Keyword compare = predicates.comparator();
    boolean found =
        compare != null
            && !compare.is(Role.COPULA)
            && cursor.peek() instanceof Plain
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

  /** 低于abc%: a comparator before what looks like a number and is none. */
  private boolean nonsense(int start) {
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
    }
    draft.problems.add(
        "%s：“%s”不是数"
            .formatted(
                cursor.text(start, cursor.position()),
                cursor.text(plain.start(), cursor.position())));
    return true;
  }
}
