package mingcha.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mingcha.disclosure.Heading;
import mingcha.disclosure.Paragraph;

/**
 * 2023年度重阳节百货消费券项目 again and again, and 2022年度重阳节百货消费券项目 once: the year of a name, as it is given
 * everywhere else.
 */
final class YearsOfNames implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "year-conflict/name",
          "同一名称前的年度在几处相同，只有一处不同，可能有误，需要说明",
          "A name bears one year in several places, and another in one",
          "公开的文字说明应当前后一致");

  private static final int LETTERS = 8;
  private static final Pattern NAMED =
      Pattern.compile("(?=2)(?<!\\d)(20\\d\\d)(年度?)([“”《》\\p{IsHan}·]{" + LETTERS + "})");

  /** What is said of any year is no name. */
  private static final List<String> ANY_YEAR =
      List.of("收入 支出 总计 合计 预算 决算 结转 增 减 已 列入 部门 单位 三公 机关运行 政府采购 主要 共".split(" "));

  private static final int LEAST = 3;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  private record Named(String year, String name, Paragraph at) {}

  @Override
  public void check(Account account, Outcomes outcomes) {
    List<Paragraph> places = new ArrayList<>();
    account.passages().having("20").having("年").forEach(places::add);
    for (Heading heading : account.content().outline()) {
      places.add(new Paragraph(heading.text(), List.of(heading.text()), heading.source()));
    }
    Map<String, List<Named>> names = new LinkedHashMap<>();
    for (Paragraph place : places) {
      String text = account.compact(place);
      Matcher matcher = NAMED.matcher(text.contains("20") ? text : "");
      while (matcher.find()) {
        String name = String.valueOf(matcher.group(3));
        if (ANY_YEAR.stream().noneMatch(name::contains)) {
          names
              .computeIfAbsent(matcher.group(2) + name, n -> new ArrayList<>())
              .add(new Named(String.valueOf(matcher.group(1)), name, place));
        }
      }
    }
    names.values().forEach(named -> look(account, named, outcomes));
  }

  private static void look(Account account, List<Named> named, Outcomes outcomes) {
    Map<String, List<Named>> byYear = new LinkedHashMap<>();
    named.forEach(n -> byYear.computeIfAbsent(n.year(), y -> new ArrayList<>()).add(n));
    if (named.size() <= LEAST || byYear.size() > 2) {
      outcomes.cannot("同一名称没有写几次，或是几个年度的");
      return;
    }
    if (byYear.size() == 1) {
      outcomes.holds();
      return;
    }
    List<List<Named>> two = new ArrayList<>(byYear.values());
    Named odd = (two.get(0).size() == 1 ? two.get(0) : two.get(1)).getFirst();
    List<Named> usual = two.get(0).size() == 1 ? two.get(1) : two.get(0);
    boolean listed = usual.stream().anyMatch(n -> n.at().equals(odd.at()));
    if (usual.size() < named.size() - 1 || listed) {
      outcomes.cannot("同一名称有两个年度");
      return;
    }
    Named other = usual.getFirst();
    outcomes.violated(
        new Discrepancy(
            Severity.WARN,
            account.at(odd.at()),
            odd.name(),
            usual.size() + "处写为" + other.year() + "年，一处写为" + odd.year() + "年",
            List.of(
                InText.figure("年度", odd.year(), "年", odd.at().source()),
                InText.figure("年度", other.year(), "年", other.at().source()))));
  }
}
