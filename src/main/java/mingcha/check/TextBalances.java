package mingcha.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;

/**
 * 拨付资金483.6万元，实际使用资金473.025万元，结余资金10.575万元, and 6307人较计划6426人减少119人: what is left is the first less
 * the second.
 */
final class TextBalances implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "ratio-recompute/balance",
          "句中所写结余或差额与所列两数之差不符，需要说明",
          "What a sentence says is left over, or the difference, is not what its two figures give",
          "结余=拨付（预算）-使用；差额=两数之差");

  private static final Pattern LEFT =
      Pattern.compile(
          "(?:预算|拨付|下达|到位|安排)[^，。；：\\d]{0,8}"
              + InText.MONEY
              + "[，,；;](?:实际|已|全年|共)?(?:使用|支出|支付|执行|核销|发放)[^，。；：\\d]{0,8}"
              + InText.MONEY
              + "[，,；;](?:剩余|结余)[^，。；：\\d转]{0,6}"
              + InText.MONEY);

  private static final String COUNT = "(\\d+)(人次|人|户|家|张|个|件|辆|台)";
  private static final Pattern LESS =
      Pattern.compile(
          COUNT + "[，,]?(?:较|比)(?:计划|预计|上年|原计划)[^，。；：\\d]{0,6}" + COUNT + "(减少|增加)" + COUNT);

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.passages().having("余", "减少", "增加")) {
      String text = account.compact(paragraph);
      if (mayBeLeft(text)) {
        Matcher matcher = LEFT.matcher(text);
        while (matcher.find()) {
          Source source = paragraph.source();
          Reading budget = InText.figure("预算", matcher.group(1), matcher.group(2), source);
          Reading used = InText.figure("使用", matcher.group(3), matcher.group(4), source);
          Reading left = InText.figure("结余", matcher.group(5), matcher.group(6), source);
          check(account, paragraph, budget, used, left, outcomes);
        }
      }
      Matcher matcher = LESS.matcher(mayCompare(text) ? text : "");
      while (matcher.find()) {
        counts(account, paragraph, matcher, outcomes);
      }
    }
  }

  /** Whether a clause begins with what is left: that of 结转结余 speaks of none. */
  private static boolean mayBeLeft(String text) {
    for (int at = text.indexOf('余'); at >= 0; at = text.indexOf('余', at + 1)) {
      if (at > 1 && "，,；;".indexOf(text.charAt(at - 2)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayCompare(String text) {
    return (text.contains("减少") || text.contains("增加"))
        && (text.contains("计划") || text.contains("预计") || text.contains("上年"));
  }

  private static void counts(
      Account account, Paragraph paragraph, Matcher matcher, Outcomes outcomes) {
    String unit = String.valueOf(matcher.group(2));
    boolean one = unit.equals(matcher.group(4)) && unit.equals(matcher.group(7));
    boolean less = "减少".equals(matcher.group(5));
    if (!one) {
      outcomes.cannot("所比的不是同一计量单位");
      return;
    }
    Source source = paragraph.source();
    Reading now = InText.figure("实际", matcher.group(1), unit, source);
    Reading before = InText.figure("计划", matcher.group(3), unit, source);
    Reading change = InText.figure("差额", matcher.group(6), unit, source);
    check(account, paragraph, less ? before : now, less ? now : before, change, outcomes);
  }

  private static void check(
      Account account,
      Paragraph paragraph,
      Reading whole,
      Reading part,
      Reading left,
      Outcomes outcomes) {
    BigDecimal rest = Rounding.value(whole).subtract(Rounding.value(part));
    BigDecimal tolerance = Rounding.halfUnits(List.of(whole, part, left));
    if (!Rounding.beyond(rest, Rounding.value(left), tolerance)) {
      outcomes.holds();
      return;
    }
    String computed = Figures.printed(rest, "元".equals(whole.unit()) ? "元" : whole.unit());
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            account.at(paragraph),
            account.at(paragraph).name(),
            left.label()
                + "写为"
                + left.raw()
                + "，而"
                + whole.raw()
                + "-"
                + part.raw()
                + "="
                + computed,
            List.of(left, whole, part)));
  }
}
