package mingcha.check;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
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

  private static final String[] WORDS =
      ("的 元 % 主要原因 主要原因是 其中 本部门 本单位 年度决算 情况说明 财政拨款 一般公共预算" + " 本年支出 本年收入 主要用于 主要包括 与上年相比 比上年")
          .replaceAll("\\S+", "$0$0")
          .concat(" 万元万")
          .split(" ");

  private static final String STOPS = "。，、；：";
  private static final int ELLIPSIS = 3;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    Set<Paragraph> twice = Collections.newSetFromMap(new IdentityHashMap<>());
    account.paragraphs().having(WORDS).forEach(twice::add);
    for (Paragraph paragraph : account.content().paragraphs()) {
      boolean possible = twice.contains(paragraph) || mayBeIn(paragraph.text());
      Matcher matcher = DOUBLED.matcher(possible ? paragraph.text() : "");
      boolean found = possible && matcher.find();
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

  /** Most paragraphs have no two stops beside each other. */
  private static boolean mayBeIn(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      if (STOPS.indexOf(text.charAt(i)) >= 0) {
        int next = Character.isWhitespace(text.charAt(i + 1)) ? i + 2 : i + 1;
        if (next < text.length() && STOPS.indexOf(text.charAt(next)) >= 0) {
          return true;
        }
      }
    }
    return false;
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
