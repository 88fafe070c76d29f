package mingcha.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/** 由上年的120万元增加到100万元: what increases becomes more. The two figures have one unit. */
final class FromTo implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "direction-conflict/from-to",
          "写为由一数增加（减少）到另一数，而两数的大小与增减方向相反，需要说明",
          "What is said to rise from one figure to another falls, or the other way round",
          "公开的文字说明应当与数字一致");

  private static final String UNIT = "(亿元|万元|元|[%％]|人次|人|批次|批|家|户|辆|台|个|项|件|次|倍|分)";
  private static final String MORE = "增加|增长|上升|提高|提升|扩大";
  private static final String LESS = "减少|下降|降低|缩减|压减|压缩";
  private static final String VALUE = "(?<![\\d.,第-])" + InText.NUMBER + UNIT;

  private static final Pattern CHANGE =
      Pattern.compile(
          "[由从](?:\\d{4}年度?)?[^，。；：、\\d第]{0,12}"
              + VALUE
              + "[，,]?("
              + MORE
              + "|"
              + LESS
              + ")了?[到至为](?:\\d{4}年度?)?[^，。；：、\\d第-]{0,8}"
              + VALUE);

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph :
        account.passages().having("由", "从").having("到", "至", "为").having(words())) {
      Matcher matcher = CHANGE.matcher(account.compact(paragraph));
      while (matcher.find()) {
        check(account, paragraph, matcher, outcomes);
      }
    }
  }

  private static String[] words() {
    return (MORE + "|" + LESS).split("\\|");
  }

  private static void check(
      Account account, Paragraph paragraph, Matcher matcher, Outcomes outcomes) {
    Reading from = InText.figure("原数", matcher.group(1), matcher.group(2), paragraph.source());
    Reading to = InText.figure("现数", matcher.group(4), matcher.group(5), paragraph.source());
    String word = String.valueOf(matcher.group(3));
    int sign = Rounding.value(to).compareTo(Rounding.value(from));
    if (!String.valueOf(from.unit()).equals(to.unit()) || sign == 0) {
      outcomes.cannot("两数的计量单位不同，或两数相同");
    } else if (MORE.contains(word) == sign > 0) {
      outcomes.holds();
    } else {
      outcomes.violated(
          new Discrepancy(
              Severity.WARN,
              account.at(paragraph),
              "“" + matcher.group() + "”",
              "写为" + word + "，而" + to.raw() + (sign > 0 ? "大于" : "小于") + from.raw(),
              List.of(from, to)));
    }
  }
}
