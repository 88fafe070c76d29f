package mingcha.query;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Institution;
import mingcha.query.Clause.AnyOf;
import mingcha.query.Clause.Comparison;
import mingcha.query.Clause.Condition;
import mingcha.query.Clause.GradeIn;
import mingcha.query.Clause.Not;
import mingcha.query.Filters.RegionFilter;
import org.jspecify.annotations.Nullable;

/** A question as shown to who asked it: on the wire, and as a sentence. */
public final class Interpretation {
  private Interpretation() {}

  /** The {@code interpretation} object of the API, as maps, lists, strings and numbers. */
  public static Map<String, Object> of(Question question) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kinds", question.kinds().stream().sorted().map(EntryKind::toString).toList());
    map.put("about", question.about());
    map.put("terms", question.terms());
    map.put("not", question.not());
    map.put("where", question.where().stream().map(Interpretation::clause).toList());
    map.put("filters", filters(question.filters()));
    map.put("sort", question.sort() == null ? null : question.sort().toString());
    map.put("limit", question.limit());
    map.put("leftover", question.leftover());
    if (!question.problems().isEmpty()) {
      map.put("problems", question.problems());
    }
    if (!question.notes().isEmpty()) {
      map.put("notes", question.notes().stream().map(Interpretation::note).toList());
    }
    return map;
  }

  /** The question in canonical Chinese, which reads back as the same question. */
  public static String sentence(Question question) {
    return Sentence.of(question);
  }

  /** The question in English, which reads back as the same question. */
  public static String english(Question question) {
    return EnglishSentence.of(question);
  }

  private static Map<String, Object> note(Question.Note note) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", note.kind());
    map.put("text", note.text());
    map.put("meant", note.meant());
    return map;
  }

  private static Map<String, Object> region(RegionFilter filter) {
    Map<String, Object> region = new LinkedHashMap<>();
    region.put("code", filter.code());
    region.put("name", filter.name());
    return region;
  }

  private static Map<String, Object> clause(Clause clause) {
    Map<String, Object> map = new LinkedHashMap<>();
    switch (clause) {
      case Condition condition -> {
        map.put("metric", condition.metric().toString());
        map.put("op", condition.op().toString());
        boolean single = condition.op() != Op.BETWEEN && condition.op() != Op.IN;
        List<BigDecimal> values = condition.values().stream().map(Interpretation::plain).toList();
        map.put("value", single ? values.get(0) : values);
        map.put("unit", condition.unit());
      }
      case GradeIn grades -> {
        boolean single = grades.grades().size() == 1;
        map.put("metric", "grade");
        map.put("op", single ? "=" : "in");
        map.put("value", single ? grades.grades().get(0) : grades.grades());
        map.put("unit", "");
      }
      case Comparison comparison -> {
        map.put("metric", comparison.metric().toString());
        map.put("op", comparison.op().toString());
        map.put("other", Map.of("metric", comparison.other().toString()));
      }
      case AnyOf any -> map.put("any", any.clauses().stream().map(Interpretation::clause).toList());
      case Not not -> map.put("not", clause(not.clause()));
    }
    map.put("text", clause.text());
    return map;
  }

  /** 60, not 60.0 and not 6E+1. */
  static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static Map<String, Object> filters(Filters filters) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (filters.region() != null) {
      map.put("region", region(filters.region()));
    }
    if (!filters.otherRegions().isEmpty()) {
      map.put("regions", filters.regions().stream().map(Interpretation::region).toList());
    }
    if (!filters.notRegions().isEmpty()) {
      map.put("notRegions", filters.notRegions().stream().map(Interpretation::region).toList());
    }
    if (!filters.years().isEmpty()) {
      map.put("year", filters.years());
    }
    if (!filters.notYears().isEmpty()) {
      map.put("notYear", filters.notYears());
    }
    put(map, "subject", filters.subject());
    put(map, "publisher", filters.publisher());
    if (!filters.institutions().isEmpty()) {
      map.put("institution", filters.institutions().stream().map(Institution::toString).toList());
    }
    put(map, "type", filters.type());
    put(map, "caliber", filters.caliber());
    put(map, "rule", filters.rule());
    put(map, "form", filters.form());
    return map;
  }

  private static void put(Map<String, Object> map, String key, @Nullable String value) {
    if (value != null) {
      map.put(key, value);
    }
  }
}
