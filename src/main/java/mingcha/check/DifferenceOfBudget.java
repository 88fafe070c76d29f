package mingcha.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/** 年初预算为8,800.00万元，支出决算为9,012.46万元，决算数大于年初预算数212.46万元: which is more, and by how much. */
final class DifferenceOfBudget implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "amount-conflict/difference-of-budget",
          "所写决算数与预算数的差额或大小，与句中两数不符，需要说明",
          "By how much the final account exceeds the budget, or falls short of it, is not what the two give",
          "差额=决算数－预算数");

  /** What follows the money of the budget. */
  private static final Pattern TOLD =
      Pattern.compile(
          "[，,；;][^，。；\\d]{0,12}(?:决算|支出|执行)[^，。；\\d]{0,6}"
              + InText.MONEY
              + "[，,；;。](?:完成[^，。；]{0,24}[%％][，,；;。])?[^，。；\\d]{0,12}?"
              + "(大于|高于|多于|超过|超出|小于|低于|少于|比)[^，。；\\d]{0,6}预算[^，。；\\d]{0,4}?(增加|多|减少|少|节约)?了?"
              + InText.MONEY);

  private static final String BUDGET = "预算";

  /** So far before its money the word may stand. */
  private static final int REACH = 8;

  private static final Pattern MORE = Pattern.compile("大于|高于|多于|超过|超出|增加|多");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.passages().having(BUDGET).having("决算", "支出", "执行")) {
      List<Worded> budgets =
          account.amounts(paragraph).stream().filter(DifferenceOfBudget::isBudget).toList();
      Worded.each(
          budgets,
          account.compact(paragraph),
          TOLD,
          (budget, told) -> check(account, paragraph, budget.reading(), told, outcomes));
    }
  }

  private static boolean isBudget(Worded amount) {
    int at = amount.words().lastIndexOf(BUDGET);
    return at >= 0 && at >= amount.words().length() - REACH;
  }

  private static void check(
      Account account, Paragraph at, Reading budget, Matcher matcher, Outcomes outcomes) {
    boolean compared = "比".equals(matcher.group(3));
    if (compared != (matcher.group(4) != null)) {
      outcomes.cannot("没有写大小");
      return;
    }
    Reading spent = InText.figure("决算数", matcher.group(1), matcher.group(2), at.source());
    String way = String.valueOf(matcher.group(compared ? 4 : 3));
    Reading told = InText.figure(way, matcher.group(5), matcher.group(6), at.source());
    new StatedDifference(spent, budget, told, !MORE.matcher(way).matches())
        .check(account, at, outcomes);
  }
}
