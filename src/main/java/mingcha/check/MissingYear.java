package mingcha.check;

import java.math.BigDecimal;
import java.util.List;
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
  public void check(Account before, Account after, Outcomes outcomes) {
    int distance = YearRule.distance(before, after);
    if (distance < 2 || after.content().entries().isEmpty()) {
      outcomes.holds();
      return;
    }
    Integer year = after.content().disclosure().year();
    int latest = year == null ? 0 : year;
    String missing =
        distance == 2 ? "" + (latest - 1) : (latest - distance + 1) + "至" + (latest - 1);
    Entry about = after.content().entries().getFirst();
    Source source = Source.line(after.content().disclosure().file(), 1);
    Reading own =
        Figures.computed(
            null, null, "本件年度", BigDecimal.valueOf(latest), "年", "year of the disclosure", source);
    outcomes.violated(
        new Discrepancy(
            Severity.INFO,
            about,
            missing + "年",
            "有" + (latest - distance) + "年和" + latest + "年的公开，没有" + missing + "年的",
            List.of(own)));
  }
}
