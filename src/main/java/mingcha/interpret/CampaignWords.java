package mingcha.interpret;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.text.Figure;

/**
 * How reports speak of voucher campaigns: what was issued, redeemed and driven, and their ratios.
 */
final class CampaignWords {
  private static final Pattern QUOTED =
      Pattern.compile("[“\"「]([^”\"」]{2,24})[”\"」]\\s*(?:专项|系列|主题|政府|促|消费|汽车|百货|家电|购物|活动|惠民)");
  private static final Pattern VOUCHERS =
      Pattern.compile("[\\p{IsHan}A-Za-z·]{0,14}?(?:消费券|购物券|代金券|消费补贴|购车补贴|惠民券)");
  private static final Pattern VERB =
      Pattern.compile(
          "^.*(?:启动了?|开展了?|发放了?|组织了?|加大了?|通过|开展的|进行|提供|给予|用于|[元期张个]的?|投放了?|举办了?|利用|推出了?|核销|共计|累计|我市|我区|我县|[一二三四五六七八九十\\d]期|共|了|的)(?=.{3})");

  private static final Pattern BARE =
      Pattern.compile("(?:本次|此次|各类|政府|核销|该)*(?:消费券|购物券|代金券|消费补贴|惠民券)");

  /** What follows without naming the campaign again. */
  private static final Pattern GOES_ON = Pattern.compile("核销|杠杆|带动消费|拉动消费|撬动");

  private CampaignWords() {}

  /**
   * What a figure measures.
   *
   * @param metric an id of the registry
   */
  record Measure(String metric, String label) {}

  /** The campaign that a sentence names: “钜惠夏季” 政府消费券, 家电家居专项消费券. */
  static Optional<String> name(String sentence) {
    Matcher quoted = QUOTED.matcher(sentence);
    String title = quoted.find() ? quoted.group(1).strip() : "";
    String vouchers = "";
    Matcher matcher = VOUCHERS.matcher(Line.compact(sentence));
    if (matcher.find()) {
      vouchers = VERB.matcher(matcher.group()).replaceFirst("");
    }
    if (vouchers.isEmpty()) {
      return Optional.empty();
    }
    boolean within = title.isEmpty() || vouchers.contains(title);
    return Optional.of(within ? vouchers : "“" + title + "”" + vouchers);
  }

  /** Whether a name says no more than that there were vouchers. */
  static boolean isBare(String name) {
    return BARE.matcher(name).matches();
  }

  static boolean goesOn(String sentence) {
    return GOES_ON.matcher(sentence).find();
  }

  /** What the words beside a figure say it measures. */
  static Optional<Measure> measure(String before, String after, Figure figure) {
    return switch (figure.unit()) {
      case "元" -> money(before, after);
      case "%" -> rate(before);
      case "倍", "" -> multiple(before);
      default -> Optional.empty();
    };
  }

  private static final Pattern REDEEMED =
      Pattern.compile("核销(?:的?补贴|的?消费券)?(?:总?金额|资金|总?额)?" + "(?:共|共计|为|约|达|：)*$");
  private static final Pattern ISSUED =
      Pattern.compile(
          "(?:发放|投放|派发)(?:的?消费券)?(?:总?金额|资金|总?额|规模)?(?:共|共计|累计|为|约|达|总计)*$|累计金额(?:为|达)?$|(?:发放|投放)[^，。；]{0,12}(?:消费券|补贴)(?:共|共计)?$");
  private static final Pattern ISSUED_AFTER = Pattern.compile("^的[^，。；、]{0,16}(?:消费券|补贴)");
  private static final Pattern DRIVEN =
      Pattern.compile("(?:带动|拉动|撬动)(?:[^，。；]{0,10})?(?:消费|销售)(?:总?金额|总?额)?(?:共|共计|超过?|约|近|达|为)*$");

  private static Optional<Measure> money(String before, String after) {
    return measure(REDEEMED, before, "redeemed")
        .or(() -> measure(DRIVEN, before, "consumption_driven"))
        .or(() -> measure(ISSUED, before, "issued"))
        .or(
            () ->
                ISSUED_AFTER.matcher(after).find()
                    ? Optional.of(new Measure("issued", "发放"))
                    : Optional.empty());
  }

  private static Optional<Measure> rate(String before) {
    return measure(Pattern.compile("核销(?:率|比例|比率)(?:为|达|达到|约|：)*$"), before, "redemption_rate");
  }

  private static Optional<Measure> multiple(String before) {
    return measure(
        Pattern.compile(
            "(?:杠杆(?:率|比|倍数|比例|效应)|(?:带动|撬动|拉动)(?:消费)?(?:倍数|倍率|比例|系数|乘数))(?:为|达到?了?|约|：|1[:：])*$"),
        before,
        "leverage");
  }

  private static Optional<Measure> measure(Pattern words, String before, String metric) {
    Matcher matcher = words.matcher(before);
    return matcher.find()
        ? Optional.of(
            new Measure(metric, matcher.group().replaceFirst("(?:共|共计|为|约|达|达到|：|了)+$", "")))
        : Optional.empty();
  }
}
