package mingcha.interpret;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The title of the budget or final account of a whole place: 长沙县2023年财政决算, 黄花镇2024年财政预算,
 * 关于晋城市2023年全市和 市本级财政决算（草案）的报告.
 *
 * <pre>
 * title = (place year | year place) [scope] [what] ("决算" | "预算") rest ; scope or what
 *       | place year "预算执行情况和" year "预算草案的报告"
 * </pre>
 */
final class GovernmentTitle {
  private static final String PLACE =
      "(?:中共)?[\\p{IsHan}·]{1,24}(?:省|市|县|区|旗|州|盟|镇|乡|街道|苏木)(?:人民政府|管理委员会|管委会|办事处)?";
  private static final String YEAR = "(?:19|20)\\d{2}年度?";
  private static final Pattern TITLE =
      Pattern.compile(
          "^(?:(?<place>"
              + PLACE
              + "?)(?<year>"
              + YEAR
              + ")|(?<year2>"
              + YEAR
              + ")(?<place2>"
              + PLACE
              + "?))"
              + "(?<scope>(?:全[省市县区旗州盟镇乡]|[省市县区旗州盟镇乡]?本?级|和|及|与|、)*)"
              + "(?<what>政府|地方财政|财政总?|财政收支|"
              + "(?:一般公共预算|政府性基金|国有资本经营|社会保险基金)(?:预算)?(?:收支|收入|支出)?)?"
              + "(?<type>决算|预算)(?<rest>(?:[(（]?草案[)）]?)?(?:(?:和|及|与).{0,40}|"
              + TitleText.REST
              + "))$");

  /**
   * What a government reports to its congress each spring: last year's execution and this year's
   * budget.
   */
  private static final Pattern EXECUTED_AND_NEW =
      Pattern.compile(
          "^(?<place>"
              + PLACE
              + "?)"
              + YEAR
              + "(?<scope>.{0,12}?)预算执行情况(?:和|与|及)(?<year>"
              + YEAR
              + ").{0,12}?预算(?:[(（]?草案[)）]?)?的?(?:情况)?(?:的?报告|说明)?$");

  private GovernmentTitle() {}

  /** What it says; empty if it is none. */
  static Optional<TitleText> of(String text, String whole) {
    Matcher report = EXECUTED_AND_NEW.matcher(text);
    if (report.matches()) {
      int year = Integer.parseInt(report.group("year").substring(0, 4));
      return Optional.of(new TitleText(whole, publisher(report.group("place")), year, "政府预算"));
    }
    Matcher matcher = TITLE.matcher(text);
    if (!matcher.matches() || (matcher.group("scope").isEmpty() && matcher.group("what") == null)) {
      return Optional.empty();
    }
    boolean placeFirst = matcher.group("place") != null;
    String place = matcher.group(placeFirst ? "place" : "place2");
    String year = matcher.group(placeFirst ? "year" : "year2").substring(0, 4);
    return Optional.of(
        new TitleText(
            whole, publisher(place), Integer.valueOf(year), "政府" + matcher.group("type")));
  }

  private static String publisher(String place) {
    if (place.endsWith("政府") || place.endsWith("委员会") || place.endsWith("会")) {
      return place;
    }
    if (place.endsWith("街道")) {
      return place + "办事处";
    }
    boolean zone = place.endsWith("开发区") || place.endsWith("园区") || place.endsWith("高新区");
    return place.endsWith("办事处") ? place : place + (zone ? "管理委员会" : "人民政府");
  }
}
