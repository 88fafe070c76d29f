package mingcha.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;
import mingcha.disclosure.Source;

/** 2021 and 2023, but not 2022: not disclosed, or not collected. */
final class MissingYear implements YearRule {
  private static final Definition DEFINITION =
      new Definition(
          "year-continuity/missing-year",
          "同一部门中间缺少一个或几个年度，需要说明（可能没有收集到）",
          "A year between two disclosures is missing",
          "政府信息公开条例：预算、决算每年公开");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account before, Account after, Set<Integer> years, Outcomes outcomes) {
    Integer first = before.content().disclosure().year();
    Integer last = after.content().disclosure().year();
    if (first == null || last == null || after.content().entries().isEmpty()) {
      outcomes.cannot("年度未知");
      return;
    }
    List<Integer> between =
        IntStream.range(first + 1, last).boxed().filter(year -> !years.contains(year)).toList();
    if (between.isEmpty()) {
      outcomes.holds();
      return;
    }
    String missing =
        String.join("、", between.stream().map(year -> Integer.toString(year)).toList());
    Entry about = after.content().entries().getFirst();
    Source source = Source.line(after.content().disclosure().file(), 1);
    Reading own =
        Figures.computed(
            null, null, "本件年度", BigDecimal.valueOf(last), "年", "year of the disclosure", source);
    outcomes.violated(
        new Discrepancy(
            Severity.INFO,
            about,
            missing + "年",
            "有" + first + "年和" + last + "年的公开，没有" + missing + "年的",
            List.of(own)));
  }
}
