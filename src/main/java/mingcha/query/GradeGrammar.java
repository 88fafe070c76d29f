package mingcha.query;

import java.util.ArrayList;
import java.util.List;
import mingcha.query.Clause.GradeIn;
import mingcha.query.Clause.Not;
import mingcha.query.Token.Keyword;
import mingcha.query.Token.Name;
import org.jspecify.annotations.Nullable;

/**
 * Grades.
 *
 * <pre>
 * grade = [ "not" ] ( "等级" | "评为" ) [ "为" | "不是" | comparator ] letter { [ "或" ] letter } [ "以上" ] ;
 * </pre>
 */
final class GradeGrammar {
  /** From the best to the worst. */
  static final List<String> LETTERS = List.of("优", "良", "中", "差");

  private final Cursor cursor;

  GradeGrammar(Cursor cursor) {
    this.cursor = cursor;
  }

  /** A condition on the grade, or null and nothing is taken. */
  @Nullable Clause grade() {
    int mark = cursor.mark();
    int start = cursor.peek() == null ? 0 : cursor.peek().start();
    boolean not = cursor.accept(Role.NOT) != null;
    if (!introduced()) {
      cursor.reset(mark);
      return null;
    }
    cursor.skip(Role.OPEN, Role.PARTICLE, Role.GRADED, Role.BOTH, Role.ADVERB);
    boolean negated = cursor.accept(Role.NOT_EQUAL) != null || cursor.accept(Role.NOT) != null;
    Keyword compare = cursor.accept(Role.COMPARE);
    List<String> letters = letters();
    if (letters.isEmpty()) {
      cursor.reset(mark);
      return null;
    }
    Keyword after = cursor.accept(Role.AFTER);
    String op =
        after != null
            ? after.value(Role.AFTER)
            : compare != null ? compare.value(Role.COMPARE) : "=";
    String text = cursor.text(start, cursor.position());
    Clause clause = new GradeIn(among(letters, op), text);
    return not != negated ? new Not(clause, text) : clause;
  }

  private boolean introduced() {
    if (cursor.peek() instanceof Name name && name.metric().equals("grade")) {
      cursor.next();
      return true;
    }
    return cursor.accept(Role.GRADED) != null;
  }

  private List<String> letters() {
    List<String> letters = new ArrayList<>();
    while (true) {
      int mark = cursor.mark();
      if (letters.isEmpty()) {
        cursor.skipGaps();
      } else {
        cursor.skipGaps();
        cursor.skip(Role.OR, Role.LIST, Role.AND);
        cursor.skipGaps();
      }
      Keyword word = cursor.accept(Role.GRADE);
      if (word == null || cursor.joinsNext()) {
        cursor.reset(mark);
        return letters;
      }
      letters.add(word.value(Role.GRADE));
    }
  }

  private static List<String> among(List<String> letters, String op) {
    int at = LETTERS.indexOf(letters.get(0));
    List<String> found =
        switch (op) {
          case "<" -> LETTERS.subList(at + 1, LETTERS.size());
          case "<=" -> LETTERS.subList(at, LETTERS.size());
          case ">" -> LETTERS.subList(0, at);
          case ">=" -> LETTERS.subList(0, at + 1);
          default -> letters;
        };
    return found.isEmpty() ? letters : found;
  }
}
