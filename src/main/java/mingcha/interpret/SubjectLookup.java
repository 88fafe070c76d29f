package mingcha.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Form;
import mingcha.disclosure.Subject;
import mingcha.text.Fold;
import mingcha.text.Lexicon;
import org.jspecify.annotations.Nullable;

/** Finds the line of the tables that the narrative speaks of. */
final class SubjectLookup {
  private static final List<Form> FORMS = List.of(Form.GENERAL_EXPENDITURE, Form.EXPENDITURE);

  /** 一般公共服务（类）支出 is 一般公共服务支出, 商业服务业 is 商业服务业等支出. */
  private static final Pattern END = Pattern.compile("(?<=.)(?:等支出|支出|等)$");

  private final List<DraftEntry> lines;
  private final Map<Form, Map<String, Integer>> byCode = new HashMap<>();
  private final Map<Form, Integer> totals = new HashMap<>();

  SubjectLookup(List<DraftEntry> lines) {
    this.lines = lines;
    for (int i = 0; i < lines.size(); i++) {
      DraftEntry line = lines.get(i);
      for (Form form : FORMS) {
        if (line.kind() == EntryKind.LINE && isOf(line, form)) {
          Subject subject = line.subject();
          if (subject == null) {
            totals.putIfAbsent(form, i);
          } else {
            byCode.computeIfAbsent(form, f -> new HashMap<>()).putIfAbsent(subject.code(), i);
          }
        }
      }
    }
  }

  /** The index of the line of a subject, if exactly one bears its names. */
  Optional<Integer> line(SubjectPath path) {
    for (Form form : FORMS) {
      List<Integer> found = new ArrayList<>();
      byCode
          .getOrDefault(form, Map.of())
          .forEach(
              (code, index) -> {
                if (code.length() == path.digits() && bears(form, code, path)) {
                  found.add(index);
                }
              });
      if (found.size() == 1) {
        return Optional.of(found.getFirst());
      }
    }
    return Optional.empty();
  }

  /**
   * The index of the line of this name, if there is exactly one in the first table that has any.
   */
  Optional<Integer> named(String name) {
    String wanted = key(name);
    for (Form form : FORMS) {
      List<Integer> found = new ArrayList<>();
      for (int index : byCode.getOrDefault(form, Map.of()).values()) {
        if (key(lines.get(index).name()).equals(wanted)) {
          found.add(index);
        }
      }
      if (!found.isEmpty()) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The line 合计 of 一般公共预算财政拨款支出决算表. */
  Optional<Integer> generalTotal() {
    return Optional.ofNullable(totals.get(Form.GENERAL_EXPENDITURE));
  }

  /**
   * The subject by the lexicon, where no table shows its code and only one code has these names.
   */
  static @Nullable Subject subject(SubjectPath path, Lexicon lexicon) {
    List<String> names = path.names();
    Subject found = null;
    for (Subject subject : named(names.getLast(), lexicon)) {
      if (subject.code().length() == path.digits() && isBelow(subject.code(), path, lexicon)) {
        if (found != null) {
          return null;
        }
        found = subject;
      }
    }
    return found;
  }

  /** 一般公共服务（类） is 一般公共服务支出. */
  private static List<Subject> named(String name, Lexicon lexicon) {
    for (String end : List.of("", "支出", "等支出")) {
      List<Subject> named = lexicon.subjectsNamed(name + end);
      if (!named.isEmpty()) {
        return named;
      }
    }
    return List.of();
  }

  private static boolean isBelow(String code, SubjectPath path, Lexicon lexicon) {
    return agrees(path.classes(), lexicon.subjectName(code.substring(0, 3)).orElse(null))
        && (code.length() < 5
            || agrees(path.section(), lexicon.subjectName(code.substring(0, 5)).orElse(null)));
  }

  private boolean bears(Form form, String code, SubjectPath path) {
    return agrees(path.classes(), name(form, code, 3))
        && (code.length() < 5 || agrees(path.section(), name(form, code, 5)))
        && (code.length() < 7 || agrees(path.item(), name(form, code, 7)));
  }

  private @Nullable String name(Form form, String code, int digits) {
    Integer index = byCode.getOrDefault(form, Map.of()).get(code.substring(0, digits));
    return index == null ? null : lines.get(index).name();
  }

  /** What is not named, or not in the table, does not disagree. */
  private static boolean agrees(@Nullable String named, @Nullable String printed) {
    return named == null || printed == null || key(named).equals(key(printed));
  }

  private static String key(String name) {
    return END.matcher(Fold.name(name)).replaceFirst("");
  }

  private static boolean isOf(DraftEntry line, Form form) {
    return line.table() != null && form.id().equals(line.table().form());
  }
}
