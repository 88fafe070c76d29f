package mingcha.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;
import mingcha.disclosure.Reading;

/** 与2021年度相比 in the explanations of 2023: the year compared with is the one before. */
final class YearsCompared implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "year-conflict/compared",
          "文字所比较的年度不是上一年度，需要说明",
          "The explanations compare with another year than the one before",
          "财预〔2016〕143号：说明与上年相比增减变化情况");

  private static final Pattern COMPARED =
      Pattern.compile(
          "(?:与|较|比|同)((?:19|20)\\d{2})年度?(?:部门|单位)?(?:年初)?(?:收入|支出)?(?:决算|预算|执行|支出)?数?"
              + "(?:支出)?(?:相比|相较|持平|基本持平|增加|减少|增长|下降|上升|增|减)");

  private static final int DIGITS = 4;
  private static final Pattern MONEY = Pattern.compile(".*(?:\\d(?:万元|元|[%％])|持平|增加|减少).*");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    Integer year = account.content().disclosure().year();
    if (year == null) {
      outcomes.cannot("年度未知");
      return;
    }
    for (Paragraph paragraph : account.explained()) {
      String text = account.compact(paragraph);
      Matcher matcher = COMPARED.matcher(mayCompare(text) ? text : "");
      if (!matcher.find() || !MONEY.matcher(text).matches()) {
        continue;
      }
      do {
        check(account, year, paragraph, matcher, outcomes);
      } while (matcher.find());
    }
  }

  /** Whether a year follows a word of comparison. */
  private static boolean mayCompare(String text) {
    for (int at = text.indexOf('年'); at > 0; at = text.indexOf('年', at + 1)) {
      if (at > DIGITS && "与较比同".indexOf(text.charAt(at - DIGITS - 1)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** A final account may compare with the budget of its own year, and has other rules for that. */
  private static void check(
      Account account, int year, Paragraph paragraph, Matcher matcher, Outcomes outcomes) {
    int said = Integer.parseInt(matcher.group(1));
    boolean ofItsBudget = said == year && matcher.group().contains("预算");
    if (said == year - 1 || ofItsBudget) {
      outcomes.holds();
      return;
    }
    Reading own =
        Figures.computed(
            null,
            null,
            "上年度",
            BigDecimal.valueOf(year - 1),
            "年",
            "the year before the disclosure's",
            paragraph.source());
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            account.at(paragraph),
            matcher.group(),
            "文字与" + said + "年比较，本件为" + year + "年，上年为" + (year - 1) + "年",
            List.of(Told.words("文字说明", matcher.group(), paragraph.source()), own)));
  }
}
