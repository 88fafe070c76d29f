package mingcha.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Paragraph;

/**
 * 2022年共接待国内来访团组28个 or 2022年期末，我部门共有车辆 in 2023's account: told of the disclosure's own year alone.
 */
final class YearsWithin implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "year-conflict/within",
          "说明接待、车辆、绩效管理时所写的年度与本件的年度不一致，需要说明",
          "Receptions, vehicles or evaluations are told of another year than the disclosure's",
          "部门决算公开说明应当写明本年度");

  private static final Pattern OF_THE_YEAR =
      Pattern.compile(
          "(?:^|[。；：，])(?:我部门|本部门|我单位|本单位)?(\\d{4})年(?:度)?(?:期末，|末，|年末，|底，|共接待(?:国|外)|“三公”经费支出决算数与预算数"
              + "|没有(?:政府性基金|国有资本经营)(?:预算)?收入|[^，。；\\d]{2,24}(?:部门整体支出|部门预算纳入绩效管理)"
              + "|，[^，。；\\d]{0,8}(?:部门)?预算纳入绩效管理)");

  /** What the year stands before. */
  private static final String[] TOLD = {"末，", "底，", "共接待", "决算数与预算数", "没有", "部门整体支出", "纳入绩效管理"};

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    Integer year = account.content().disclosure().year();
    if (year == null || account.isBudget() || account.content().entries().isEmpty()) {
      outcomes.cannot("年度未知，或是预算");
      return;
    }
    List<String> path = List.of();
    boolean explains = false;
    for (Paragraph paragraph : account.paragraphs().having("年").having(TOLD)) {
      if (!paragraph.path().equals(path)) {
        path = paragraph.path();
        explains = path.stream().anyMatch(h -> h.contains("说明"));
      }
      String text = account.compact(paragraph);
      Matcher matcher = OF_THE_YEAR.matcher(explains ? text : "");
      while (matcher.find()) {
        String said = String.valueOf(matcher.group(1));
        if (said.equals(Integer.toString(year))) {
          outcomes.holds();
        } else {
          outcomes.violated(
              new Discrepancy(
                  Severity.WARN,
                  account.at(paragraph),
                  Told.around(text, matcher.start(), matcher.end()),
                  "文字写为" + said + "年，本件为" + year + "年",
                  List.of(InText.figure("文字年度", said, "年", paragraph.source()))));
        }
      }
    }
  }
}
