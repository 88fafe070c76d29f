package mingcha.query;

import java.util.List;
import java.util.regex.Pattern;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Subject;
import mingcha.query.Draft.Use;
import mingcha.query.Token.Keyword;
import mingcha.query.Token.Numeral;
import mingcha.query.Token.Plain;
import mingcha.query.Token.Quoted;
import mingcha.text.Lexicon;

/**
 * Subjects of the classification of revenue and expenditure.
 *
 * <pre>
 * subject = [ "科目代码" ] code [ "开头" ] | subject-name &amp; "科目" | "科目名称" [ "为" ] subject-name ;
 * </pre>
 */
final class SubjectGrammar {
  private static final Pattern CODE = Pattern.compile("\\d{3}(?:\\d\\d){0,2}");
  private static final int LENGTH_OF_A_CLASS = 3;

  private final Cursor cursor;
  private final Lexicon lexicon;
  private final Draft draft;

  SubjectGrammar(Cursor cursor, Lexicon lexicon, Draft draft) {
    this.cursor = cursor;
    this.lexicon = lexicon;
    this.draft = draft;
  }

  boolean subject() {
    return nameSaid() || namedSubject() || code();
  }

  private boolean code() {
    int mark = cursor.mark();
    boolean said = cursor.accept(Role.CODE) != null;
    boolean within = !said && cursor.accept(Role.WITHIN) != null;
    if (!said && cursor.sees(Role.KIND)) {
      Keyword kind = (Keyword) cursor.next();
      said = kind.value(Role.KIND).equals("line");
    }
    cursor.skip(Role.COPULA);
    cursor.skipSpace();
    String digits =
        cursor.peek() instanceof Numeral number
            ? number.figure().raw().replaceFirst("\\D+$", "")
            : "";
    if (!CODE.matcher(digits).matches()) {
      cursor.reset(mark);
      return false;
    }
    Token number = cursor.next();
    boolean bare = cursor.text(number).equals(digits);
    boolean prefixed = cursor.accept(Role.PREFIX) != null;
    boolean known = digits.length() > LENGTH_OF_A_CLASS || lexicon.subjectName(digits).isPresent();
    boolean counted =
        !bare && !(digits.length() > LENGTH_OF_A_CLASS && cursor.text(number).endsWith("项"));
    if (counted || !(said || prefixed || (known && (within || standsFree())))) {
      cursor.reset(mark);
      return false;
    }
    cursor.reset(mark);
    if (cursor.sees(Role.KIND)) {
      draft.kinds.add(EntryKind.LINE);
    }
    while (cursor.position() < number.end()) {
      cursor.next();
    }
    cursor.accept(Role.PREFIX);
    ask(digits, cursor.text(number));
    return true;
  }

  private boolean standsFree() {
    int mark = cursor.mark();
    cursor.skipSpace();
    boolean free = !cursor.sees(Role.AFTER) && !cursor.sees(Role.TO);
    cursor.reset(mark);
    return free;
  }

  /** 招商引资 in 招商引资科目, 教育支出 in 教育支出科目, where one subject alone bears the name. */
  private boolean namedSubject() {
    if (!(cursor.peek() instanceof Plain)) {
      return false;
    }
    int mark = cursor.mark();
    String name = cursor.text(cursor.next());
    boolean line =
        cursor.continues()
            && cursor.peek() instanceof Keyword word
            && word.value(Role.KIND).equals("line");
    List<Subject> named = line ? lexicon.subjectsNamed(name) : List.of();
    if (line && named.isEmpty() && cursor.text(cursor.ahead()).startsWith("支出")) {
      named = lexicon.subjectsNamed(name + "支出");
    }
    if (named.size() != 1) {
      cursor.reset(mark);
      return false;
    }
    ask(named.getFirst().code(), name);
    return true;
  }

  /** One subject can be asked for; another is shown as not understood. */
  private void ask(String code, String said) {
    String before = draft.subject;
    if (before == null || code.startsWith(before)) {
      draft.subject = code;
    } else if (!before.startsWith(code)) {
      draft.leftover.add(said);
    }
  }

  /** 科目名称为行政运行: the one subject of that name, or all that bear it. */
  private boolean nameSaid() {
    int mark = cursor.mark();
    boolean said = cursor.accept(Role.SUBJECT_NAME) != null;
    cursor.skip(Role.COPULA, Role.MENTION);
    cursor.skipGaps();
    int start = cursor.position();
    String name = said ? name(start) : "";
    if (name.isEmpty()) {
      cursor.reset(mark);
      return false;
    }
    List<Subject> named = lexicon.subjectsNamed(name);
    draft.kinds.add(EntryKind.LINE);
    if (named.size() == 1) {
      ask(named.getFirst().code(), name);
    } else {
      draft.part(Use.TOPIC, "", start, start);
      draft.part(Use.WORD, name, start, cursor.position());
    }
    return true;
  }

  /** The longest name of a subject that begins here, else what stands in quotes or before 的. */
  private String name(int start) {
    if (cursor.peek() instanceof Quoted quoted) {
      cursor.next();
      return quoted.content();
    }
    int mark = cursor.mark();
    int end = start;
    while (cursor.continues() && !cursor.sees(Role.OF) && !cursor.sees(Role.KIND)) {
      cursor.next();
      end = cursor.position();
    }
    cursor.reset(mark);
    for (int longest = end; longest > start + 1; longest--) {
      if (!lexicon.subjectsNamed(cursor.text(start, longest)).isEmpty()) {
        cursor.takeTo(longest);
        return cursor.text(start, longest);
      }
    }
    cursor.takeTo(end);
    return cursor.text(start, end);
  }

  /** The whole of 教育支出 in 教育支出低于1000万元, where 支出 is the metric too; empty for none. */
  String subjectBefore() {
    if (cursor.sees(Role.LOOSE) && cursor.previous() instanceof Plain plain && cursor.continues()) {
      String name = cursor.text(plain.start(), cursor.ahead().end());
      return lexicon.subjectsNamed(name).isEmpty() ? "" : name;
    }
    return "";
  }
}
