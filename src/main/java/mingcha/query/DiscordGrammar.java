package mingcha.query;

import java.util.LinkedHashSet;
import java.util.Set;
import mingcha.query.Draft.Use;
import mingcha.query.Token.Keyword;
import mingcha.query.Token.Name;

/**
 * What does not agree: asks for findings.
 *
 * <pre>
 * ofFigures = figures "不一致"                                    表格执行率与叙述执行率不一致
 *           | basis [ "和" ] basis "不一致" ;                     表格和叙述不一致
 * </pre>
 */
final class DiscordGrammar {
  private final Cursor cursor;
  private final MetricGrammar figures;
  private final Words words;
  private final Draft draft;

  DiscordGrammar(Cursor cursor, MetricGrammar figures, Words words, Draft draft) {
    this.cursor = cursor;
    this.figures = figures;
    this.words = words;
    this.draft = draft;
  }

  /** Whether figures, or tables and narrative, are said not to agree. */
  boolean ofFigures() {
    return disagreement() || basesDisagree();
  }

  /** 表格执行率与叙述执行率不一致: findings that speak of these. */
  private boolean disagreement() {
    int mark = cursor.mark();
    int start = cursor.ahead().start();
    MetricGrammar.Subjects metrics = figures.figures();
    int end = cursor.position();
    cursor.skip(Role.FILLER);
    if (metrics == null || !discord()) {
      cursor.reset(mark);
      return false;
    }
    draft.part(Use.BREAK, "", start, start);
    for (String name : named(mark, end)) {
      draft.metric(name, start, end);
      draft.part(Use.BREAK, "", end, end);
    }
    return true;
  }

  /** The names of metrics as said between here and there. */
  private Set<String> named(int mark, int end) {
    Set<String> names = new LinkedHashSet<>();
    int behind = cursor.mark();
    for (cursor.reset(mark); cursor.position() < end; ) {
      Token token = cursor.next();
      if (token instanceof Name || (token instanceof Keyword word && word.is(Role.LOOSE))) {
        names.add(words.noun(token));
      }
    }
    cursor.reset(behind);
    return names;
  }

  /** 表格和叙述不一致 */
  private boolean basesDisagree() {
    int mark = cursor.mark();
    boolean bases = cursor.accept(Role.BASIS) != null;
    cursor.skip(Role.AND, Role.LIST, Role.TO);
    bases &= cursor.accept(Role.BASIS) != null;
    cursor.skip(Role.FILLER);
    if (!bases || !discord()) {
      cursor.reset(mark);
      return false;
    }
    return true;
  }

  /** 不一致, whatever does not agree. */
  boolean discord() {
    int mark = cursor.mark();
    if (cursor.accept(Role.DISCORD) == null) {
      return false;
    }
    if (cursor.joinsNext()) {
      cursor.reset(mark);
      return false;
    }
    draft.discord = true;
    return true;
  }
}
