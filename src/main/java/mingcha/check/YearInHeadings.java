package mingcha.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Basis;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Heading;
import mingcha.disclosure.Reading;

/** A part of the disclosure of 2023 headed 2022年度. */
final class YearInHeadings implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "year-conflict/heading",
          "标题中的年度与本决算（预算）的年度不一致，需要说明",
          "A heading names another year than the disclosure's",
          "部门决算公开格式：各部分标题写明本年度");

  private static final Pattern YEAR =
      Pattern.compile("((?:19|20)\\d{2})\\s*年度?.*(?:决算|预算|情况说明|收支)");
  private static final Pattern PART = Pattern.compile("^第[一二三四五六七八九十]+部分.*");

  /** 二、2023年度部门主要工作任务及目标: the year stands right before what a budget or an account holds. */
  private static final Pattern SECTION =
      Pattern.compile(
          "^[一二三四五六七八九十]{1,3}[、.．][^，。；：、\\d]{0,24}((?:19|20)\\d{2})年度?(?:部门|单位)?"
              + "(?:主要工作任务|预算|决算|收支|收入|支出|政府采购).*");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    Integer year = account.content().disclosure().year();
    List<Entry> entries = account.content().entries();
    if (year == null || entries.isEmpty()) {
      outcomes.cannot("年度未知");
      return;
    }
    List<Heading> headings = new ArrayList<>(account.content().outline());
    headings.addAll(account.content().contents());
    Set<String> told = new HashSet<>();
    for (Heading heading : headings) {
      String text = Compact.of(heading.text());
      if (!text.contains("20") && !text.contains("19")) {
        continue;
      }
      boolean part = PART.matcher(text).matches();
      Matcher matcher = (part ? YEAR : SECTION).matcher(text);
      if (heading.level() > 2 || !matcher.find() || !told.add(text)) {
        continue;
      }
      if (matcher.group(1).equals(year.toString())) {
        outcomes.holds();
      } else {
        outcomes.violated(
            new Discrepancy(
                Severity.WARN,
                at(entries, heading),
                heading.text(),
                "标题写为" + matcher.group(1) + "年，本件为" + year + "年",
                List.of(reading(matcher.group(1), heading), own(year, heading))));
      }
    }
  }

  private static Entry at(List<Entry> entries, Heading heading) {
    return entries.stream()
        .filter(e -> e.path().contains(heading.text()))
        .findFirst()
        .orElse(entries.getFirst());
  }

  private static Reading reading(String year, Heading heading) {
    return new Reading(
        null,
        null,
        "标题年度",
        List.of("标题年度"),
        new BigDecimal(year),
        "年",
        year,
        null,
        Basis.NARRATIVE,
        null,
        null,
        heading.source());
  }

  private static Reading own(int year, Heading heading) {
    return Figures.computed(
        null,
        null,
        "本件年度",
        BigDecimal.valueOf(year),
        "年",
        "year of the disclosure",
        heading.source());
  }
}
