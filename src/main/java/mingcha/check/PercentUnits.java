package mingcha.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/**
 * 完成年初预算的106.25万元, 增加3万元，增长4.21万元, 执行率为98万元: where a percentage has to stand, there is money; and
 * 支出决算45.6% where money has to.
 */
final class PercentUnits implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "unit-suspect/percent",
          "应为百分比的地方写为金额单位，或应为金额的地方写为百分比，单位可能有误，需要说明",
          "Money stands where a percentage has to, or a percentage where money has to",
          "部门决算公开说明：完成预算、占比、增减幅度均为百分比");

  private static final String PER_CENT =
      "完成[“”\\p{IsHan}]{0,8}预算的"
          + "|占比?(?=\\d)|占[^，。；：、\\d用]{2,14}的(?=\\d)"
          + "|(?:增加|减少)了?\\d[\\d,.]*(?:亿元|万元|元)[，,](?:同比)?(?:增长|上升|提高|下降|降低)了?"
          + "|(?:执行|完成|核销|使用|到位|覆盖|合格|得分|达标|结转结余)率[为达到是：:]{0,2}|满意度[为达到是：:]{0,2}";

  /** Last letters of words that a percentage follows, but for 率 and 度 with these behind them. */
  private static final String ENDS = "的占比长升高降低了";

  private static final String IS = "为达到是：:";
  private static final String AMOUNT = "0123456789,.万亿";

  private static final Sought MONEY_FOR_RATE =
      new Sought(Pattern.compile("(?:" + PER_CENT + ")" + InText.MONEY), "元");
  private static final Sought RATE_FOR_MONEY =
      new Sought(
          Pattern.compile("(?:支出决算|年初预算|全年预算|合同金额)数?[为是]" + InText.NUMBER + "([%％])"), "%", "％");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.passages()) {
      String text = account.compact(paragraph);
      Matcher money = mayBeForRate(text) ? MONEY_FOR_RATE.find(text) : null;
      Matcher rate = money == null && mayBeForMoney(text) ? RATE_FOR_MONEY.find(text) : null;
      Matcher matcher = money == null ? rate : money;
      if (account.content().entries().isEmpty() || matcher == null) {
        outcomes.holds();
        continue;
      }
      Reading figure = InText.figure("单位", matcher.group(1), matcher.group(2), paragraph.source());
      outcomes.violated(
          new Discrepancy(
              Severity.WARN,
              account.at(paragraph),
              matcher.group(),
              "写为“" + Told.around(text, matcher.start(), matcher.end()) + "”",
              List.of(figure)));
    }
  }

  /** Whether there is money right behind the end of such words: a cheap look at each amount. */
  private static boolean mayBeForRate(String text) {
    for (int at = text.indexOf('元'); at >= 0; at = text.indexOf('元', at + 1)) {
      int start = at;
      while (start > 0 && AMOUNT.indexOf(text.charAt(start - 1)) >= 0) {
        start--;
      }
      if (start > 0 && start < at && isBeforeRate(text, start - 1)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a percentage is said to be something, rather than to be of it. */
  private static boolean mayBeForMoney(String text) {
    for (int at = text.length() - 1; at > 0; at--) {
      if (text.charAt(at) == '%' || text.charAt(at) == '％') {
        int start = at;
        while (start > 0 && AMOUNT.indexOf(text.charAt(start - 1)) >= 0) {
          start--;
        }
        if (start > 0 && "为是".indexOf(text.charAt(start - 1)) >= 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isBeforeRate(String text, int last) {
    int word = last;
    while (word > Math.max(0, last - 2) && IS.indexOf(text.charAt(word)) >= 0) {
      word--;
    }
    return ENDS.indexOf(text.charAt(last)) >= 0 || "率度".indexOf(text.charAt(word)) >= 0;
  }
}
