package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/**
 * 财政拨款收支总预算5,000.00元, where no other amount of the explanations is in 元: one amount alone lost its
 * 万. Of nothing it does not matter, and is a hint.
 */
final class LoneYuan implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "unit-suspect/alone",
          "说明中只有这一个金额以元为单位，其余以万元、亿元为单位，单位可能有误，需要说明",
          "One amount of the explanations is in 元, none of the others",
          "部门决算公开说明的金额单位应当一致");

  private static final Pattern MONEY_WORD =
      Pattern.compile(
          ".*(?:收入|支出|决算|预算|经费|费|总计|合计|均为|结转|结余|增加|减少|拨款|资金|金额|督导|交流|奖金|补助|数)[^，。]{0,4}");
  private static final Pattern BY_PIECE =
      Pattern.compile(".*(?:每|人均|单价|标准|均价|票面|面值|定额|折合|即|车均|次均|门票|以上|起点|限额|价值|罚款).*");
  private static final Pattern AFTER = Pattern.compile("[/／]|每|以[上下]|的?标准");
  private static final BigDecimal LARGE = BigDecimal.valueOf(100_000);
  private static final int LEAST_OTHERS = 12;
  private static final int BEFORE = 16;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  private record Found(Paragraph at, Reading reading, String words) {}

  @Override
  public void check(Account account, Outcomes outcomes) {
    if (account.explained().having("元").stream()
        .noneMatch(paragraph -> hasYuan(account.compact(paragraph)))) {
      outcomes.holds();
      return;
    }
    List<Found> yuan = new ArrayList<>();
    int wan = 0;
    int zeros = 0;
    for (Paragraph paragraph : account.explained().having("元")) {
      String text = account.compact(paragraph);
      for (Worded each : account.amounts(paragraph)) {
        String unit = String.valueOf(each.reading().printedUnit());
        if (unit.equals("万元")) {
          wan++;
          zeros += Rounding.value(each.reading()).signum() == 0 ? 1 : 0;
        } else if (unit.equals("元") && !isByPiece(text, each)) {
          yuan.add(new Found(paragraph, each.reading(), each.words()));
        }
      }
    }
    if (wan < LEAST_OTHERS || yuan.size() > 1) {
      outcomes.cannot("说明中的金额不都以万元为单位");
    } else if (yuan.isEmpty()) {
      outcomes.holds();
    } else {
      judge(account, yuan.getFirst(), wan, zeros, outcomes);
    }
  }

  /** Whether an amount in 元 stands somewhere, which is rare. */
  private static boolean hasYuan(String text) {
    for (int at = text.indexOf('元'); at > 0; at = text.indexOf('元', at + 1)) {
      if (Character.isDigit(text.charAt(at - 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isByPiece(String text, Worded amount) {
    String before = text.substring(Math.max(0, amount.start() - BEFORE), amount.start());
    Matcher after = AFTER.matcher(text);
    return BY_PIECE.matcher(before).matches()
        || after.region(amount.end(), text.length()).lookingAt();
  }

  private static void judge(Account account, Found odd, int wan, int zeros, Outcomes outcomes) {
    BigDecimal value = Rounding.value(odd.reading());
    boolean nothing = value.signum() == 0;
    if (value.compareTo(LARGE) >= 0
        || !MONEY_WORD.matcher(odd.words()).matches()
        || (nothing && zeros < 2)) {
      outcomes.cannot("可能确以元为单位");
      return;
    }
    outcomes.violated(
        new Discrepancy(
            nothing ? Severity.INFO : Severity.WARN,
            account.at(odd.at()),
            odd.reading().label(),
            "写为" + odd.reading().raw() + "，说明中另有" + wan + "个金额以万元为单位，没有以元为单位的",
            List.of(odd.reading())));
  }
}
