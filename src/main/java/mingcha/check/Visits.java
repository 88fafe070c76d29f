package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;
import org.jspecify.annotations.Nullable;

/**
 * 共接待2批次，10人次 and 因公出国（境）团组0个，累计0人次: the visits that a paragraph counts, and what they cost where
 * the words before them say so.
 */
final class Visits {
  private static final Pattern COUNTED =
      Pattern.compile("(\\d{1,6})(?:个|批次|批|次)[，、,；;]?(?<between>[^，。；、\\d]{0,8}?)(\\d{1,7})人次?");

  /** 来访外宾0批次，来宾250人次: the persons are those of all batches told before. */
  private static final Pattern ALL_GUESTS = Pattern.compile("来宾|来访|^共");

  private static final Pattern COST =
      Pattern.compile(
          "(?:接待|出国[（(]境[）)])[^，。；;\\d]{0,8}?(?:费|支出|经费)[^，。；;\\d]{0,8}?(\\d[\\d,]*(?:\\.\\d+)?)(万元|元)");

  private static final List<String> ABROAD = List.of("国（境）外", "国(境)外", "境外", "外宾");

  private Visits() {}

  /** Who comes, or goes. */
  enum Kind {
    /** All guests. */
    ALL,
    /** 国内接待 */
    DOMESTIC,
    /** 国（境）外接待 */
    FOREIGN,
    /** 外事接待, a part of 国内接待 */
    AFFAIRS,
    /** 因公出国（境） */
    TRAVEL
  }

  /**
   * Visits of one kind.
   *
   * @param cost in 元, or null where it is not said
   */
  record Visit(Kind kind, Reading groups, Reading persons, @Nullable Reading cost) {}

  static List<Visit> in(String compact, Paragraph paragraph) {
    List<Visit> visits = new ArrayList<>();
    if (!compact.contains("人次")) {
      return visits;
    }
    Matcher matcher = COUNTED.matcher(compact);
    int from = 0;
    while (matcher.find()) {
      String before = compact.substring(from, matcher.start());
      from = matcher.end();
      boolean guests = before.contains("接待");
      if (!guests && !before.contains("出国")) {
        continue;
      }
      if (guests && kind(before) == Kind.FOREIGN && ALL_GUESTS.matcher(between(matcher)).find()) {
        continue;
      }
      Source source = paragraph.source();
      visits.add(
          new Visit(
              guests ? kind(before) : Kind.TRAVEL,
              count(guests ? "接待批次" : "出国团组", matcher.group(1), guests ? "批次" : "个", source),
              count(guests ? "接待人次" : "出国人次", matcher.group(3), "人次", source),
              cost(before, source)));
    }
    return visits;
  }

  private static String between(Matcher matcher) {
    return String.valueOf(matcher.group("between"));
  }

  /** By what is named last. */
  private static Kind kind(String before) {
    int foreign = ABROAD.stream().mapToInt(before::lastIndexOf).max().orElse(-1);
    int domestic = before.lastIndexOf("国内");
    int affairs = before.lastIndexOf("外事");
    int last = Math.max(foreign, Math.max(domestic, affairs));
    if (last < 0) {
      return Kind.ALL;
    }
    return last == foreign ? Kind.FOREIGN : last == domestic ? Kind.DOMESTIC : Kind.AFFAIRS;
  }

  private static @Nullable Reading cost(String before, Source source) {
    Matcher matcher = COST.matcher(before);
    Reading cost = null;
    while (matcher.find()) {
      String label = matcher.group().substring(0, matcher.start(1) - matcher.start());
      if (label.matches(".*(?:预算|增|减|上年|比).*")) {
        continue;
      }
      String number = String.valueOf(matcher.group(1));
      String unit = String.valueOf(matcher.group(2));
      BigDecimal value = new BigDecimal(number.replace(",", ""));
      cost =
          reading(
              label,
              unit.equals("元") ? value : value.movePointRight(4),
              "元",
              number + unit,
              unit,
              source);
    }
    return cost;
  }

  private static Reading count(String label, @Nullable String number, String unit, Source source) {
    BigDecimal value = new BigDecimal(String.valueOf(number));
    return reading(label, value, unit, value.toPlainString() + unit, unit, source);
  }

  private static Reading reading(
      String label, BigDecimal value, String unit, String raw, String printed, Source source) {
    return new Reading(
        null,
        null,
        label,
        List.of(label),
        value,
        unit,
        raw,
        printed,
        Basis.NARRATIVE,
        null,
        null,
        source);
  }
}
