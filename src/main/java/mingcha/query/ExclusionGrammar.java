package mingcha.query;

import java.util.EnumSet;
import java.util.Locale;
import mingcha.disclosure.EntryKind;
import mingcha.query.Token.Gap;
import mingcha.query.Token.Keyword;

/**
 * What is not asked for.
 *
 * <pre>
 * exclusion = not ( place | years | kind | noun { noun } ) [ "以外" ] ;   不含人员经费, 除晋城市以外, 不是项目的
 * </pre>
 */
final class ExclusionGrammar {
  private final Cursor cursor;
  private final WordEdges edges;
  private final PlaceGrammar places;
  private final YearGrammar years;
  private final ConditionGrammar conditions;
  private final Words words;
  private final Draft draft;

  ExclusionGrammar(
      Cursor cursor,
      WordEdges edges,
      PlaceGrammar places,
      YearGrammar years,
      ConditionGrammar conditions,
      Words words,
      Draft draft) {
    this.cursor = cursor;
    this.edges = edges;
    this.places = places;
    this.years = years;
    this.conditions = conditions;
    this.words = words;
    this.draft = draft;
  }

  /** Takes an exclusion into the draft; false, and nothing is taken, where none stands here. */
  boolean exclusion() {
    int mark = cursor.mark();
    Keyword not = cursor.accept(Role.NOT);
    if (not == null) {
      not = cursor.accept(Role.NOT_EQUAL); // 不在晋城市
    }
    if (not != null && (places.excluded() || years.excluded())) {
      return true;
    }
    if (not != null && !not.is(Role.NOT)) {
      cursor.reset(mark);
      return false;
    }
    if (not != null && otherKinds(not)) {
      return true;
    }
    boolean inWord = not != null && cursor.joinsNext() && !edges.at(not.end()); // 非 in 非税收入
    if (not == null || inWord) {
      cursor.reset(mark);
      return false;
    }
    cursor.skipSpace();
    Token token = cursor.peek();
    String excluded = token == null ? "" : words.noun(token);
    int noun = cursor.mark();
    boolean condition = !excluded.isEmpty() && !(token instanceof Token.Plain) && denied(mark);
    cursor.reset(noun);
    if (excluded.isEmpty() || condition) {
      cursor.reset(mark);
      return false;
    }
    cursor.next();
    StringBuilder name = new StringBuilder(excluded);
    while (cursor.continues() && !words.noun(cursor.ahead()).isEmpty()) {
      name.append(words.noun(cursor.next()));
    }
    cursor.skip(Role.OUTSIDE);
    draft.not.add(name.toString());
    return true;
  }

  /** 不是项目的: all kinds but this one. */
  private boolean otherKinds(Keyword not) {
    int mark = cursor.mark();
    Keyword word = cursor.accept(Role.KIND);
    String name = word == null ? "" : word.value(Role.KIND);
    boolean ends =
        cursor.atEnd()
            || cursor.sees(Role.OF)
            || cursor.sees(Role.OUTSIDE)
            || cursor.peek() instanceof Gap;
    if (word == null || name.isEmpty() || !ends) {
      cursor.reset(mark);
      return false;
    }
    cursor.skip(Role.OUTSIDE);
    EntryKind kind = EntryKind.valueOf(name.toUpperCase(Locale.ROOT));
    if (draft.kinds.remove(kind)) {
      draft.problems.add(cursor.text(not.start(), cursor.position()) + "：既要有又要没有");
    }
    if (draft.kinds.isEmpty()) {
      draft.kinds.addAll(EnumSet.complementOf(EnumSet.of(kind, EntryKind.FINDING)));
    }
    return true;
  }

  /** Whether a condition follows, which is denied: 不含执行率低于60%的项目. */
  private boolean denied(int mark) {
    int clauses = draft.where.size();
    cursor.reset(mark);
    boolean found = conditions.conditions();
    draft.where.subList(clauses, draft.where.size()).clear();
    return found;
  }
}
