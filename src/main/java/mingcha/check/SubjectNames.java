package mingcha.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Form;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Subject;
import mingcha.text.Fold;
import mingcha.text.Lexicon;

/** One code under two names in two tables, or under the name of another subject. */
final class SubjectNames implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "name-conflict/subject",
          "科目编码与科目名称不对应，需要说明",
          "A subject code bears another subject's name",
          "政府收支分类科目：编码与名称一一对应");

  private static final List<Form> FORMS =
      List.of(
          Form.BASIC_EXPENDITURE,
          Form.INCOME,
          Form.EXPENDITURE,
          Form.GENERAL_EXPENDITURE,
          Form.GOVERNMENT_FUND,
          Form.STATE_CAPITAL);

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    Map<String, Entry> first = new HashMap<>();
    for (Form form : FORMS) {
      for (Entry line : account.lines(form)) {
        Subject subject = line.subject();
        if (subject == null || Account.table(line).isEmpty()) {
          continue;
        }
        Entry before = first.putIfAbsent(subject.code(), line);
        Optional<Subject> other = otherSubject(subject.code(), line.name());
        if (other.isPresent()) {
          tell(
              line,
              "科目" + subject.code() + "写为“" + line.name() + "”，这是" + other.get().code() + "的名称",
              outcomes);
        } else if (before != null && !alike(before.name(), line.name())) {
          tell(
              line,
              "科目" + subject.code() + "一处名为“" + before.name() + "”，另一处名为“" + line.name() + "”",
              outcomes);
        } else {
          outcomes.holds();
        }
      }
    }
  }

  /** A narrow column cuts a name off; that is no other name. */
  private static boolean alike(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    String left = Fold.name(a);
    String right = Fold.name(b);
    return left.startsWith(right)
        || right.startsWith(left)
        || left.endsWith(right)
        || right.endsWith(left);
  }

  /** A subject of the same class that the name belongs to, if it does not belong to the code. */
  private static Optional<Subject> otherSubject(String code, String name) {
    Lexicon lexicon = Lexicon.standard();
    Optional<String> own = lexicon.subjectName(code);
    if (own.isEmpty() || alike(own.get(), name)) {
      return Optional.empty();
    }
    return lexicon.subjectsNamed(name).stream()
        .filter(s -> s.code().length() == code.length() && !s.code().equals(code))
        .filter(s -> code.length() == 3 || s.code().startsWith(code.substring(0, 3)))
        .findFirst();
  }

  private static void tell(Entry line, String arithmetic, Outcomes outcomes) {
    Reading figure = Account.table(line).getFirst();
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            line,
            line.name(),
            arithmetic,
            List.of(Told.words("科目名称", line.name(), figure.source()), figure)));
  }
}
