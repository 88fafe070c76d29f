package mingcha.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import mingcha.query.MetricGrammar.Subjects;
import mingcha.query.Token.Gap;
import mingcha.query.Token.Keyword;
import mingcha.query.Token.Year;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a figure since last year.
 *
 * <pre>
 * change   = [ "比上年" ] [ "连续" ] ( direction [ "by" ] [ predicate ] | "翻番" | "持平" ) [ "on last year" ]
 *          | [ versus ] "相差" [ predicate ] ;                    与上年相差超过50%
 * changeOf = direction [ "by" ] predicate "的" figures ;           下降超过50%的三公经费
 * </pre>
 */
final class ChangeGrammar {
  private final Cursor cursor;
  private final MetricGrammar figures;
  private final PredicateGrammar predicates;
  private final ClauseBuilder builder;
  private final Draft draft;

  ChangeGrammar(
      Cursor cursor,
      MetricGrammar figures,
      PredicateGrammar predicates,
      ClauseBuilder builder,
      Draft draft) {
    this.cursor = cursor;
    this.figures = figures;
    this.predicates = predicates;
    this.builder = builder;
    this.draft = draft;
  }

  /** The clauses of a change, or null and nothing is taken. */
  @Nullable List<Clause> change(Subjects subjects, int start) {
    List<Clause> moved = moved(subjects, start);
    return moved != null ? moved : apart(subjects, start);
  }

  private @Nullable List<Clause> moved(Subjects subjects, int start) {
    int mark = cursor.mark();
    cursor.skip(Role.PARTICLE);
    boolean versus = cursor.accept(Role.VERSUS) != null || versusYear();
    cursor.skip(Role.ADVERB, Role.PARTICLE);
    Keyword ever = ever();
    cursor.skip(Role.ADVERB);
    List<Clause> said = doubled(subjects, start);
    if (said == null) {
      said = unchanged(subjects, start);
    }
    if (said != null) {
      return said;
    }
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
    versus |= cursor.accept(Role.VERSUS) != null || cursor.sees(Role.OF) || ever != null || ends();
    if (predicate == null && (!versus || cursor.joinsNext())) {
      cursor.reset(mark);
      return null;
    }
    if (ever != null) { // one disclosure tells of one year's change
      draft.leftover.add(cursor.text(ever));
    }
    String text = cursor.text(start, cursor.position());
    List<Clause> clauses = new ArrayList<>();
    for (MetricRef ref : subjects.refs()) {
      clauses.addAll(builder.change(ref, way.equals("up"), predicate, text));
    }
    return clauses;
  }

  /** 与上年相差超过50% */
  private @Nullable List<Clause> apart(Subjects subjects, int start) {
    int mark = cursor.mark();
    cursor.skip(Role.PARTICLE);
    boolean versus = cursor.accept(Role.VERSUS) != null || withLastYear();
    cursor.skip(Role.OF);
    Keyword differ = versus ? cursor.accept(Role.DIFFER) : null;
    if (differ == null) {
      cursor.reset(mark);
      return null;
    }
    cursor.skip(Role.PARTICLE, Role.BY);
    Predicate by = predicates.predicate(true);
    String text = cursor.text(start, cursor.position());
    List<Clause> clauses = new ArrayList<>();
    for (MetricRef ref : subjects.refs()) {
      clauses.addAll(Differences.fromLastYear(builder, ref, by, text));
    }
    return clauses;
  }

  /** 与上年, also as 以上年 is misspelt. */
  private boolean withLastYear() {
    int mark = cursor.mark();
    boolean with = cursor.accept(Role.LIST) != null || cursor.accept(Role.VERSUS_YEAR) != null;
    Keyword year = with ? cursor.accept(Role.RELATIVE) : null;
    if (year != null && year.value(Role.RELATIVE).equals("last")) {
      return true;
    }
    cursor.reset(mark);
    if (cursor.accept(Role.AFTER) != null && cursor.accept(Role.YEAR_WORD) != null) {
      return true;
    }
    cursor.reset(mark);
    return false;
  }

  /** 连续, 连续三年 */
  private @Nullable Keyword ever() {
    Keyword ever = cursor.accept(Role.EVER);
    int mark = cursor.mark();
    if (ever == null || YearGrammar.count(cursor) == 0 || cursor.accept(Role.YEAR_WORD) == null) {
      cursor.reset(mark);
      return ever;
    }
    return new Keyword(ever.roles(), ever.start(), cursor.position());
  }

  /** Whether 下降 is the last word of a sentence or of a part of it. */
  private boolean ends() {
    return cursor.isHan(cursor.position() - 1)
        ? cursor.atEnd() || cursor.peek() instanceof Gap
        : cursor.atEnd();
  }

  /** 持平: a change of nothing. */
  private @Nullable List<Clause> unchanged(Subjects subjects, int start) {
    int mark = cursor.mark();
    Keyword word = cursor.accept(Role.UNCHANGED);
    if (word == null || cursor.joinsNext()) {
      cursor.reset(mark);
      return null;
    }
    cursor.skip(Role.VERSUS);
    Amount nothing = new Amount(BigDecimal.ZERO, "%");
    String text = cursor.text(start, cursor.position());
    List<Clause> clauses = new ArrayList<>();
    for (MetricRef ref : subjects.refs()) {
      clauses.addAll(builder.change(ref, true, new Predicate(Op.EQUAL, nothing), text));
    }
    return clauses;
  }

  /** 翻番: a growth of a hundred per cent or more. */
  private @Nullable List<Clause> doubled(Subjects subjects, int start) {
    int mark = cursor.mark();
    cursor.skip(Role.DIRECTION);
    Keyword word = cursor.accept(Role.DOUBLED);
    if (word == null || cursor.joinsNext()) {
      cursor.reset(mark);
      return null;
    }
    cursor.skip(Role.AFTER, Role.VERSUS);
    Amount percent = new Amount(new BigDecimal(word.value(Role.DOUBLED)), "%");
    String text = cursor.text(start, cursor.position());
    List<Clause> clauses = new ArrayList<>();
    for (MetricRef ref : subjects.refs()) {
      clauses.addAll(builder.change(ref, true, new Predicate(Op.AT_LEAST, percent), text));
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

  /** 下降超过50%的三公经费 */
  @Nullable List<Clause> changeOf(int start) {
    int mark = cursor.mark();
    cursor.skip(Role.VERSUS);
    Keyword direction = cursor.accept(Role.DIRECTION);
    cursor.skip(Role.PARTICLE, Role.BY);
    Predicate predicate = direction == null ? null : predicates.predicate(true);
    boolean amount = predicate != null && PredicateGrammar.isQuantity(predicate.amount());
    int behind = cursor.mark();
    boolean of = amount && cursor.accept(Role.OF) != null;
    Subjects subjects = of ? figures.figures() : null;
    if (amount && subjects == null && (of || cursor.atEnd())) { // 增长10%的部门: what has grown?
      cursor.reset(behind);
      draft.leftover.add(cursor.text(start, cursor.position()));
      return List.of();
    }
    if (direction == null || subjects == null || !subjects.named()) {
      cursor.reset(mark);
      return null;
    }
    String text = cursor.text(start, cursor.position());
    List<Clause> clauses = new ArrayList<>();
    for (MetricRef ref : subjects.refs()) {
      clauses.addAll(
          builder.change(ref, direction.value(Role.DIRECTION).equals("up"), predicate, text));
    }
    return clauses;
  }
}
