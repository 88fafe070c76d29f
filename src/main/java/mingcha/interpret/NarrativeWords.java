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
          tail(Role.SHARE, "占(?:本年|全年|当年|总)*(?:收入|支出)(?:预算|决算)(?:总额|数)?的?(?:比例|比重)?$"),
          tail(Role.INITIAL, "年初预算(?:数|安排)?(?:支出)?" + IS),
          tail(Role.ADJUSTED, "(?:全年|调整后?的?|调整后全年)预算" + IS),
          tail(Role.BUDGET, "预算" + IS),
          tail(Role.EXECUTED, "(?:(?:支出)?决算(?:支出|数|总额)?|实际支出)" + IS + "|支出决算为数?$"),
          tail(Role.SHARE, "占[^，。；、]{0,24}?(?:的|比|比重|比例)?(?:为)?$|占比(?:为)?$"),
          tail(Role.UP, "(?:增加|增长|上升|提高|增幅|增支|多支出|(?<!新)增)(?:[（(](?:减少|下降)[）)])?(?:了|为)?$"),
          tail(Role.DOWN, "(?:减少|下降|降低|压减|减幅|降幅|节约|(?<!不|未)减)(?:[（(](?:增加|增长)[）)])?(?:了|为)?$"));

  /**
   * A metric of the whole disclosure.
   *
   * @param metrics none where the words name a total that has no metric; two for 收、支总计
   */
  record Item(String name, List<String> metrics) {}

  private record Name(Pattern pattern, List<String> metrics) {}

  /** The classes (类) of expenditure by function that a sentence may name without their mark. */
  private static final String CLASSES =
      "一般公共服务支出|外交支出|国防支出|公共安全支出|教育支出|科学技术支出|文化旅游体育与传媒支出|文化体育与传媒支出|社会保障和就业支出|卫生健康支出|医疗卫生与计划生育支出|节能环保支出"
          + "|城乡社区支出|农林水支出|交通运输支出|资源勘探(?:工业)?信息等支出|商业服务业等支出|金融支出|援助其他地区支出|自然资源海洋气象等支出|国土海洋气象等支出"
          + "|住房保障支出|粮油物资储备支出|灾害防治及应急管理支出|债务还本支出|债务付息支出|其他支出";

  /** 其他资金收入总计 is not 收入总计. */
  private static final String ALL = "(?<!资金|基金|拨款|经费|专户|经营|补助|预算|资本|上级|其他|事业)";

  private static final List<Name> NAMES =
      List.of(
          name("财政拨款收(?:入)?、?支(?:出)?(?:[决预]算)?(?:总计|总[决预]算)"),
          name("财政拨款(?:收入|支出)(?:决算)?总计"),
          name("收(?:入)?、?支(?:出)?(?:[决预]算)?(?:总计|总[决预]算)", "revenue_total", "expenditure_total"),
          name("(?:收支|收入支出)(?:总体|总计)?(?=(?:较|比|与|同比))", "revenue_total", "expenditure_total"),
          name(ALL + "(?:本年)?收入(?:[决预]算)?总计", "revenue_total"),
          name(ALL + "(?:本年)?支出(?:[决预]算)?总计", "expenditure_total"),
          name(ALL + "总收入(?=为|是|共|$)", "revenue_total"),
          name(ALL + "总支出(?=为|是|共|$)", "expenditure_total"),
          name(ALL + "本年收入(?=为|是|共|$)", "revenue"),
          name(ALL + "本年支出(?=为|是|共|$)", "expenditure"),
          name(ALL + "(?:本年)?收入(?:[决预]算)?合计", "revenue"),
          name(ALL + "(?:本年)?支出(?:[决预]算)?合计", "expenditure"),
          name("(?:政府性基金预算|国有资本经营预算)财政拨款(?:收入|支出)"),
          name("(?:一般公共预算)?财政拨款收入", "fiscal_appropriation"),
          name("(?:一般公共预算财政拨款|财政拨款)?基本支出", "basic_expenditure"),
          name("(?<!类|基建|专项|其他)(?:一般公共预算财政拨款|财政拨款)?项目支出", "project_expenditure"),
          name("(?:工资福利|商品和服务|其他资本性|资本性|(?:对)?个人和家庭的?补助)支出"),
          name("人员经费", "personnel"),
          name("(?:日常)?公用经费", "public_funds"),
          name("[“\"]?三公[”\"]?经费", "three_public"),
          name("因公出国(?:[（(]境[）)])?(?:费用?|支出)?", "overseas_travel"),
          name("公务用车(?=保有|购置数)|(?<=共有|实有|现有|拥有)公务用车(?=$|数)", "vehicle"),
          name("公务?用?车(?:购置费?)?(?:及|和|与|、)运行(?:及?维护)?(?:费用?)?", "vehicle"),
          name("公务?用?车(?:辆)?购置(?:费用?|支出|经费)?", "vehicle_purchase"),
          name("公务?用?车(?:辆)?运行(?:及?维护)?(?:费用?|支出|经费)?", "vehicle_operation"),
          name("(?:国内|外宾|外事|国[（(]境[）)]外)(?:公务)?接待(?:费|支出)?"),
          name("公务接待(?:费用?|支出|经费|(?=(?:共|共计)?$))", "reception"),
          name("机关运行(?:经费|费)(?:[（(]公用经费[）)])?", "operating_funds"),
          name("政府采购(?:(?:支出)?(?:预算)?总(?:金)?额|金额)(?:[（(][^（）()]*[）)])?", "procurement"),
          name("政府采购(?:支出)?(?:预算)?(?=数?(?:为|共)?$)", "procurement"),
          name("政府采购(?:货物|工程|服务)支出"),
          name("(?:授予)?(?:中小|小微)企业合同金额"),
          name("(?:一般公共预算|政府性基金(?:预算)?|国有资本经营预算|财政专户管理资金|其他资金|单位资金)(?:财政拨款|拨款)?(?:收入|支出)(?:预算)?"),
          name("(?:上年结转(?:结余|和结余)?资金|单位预留机动经费)(?:预算)?(?:数)?"),
          name("(?:上级补助|事业|经营|附属(?:单位|部门)上缴|其他)收入"),
          name("(?:上缴上级|经营|对附属(?:单位|部门)补助)支出"),
          name("年末(?:财政拨款)?结转和结余", "carryover"),
          name("(?:(?:上年|年初)(?:财政拨款)?|财政拨款)结转和?结余"),
          name(
              "(?<=^|[，。；：:（、.．\\d）)\\s])(?:"
                  + CLASSES
                  + ")(?:（\\d{3}类?）)?(?=(?:决算|预算)?(?:数|为|共)?(?:\\d|：|，|主要|$))"));

  /** 与上年度相比, 比2022年度, 较上年决算. */
  private static final Pattern LAST_YEAR =
      Pattern.compile(
          "(?:比|较|与|同比)(?:上年|上一年|去年|(?:19|20)\\d{2}\\s*年|上年同期)(?:度)?(?:决算)?(?:数|支出)?(?:相比)?|同比");

  private static final Pattern BUDGET =
      Pattern.compile(
          "(?:比|较|与)(?:当年|本年|(?:19|20)\\d{2}\\s*年(?:度)?(?:[^，。；\\d增减升降上去]{1,16}(?=年初预算|全年预算))?)?"
              + "(?:年初|全年)?预算(?:数)?(?:安排)?(?:相比)?");
  private static final Pattern REASON = Pattern.compile("原因|由于|主要是|是因为");

  private static final Pattern LABEL_END = Pattern.compile("(?:的|为|是|了|共|共计|达|：|:)+$");

  private static final Pattern OF_YEAR = Pattern.compile("^年(?![末初底中终])度?(?:本?(?:部门|单位))?");

  private NarrativeWords() {}

  /** Words behind a year without what belongs to it: 2023年度本部门 培训费. */
  static String behindYear(String words) {
    return OF_YEAR.matcher(words).replaceFirst("");
  }

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

  /**
   * Whether the last comparison that a text makes is with last year; null where it makes none.
   *
   * @param ofBudget whether the text explains a budget, where 与2023年预算相比 speaks of last year's
   */
  static @Nullable Boolean comparesWithLastYear(String text, boolean ofBudget) {
    int year = lastEnd(LAST_YEAR, text);
    int budget = ofBudget ? -1 : lastEnd(BUDGET, text);
    return (year < 0 && budget < 0) ? null : Boolean.valueOf(year > budget);
  }

  /** What no thing is named by: the words of a comparison, of a stage, of a verb. */
  private static final Pattern NO_THING =
      Pattern.compile(
          "(?:与|比|较|同|和)?(?:上一?年|去年|前年|(?:19|20)\\d{2}\\s*年|年初|全年|本年|当年|同期)(?:度)?|同比|相比|对比|年度?|预算|决算|财政拨款|财政|经费|费用|资金|金额|总额|支出|收入|总计|合计|实际|执行|调整后?|口径|可比|总体|整体|相应|略有|有所|大幅|小幅"
              + "|基本|分别|我?(?:本)?(?:部门|单位|局|委|办|院|中心|镇|街道)|公共|一般|安排|累计|其中|同时|净|增加|增长|上升|提高|增幅|增支|减少|下降|降低|压减|减幅|降幅|节约|多支出|增|减|收|支|均|各|共|又|也|则|还|比|较|与|数|的|了|为|是|达|总|额|按|在|内|中|率|幅度|差值|差额|到|约|近|、|“|”|\"|（|）|\\s");

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,}");

  /** Whether the last part of a clause names a thing of its own: 会议费增加, 公车维修决算为. */
  static boolean namesThing(String clause) {
    String part = clause.substring(lastOf(clause, "，。；：:（") + 1);
    return HAN.matcher(NO_THING.matcher(part).replaceAll("")).find();
  }

  private static int lastOf(String text, String marks) {
    for (int i = text.length() - 1; i >= 0; i--) {
      if (marks.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
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
