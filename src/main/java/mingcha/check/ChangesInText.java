package mingcha.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;

/**
 * 总计均为530.95万元，与年初预算相比，各增加132.50万元，增长33.25%: an amount, what it is compared with, the change in
 * money and in per cent, right behind each other. The words alone tell; what they are about may be
 * anything.
 */
final class ChangesInText implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "ratio-recompute/change-in-text",
          "句中增减百分比与所写金额、增减额不符，需要说明",
          "A sentence's change in per cent is not what its amount and change give",
          "增减百分比=增减额÷(本期数－增减额)");

  private static final String STOPS = "。；;";

  /** The most that {@link #CHANGE} has between an amount and that of its change. */
  private static final int FARTHEST = 50;

  private static final Pattern CHANGE =
      Pattern.compile(
          "[，。；,]?(?:与|比|较)[^，。；\\d]{0,8}(?:\\d{4}年)?[^，。；\\d]{0,12}(?:相比)?[，,]?[^，。；\\d]{0,14}?"
              + "(增加|增长|减少|下降)了?"
              + InText.MONEY
              + "[，,]?(?:同比)?(增加|增长|上升|提高|减少|下降|降低)了?(\\d+(?:\\.\\d+)?)[%％]");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph :
        account.paragraphs().having("%", "％").having("比", "较").having("增加", "增长", "减少", "下降")) {
      String text = account.compact(paragraph);
      List<Worded> amounts = account.amounts(paragraph);
      Worded.each(
          compared(amounts),
          text,
          CHANGE,
          (now, change) ->
              check(account, paragraph, mayBeOf(text, amounts, now), change, outcomes));
    }
  }

  /** Those that a change follows so near that it may be theirs. */
  private static List<Worded> compared(List<Worded> amounts) {
    List<Worded> compared = new ArrayList<>();
    for (int i = 0; i + 1 < amounts.size(); i++) {
      Worded next = amounts.get(i + 1);
      if (next.isChange() && next.start() - amounts.get(i).end() <= FARTHEST) {
        compared.add(amounts.get(i));
      }
    }
    return compared;
  }

  /**
   * @param amounts what the change may be of, likeliest first
   */
  private static void check(
      Account account,
      Paragraph paragraph,
      List<Reading> amounts,
      Matcher matcher,
      Outcomes outcomes) {
    if (amounts.isEmpty()) {
      outcomes.cannot("没有写本期数");
      return;
    }
    Source source = paragraph.source();
    Reading now = amounts.getFirst();
    Reading change =
        InText.figure(String.valueOf(matcher.group(1)), matcher.group(2), matcher.group(3), source);
    Reading rate = InText.figure(String.valueOf(matcher.group(4)), matcher.group(5), "%", source);
    boolean less = change.label().matches("减少|下降");
    boolean apart = less != rate.label().matches("减少|下降|降低");
    StatedChange stated = new StatedChange(change, rate, less);
    if (apart) {
      outcomes.cannot("增减额与百分比方向不同");
    } else if (amounts.stream().anyMatch(stated::fits)) {
      outcomes.holds();
    } else if (isOfOneEntry(account, List.of(now, change, rate))) {
      outcomes.cannot("已按指标核对");
    } else if (stated.before(now).signum() <= 0) {
      outcomes.cannot("上期数为0");
    } else {
      outcomes.violated(stated.otherwise(account, paragraph, "", now));
    }
  }

  /**
   * What the change may be of: the amount before it; and of 预算为6.68万元，其中：…接待费0.00万元。与上年相比减少… the
   * total that opens the sentence, or any of its parts. None where changes alone go before:
   * 一是出国费减少60.00万元；二是接待费减少11.42万元。
   */
  private static List<Reading> mayBeOf(String text, List<Worded> amounts, Worded now) {
    boolean another = STOPS.indexOf(text.charAt(now.end())) >= 0;
    String stops = another ? text.charAt(now.end()) + "。" : STOPS;
    int start = now.start();
    while (start > 0 && stops.indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    boolean parts = another || text.substring(start, now.start()).contains("其中");
    List<Reading> may = new ArrayList<>();
    for (Worded each : amounts) {
      boolean before = parts && each.start() >= start && each.end() <= now.start();
      if (!each.isChange() && (before || each.equals(now))) {
        may.add(each.reading());
      }
    }
    return may;
  }

  /** Then {@link Changes} looks at them, and knows what they are about. */
  static boolean isOfOneEntry(Account account, List<Reading> readings) {
    for (Account.Said told : account.stated().told()) {
      List<Reading> here =
          told.readings().stream()
              .filter(own -> Cases.sameLine(own.source(), readings.getFirst().source()))
              .toList();
      if (!here.isEmpty()
          && isJudged(here, readings.getFirst())
          && readings.stream().allMatch(r -> here.stream().anyMatch(own -> isSame(own, r)))) {
        return true;
      }
    }
    return false;
  }

  /** Of an amount that is nothing known, it does not look at the change. */
  private static boolean isJudged(List<Reading> said, Reading now) {
    return said.stream()
        .anyMatch(own -> (own.metric() != null || own.stage() != null) && isSame(own, now));
  }

  private static boolean isSame(Reading own, Reading other) {
    return Rounding.value(own).abs().compareTo(Rounding.value(other)) == 0;
  }
}
