package mingcha.interpret;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Stage;
import mingcha.text.Figures;
import mingcha.text.Units;
import org.jspecify.annotations.Nullable;

/**
 * The figures that running text states about one project. The phrases are those of self-evaluation
 * summaries and evaluation reports: 年初预算X万元, 实际执行Y万元, 执行率Z%, 核销金额, 带动消费, 综合得分, 等级为优.
 *
 * <p>Not read: thresholds (执行率达不到95%), plans (预计发放, 阶段目标), parts of a sum (behind 其中), the points
 * of a single indicator (指标评价得分5分), and, where the project is one level's money (市级专项资金), what
 * other levels paid.
 */
final class ProjectNarrative {
  private static final String NUMBER = "(?<n>-?\\d[\\d,，]{0,20}+(?:\\.\\d{1,8})?)";
  private static final String MONEY = NUMBER + "余?(?<u>亿元|百万元|万元|千元|元)(?![/／每])";
  private static final String SUM = "(?:资金|金额|数额|数|总额|额度|规模)?";
  private static final String IS = "(?:一?共计|合计|总计|共|为|是|达到?|了|[:：]){0,4}";

  /** Phrases; {@code metric} null where the words and the table decide the kind of budget. */
  private record Phrase(@Nullable String metric, @Nullable Stage stage, Pattern pattern) {
    static Phrase of(@Nullable String metric, @Nullable Stage stage, String regex) {
      return new Phrase(metric, stage, Pattern.compile(regex));
    }
  }

  private static final List<Phrase> PHRASES =
      List.of(
          Phrase.of("execution_rate", null, "(?<l>(?:预算|资金)?执行率)" + IS + NUMBER + "[%％]"),
          Phrase.of(
              "arrival_rate",
              null,
              "(?<l>(?:项目|预算|财政)?资金(?:实际|总体)?到位率)(?:[为是达]|达到|[:：]){0,2}" + NUMBER + "[%％]"),
          Phrase.of("completion_rate", null, "(?<l>完成年初预算)的?" + NUMBER + "[%％]"),
          Phrase.of("execution_rate", null, "(?<l>完成(?:全年|调整后?|调整)预算数?)的?" + NUMBER + "[%％]"),
          Phrase.of(
              null,
              null,
              "(?<l>(?<!完成)(?:年初|全年|调整后?)?(?:下达|安排|批复)?(?:的)?(?:项目)?(?:资金)?预算(?:调整)?(?:下达|安排|批复|编制|拨付)?"
                  + SUM
                  + ")"
                  + IS
                  + MONEY),
          Phrase.of(
              "budget_adjusted",
              Stage.ADJUSTED,
              "(?<l>(?:年中|年度中|期中)(?:预算)?(?:调整|追加|调减|调增)(?:后)?(?:预算)?)(?:为|至)" + MONEY),
          Phrase.of(
              "executed",
              Stage.FINAL,
              "(?<l>(?:(?:全年|共计?|累计|总计|月|的)?实际|全年|共计|累计|已)(?:发放)?(?:使用|执行|支出|支付|列支|完成支出)(?:项目)?"
                  + SUM
                  + ")"
                  + IS
                  + MONEY),
          Phrase.of("executed", Stage.FINAL, "(?<l>(?:全年)?执行数)" + IS + MONEY),
          Phrase.of("executed", Stage.FINAL, "(?<l>完成(?:项目)?预算(?:资金|金额))" + IS + MONEY),
          Phrase.of(
              "executed",
              Stage.FINAL,
              "(?<=[，,])(?<l>(?:截[至止][^，。；\\d]{0,8}?)?(?:共|累计)?支出)" + IS + MONEY),
          Phrase.of("redemption_rate", null, "(?<l>核销率)" + IS + NUMBER + "[%％]"),
          Phrase.of(
              "redeemed", Stage.FINAL, "(?<l>核销(?:的|消费券|补贴|资金|总){0,4}" + SUM + ")" + IS + MONEY),
          Phrase.of(
              "consumption_driven",
              Stage.FINAL,
              "(?<l>(?:带动|拉动|撬动)[^，,。；\\d]{0,4}消费" + SUM + ")(?:约|近|超|超过)?" + IS + MONEY),
          Phrase.of(
              "leverage",
              null,
              "(?<l>杠杆率|杠杆比|(?:带动|拉动|撬动)(?:消费)?(?:倍率|倍数))" + IS + NUMBER + "(?!\\d*[%％])"),
          Phrase.of(
              "issued",
              Stage.FINAL,
              "(?<l>(?:补贴|消费券|资金|共|累计|实际)发放|发放(?:汽车|消费|购车|补贴|消费券|资金|金额|总额|的){1,5})" + IS + MONEY),
          Phrase.of("carryover", Stage.FINAL, "(?<l>(?:结余|剩余)(?:资金|金额)?)" + IS + MONEY),
          Phrase.of(
              "score",
              null,
              "(?<l>(?<!指标)(?:(?:综合|评价|总体|自评|项目|绩效|最终)(?:评价)?(?:得分|评分|总分)|总得分))"
                  + IS
                  + NUMBER
                  + "分(?![（(]含|及?以上|及?以下|[-—~～至])"),
          Phrase.of(
              "grade",
              null,
              "(?<l>(?:等级|等次|结论|结果|级别))(?:为|是|评定为|[:：])[“\"‘]?(?<n>优秀|良好|不合格|合格|优|良|中|差)(?![\\u4e00-\\u9fff])"));

  private static final Pattern COMPLETED = Pattern.compile("完成预算(?:数)?的?" + NUMBER + "[%％]");
  private static final Pattern LEVEL = Pattern.compile("中央|省级|自治区级|市级|市本级|县级|区级|县（区）级|县\\(区\\)级");
  private static final Pattern PLAN = Pattern.compile("预计|计划|拟|阶段|目标值|年度指标|争取|力争");
  private static final Pattern DONE = Pattern.compile("已|实际|截至|截止|完成");
  private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d{2})年");
  private static final Pattern NOT_SPENT = Pattern.compile("(?:未|需|暂未|尚未|应|待|上年|上年度)$");
  private static final Pattern SINGLE_POINTS = Pattern.compile("标准得分|满分|分值|指标评价得分|权重");

  private final @Nullable BigDecimal initial;
  private final @Nullable BigDecimal adjusted;
  private final String otherwise;
  private final @Nullable String level;
  private final @Nullable String year;

  /**
   * A reader for one project.
   *
   * @param initial the initial budget in its table, in 元, or null
   * @param adjusted the adjusted budget in its table, or null
   * @param otherwise the metric of a budget of which neither words nor table say the kind
   * @param name whose level of government, if it names one, the money must be of
   */
  ProjectNarrative(
      @Nullable BigDecimal initial, @Nullable BigDecimal adjusted, String otherwise, String name) {
    this.initial = initial;
    this.adjusted = adjusted;
    this.otherwise = otherwise;
    Matcher matcher = LEVEL.matcher(name);
    this.year = ProjectName.of(name).year();
    this.level = matcher.find() ? matcher.group().replace("本", "") : null;
  }

  /** What the text states, from one offset to another, in order. */
  List<Reading> read(ProjectProse prose, int from, int to) {
    List<Reading> readings = new ArrayList<>();
    Set<Integer> taken = new HashSet<>();
    for (Phrase phrase : PHRASES) {
      Matcher matcher = phrase.pattern().matcher(prose).region(from, to);
      matcher.useTransparentBounds(true);
      while (matcher.find()) {
        if (isStated(prose, phrase, matcher) && taken.add(matcher.start("n"))) {
          readings.add(reading(prose, phrase, matcher));
        }
      }
    }
    completion(prose, from, to, readings);
    return firstApproved(readings);
  }

  /** 预算资金2,000万元，调整后预算1,850万元: the one that was adjusted is the initial one. */
  private static List<Reading> firstApproved(List<Reading> readings) {
    Optional<Reading> adjusted =
        readings.stream()
            .filter(r -> "budget_adjusted".equals(r.metric()) && r.label().contains("调整"))
            .findFirst();
    if (adjusted.isEmpty()) {
      return readings;
    }
    return readings.stream()
        .map(
            r ->
                "budget_adjusted".equals(r.metric())
                        && !r.label().matches(".*(?:调整|全年).*")
                        && differs(r, adjusted.get())
                    ? asInitial(r)
                    : r)
        .toList();
  }

  private static boolean differs(Reading one, Reading other) {
    BigDecimal value = one.value();
    BigDecimal beside = other.value();
    return value != null && beside != null && value.compareTo(beside) != 0;
  }

  private static Reading asInitial(Reading r) {
    return new Reading(
        "budget_initial",
        Stage.INITIAL,
        r.label(),
        r.labelPath(),
        r.value(),
        r.unit(),
        r.raw(),
        r.printedUnit(),
        r.basis(),
        r.formula(),
        r.doubt(),
        r.source());
  }

  /** 完成预算的N% where the same sentence gives 全年预算数, or 年初预算. */
  private void completion(ProjectProse prose, int from, int to, List<Reading> readings) {
    Matcher matcher = COMPLETED.matcher(prose).region(from, to);
    while (matcher.find()) {
      String before =
          prose.subSequence(prose.sentenceStart(matcher.start()), matcher.start()).toString();
      String metric = before.contains("年初预算") ? "completion_rate" : "execution_rate";
      if (before.contains("年初预算") || before.contains("全年预算")) {
        readings.add(
            new Reading(
                metric,
                null,
                "完成预算",
                List.of("完成预算"),
                number(matcher.group("n")),
                "%",
                matcher.group("n") + "%",
                "%",
                Basis.NARRATIVE,
                null,
                null,
                prose.sourceAt(matcher.start("n"))));
      }
    }
  }

  private boolean isStated(ProjectProse prose, Phrase phrase, Matcher matcher) {
    int start = prose.sentenceStart(matcher.start());
    String sentence = prose.subSequence(start, prose.sentenceEnd(matcher.start())).toString();
    String before = prose.subSequence(prose.partStart(matcher.start()), matcher.start()).toString();
    if (phrase.stage() == null && phrase.metric() != null) {
      return !phrase.metric().equals("score") || !SINGLE_POINTS.matcher(sentence).find();
    }
    if (NOT_SPENT.matcher(before).find() || isPlan(before) || isOfAnotherYear(sentence, before)) {
      return false;
    }
    return level == null
        ? !sentence.substring(0, matcher.start() - start).contains("其中")
        : level.equals(lastLevel(before + matcher.group("l")));
  }

  /** 预计, and nothing behind it that says it was done. */
  private static boolean isPlan(String before) {
    Matcher plan = PLAN.matcher(before);
    int at = -1;
    while (plan.find()) {
      at = plan.end();
    }
    return at >= 0 && !DONE.matcher(before).region(at, before.length()).find();
  }

  /** In a sentence that tells years apart, what belongs to another year than the project's. */
  private boolean isOfAnotherYear(String sentence, String before) {
    if (year == null || !sentence.contains(year + "年")) {
      return false;
    }
    String last = year;
    Matcher matcher = YEAR.matcher(before);
    while (matcher.find()) {
      last = matcher.group(1);
    }
    return !year.equals(last);
  }

  private static @Nullable String lastLevel(String text) {
    String last = null;
    Matcher matcher = LEVEL.matcher(text);
    while (matcher.find()) {
      last = matcher.group().replace("本", "");
    }
    return last;
  }

  private Reading reading(ProjectProse prose, Phrase phrase, Matcher matcher) {
    String label = matcher.group("l");
    String printed = matcher.group("n");
    String metric = phrase.metric();
    Stage stage = phrase.stage();
    BigDecimal value = null;
    String unit = null;
    String printedUnit = null;
    String raw = prose.subSequence(matcher.start("n"), matcher.end()).toString();
    if ("grade".equals(metric)) {
      raw = ProjectWords.gradeLetter(printed);
    } else if (matcher.namedGroups().containsKey("u")) {
      printedUnit = matcher.group("u");
      value = Units.toYuan(number(printed), printedUnit);
      unit = "元";
    } else {
      value = number(printed);
      unit = "score".equals(metric) ? "分" : "leverage".equals(metric) ? "倍" : "%";
      printedUnit = "leverage".equals(metric) ? null : unit;
    }
    if (metric == null) {
      metric = budget(label, value);
      stage = metric.equals("budget_initial") ? Stage.INITIAL : Stage.ADJUSTED;
    }
    return new Reading(
        metric,
        stage,
        label,
        List.of(label),
        value,
        unit,
        raw,
        printedUnit,
        Basis.NARRATIVE,
        null,
        null,
        prose.sourceAt(matcher.start("n")));
  }

  /** 年初 and 全年 say it; else the table does, where it has one of the two at this figure. */
  private String budget(String label, @Nullable BigDecimal value) {
    if (label.contains("年初")) {
      return "budget_initial";
    }
    if (label.contains("全年") || label.contains("调整")) {
      return "budget_adjusted";
    }
    if (value != null && initial != null && initial.compareTo(value) == 0) {
      return "budget_initial";
    }
    if (value != null && adjusted != null && adjusted.compareTo(value) == 0) {
      return "budget_adjusted";
    }
    return otherwise;
  }

  private static BigDecimal number(String printed) {
    return Figures.cell(printed.replace("，", "").replace(",", "")).orElseThrow();
  }
}
