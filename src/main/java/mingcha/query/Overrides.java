package mingcha.query;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mingcha.disclosure.Basis;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Institution;
import mingcha.disclosure.Metrics;
import mingcha.query.Clause.GradeIn;
import mingcha.query.Filters.RegionFilter;
import mingcha.text.Division;
import mingcha.text.Lexicon;
import org.jspecify.annotations.Nullable;

/**
 * What is chosen beside the sentence, in {@code /api/search}'s parameters: each takes the place of
 * what the sentence said of the same thing, and an empty one removes it. Several values, repeated
 * or with commas between, are alternatives.
 */
public final class Overrides {
  private static final int FIRST_YEAR = 1949;
  private static final int LAST_YEAR = 2200;
  private static final int MOST_YEARS = 100;
  private static final Set<String> GRADES = Set.of("优", "良", "中", "差");

  private final Map<String, List<String>> parameters;
  private final Lexicon lexicon;
  private final Metrics metrics;

  private Overrides(Map<String, List<String>> parameters, Lexicon lexicon, Metrics metrics) {
    this.parameters = parameters;
    this.lexicon = lexicon;
    this.metrics = metrics;
  }

  /** With the lexicon and the metrics that come with Mingcha. */
  public static Question apply(Question question, Map<String, List<String>> parameters) {
    return apply(question, parameters, Lexicon.standard(), Metrics.standard());
  }

  /**
   * The question with these parameters (kind, region, year, subject, publisher, institution, type,
   * caliber, grade, rule, sort) merged over it; others are not looked at.
   *
   * @throws BadParameter naming the one that cannot be understood
   */
  public static Question apply(
      Question question, Map<String, List<String>> parameters, Lexicon lexicon, Metrics metrics) {
    return new Overrides(parameters, lexicon, metrics).over(question);
  }

  private Question over(Question question) {
    Filters said = question.filters();
    return new Question(
        question.text(),
        kinds(question.kinds()),
        question.about(),
        question.terms(),
        question.not(),
        where(question.where()),
        new Filters(
            region(said.region()),
            years(said.years()),
            text("subject", said.subject(), this::subject),
            text("publisher", said.publisher(), UnaryOperator.identity()),
            text("type", said.type(), UnaryOperator.identity()),
            text("caliber", said.caliber(), UnaryOperator.identity()),
            text("rule", said.rule(), UnaryOperator.identity()),
            said.form(),
            parameters.containsKey("region") ? List.of() : said.otherRegions(),
            parameters.containsKey("region") ? List.of() : said.notRegions(),
            parameters.containsKey("year") ? List.of() : said.notYears(),
            institutions(said.institutions())),
        sort(question.sort()),
        question.limit(),
        question.leftover(),
        question.problems(),
        question.notes());
  }

  private Set<EntryKind> kinds(Set<EntryKind> said) {
    if (!parameters.containsKey("kind")) {
      return said;
    }
    Set<EntryKind> kinds = EnumSet.noneOf(EntryKind.class);
    for (String value : values("kind")) {
      kinds.add(
          Stream.of(EntryKind.values())
              .filter(kind -> kind.toString().equals(value.toLowerCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(
                  () ->
                      new BadParameter(
                          "kind",
                          value,
                          "no kind '%s'; there are %s"
                              .formatted(value, List.of(EntryKind.values())))));
    }
    return kinds;
  }

  private List<Institution> institutions(List<Institution> said) {
    if (!parameters.containsKey("institution")) {
      return said;
    }
    Set<Institution> asked = EnumSet.noneOf(Institution.class);
    for (String value : values("institution")) {
      asked.add(
          Stream.of(Institution.values())
              .filter(each -> each.toString().equals(value))
              .findFirst()
              .orElseThrow(
                  () ->
                      new BadParameter(
                          "institution",
                          value,
                          "no institution '%s'; there are %s"
                              .formatted(value, List.of(Institution.values())))));
    }
    return List.copyOf(asked);
  }

  private @Nullable RegionFilter region(@Nullable RegionFilter said) {
    if (!parameters.containsKey("region")) {
      return said;
    }
    String value = single("region");
    if (value.isEmpty()) {
      return null;
    }
    Optional<Division> found =
        value.matches("\\d{6}")
            ? lexicon.division(value)
            : lexicon.divisionsNamed(value).stream().findFirst();
    return found
        .map(division -> new RegionFilter(division.code(), division.name()))
        .orElseThrow(
            () ->
                new BadParameter(
                    "region",
                    value,
                    "no division of GB/T 2260 has the code or name '" + value + "'"));
  }

  private List<Integer> years(List<Integer> said) {
    if (!parameters.containsKey("year")) {
      return said;
    }
    Set<Integer> years = new TreeSet<>();
    for (String value : values("year")) {
      String[] ends = value.split("-|\\.\\.", 2);
      int from = year(ends[0], value);
      int to = ends.length == 1 ? from : year(ends[1], value);
      if (to < from || to - from > MOST_YEARS) {
        throw new BadParameter("year", value, "'" + value + "' is no range of years");
      }
      for (int year = from; year <= to; year++) {
        years.add(year);
      }
    }
    return List.copyOf(years);
  }

  private static int year(String digits, String value) {
    if (digits.strip().matches("\\d{4}")) {
      int year = Integer.parseInt(digits.strip());
      if (year >= FIRST_YEAR && year <= LAST_YEAR) {
        return year;
      }
    }
    throw new BadParameter(
        "year",
        value,
        "'%s' is no year between %d and %d, nor a range like 2021-2023"
            .formatted(value, FIRST_YEAR, LAST_YEAR));
  }

  private String subject(String value) {
    if (!value.matches("\\d{1,7}")) {
      throw new BadParameter(
          "subject",
          value,
          "a subject is up to seven digits, as 216 or 2160299, not '" + value + "'");
    }
    return value;
  }

  private @Nullable String text(String name, @Nullable String said, UnaryOperator<String> checked) {
    if (!parameters.containsKey(name)) {
      return said;
    }
    String value = single(name);
    return value.isEmpty() ? null : checked.apply(value);
  }

  private List<Clause> where(List<Clause> said) {
    if (!parameters.containsKey("grade")) {
      return said;
    }
    List<Clause> where =
        new ArrayList<>(said.stream().filter(clause -> !(clause instanceof GradeIn)).toList());
    List<String> grades = values("grade");
    for (String grade : grades) {
      if (!GRADES.contains(grade)) {
        throw new BadParameter("grade", grade, "a grade is 优, 良, 中 or 差, not '" + grade + "'");
      }
    }
    if (!grades.isEmpty()) {
      where.add(new GradeIn(grades, "等级为" + String.join("或", grades)));
    }
    return where;
  }

  /**
   * {@code execution_rate asc}, {@code relevance}; without a direction the greatest comes first.
   */
  private @Nullable Sort sort(@Nullable Sort said) {
    if (!parameters.containsKey("sort")) {
      return said;
    }
    String value = single("sort");
    if (value.isEmpty() || value.equals("relevance")) {
      return null;
    }
    String[] words = value.split("[ :]+", -1);
    String direction = words.length > 1 ? words[1] : "desc";
    if (words.length > 2 || !(direction.equals("asc") || direction.equals("desc"))) {
      throw new BadParameter(
          "sort",
          value,
          "a sort is 'METRIC asc', 'METRIC desc' or 'relevance', not '" + value + "'");
    }
    return new Sort(metric("sort", words[0], value), direction.equals("asc"));
  }

  private MetricRef metric(String name, String said, String value) {
    int dot = said.indexOf('.');
    String id = dot < 0 ? said : said.substring(0, dot);
    if (metrics.find(id) == null) {
      throw new BadParameter(name, value, "no metric has the id '" + id + "'");
    }
    if (dot < 0) {
      return new MetricRef(id, null);
    }
    String basis = said.substring(dot + 1);
    return Stream.of(Basis.values())
        .filter(b -> b.toString().equals(basis))
        .findFirst()
        .map(b -> new MetricRef(id, b))
        .orElseThrow(
            () ->
                new BadParameter(
                    name, value, "a basis is table, narrative or computed, not '" + basis + "'"));
  }

  private String single(String name) {
    List<String> given = parameters.getOrDefault(name, List.of());
    if (given.size() > 1) {
      throw new BadParameter(
          name, String.join(",", given), name + " is given " + given.size() + " times");
    }
    return given.isEmpty() ? "" : given.get(0).strip();
  }

  private List<String> values(String name) {
    return parameters.getOrDefault(name, List.of()).stream()
        .flatMap(value -> Stream.of(value.split("[,，|]", -1)))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
