package mingcha.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;

/** 比上年增加万元, 主要原因是。: a sentence whose figure or whose reason was left out. */
final class MissingFigures implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "wording/left-out",
          "句中缺少数字或原因，需要说明",
          "A sentence lacks its figure or its reason",
          "公开的文件应当填写完整");

  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "(?:增加|减少|总计|合计|年初预算为|支出决算为|决算为|完成|支出|收入|经费|金额|预算|费)\\s{0,4}(?:万元|亿元)"
              + "(?=[，。；、,（(]|\\s*$)"
              + "|(?:增长|下降|年初预算的|总额的|合计的)\\s{0,2}[%％]"
              + "|(?:原因是|原因为|原因：|主要用于|主要是因为|主要包括|主要是)\\s*[：:]?\\s*[。；，,.]");

  /** The last characters of the words of {@link #LEFT_OUT} that want a figure, or a reason. */
  private static final String FIGURE_LEFT_OUT = "加少计为成长降的出入费额算";

  private static final String REASON_LEFT_OUT = "是为因于括";

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  /**
   * Whether a unit has a word before it in the place of a figure, or a stop has none of a reason.
   */
  private static boolean mayLack(String text) {
    for (int i = 1; i < text.length(); i++) {
      boolean sought =
          switch (text.charAt(i)) {
            case '元' -> endsWith(text, i - 1, FIGURE_LEFT_OUT);
            case '%', '％' -> endsWith(text, i, FIGURE_LEFT_OUT);
            case '。', '；', '，', ',', '.' -> endsWith(text, i, REASON_LEFT_OUT);
            default -> false;
          };
      if (sought) {
        return true;
      }
    }
    return false;
  }

  /** Whether, blanks and colons aside, one of these stands right before a place. */
  private static boolean endsWith(String text, int end, String last) {
    int at = end - 1;
    while (at > 0
        && (Character.isWhitespace(text.charAt(at)) || ":：".indexOf(text.charAt(at)) >= 0)) {
      at--;
    }
    return at >= 0 && (last.indexOf(text.charAt(at)) >= 0 || text.charAt(at + 1) == '：');
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    for (Paragraph paragraph : account.content().paragraphs()) {
      Matcher matcher = LEFT_OUT.matcher(paragraph.text());
      if (!mayLack(paragraph.text()) || !matcher.find()) {
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
}
