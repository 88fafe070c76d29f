package mingcha.interpret;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words with which the narrative says what a figure is, and what it is of. */
final class NarrativeWords {
  /** What a figure is, by the words right before it. */
  enum Role {
    INITIAL,
    ADJUSTED,
    /** 预算 without saying which. */
    BUDGET,
    EXECUTED,
    COMPLETION,
    EXECUTION,
    /** 完成预算 without saying which. */
    OF_BUDGET,
    SHARE,
    UP,
    DOWN
  }

  private record Tail(Role role, Pattern pattern) {}

  private static final String IS = "(?:数|额|安排|金额)*(?:为|是|共|共计|达|达到|：|:)?$";

  private static final List<Tail> TAILS =
      List.of(
          tail(Role.COMPLETION, "完成(?:了)?(?:当年|本年)?年初预算(?:数|安排)?的?$"),
          tail(Role.EXECUTION, "完成(?:了)?(?:全年|调整(?:后)?|调整后的)预算(?:数)?的?$|(?:预算)?执行率(?:为)?$"),
          tail(Role.OF_BUDGET, "完成(?:了)?(?:“?三公”?经费|支出|当年|年度|本年)?预算(?:数)?的?$|占(?:年初)?预算的$"),
          tail(Role.INITIAL, "年初预算(?:数|安排)?(?:支出)?" + IS),
          tail(Role.ADJUSTED, "(?:全年|调整后?的?|调整后全年)预算" + IS),
          tail(Role.BUDGET, "预算" + IS),
          tail(Role.EXECUTED, "(?:(?:支出)?决算(?:支出|数|总额)?|实际支出)" + IS + "|支出决算为数?$"),
          tail(Role.SHARE, "占[^，。；、]{0,24}?(?:的|比|比重|比例)?(?:为)?$|占比(?:为)?$"),
          tail(Role.UP, "(?:增加|增长|上升|提高|增幅|增支|多支出)(?:[（(](?:减少|下降)[）)])?(?:了|为)?$"),
          tail(Role.DOWN, "(?:减少|下降|降低|压减|减幅|降幅|节约)(?:[（(](?:增加|增长)[）)])?(?:了|为)?$"));

  /**
   * A metric of the whole disclosure.
   *
   * @param metrics none where the words name a total that has no metric; two for 收、支总计
   */
  record Item(String name, List<String> metrics) {}

  private record Name(Pattern pattern, List<String> metrics) {}

  /** 其他资金收入总计 is not 收入总计. */
  private static final String ALL = "(?<!资金|基金|拨款|经费|专户|经营|补助|预算|资本|上级|其他|事业)";

  private static final List<Name> NAMES =
      List.of(
          name("财政拨款收(?:入)?、?支(?:出)?(?:[决预]算)?(?:总计|总[决预]算)"),
          name("财政拨款(?:收入|支出)(?:决算)?总计"),
          name("收(?:入)?、?支(?:出)?(?:[决预]算)?(?:总计|总[决预]算)", "revenue_total", "expenditure_total"),
          name("收支(?=(?:较|比|与|同比))", "revenue_total", "expenditure_total"),
          name(ALL + "(?:本年)?收入(?:[决预]算)?总计", "revenue_total"),
          name(ALL + "(?:本年)?支出(?:[决预]算)?总计", "expenditure_total"),
          name(ALL + "(?:本年)?收入(?:[决预]算)?合计", "revenue"),
          name(ALL + "(?:本年)?支出(?:[决预]算)?合计", "expenditure"),
          name("(?:政府性基金预算|国有资本经营预算)财政拨款(?:收入|支出)"),
          name("(?:一般公共预算)?财政拨款收入", "fiscal_appropriation"),
          name("(?:一般公共预算财政拨款|财政拨款)?基本支出", "basic_expenditure"),
          name("(?:一般公共预算财政拨款|财政拨款)?项目支出", "project_expenditure"),
          name("人员经费", "personnel"),
          name("(?:日常)?公用经费", "public_funds"),
          name("[“\"]?三公[”\"]?经费", "three_public"),
          name("因公出国(?:[（(]境[）)])?(?:费用?|支出)?", "overseas_travel"),
          name("公务用车(?:购置)?(?:及|和)运行(?:维护)?费?", "vehicle"),
          name("公务用车购置(?:费|支出)?", "vehicle_purchase"),
          name("公务用车运行(?:维护)?(?:费|支出)?", "vehicle_operation"),
          name("(?:国内|外宾|外事|国[（(]境[）)]外)(?:公务)?接待(?:费|支出)?"),
          name("公务接待(?:费|支出)", "reception"),
          name("机关运行(?:经费|费)(?:[（(]公用经费[）)])?", "operating_funds"),
          name("政府采购(?:(?:支出)?(?:预算)?总(?:金)?额|金额)(?:[（(][^（）()]*[）)])?", "procurement"),
          name("政府采购(?:货物|工程|服务)支出"),
          name("(?:授予)?(?:中小|小微)企业合同金额"),
          name("(?:一般公共预算|政府性基金(?:预算)?|国有资本经营预算|财政专户管理资金|其他资金|单位资金)(?:财政拨款|拨款)?(?:收入|支出)(?:预算)?"),
          name("(?:上年结转(?:结余|和结余)?资金|单位预留机动经费)(?:预算)?(?:数)?"),
          name("(?:上级补助|事业|经营|附属(?:单位|部门)上缴|其他)收入"),
          name("(?:上缴上级|经营|对附属(?:单位|部门)补助)支出"),
          name("年末(?:财政拨款)?结转和结余", "carryover"));

  /** 与上年度相比, 比2022年度, 较上年决算. */
  private static final Pattern LAST_YEAR =
      Pattern.compile(
          "(?:比|较|与|同比)(?:上年|上一年|去年|(?:19|20)\\d{2}\\s*年|上年同期)(?:度)?(?:决算)?(?:数|支出)?(?:相比)?|同比");

  private static final Pattern BUDGET =
      Pattern.compile(
          "(?:比|较|与)(?:当年|本年|(?:19|20)\\d{2}\\s*年(?:度)?)?(?:年初|全年)?预算(?:数)?(?:安排)?(?:相比)?");
  private static final Pattern REASON = Pattern.compile("原因|由于|主要是|是因为");

  private static final Pattern LABEL_END = Pattern.compile("(?:的|为|是|了|共|共计|达|：|:)+$");

  private NarrativeWords() {}

  /** What a figure is, by the words before it; compact text. */
  static @Nullable Role role(String before) {
    for (Tail tail : TAILS) {
      if (tail.pattern().matcher(before).find()) {
        return tail.role();
      }
    }
    return null;
  }

  /** The words of the role as printed, for the label. */
  static String label(Role role, String before) {
    for (Tail tail : TAILS) {
      Matcher matcher = tail.pattern().matcher(before);
      if (tail.role() == role && matcher.find()) {
        return LABEL_END.matcher(matcher.group()).replaceFirst("");
      }
    }
    return "";
  }

  record Mention(Item item, int start, int end) {}

  /** The last item that a text names; of two at one place the longer. */
  static Optional<Mention> lastItem(String text) {
    Mention best = null;
    for (Name name : NAMES) {
      Matcher matcher = name.pattern().matcher(text);
      while (matcher.find()) {
        if (best == null
            || matcher.end() > best.end()
            || (matcher.end() == best.end() && matcher.start() < best.start())) {
          best =
              new Mention(
                  new Item(matcher.group(), name.metrics()), matcher.start(), matcher.end());
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** Whether the last comparison that a text makes is with last year; null where it makes none. */
  static @Nullable Boolean comparesWithLastYear(String text) {
    int year = lastEnd(LAST_YEAR, text);
    int budget = lastEnd(BUDGET, text);
    return (year < 0 && budget < 0) ? null : Boolean.valueOf(year > budget);
  }

  static boolean isReason(String text) {
    return REASON.matcher(text).find();
  }

  private static int lastEnd(Pattern pattern, String text) {
    int end = -1;
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      end = matcher.end();
    }
    return end;
  }

  private static Tail tail(Role role, String regex) {
    return new Tail(role, Pattern.compile("(?:" + regex + ")"));
  }

  private static Name name(String regex, String... metrics) {
    return new Name(Pattern.compile(regex), List.of(metrics));
  }
}
