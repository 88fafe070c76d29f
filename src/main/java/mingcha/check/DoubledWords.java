package mingcha.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;

/** 。。, ，。, 的的, 万元万元: what was typed twice. */
final class DoubledWords implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "wording/doubled", "标点或词语重复，需要说明", "Punctuation or a word is doubled", "公开的文件应当校对");

  private static final Pattern DOUBLED =
      Pattern.compile(
          "。\\s?。|，\\s?，|、\\s?、|；\\s?；|：\\s?：|，。|。，|、。|；。|。；|，；|；，"
              + "|的的(?!确|士)|元元|万元万|%%"
              + "|(主要原因是?|其中|本部门|本单位|年度决算|情况说明|财政拨款|一般公共预算|本年支出|本年收入|主要用于|主要包括|与上年相比|比上年)"
              + "\\1");

  private static final int ELLIPSIS = 3;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.content().paragraphs()) {
      Matcher matcher = DOUBLED.matcher(paragraph.text());
      boolean found = matcher.find();
      while (found && isEllipsis(paragraph.text(), matcher)) {
        found = matcher.find();
      }
      if (!found) {
        outcomes.holds();
        continue;
      }
      outcomes.violated(
          new Discrepancy(
              Severity.INFO,
              account.at(paragraph),
              matcher.group(),
              "“" + Told.around(paragraph.text(), matcher.start(), matcher.end()) + "”",
              List.of(Told.words("原文", matcher.group(), paragraph.source()))));
    }
  }

  /** 。。。 stands for an ellipsis. */
  private static boolean isEllipsis(String text, Matcher matcher) {
    int end = matcher.start();
    while (end < text.length() && text.charAt(end) == text.charAt(matcher.start())) {
      end++;
    }
    return end - matcher.start() >= ELLIPSIS;
  }
}
