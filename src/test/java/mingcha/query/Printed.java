package mingcha.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mingcha.query.Clause.AnyOf;
import mingcha.query.Clause.Comparison;
import mingcha.query.Clause.Condition;
import mingcha.query.Clause.GradeIn;
import mingcha.query.Clause.Not;
import mingcha.query.Filters.RegionFilter;

/** A question on one line, so that a test compares all of it. */
final class Printed {
  private Printed() {}

  static String line(Question question) {
    List<String> parts = new ArrayList<>();
    add(parts, "kinds", question.kinds().stream().sorted().map(Object::toString).toList());
    add(parts, "about", question.about());
    add(parts, "terms", question.terms());
    add(parts, "not", question.not());
    add(parts, "where", question.where().stream().map(Printed::clause).toList());
    Filters filters = question.filters();
    if (filters.region() != null) {
      parts.add("region=" + filters.region().code() + " " + filters.region().name());
    }
    add(parts, "or", filters.otherRegions().stream().map(RegionFilter::name).toList());
    add(parts, "outside", filters.notRegions().stream().map(RegionFilter::name).toList());
    add(parts, "year", filters.years().stream().map(String::valueOf).toList());
    add(parts, "notYear", filters.notYears().stream().map(String::valueOf).toList());
    addOne(parts, "subject", filters.subject());
    addOne(parts, "publisher", filters.publisher());
    add(parts, "institution", filters.institutions().stream().map(String::valueOf).toList());
    addOne(parts, "type", filters.type());
    addOne(parts, "caliber", filters.caliber());
    addOne(parts, "rule", filters.rule());
    addOne(parts, "form", filters.form());
    addOne(parts, "sort", question.sort());
    addOne(parts, "limit", question.limit());
    add(parts, "leftover", question.leftover());
    add(parts, "problems", question.problems());
    add(
        parts,
        "notes",
        question.notes().stream()
            .filter(note -> !note.kind().equals("proposed"))
            .map(note -> note.text() + " -> " + note.meant())
            .toList());
    return String.join("; ", parts);
  }

  static String clause(Clause clause) {
    return switch (clause) {
      case Condition c ->
          "%s %s %s%s"
              .formatted(
                  c.metric(),
                  c.op(),
                  c.values().stream()
                      .map(value -> Interpretation.plain(value).toPlainString())
                      .collect(Collectors.joining("..")),
                  c.unit());
      case GradeIn g -> "grade in " + String.join("/", g.grades());
      case Comparison c -> c.metric() + " " + c.op() + " " + c.other();
      case AnyOf any ->
          any.clauses().stream().map(Printed::clause).collect(Collectors.joining(" | ", "(", ")"));
      case Not not -> "not " + clause(not.clause());
    };
  }

  private static void add(List<String> parts, String name, List<String> values) {
    if (!values.isEmpty()) {
      parts.add(name + "=" + String.join(", ", values));
    }
  }

  private static void addOne(
      List<String> parts, String name, @org.jspecify.annotations.Nullable Object value) {
    if (value != null) {
      parts.add(name + "=" + value);
    }
  }
}
