package mingcha.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/** 利用率达到82%，比目标值80%高2个百分点: two rates and how many points are between them. */
final class PointsTold implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "ratio-recompute/points",
          "所写相差的百分点与两个百分数不符，需要说明",
          "The points between two rates are not their difference",
          "百分点=两个百分数之差");

  private static final String RATE = "(?<![\\d.])(\\d+(?:\\.\\d+)?)[%％]";
  private static final String WAY = "(高|低|提高|提升|上升|增加|增长|下降|降低|减少)出?了?(\\d+(?:\\.\\d+)?)个百分点";
  private static final Pattern BEFORE =
      Pattern.compile(
          RATE
              + "[^。；\\d%％]{0,12}?[比较](?:\\d{4}年度?)?[^，。；\\d%％]{0,14}?的?"
              + RATE
              + "[，,）)]?"
              + WAY);
  private static final Pattern FROM =
      Pattern.compile(
          "[由从](?:\\d{4}年度?)?[^，。；\\d]{0,10}?"
              + RATE
              + "[^，。；\\d]{0,8}[到至为]"
              + RATE
              + "[，,]"
              + WAY);

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.passages().having("个百分点")) {
      String text = account.compact(paragraph);
      Matcher before = BEFORE.matcher(text);
      while (before.find()) {
        check(account, paragraph, before, 1, 2, outcomes);
      }
      Matcher from = FROM.matcher(text);
      while (from.find()) {
        check(account, paragraph, from, 2, 1, outcomes);
      }
    }
  }

  private static void check(
      Account account, Paragraph at, Matcher matcher, int now, int then, Outcomes outcomes) {
    Reading rate = InText.figure("百分数", matcher.group(now), "%", at.source());
    Reading base = InText.figure("对比的百分数", matcher.group(then), "%", at.source());
    String way = String.valueOf(matcher.group(3));
    Reading points = InText.figure(way, matcher.group(4), "个百分点", at.source());
    new StatedDifference(rate, base, points, way.matches("低|下降|降低|减少"))
        .check(account, at, outcomes);
  }
}
