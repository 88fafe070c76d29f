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
import org.jspecify.annotations.Nullable;

/**
 * A question in canonical Chinese: filters, words, conditions, order, and last the thing that is
 * asked for: 2023年 晋城市 执行率低于60%的消费券项目. What would not read back as it stands is put in quotes.
 */
final class Sentence {
  private Sentence() {}

  static String of(Question question) {
    List<String> words = new ArrayList<>();
    filters(question.filters(), words);
    question.not().forEach(not -> words.add("不含" + Quotes.around(not)));
    question.terms().forEach(term -> words.add(Quotes.term(term, question)));
    boolean oneAbout = question.about().size() == 1 && question.kinds().size() == 1;
    if (!oneAbout) {
      question.about().forEach(about -> words.add("关于" + Quotes.around(about)));
    }
    if (question.limit() != null && question.sort() == null) {
      words.add("前" + question.limit() + "个");
    }
    String modifiers = modifiers(question);
    String about = oneAbout ? Quotes.around(question.about().getFirst()) : "";
    String thing = about + kinds(question);
    String limit = question.sort() == null ? "" : limit(question);
    boolean joined = !modifiers.isEmpty() && !thing.isEmpty();
    words.add(modifiers + (joined ? "的" : "") + limit + thing);
    return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
  }

  private static String modifiers(Question question) {
    String where = question.where().stream().map(Sentence::clause).collect(Collectors.joining("且"));
    Sort sort = question.sort();
    if (sort == null) {
      return where;
    }
    String order = metric(sort.metric()) + (sort.ascending() ? "最低" : "最高");
    return where.isEmpty() ? order : where + "，" + order;
  }

  private static String limit(Question question) {
    return question.limit() == null ? "" : question.limit() + "个";
  }

  private static String kinds(Question question) {
    return question.kinds().stream().sorted().map(Sentence::kind).collect(Collectors.joining(" "));
  }

  private static String kind(EntryKind kind) {
    return switch (kind) {
      case PASSAGE -> "段落";
      case LINE -> "科目";
      case PROJECT -> "项目";
      case INDICATOR -> "指标";
      case STATEMENT -> "陈述";
      case ROW -> "表行";
      case FINDING -> "疑点";
    };
  }

  private static void filters(Filters filters, List<String> words) {
    List<Integer> years = filters.years();
    boolean run = years.size() > 2 && years.getLast() - years.getFirst() == years.size() - 1;
    if (run) {
      words.add(years.getFirst() + "到" + years.getLast() + "年");
    } else {
      years.forEach(year -> words.add(year + "年"));
    }
    if (!filters.notYears().isEmpty()) {
      words.add("不含" + joined(filters.notYears(), "年", "、"));
    }
    if (!filters.regions().isEmpty()) {
      words.add(filters.regions().stream().map(Quotes::region).collect(Collectors.joining("和")));
    }
    filters.notRegions().forEach(region -> words.add("不含" + Quotes.region(region)));
    if (filters.publisher() != null) {
      words.add(Quotes.publisher(filters.publisher(), "发布单位"));
    }
    if (!filters.institutions().isEmpty()) {
      words.add(
          "各"
              + filters.institutions().stream()
                  .map(Institutions.standard()::chinese)
                  .collect(Collectors.joining("和")));
    }
    if (filters.type() != null) {
      words.add(Quotes.type(filters.type(), "文种"));
    }
    if (filters.caliber() != null) {
      words.add(filters.caliber() + "口径");
    }
    if (filters.subject() != null) {
      words.add("科目代码" + filters.subject());
    }
    if (filters.rule() != null) {
      words.add("规则“" + filters.rule() + "”");
    }
    if (filters.form() != null) {
      words.add("表式“" + filters.form() + "”");
    }
  }

  private static String joined(List<Integer> years, String unit, String between) {
    return years.stream().map(year -> year + unit).collect(Collectors.joining(between));
  }

  static String clause(Clause clause) {
    return switch (clause) {
      case Condition condition -> {
        String change = change(condition);
        yield change.isEmpty() ? metric(condition.metric()) + predicate(condition) : change;
      }
      case GradeIn grades -> "等级为" + String.join("或", grades.grades());
      case Comparison comparison ->
          metric(comparison.metric()) + op(comparison.op()) + metric(comparison.other());
      case AnyOf any ->
          any.clauses().stream().map(Sentence::clause).collect(Collectors.joining("或"));
      case Not not -> negated(not.clause());
    };
  }

  /** 机关运行经费比上年下降超过50%; empty where it is no change, or reads better as a number. */
  private static String change(Condition condition) {
    Changed changed = Changed.of(condition);
    if (changed == null) {
      return "";
    }
    return metric(changed.metric())
        + "比上年"
        + (changed.up() ? "增长" : "下降")
        + (changed.bare()
            ? ""
            : (changed.op() == Op.EQUAL ? "" : op(changed.op()))
                + Interpretation.plain(changed.value()).toPlainString()
                + condition.unit());
  }

  private static String negated(Clause clause) {
    return switch (clause) {
      case Condition condition ->
          condition.op() == Op.EQUAL
              ? metric(condition.metric()) + "不等于" + values(condition)
              : "不符合" + clause(condition);
      case GradeIn grades -> "等级不是" + String.join("或", grades.grades());
      case Comparison comparison ->
          comparison.op() == Op.EQUAL
              ? metric(comparison.metric()) + "不等于" + metric(comparison.other())
              : "不符合" + clause(comparison);
      case AnyOf any -> "不符合" + clause(any);
      case Not not -> clause(not.clause());
    };
  }

  private static String predicate(Condition condition) {
    return switch (condition.op()) {
      case BETWEEN -> {
        List<String> ends =
            condition.values().stream()
                .map(value -> Interpretation.plain(value).toPlainString() + condition.unit())
                .toList();
        yield "在" + ends.get(0) + "到" + ends.get(1) + "之间";
      }
      case LESS, AT_MOST, MORE, AT_LEAST, EQUAL, IN -> op(condition.op()) + values(condition);
    };
  }

  private static String values(Condition condition) {
    return condition.values().stream()
        .map(value -> Interpretation.plain(value).toPlainString() + condition.unit())
        .collect(Collectors.joining("或"));
  }

  private static String op(Op op) {
    return switch (op) {
      case LESS -> "低于";
      case AT_MOST -> "不超过";
      case MORE -> "超过";
      case AT_LEAST -> "不低于";
      case EQUAL -> "等于";
      case BETWEEN -> "在";
      case IN -> "为";
    };
  }

  private static String metric(MetricRef ref) {
    Metric metric = Metrics.standard().find(ref.id());
    String name = metric == null ? ref.id() : metric.chinese().get(0);
    String basis =
        switch (ref.basis()) {
          case null -> "";
          case TABLE -> "表格";
          case NARRATIVE -> "叙述";
          case COMPUTED -> "重新计算的";
        };
    String stage =
        switch (ref.stage()) {
          case null -> "";
          case INITIAL -> "年初预算";
          case ADJUSTED -> "全年预算";
          case FINAL -> "";
          case PRIOR -> "上年数";
        };
    return basis + name + stage;
  }

  /**
   * A condition on a change, as people say it.
   *
   * @param op seen from the direction: a fall of more than 50 is a change below −50
   * @param value without its sign
   * @param bare whether the direction is all that is asked
   */
  record Changed(MetricRef metric, boolean up, Op op, BigDecimal value, boolean bare) {
    /** Null where it is no change, or would not read back: a rise of more than −5%. */
    static @Nullable Changed of(Condition condition) {
      Metric of = changed(condition.metric().id());
      if (of == null || condition.values().size() > 1 || condition.metric().stage() != null) {
        return null;
      }
      BigDecimal value = condition.values().getFirst();
      int sign = value.signum();
      Op op = condition.op();
      boolean more = op == Op.MORE || op == Op.AT_LEAST;
      boolean less = op == Op.LESS || op == Op.AT_MOST;
      boolean inRate =
          condition.unit().equals("%") || condition.unit().equals(ClauseBuilder.POINTS);
      boolean bare = sign == 0 && inRate && (op == Op.MORE || op == Op.LESS);
      MetricRef metric = new MetricRef(of.id(), condition.metric().basis());
      if (bare) {
        return new Changed(metric, more, op, value, true);
      }
      boolean amount = condition.metric().id().endsWith("_amount");
      boolean unfit = amount != condition.unit().endsWith("元");
      if (sign == 0 || unfit || (sign < 0 && more) || (sign > 0 && less)) {
        return null;
      }
      return new Changed(
          metric, sign > 0, sign < 0 ? Predicate.mirrored(op) : op, value.abs(), false);
    }

    /** The metric whose change this is, or null. */
    private static @Nullable Metric changed(String id) {
      for (String suffix : List.of("_change_amount", "_change")) {
        if (id.endsWith(suffix)) {
          return Metrics.standard().find(id.substring(0, id.length() - suffix.length()));
        }
      }
      return null;
    }
  }
}
