package mingcha.check;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import mingcha.disclosure.Entry;
import mingcha.disclosure.Reading;

/** 机关运行经费比上年增长45.2%。 and nowhere in its section why. A hint: small changes need no words. */
final class ReasonsOfChange implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "section-missing/reason",
          "较大的增减变化没有说明原因，需要说明",
          "Nothing says why a figure changed as much as it did",
          "财预〔2016〕143号：应当说明收支、“三公”经费、机关运行经费的增减变化情况及原因");

  private static final Set<String> EXPLAINED =
      Set.of(
          "revenue_total_change",
          "expenditure_total_change",
          "three_public_change",
          "operating_funds_change");

  private static final BigDecimal LARGE = BigDecimal.TEN;

  /** Whatever may begin a reason, for a hint must not be wrong. */
  private static final List<String> REASONS =
      List.of("因", "由于", "主要是", "主要为", "受", "为了", "节约", "压减", "新增", "过紧日子");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    String type = Objects.toString(account.content().disclosure().type(), "");
    if (!type.endsWith("决算")) {
      outcomes.cannot("不是决算");
      return;
    }
    Set<List<String>> told = new HashSet<>();
    for (Account.Said said : account.stated().toldOfTheBudget()) {
      for (Reading reading : said.readings()) {
        boolean large =
            EXPLAINED.contains(Objects.toString(reading.metric(), ""))
                && Rounding.value(reading).abs().compareTo(LARGE) >= 0;
        if (large && told.add(said.entry().path())) {
          check(account, said.entry(), reading, outcomes);
        }
      }
    }
  }

  private static void check(Account account, Entry entry, Reading change, Outcomes outcomes) {
    List<String> section =
        account.content().paragraphs().stream()
            .filter(p -> section(p.path()).equals(section(entry.path())))
            .map(p -> p.text().replace("因公", ""))
            .toList();
    if (section.isEmpty()) {
      outcomes.cannot("没有读到所在的段落");
    } else if (section.stream().anyMatch(text -> REASONS.stream().anyMatch(text::contains))) {
      outcomes.holds();
    } else {
      outcomes.violated(
          new Discrepancy(
              Severity.INFO,
              entry,
              entry.name(),
              change.label() + Figures.printed(change) + "，本节没有说明原因",
              List.of(change)));
    }
  }

  /** The part and the chapter: reasons may stand with the items. */
  private static List<String> section(List<String> path) {
    return path.subList(0, Math.min(2, path.size()));
  }
}
