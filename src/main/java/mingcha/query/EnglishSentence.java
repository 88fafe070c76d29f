package mingcha.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mingcha.disclosure.EntryKind;
import mingcha.disclosure.Metric;
import mingcha.disclosure.Metrics;
import mingcha.query.Clause.AnyOf;
import mingcha.query.Clause.Comparison;
import mingcha.query.Clause.Condition;
import mingcha.query.Clause.GradeIn;
import mingcha.query.Clause.Not;
import mingcha.query.Filters.RegionFilter;

/**
 * A question in canonical English: projects about 消费券 in Jincheng 2023 with execution rate below
 * 60%, sorted by score descending. Words that disclosures print stay Chinese; amounts are in yuan.
 */
final class EnglishSentence {
  private static final BigDecimal MILLION = new BigDecimal("1000000");
  private static final BigDecimal BILLION = new BigDecimal("1000000000");

  private EnglishSentence() {}

  static String of(Question question) {
    List<String> words = new ArrayList<>();
    if (question.limit() != null && question.sort() == null) {
      words.add("first " + question.limit());
    }
    question.kinds().stream().sorted().map(EnglishSentence::kind).forEach(words::add);
    question.about().forEach(about -> words.add("about " + Quotes.around(about)));
    question.terms().forEach(term -> words.add("mentioning " + Quotes.around(term)));
    question.not().forEach(not -> words.add("without " + Quotes.around(not)));
    filters(question.filters(), words);
    String where =
        question.where().stream().map(EnglishSentence::clause).collect(Collectors.joining(" and "));
    if (!where.isEmpty()) {
      words.add("with " + where);
    }
    Sort sort = question.sort();
    if (sort != null) {
      words.add(
          "sorted by " + metric(sort.metric()) + (sort.ascending() ? " ascending" : " descending"));
      if (question.limit() != null) {
        words.add("top " + question.limit());
      }
    }
    return String.join(" ", words);
  }

  private static String kind(EntryKind kind) {
    return switch (kind) {
      case PASSAGE -> "passages";
      case LINE -> "budget lines";
      case PROJECT -> "projects";
      case INDICATOR -> "indicators";
      case STATEMENT -> "statements";
      case ROW -> "table rows";
      case FINDING -> "findings";
    };
  }

  private static void filters(Filters filters, List<String> words) {
    if (!filters.regions().isEmpty()) {
      words.add(
          filters.regions().stream()
              .map(Quotes::romanised)
              .collect(Collectors.joining(" and ", "in ", "")));
    }
    for (RegionFilter region : filters.notRegions()) {
      words.add("outside " + Quotes.romanised(region));
    }
    if (filters.publisher() != null) {
      words.add(Quotes.publisher(filters.publisher(), "published by "));
    }
    if (!filters.institutions().isEmpty()) {
      words.add(
          filters.institutions().stream()
              .map(Institutions.standard()::english)
              .collect(Collectors.joining(" and ", "among ", "")));
    }
    if (filters.type() != null) {
      words.add(Quotes.type(filters.type(), "type "));
    }
    if (filters.caliber() != null) {
      words.add(filters.caliber() + "口径");
    }
    if (filters.subject() != null) {
      words.add("subject code " + filters.subject());
    }
    if (filters.rule() != null) {
      words.add("rule “" + filters.rule() + "”");
    }
    if (filters.form() != null) {
      words.add("form “" + filters.form() + "”");
    }
    List<Integer> years = filters.years();
    boolean run = years.size() > 2 && years.getLast() - years.getFirst() == years.size() - 1;
    if (run) {
      words.add("from " + years.getFirst() + " to " + years.getLast());
    } else {
      years.forEach(year -> words.add(year.toString()));
    }
    if (!filters.notYears().isEmpty()) {
      words.add(
          filters.notYears().stream()
              .map(String::valueOf)
              .collect(Collectors.joining(" and ", "except ", "")));
    }
  }

  private static String clause(Clause clause) {
    return switch (clause) {
      case Condition condition -> {
        Sentence.Changed changed = Sentence.Changed.of(condition);
        yield changed == null
            ? metric(condition.metric()) + " " + predicate(condition)
            : change(changed, condition.unit());
      }
      case GradeIn grades -> "rated " + grades(grades);
      case Comparison comparison ->
          "%s %s %s"
              .formatted(
                  metric(comparison.metric()), op(comparison.op()), metric(comparison.other()));
      case AnyOf any ->
          any.clauses().stream().map(EnglishSentence::clause).collect(Collectors.joining(" or "));
      case Not not -> negated(not.clause());
    };
  }

  private static String negated(Clause clause) {
    return switch (clause) {
      case GradeIn grades -> "not rated " + grades(grades);
      case Condition condition ->
          condition.op() == Op.EQUAL
              ? metric(condition.metric()) + " is not " + values(condition)
              : "not matching " + clause(condition);
      case Comparison comparison ->
          comparison.op() == Op.EQUAL
              ? metric(comparison.metric()) + " not equal to " + metric(comparison.other())
              : "not matching " + clause(comparison);
      case AnyOf any -> "not matching " + clause(any);
      case Not not -> clause(not.clause());
    };
  }

  private static String change(Sentence.Changed changed, String unit) {
    String direction = changed.up() ? " rose " : " fell ";
    String by =
        changed.bare()
            ? ""
            : "by "
                + (changed.op() == Op.EQUAL ? "" : byOp(changed.op()))
                + number(changed.value(), unit)
                + " ";
    return metric(changed.metric()) + direction + by + "on last year";
  }

  private static String byOp(Op op) {
    return switch (op) {
      case LESS -> "less than ";
      case AT_MOST -> "at most ";
      case MORE -> "more than ";
      case AT_LEAST -> "at least ";
      case EQUAL, BETWEEN, IN -> "";
    };
  }

  private static String predicate(Condition c) {
    return switch (c.op()) {
      case BETWEEN ->
          "between "
              + number(c.values().getFirst(), c.unit())
              + " and "
              + number(c.values().getLast(), c.unit());
      case LESS, AT_MOST, MORE, AT_LEAST, EQUAL, IN -> op(c.op()) + " " + values(c);
    };
  }

  private static String values(Condition c) {
    return c.values().stream()
        .map(value -> number(value, c.unit()))
        .collect(Collectors.joining(" or "));
  }

  /** 3 million yuan, 60%, 90 points; of a count the measure word is left out. */
  private static String number(BigDecimal value, String unit) {
    return switch (unit) {
      case "%" -> Interpretation.plain(value).toPlainString() + "%";
      case ClauseBuilder.POINTS ->
          Interpretation.plain(value).toPlainString() + " percentage points";
      case "分" -> Interpretation.plain(value).toPlainString() + " points";
      case "倍" -> Interpretation.plain(value).toPlainString() + " times";
      case "元" -> yuan(value);
      case "千元" -> yuan(value.scaleByPowerOfTen(3));
      case "万元" -> yuan(value.scaleByPowerOfTen(4));
      case "百万元" -> yuan(value.scaleByPowerOfTen(6));
      case "亿元" -> yuan(value.scaleByPowerOfTen(8));
      default -> Interpretation.plain(value).toPlainString();
    };
  }

  private static String yuan(BigDecimal yuan) {
    BigDecimal size = yuan.abs();
    String words =
        size.compareTo(BILLION) >= 0
            ? Interpretation.plain(yuan.movePointLeft(9)).toPlainString() + " billion"
            : size.compareTo(MILLION) >= 0
                ? Interpretation.plain(yuan.movePointLeft(6)).toPlainString() + " million"
                : Interpretation.plain(yuan).toPlainString();
    return words + " yuan";
  }

  private static String grades(GradeIn grades) {
    return grades.grades().stream()
        .map(
            letter ->
                switch (letter) {
                  case "优" -> "excellent";
                  case "良" -> "good";
                  case "中" -> "fair";
                  default -> "poor";
                })
        .collect(Collectors.joining(" or "));
  }

  private static String op(Op op) {
    return switch (op) {
      case LESS -> "below";
      case AT_MOST -> "at most";
      case MORE -> "above";
      case AT_LEAST -> "at least";
      case EQUAL, IN -> "equal to";
      case BETWEEN -> "between";
    };
  }

  private static String metric(MetricRef ref) {
    Metric metric = Metrics.standard().find(ref.id());
    String name = metric == null ? ref.id() : metric.english().getFirst();
    String basis =
        switch (ref.basis()) {
          case null -> "";
          case TABLE -> "table ";
          case NARRATIVE -> "narrative ";
          case COMPUTED -> "computed ";
        };
    String stage =
        switch (ref.stage()) {
          case null -> "";
          case INITIAL -> " initial budget";
          case ADJUSTED -> " adjusted budget";
          case FINAL -> "";
          case PRIOR -> " prior-year amount";
        };
    return basis + name + stage;
  }
}
