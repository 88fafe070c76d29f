package mingcha.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;

/** 基本支出2336.91万元，占79.49；: a share or a change without its per cent sign. */
final class PercentSigns implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "wording/percent-sign",
          "占比或增减幅度没有写百分号，需要说明",
          "A share or a change lacks its per cent sign",
          "出版物上数字用法（GB/T 15835—2011）：百分数写明百分号");

  /**
   * Shares with a decimal point, so that 占地 and 占用 of so many 平方米 and whole counts stay out;
   * changes right behind an amount of money, since 增长1.40 alone may be of anything.
   */
  private static final Sought LACKS =
      new Sought(
          Pattern.compile(
              "(?:[，,]占(?:比|比为|比重|比重为|本年(?:收入|支出)合计的?|[^，。；\\d]{0,14}的)?"
                  + "|[万亿]元[，,、]?(?:同比)?(?:增长|下降|上升|增加|减少|降低)"
                  + "|完成(?:年初|全年|调整)?预算的?)"
                  + "约?(\\d{1,4}\\.\\d{1,2})(?=[。；，;、）)]|$)"),
          "占",
          "增长",
          "下降",
          "上升",
          "增加",
          "减少",
          "降低",
          "完成");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.content().paragraphs()) {
      String text = account.compact(paragraph);
      Matcher lacks = text.indexOf('.') < 0 ? null : LACKS.find(text);
      if (lacks == null) {
        outcomes.holds();
        continue;
      }
      outcomes.violated(
          new Discrepancy(
              Severity.INFO,
              account.at(paragraph),
              lacks.group(),
              "“" + Told.around(text, lacks.start(), lacks.end()) + "”",
              List.of(Told.words("原文", lacks.group(), paragraph.source()))));
    }
  }
}
