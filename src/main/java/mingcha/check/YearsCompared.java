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

  private static final Sought COMPARED =
      new Sought(
          Pattern.compile(
              "(?:与|较|比|同)((?:19|20)\\d{2})年度?(?:部门|单位)?(?:年初)?(?:收入|支出)?(?:决算|预算|执行|支出)?数?"
                  + "(?:支出)?(?:相比|相较|持平|基本持平|增加|减少|增长|下降|上升|增|减)"),
          "年相",
          "年度相",
          "年增",
          "年减",
          "年度增",
          "年度减",
          "年持平",
          "年度持平",
          "年决算",
          "年度决算",
          "年预算",
          "年度预算",
          "年下降",
          "年支出",
          "年基本",
          "年度基本",
          "年部门");

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
    for (Paragraph paragraph : Explained.paragraphs(account)) {
      String text = account.compact(paragraph);
      Matcher matcher = COMPARED.find(text);
      if (matcher == null || !MONEY.matcher(text).matches()) {
        continue;
      }
      do {
        check(account, year, paragraph, matcher, outcomes);
      } while (matcher.find());
    }
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
