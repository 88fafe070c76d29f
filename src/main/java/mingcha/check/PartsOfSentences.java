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
import mingcha.text.Units;
import org.jspecify.annotations.Nullable;

/**
 * 涉及资金20万元，其中一般公共预算30万元: no part is more than its whole; nor are all the items that a sentence
 * lists as 主要包括, which need not be complete.
 */
final class PartsOfSentences implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "total-versus-items/sentence",
          "句中所列分项超过总额，需要说明",
          "What a sentence lists as parts exceeds the whole",
          "分项之和不大于总额");

  private static final String MONEY = "(-?\\d[\\d,]*(?:\\.\\d+)?)(亿元|万元|元)";
  private static final EndingIn WHOLE =
      new EndingIn(
          Pattern.compile(MONEY + "(?:（[^（）]{0,30}）)?[，。,]?(其中[:：，,]?|主要包括[:：]?|包括[:：]|具体包括[:：])"),
          80,
          "其中",
          "主要包括",
          "具体包括",
          "包括");
  private static final Pattern PART = Pattern.compile("([^，。；、\\d]{1,30})" + MONEY);

  /** What one source gives, no other does. */
  private static final Pattern SOURCES =
      Pattern.compile(
          "(?:本年)?(?:一般公共预算|政府性基金预?算?|国有资本经营预?算?|财政专户管理资金|上级补助|事业|经营|附属单位上缴|其他)(?:财政)?(?:当年)?(?:拨款)?(?:收入)?"
              + "|(?:上年|年初)结转(?:和?结余)?(?:资金|收入)?|基本支出|项目支出|经营支出|人员经费|公用经费");

  private static final List<String> NO_WHOLE =
      List.of("增加", "减少", "增长", "下降", "少支", "多支", "节支", "节约", "单价", "人均", "每");

  /** 其中 again begins parts of a part; a change or another year's figure is no part. */
  private static final List<String> NO_PART =
      List.of("其中 增加 减少 增长 下降 上年 年初预算 全年预算 调整预算 预算数 预算为 完成 较 比 单价 以上 人均 每 冲减".split(" "));

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    if (account.content().entries().isEmpty()) {
      outcomes.cannot("没有内容");
      return;
    }
    for (Paragraph paragraph : account.paragraphs().having("其中", "包括")) {
      String text = account.compact(paragraph);
      WHOLE.each(text, matcher -> check(account, paragraph, text, matcher, outcomes));
    }
  }

  private static void check(
      Account account, Paragraph paragraph, String text, Matcher matcher, Outcomes outcomes) {
    int end = end(text, matcher.end());
    boolean listed = String.valueOf(matcher.group(3)).contains("包括");
    Reading whole = money("总额", matcher.group(1), matcher.group(2), paragraph.source());
    if (!hasOne(before(text, matcher.start()), NO_WHOLE)) {
      check(account, paragraph, whole, text.substring(matcher.end(), end), listed, outcomes);
    }
  }

  private static boolean begins(Matcher matcher, int at, int end) {
    return at < end && matcher.region(at, end).lookingAt();
  }

  /** The words right before a place. */
  private static String before(String text, int end) {
    int from = end;
    while (from > 0 && "，。；、".indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    return text.substring(from, end);
  }

  private static boolean hasOne(String text, List<String> words) {
    return words.stream().anyMatch(text::contains);
  }

  private static int end(String text, int from) {
    int end = from;
    while (end < text.length() && "。；;".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static void check(
      Account account,
      Paragraph paragraph,
      Reading whole,
      String rest,
      boolean listed,
      Outcomes outcomes) {
    List<Reading> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(rest);
    // The parts stand in one run: what follows other words may be about something else.
    int at = 0;
    while (begins(matcher, at, rest.length()) || begins(matcher, at + 1, rest.length())) {
      String label = String.valueOf(matcher.group(1));
      if (hasOne(label, NO_PART)) {
        break;
      }
      parts.add(money(label, matcher.group(2), matcher.group(3), paragraph.source()));
      at = matcher.end();
    }
    if (parts.isEmpty()) {
      return;
    }
    boolean disjoint = parts.stream().allMatch(p -> SOURCES.matcher(p.label()).matches());
    List<Reading> least = listed || disjoint ? parts : List.of(parts.getFirst());
    BigDecimal sum = Cases.add(least);
    BigDecimal tolerance = Rounding.halfUnits(least).add(Rounding.halfUnit(whole));
    boolean more =
        sum.compareTo(Rounding.value(whole)) > 0
            && Rounding.beyond(sum, Rounding.value(whole), tolerance);
    if (!more || Rounding.value(whole).signum() < 0) {
      outcomes.holds();
      return;
    }
    List<Reading> readings = new ArrayList<>(List.of(whole));
    readings.addAll(least);
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            account.at(paragraph),
            least.getFirst().label(),
            "总额写为"
                + whole.raw()
                + "，所列"
                + (least.size() == 1 ? "分项为" : least.size() + "项之和为")
                + Figures.printed(sum, "元"),
            readings));
  }

  private static Reading money(
      String label, @Nullable String number, @Nullable String unit, Source source) {
    BigDecimal value = new BigDecimal(String.valueOf(number).replace(",", ""));
    return new Reading(
        null,
        null,
        label,
        List.of(label),
        value.movePointRight(Units.moneyZeros(String.valueOf(unit))),
        "元",
        number + String.valueOf(unit),
        unit,
        Basis.NARRATIVE,
        null,
        null,
        source);
  }
}
