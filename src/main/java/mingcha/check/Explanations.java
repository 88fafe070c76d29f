package mingcha.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mingcha.disclosure.Heading;
import mingcha.disclosure.Paragraph;

/** What a final account has to explain, and nowhere mentions. */
final class Explanations implements Rule {
  private static final Definition DEFINITION =
      new Definition(
          "section-missing/explanation",
          "情况说明缺少规定的内容，需要说明",
          "The explanations lack a subject that is prescribed",
          "财预〔2016〕143号：对机关运行经费、“三公”经费、政府采购、国有资产占用、预算绩效等情况予以说明");

  /** Each with other words for it. */
  private static final Map<String, List<String>> PRESCRIBED = new LinkedHashMap<>();

  static {
    PRESCRIBED.put("“三公”经费情况说明", List.of("三公"));
    PRESCRIBED.put("机关运行经费情况说明", List.of("运行经费", "公用经费支出情况"));
    PRESCRIBED.put("政府采购情况说明", List.of("政府采购"));
    PRESCRIBED.put("国有资产占用情况说明", List.of("国有资产", "车辆", "固定资产"));
    PRESCRIBED.put("预算绩效情况说明", List.of("绩效"));
  }

  private static final int LEAST_HEADINGS = 6;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public void check(Account account, Outcomes outcomes) {
    String type = Objects.toString(account.content().disclosure().type(), "");
    List<Heading> told =
        account.content().outline().stream()
            .filter(h -> h.level() <= 2 && h.text().contains("情况说明"))
            .toList();
    if (!type.endsWith("决算") || told.size() < LEAST_HEADINGS) {
      outcomes.cannot("没有情况说明，或标题没有读全");
      return;
    }
    PRESCRIBED.forEach(
        (name, words) -> {
          if (texts(account).anyMatch(text -> words.stream().anyMatch(text::contains))) {
            outcomes.holds();
          } else {
            Heading last = told.getLast();
            outcomes.violated(
                new Discrepancy(
                    Severity.WARN,
                    account.at(new Paragraph("", List.of(last.text()), last.source())),
                    name,
                    "各标题和各段落都没有提到" + String.join("、", words),
                    List.of(Told.words("最后一个标题", last.text(), last.source()))));
          }
        });
  }

  /** Headings and paragraphs, but for the glossary, which explains words and no figures. */
  private static Stream<String> texts(Account account) {
    return Stream.concat(
        account.content().outline().stream().map(Heading::text),
        account.content().paragraphs().stream()
            .filter(p -> p.path().stream().noneMatch(h -> h.contains("名词解释")))
            .map(Paragraph::text));
  }
}
